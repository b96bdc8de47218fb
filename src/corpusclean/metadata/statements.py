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
from corpusclean.document import BODY, Clue, Document, Fact, Line
from corpusclean.metadata.byline import people_in_brackets
from corpusclean.metadata.choice import JOINED
from corpusclean.metadata.date import OLDEST, find_dates
from corpusclean.metadata.dateline import Dateline, read_dateline
from corpusclean.metadata.head import is_bare
from corpusclean.metadata.headline_split import split_joined
from corpusclean.metadata.imprint import Imprint, Item, read_imprint
from corpusclean.metadata.table import RULE as TABLE_RULE

# the fields that a clue may be called by, and what they are called here
_CLUES = {
    "reporter": "author", "writer": "author", "outlet": "source", "date": "published", "original": "original-title",
    "document-number": "number", "docnumber": "number", "keywords": "keyword",
}  # fmt: skip
# an imprint may stand above the headline, but what is further up is navigation
_ABOVE_HEADLINE = 8
# a name or an outlet without a label is among the first lines: under others it is a word of the menu (商界, 房产资讯)
_FIRST_LINES = 4
# a dateline opens one of the first paragraphs
_FIRST_PARAGRAPHS = 4
# rules whose line is one value and nothing else
_ALONE = {"metadata:handle": "unknown", "doc-index:number": "number"}
# the label of lines outside the article's box, and how far from the body they may still speak of it: an imprint above
# stands in a box of its own, the editor's name right under the text
OUTSIDE = ("markup:outside-article", "position:before-body", "position:after-body", "position:after-end")
_ABOVE_BODY, _UNDER_BODY, _LONGEST_BESIDE = 6, 5, 60
_BESIDE = ("author", "editor", "source", "published")
# whatever else a line is taken for: 文/王小明 图/李大山 says who wrote the text, 原标题：… where it stood before
_SPEAKS = re.compile(
    r"\s*(?:[文撰][/／|｜:：]|原[标標][题題]\s?[:：]|(?:文章|本文)?(?:[转轉][载載]?自|摘自|(?<=文)[来來]源|(?<=章)[来來]源)\s?[:：]\s?[^\s，。：:]{2,16}\s*$)"
)
FORUM_RULE, HANDLE_RULE, BRACKET_RULE = "bylines:forum-post", "metadata:handle", "metadata:last-bracket"
# a byline whose place is glued to the name is taken for something else, too: （記者王小明台北報導）
_REPORTS = re.compile(r"\s*[(（\[【〔][^()（）]{0,10}[记記]者[^()（）]{2,16}[报報][导導道][)）\]】〕]\s*")
# lines that say more than their rule has caught: 分类：随笔 发布：2021-03-08, 《柏川日报》（2021年3月8日 第03版）
_MORE_THAN_CAUGHT = ("metadata:", "sources:paper-page")
_ROLES = {"author": "记者", "editor": "编辑", "credit": "摄影"}


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
        self.bare = is_bare(doc)  # nothing but body, which no statement stands in
        self.all = [*_of_clues(doc), *(() if self.bare else _of_lines(doc))]
        if not self.bare:
            self.all += self._beside_article()

    def _beside_article(self) -> Iterator[Statement]:
        """What dates and labels say just outside an HTML article's box: above its body, and in the lines under it."""
        if not self.body or not any(mark.rule in OUTSIDE for mark in self.doc.marks):
            return
        above = self.headline if self.headline >= 0 else self.body[0].row - _ABOVE_BODY
        for line in self.doc.lines[max(0, above) : self.body[-1].row + _UNDER_BODY]:
            if line.mark.rule in OUTSIDE and 0 < len(line.text) <= _LONGEST_BESIDE and line.row != self.headline:
                imprint = read_imprint(line.text)
                yield from (_of_item(item, line) for item in imprint.items if self._speaks(item, imprint, line))

    def _speaks(self, item: Item, imprint: Imprint, line: Line) -> bool:
        """True for an item beside the article that speaks of it: dates above the text, labels beside it."""
        labelled = bool(item.label) and item.field in _BESIDE
        if line.row < self.first_paragraph:
            return item.moment is not None or (labelled and (imprint.whole or line.mark.rule == OUTSIDE[0]))
        return labelled and (line.row > self.last_prose or line.mark.rule == OUTSIDE[0])

    @cached_property
    def body(self) -> list[Line]:
        """The lines that stay in the article and are not blank."""
        return [line for line in self.doc.lines if line.is_body]

    @cached_property
    def datelines(self) -> list[tuple[Line, Dateline | None]]:
        """The first paragraphs, one of which a dateline opens, each with its own."""
        return [(line, read_dateline(line.text)) for line in self.under_headline[:_FIRST_PARAGRAPHS]]

    @cached_property
    def headline(self) -> int:
        """The row of the headline, -1 where there is none."""
        if self.bare:
            return -1
        return max((row for row, mark in enumerate(self.doc.marks) if mark.label == "title"), default=-1)

    @cached_property
    def under_headline(self) -> list[Line]:
        """The lines of the body below the headline."""
        return [line for line in self.body if line.row > self.headline] if self.headline >= 0 else self.body

    @cached_property
    def first_paragraph(self) -> int:
        """The row of the first paragraph under the headline; behind the last line where there is none."""
        under = self.under_headline
        first = next((line for line in under if is_prose(line.text)), under[0] if under else None)
        return first.row if first is not None else len(self.doc.marks)

    @cached_property
    def last_prose(self) -> int:
        """The row of the last paragraph of the text."""
        return next((line.row for line in reversed(self.body) if is_prose(line.text)), len(self.doc.marks))

    @cached_property
    def under_text(self) -> list[Line]:
        """The few lines right under the text that were taken for no part of it."""
        last = self.body[-1].row if self.body else len(self.doc.marks)
        under = (line for line in self.doc.lines[last + 1 : last + 1 + _UNDER_BODY] if line.text.strip())
        return [line for line in under if line.mark.rule in OUTSIDE]

    def of(self, *fields: str) -> list[Statement]:
        """The statements of some fields, those of the markup first."""
        return [item for item in self.all if item.field in fields] if self.all else []

    def head(self, items: Iterable[Statement]) -> list[Statement]:
        """Those of *items* that stand above the first paragraph, and not far above the headline."""
        first = self.headline - _ABOVE_HEADLINE if self.headline >= 0 else 0
        return [item for item in items if first <= item.row <= self.first_paragraph and item.row >= 0]

    def by_headline(self, items: Iterable[Statement]) -> list[Statement]:
        """Those of *items* in the head that are no words of a menu: labelled, below the headline, or first."""
        first = self.headline if self.headline >= 0 else 0
        return [item for item in self.head(items) if item.label or item.row >= first or self._is_first(item)]

    def _is_first(self, item: Statement) -> bool:
        """True for the first lines of a page, or of the article's box where the markup shows one."""
        lines = self.doc.lines[: item.row]
        region = self.doc.marks[item.row].region
        return sum(bool(line.text.strip()) and line.mark.region == region for line in lines) < _FIRST_LINES

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
        dates = find_dates(clue.value, since=OLDEST)
        moment = dates[0].value if dates else None
    return Statement(field, clue.value, "clue", clue.rule, clue.line, row, moment)


