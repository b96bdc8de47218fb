"""Finds the head of a page: the lines before its first paragraph, and which of them are imprints or could be headlines.

A document comes in, a `Head` of `HeadLine`s comes out.  A line is only described here; which one is the headline is
for `title`, and what an imprint states for `read`.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import NamedTuple

from corpusclean.document import BODY, Document, Line
from corpusclean.fold import fold
from corpusclean.metadata.head_context import in_context
from corpusclean.metadata.head_line import BARE, BLANK, CANDIDATE, DEBRIS, IMPRINT, MENU, OTHER, HeadLine
from corpusclean.metadata.imprint import Imprint, read_imprint
from corpusclean.metadata.looks import LONGEST, could_be_headline, is_menu
from corpusclean.metadata.table import Row, read_rows

# pages were seen with sixty lines of menu above the headline
_MOST_LINES = 150
# a run of data may go on where the text begins
_NEXT_LINES = 3
# a line this long with a comma, or any of some length with a full stop, is a paragraph
_PARAGRAPH, _SENTENCE = 50, 14
# 柏川都市报; a longer line that ends like an outlet (…齐聚文学院) says something about it
_LONGEST_BARE = 16
# 原创 王小明 河岸笔记: the author and the account, as a messenger prints them
_LONGEST_ACCOUNT = 30
# 3月18日 09:12 says when, but not in which year
_HALF_DATE = re.compile(
    r"(?:[^\s,。!?:;]{2,10}\s){0,3}(?:\d{1,2}月\d{1,2}日|\d\d-\d\d|昨天|今天|前天)(?:\s?\d{1,2}:\d\d)?|\d{1,2}(?:分钟|小时|天|个月)前|"
    r"(?:发布|发表|更新)(?:时间|日期|于)\s?:?\s?\d\d?[-/月]\d\d?.{0,30}"
)
# pages write 。 as a half-width full stop, too
_STOP = re.compile(r"。|[\u3400-\u9fff]\.(?:[”」』\"]?$|[\u3400-\u9fff])")


# what stands beside a date makes a rule take its line for debris: 2020-02-03 阅读 3521, 转自：澜安日报 2020-02-03
_MISTAKEN = (
    "counters:",
    "copyright:names-text",
    "copyright:original",
    "comments:who",
    "comments:blogger",
    "wechat:head",
    "doc-index:",
    "captions:taken-by",
    "page-tools:",
    "sharing:",
    "tags:",
    "blogs:",
)


class Head(NamedTuple):
    """The head of a page, the row of the first paragraph (None where there is none), and what its tables state."""

    lines: tuple[HeadLine, ...]
    body: int | None
    table: tuple[Row, ...] = ()

    def filled(self) -> list[HeadLine]:
        """The lines that are not blank."""
        return [line for line in self.lines if line.kind != BLANK]


def read_head(doc: Document, start: int = 0) -> Head:
    """The lines of *doc* from the row *start* to the next paragraph, each described."""
    rows = doc.lines[start : start + _MOST_LINES]
    lines = list(takewhile(lambda line: not opens_body(line), rows))
    body = start + len(lines) if len(lines) < len(rows) else None
    table = tuple(read_rows([line for line in lines if line.text.strip()]))
    cells = {row for entry in table for row in entry.rows}
    described = [HeadLine(line, IMPRINT) if line.row in cells else _describe(line) for line in lines]
    below = [line.text.strip() for line in rows[len(lines) : len(lines) + _NEXT_LINES]]
    return Head(tuple(in_context(described, below)), body, table)


def is_bare(doc: Document) -> bool:
    """True for a page on which nothing is debris and no box is marked: it may have been cleaned before."""
    return all(mark.label == BODY and not mark.region for mark in doc.marks)


def opens_body(line: Line) -> bool:
    """True for a line of the text that only the body has."""
    return line.mark.label == BODY and is_paragraph(line.text)


def is_paragraph(text: str) -> bool:
    """True for a line that only the body has: sentences with full stops, or a long line with commas.

    >>> is_paragraph("雨停之后，街上的人多了起来。"), is_paragraph("春灌来了！这条老渠今年不一样")
    (True, False)
    """
    bare = text.strip()
    if len(bare) > LONGEST:
        return True
    if len(bare) >= _SENTENCE and ("。" in bare or (("." in bare or "．" in bare) and _STOP.search(fold(bare)))):
        return True
    return len(bare) > _PARAGRAPH and ("，" in bare or "," in fold(bare))


def _describe(line: Line) -> HeadLine:
    bare, label = line.text.strip(), line.mark.label
    if bare and line.mark.rule.startswith(_MISTAKEN) and states_imprint(line):
        return HeadLine(line, IMPRINT, read_imprint(line.text))
    if not bare or label in ("debris", "caption", "title"):
        return HeadLine(line, BLANK if not bare else CANDIDATE if label == "title" else DEBRIS)
    imprint = read_imprint(line.text)
    if label == "meta" or imprint.whole or _HALF_DATE.fullmatch(fold(bare)):
        return HeadLine(line, IMPRINT, imprint)
    if _is_bare(imprint, bare) or _is_account(imprint, bare):
        return HeadLine(line, BARE, imprint)
    if could_be_headline(bare):
        return HeadLine(line, CANDIDATE)
    return HeadLine(line, MENU if is_menu(bare) else OTHER)


def states_imprint(line: Line) -> bool:
    """True for a line that states a date or a source with its label, and names nobody that no label introduces."""
    imprint = read_imprint(line.text)
    stated = any(item.moment for item in imprint.of("published")) or any(item.label for item in imprint.of("source"))
    return stated and imprint.whole and not imprint.of("unknown", "name")


def _is_bare(imprint: Imprint, bare: str) -> bool:
    """A line of nothing but names and outlets: 柏川都市报, ■王小明, 莫莉·哈蒙德."""
    kinds = {item.field for item in imprint.items}
    known = bool(kinds) and kinds <= {"name", "outlet", "author"}
    return known and len(bare) <= _LONGEST_BARE and bare[-1] not in ":："


def _is_account(imprint: Imprint, bare: str) -> bool:
    return bool(imprint.items) and len(bare) <= _LONGEST_ACCOUNT and re.match(r"原[创創]\s+\S", bare) is not None
