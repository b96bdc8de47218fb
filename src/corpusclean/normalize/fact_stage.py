"""The stage that brings what is known of the article into the same way of writing as its text.

A document comes in, and goes out with its facts in the marks and the script the options ask for.  Addresses, dates and
numbers are never touched, and names get no marks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from corpusclean.article import Caption, Image
from corpusclean.document import Document
from corpusclean.normalize.punctuation import unify_punctuation
from corpusclean.normalize.script import unify_script
from corpusclean.normalize.words import keeping_surname
from corpusclean.options import Options
from corpusclean.stage import Stage

_Writer = Callable[[str], str]

SENTENCES = ("title", "subtitle", "kicker", "dateline", "references", "captions", "images")
# this much of the page as it was shows its script, and whether a machine made it
CONTEXT = 2000
PEOPLE = ("authors", "editors", "credits")
NAMES = ("source", "site", "section", "keywords", "document")
FIELDS = {*SENTENCES, *PEOPLE, *NAMES}


def unify_facts(options: Options) -> Stage:
    """The stage for these options.

    >>> from corpusclean.document import Fact
    >>> doc = Document.of("").stating({"title": Fact("雨停了,街上人多", "title:first", 1)})
    >>> unify_facts(Options(script="tw"))(doc).facts["title"].value
    '雨停了，街上人多'
    """

    def unify_facts(doc: Document) -> Document:
        """Bring the facts into the way of writing of the text."""
        old = {name: fact.value for name, fact in doc.facts.items() if name in FIELDS}
        marks = _marks(options, doc)
        new = {name: _written(value, marks) if name in SENTENCES else value for name, value in old.items()}
        in_script = _script(options, doc, new)
        person = in_script if options.script in ("hans", "keep") else _person(in_script)
        new = {name: _written(value, person if name in PEOPLE else in_script) for name, value in new.items()}
        changed = {name: doc.facts[name]._replace(value=value) for name, value in new.items() if value != old[name]}
        return doc.stating(changed) if changed else doc

    return unify_facts


def _marks(options: Options, doc: Document) -> _Writer:
    """The writer of marks."""
    if options.punctuation == "keep":
        return lambda text: text
    quotes = options.quotes
    if quotes == "auto":
        page = doc.facts["script"].value if "script" in doc.facts else "none"
        traditional = options.script in ("hant", "tw", "hk") or (options.script == "keep" and page == "Hant")
        quotes = "corner" if traditional else "curly"
    return lambda text: unify_punctuation(text, quotes)


def _script(options: Options, doc: Document, values: Mapping[str, Any]) -> _Writer:
    """The writer of the script; facts are judged beside the paragraphs that were converted, and all in one go."""
    if options.script == "keep":
        return lambda text: text
    texts: list[str] = []

    def note(text: str) -> str:
        texts.append(text)
        return text

    _written(values, note)
    texts = [text for text in dict.fromkeys(texts) if not text.isascii()]
    if not texts:
        return lambda text: text
    converted = "\n".join(edit.old for edit in doc.edits if edit.family == "script")[:CONTEXT]
    lines = unify_script("\n".join((*texts, converted)), options.script).split("\n")
    row, new = 0, {}
    for text in texts:
        last = row + text.count("\n") + 1
        new[text], row = "\n".join(lines[row:last]), last

    def write(text: str) -> str:
        return new.get(text, text)

    return write


def _person(in_script: _Writer) -> _Writer:
    """The writer of people's names."""
    return lambda name: keeping_surname(name, in_script(name))


def _written(value: Any, write: _Writer) -> Any:
    """The value, each text in it written by *write*; keys and numbers as they are."""
    if isinstance(value, str):
        return write(value)
    if isinstance(value, Caption):
        text, heading, credit = (part and write(part) for part in (value.text, value.heading, value.credit))
        return value._replace(text=text or "", heading=heading, credit=credit)
    if isinstance(value, Image):
        return value._replace(caption=value.caption and write(value.caption))
    if isinstance(value, Mapping):
        return {name: _written(item, write) for name, item in value.items()}
    if isinstance(value, tuple):
        return tuple(_written(item, write) for item in value)
    return value