def _of_lines(doc: Document) -> Iterator[Statement]:
    """What labelled lines say; what a rule has caught in a line is not read again."""
    caught = {clue.line for clue in doc.clues if clue.line}
    for line in doc.lines:
        again = line.mark.number not in caught or line.mark.rule.startswith(_MORE_THAN_CAUGHT)
        if line.mark.label != BODY and again and line.mark.rule != TABLE_RULE:
            yield from _of_line(line)


def _of_line(line: Line) -> Iterator[Statement]:
    rule, imprint = line.mark.rule, line.text if line.mark.label == "meta" else ""
    if rule == JOINED:
        imprint = (split_joined(line.text) or ("", ""))[1]
    elif rule == BRACKET_RULE or _REPORTS.fullmatch(line.text):
        imprint = ""
        for role, name in people_in_brackets(line.text):
            yield Statement(role, name, _ROLES[role], rule, line.mark.number, line.row)
    elif rule in _ALONE:
        value = re.sub("[关關][注註]$", "", imprint.strip())
        yield Statement(_ALONE[rule], value, "", rule, line.mark.number, line.row)
        imprint = ""
    elif _SPEAKS.match(line.text):
        imprint = line.text
    for item in read_imprint(imprint).items:
        yield _of_item(item, line)


def _of_item(item: Item, line: Line) -> Statement:
    return Statement(item.field, item.value, item.label, line.mark.rule, line.mark.number, line.row, item.moment)
