"""What became of each line of a page: the article read backwards, line by line.

An `Article` comes in; out goes a `Fate` for every line of the page as read, with the edits made to it.  Nothing is
judged here: everything is taken from the blocks, the edits and the evidence of the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from corpusclean.article import LAYOUT, Article
from corpusclean.document import Edit


class Fate(NamedTuple):
    """One line of the page: its number and text, what became of it, by which rule, and what was changed in it.

    ``became`` is kept, removed, joined (to the line above), blank, or the field of the article it is kept in, such as
    ``title`` or ``caption``, or with ``debris="label"`` its label; ``taken`` is the text that left the page or was
    labelled, its damage undone.
    """

    number: int
    text: str
    became: str
    rule: str
    edits: tuple[Edit, ...]
    taken: str = ""


def fates(article: Article) -> Iterator[Fate]:
    """The fate of each line of the page that *article* was made from."""
    edits: dict[int, list[Edit]] = {}
    for edit in article.edits:
        edits.setdefault(edit.line, []).append(edit)
    kept = {number for block in article.blocks for number in range(block.first_line, block.last_line + 1)}
    labels = {block.first_line: block for block in article.blocks if block.rule}
    fields = _fields(article)
    join = ""  # the rule that took a line end away, last
    for number, text in enumerate(article.restore().split("\n"), 1):
        own = edits.get(number, [])
        if number in labels and labels[number].label != "body":
            yield Fate(number, text, labels[number].label, labels[number].rule, _told(own), labels[number].text)
        elif number in kept:
            yield Fate(number, text, "kept", "", _told(own))
        else:
            yield _gone(number, text, own, fields.get(number, ()), join)
        join = next((edit.rule for edit in own if _joins(edit)), join)


def _gone(number: int, text: str, edits: list[Edit], fields: tuple[str, ...], join: str) -> Fate:
    if not text.strip():
        return Fate(number, text, "blank", "", ())
    removals = [edit for edit in edits if not edit.new and edit.family != LAYOUT]
    removal = next((edit for edit in reversed(removals) if "\n" in edit.old), removals[-1] if removals else None)
    if removal is None:
        return Fate(number, text, "joined", join, _told(edits))
    others = _told([edit for edit in edits if edit is not removal])
    return Fate(number, text, ", ".join(fields) or "removed", removal.rule, others, removal.old.strip())


def _told(edits: list[Edit]) -> tuple[Edit, ...]:
    """The edits worth telling: those that change more than blanks, or part the line."""
    return tuple(edit for edit in edits if edit.family != LAYOUT or ("\n" in edit.new and "\n" not in edit.old))


def _joins(edit: Edit) -> bool:
    return edit.family == LAYOUT and "\n" in edit.old and "\n" not in edit.new


def _fields(article: Article) -> dict[int, tuple[str, ...]]:
    """The fields of the article that were read from each line."""
    fields: dict[int, tuple[str, ...]] = {}
    places = [(name, evidence.line) for name, evidence in article.evidence.items() if name != "captions"]
    if article.captions:  # the headline and the photographer of an image stand on lines of their own
        places += [("caption", edit.line) for edit in article.edits if edit.family == "captions" and not edit.new]
    for name, line in (*places, *(("caption", caption.line) for caption in article.captions)):
        if name not in fields.get(line, ()):
            fields[line] = (*fields.get(line, ()), name)
    return fields
