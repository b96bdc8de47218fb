"""The stage that brings what is known of the article into the same way of writing as its text.

A document comes in, and goes out with its facts in the marks and the script the options ask for.  Addresses, dates and
numbers are never touched, and names get no marks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from corpusclean.article import Caption
from corpusclean.document import Document
from corpusclean.normalize.punctuation import unify_punctuation
from corpusclean.normalize.script import unify_script
from corpusclean.normalize.words import keeping_surname
from corpusclean.options import Options
from corpusclean.stage import Stage

_Writer = Callable[[str], str]

SENTENCES = ("title", "subtitle", "kicker", "dateline", "references", "captions")
# this much of the page as it was shows its script, and whether a machine made it
CONTEXT = 2000
PEOPLE = ("authors", "editors", "credits")
NAMES = ("source", "site", "section", "keywords", "document")


def unify_facts(options: Options) -> Stage:
    """The stage for these options.

    >>> from corpusclean.document import Fact
    >>> doc = Document.of("").stating({"title": Fact("雨停了,街上人多", "title:first", 1)})
    >>> unify_facts(Options(script="tw"))(doc).facts["title"].value
    '雨停了，街上人多'
    """

    def unify_facts(doc: Document) -> Document:
        """Bring the facts into the way of writing of the text."""
        in_script = _script(options, doc)
        changed = {}
        people = in_script if options.script in ("hans", "keep") else _person(in_script)
        for fields, write in ((SENTENCES, _sentence(options, doc, in_script)), (PEOPLE, people), (NAMES, in_script)):
            for name in fields:
                fact = doc.facts.get(name)
                if fact and (new := _written(fact.value, write)) != fact.value:
                    changed[name] = fact._replace(value=new)
        return doc.stating(changed) if changed else doc

    return unify_facts


def _script(options: Options, doc: Document) -> _Writer:
    """The writer of the script; a fact is judged beside the paragraphs that were converted."""
    if options.script == "keep":
        return lambda text: text
    converted = "\n".join(edit.old for edit in doc.edits if edit.family == "script")[:CONTEXT]

    def write(text: str) -> str:
        if text.isascii():
            return text
        lines = unify_script(f"{text}\n{converted}", options.script).split("\n")
        return "\n".join(lines[: text.count("\n") + 1])

    return write


def _person(in_script: _Writer) -> _Writer:
    """The writer of people's names."""
    return lambda name: keeping_surname(name, in_script(name))


def _sentence(options: Options, doc: Document, in_script: _Writer) -> _Writer:
    """The writer of marks and script."""
    if options.punctuation == "keep":
        return in_script
    quotes = options.quotes
    if quotes == "auto":
        page = doc.facts["script"].value if "script" in doc.facts else "none"
        traditional = options.script in ("hant", "tw", "hk") or (options.script == "keep" and page == "Hant")
        quotes = "corner" if traditional else "curly"
    return lambda text: in_script(unify_punctuation(text, quotes))


def _written(value: Any, write: _Writer) -> Any:
    """The value, each text in it written by *write*; keys and numbers as they are."""
    if isinstance(value, str):
        return write(value)
    if isinstance(value, Caption):
        text, heading, credit = (part and write(part) for part in (value.text, value.heading, value.credit))
        return value._replace(text=text or "", heading=heading, credit=credit)
    if isinstance(value, Mapping):
        return {name: _written(item, write) for name, item in value.items()}
    if isinstance(value, tuple):
        return tuple(_written(item, write) for item in value)
    return value
