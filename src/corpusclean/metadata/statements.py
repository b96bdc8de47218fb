"""Gathers what the page states about itself: clues that rules and markup caught, and the imprints of labelled lines.

A judged document comes in, `Statement`s in the order of the page go out, each with its rule, its line and where it
stands.  Nothing is chosen here: `read` decides which of them count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from corpusclean.debris.shape import is_prose
from corpusclean.document import Clue, Document, Fact, Line
from corpusclean.metadata.date import find_dates
from corpusclean.metadata.dateline import Dateline, read_dateline
from corpusclean.metadata.imprint import Item, read_imprint
from corpusclean.metadata.table import RULE as TABLE_RULE

# the fields that a clue may be called by, and what they are called here
_CLUES = {
    "reporter": "author", "writer": "author", "outlet": "source", "date": "published", "original": "original-title",
    "document-number": "number", "docnumber": "number", "keywords": "keyword",
}  # fmt: skip
# an imprint may stand above the headline, but what is further up is navigation
_ABOVE_HEADLINE = 8
# a name or an outlet without a label stands closer: further up it is a word of the menu (商界, 房产资讯)
_NEAR_HEADLINE = 3
# a dateline opens one of the first paragraphs
_FIRST_PARAGRAPHS = 4
# rules whose line is one value and nothing else
_ALONE = {"metadata:handle": "unknown", "doc-index:number": "number"}
# the label of lines outside the article's box, and how far from the body they may still speak of it: an imprint above
# stands in a box of its own, the editor's name right under the text
OUTSIDE = ("markup:outside-article", "position:before-body", "position:after-body")
_ABOVE_BODY, _UNDER_BODY, _LONGEST_BESIDE = 6, 5, 60
_BESIDE = ("author", "editor", "source", "published")
FORUM_RULE, HANDLE_RULE = "bylines:forum-post", "metadata:handle"


@dataclass(frozen=True)
class Statement:
    """One statement: field, value as printed, and where it was read; ``row`` is -1 for what the markup says."""

    field: str
    value: str
    label: str
    rule: str
    line: int
    row: int = -1
    moment: datetime | date | None = None

    def fact(self, value: object = None) -> Fact:
        """The statement as a fact, with another value where one is given."""
        return Fact(self.value if value is None else value, self.rule, self.line)


class Statements:
    """All statements of a page, and the row where its body begins."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.all = [*_of_clues(doc), *_of_lines(doc)]
        self.all += self._beside_article()

    def _beside_article(self) -> Iterator[Statement]:
        """What dates and labels say just outside an HTML article's box: above its body, and in the lines under it."""
        if not self.body or not any(mark.rule in OUTSIDE for mark in self.doc.marks):
            return
        above = self.headline if self.headline >= 0 else self.body[0].row - _ABOVE_BODY
        for line in self.doc.lines[max(0, above) : self.body[-1].row + _UNDER_BODY]:
            if line.mark.rule not in OUTSIDE or not 0 < len(line.text) <= _LONGEST_BESIDE or line.row == self.headline:
                continue
            over, beside = line.row < self.first_paragraph, line.mark.rule == OUTSIDE[0]
            for item in read_imprint(line.text).items:
                if (over and item.moment) or (beside and item.label and item.field in _BESIDE):
                    yield _of_item(item, line)

    @cached_property
    def body(self) -> list[Line]:
        """The lines that stay in the article and are not blank."""
        return [line for line in self.doc.lines if line.is_body]

    @cached_property
    def datelines(self) -> list[tuple[Line, Dateline | None]]:
        """The first paragraphs, one of which a dateline opens, each with its own."""
        return [(line, read_dateline(line.text)) for line in self.body[:_FIRST_PARAGRAPHS]]

    @cached_property
    def headline(self) -> int:
        """The row of the headline, -1 where there is none."""
        return max((row for row, mark in enumerate(self.doc.marks) if mark.label == "title"), default=-1)

    @cached_property
    def first_paragraph(self) -> int:
        """The row of the first paragraph under the headline; behind the last line where there is none."""
        under = [line for line in self.body if line.row > self.headline]
        first = next((line for line in under if is_prose(line.text)), under[0] if under else None)
        return first.row if first is not None else len(self.doc.marks)

    def of(self, *fields: str) -> list[Statement]:
        """The statements of some fields, those of the markup first."""
        return [item for item in self.all if item.field in fields]

    def head(self, items: Iterable[Statement]) -> list[Statement]:
        """Those of *items* that stand above the first paragraph, and not far above the headline."""
        first = self.headline - _ABOVE_HEADLINE if self.headline >= 0 else 0
        return [item for item in items if first <= item.row <= self.first_paragraph and item.row >= 0]

    def by_headline(self, items: Iterable[Statement]) -> list[Statement]:
        """Those of *items* in the head that are no words of a menu, which stands outside the article and far up."""
        first = self.headline - _NEAR_HEADLINE if self.headline >= 0 else 0
        near = (item for item in self.head(items) if item.label or item.row >= first or self._is_inside(item))
        return list(near)

    def _is_inside(self, item: Statement) -> bool:
        return self.doc.marks[item.row].region != "outside"

    def tail(self, items: Iterable[Statement]) -> list[Statement]:
        """Those of *items* that stand below the first paragraph."""
        return [item for item in items if item.row > self.first_paragraph]


def _of_clues(doc: Document) -> Iterator[Statement]:
    rows = {mark.number: row for row, mark in reversed(list(enumerate(doc.marks)))} if doc.clues else {}
    for clue in doc.clues:
        yield _of_clue(clue, rows.get(clue.line, -1))


def _of_clue(clue: Clue, row: int) -> Statement:
    field = _CLUES.get(clue.field, clue.field)
    moment = None
    if field in ("published", "updated", "written"):
        dates = find_dates(clue.value)
        moment = dates[0].value if dates else None
    return Statement(field, clue.value, "clue", clue.rule, clue.line, row, moment)


def _of_lines(doc: Document) -> Iterator[Statement]:
    """Imprints of labelled lines; what a rule has caught in a line is not read again."""
    caught = {clue.line for clue in doc.clues if clue.line}
    for line in doc.lines:
        if line.mark.label == "meta" and line.mark.number not in caught and line.mark.rule != TABLE_RULE:
            alone = _ALONE.get(line.mark.rule)
            if alone:
                value = re.sub("[关關][注註]$", "", line.text.strip())
                yield Statement(alone, value, "", line.mark.rule, line.mark.number, line.row)
                continue
            for item in read_imprint(line.text).items:
                yield _of_item(item, line)


def _of_item(item: Item, line: Line) -> Statement:
    return Statement(item.field, item.value, item.label, line.mark.rule, line.mark.number, line.row, item.moment)
