"""Finds the headline above a dated imprint or under a path, below menus in whole sentences, notices and teasers.

A document comes in; out goes the head that it stands in, and the `Choice`.  An imprint is the article's only
where the most text of the page stands under it; the dates of comments and related stories have little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpusclean.debris.shape import HAN
from corpusclean.document import Document, Line
from corpusclean.metadata.choice import Choice
from corpusclean.metadata.echo import echoes, text_under
from corpusclean.metadata.head import Head, opens_body, read_head
from corpusclean.metadata.headline_echoed import under_path
from corpusclean.metadata.headline_finders import above_dated_imprint, above_dateline
from corpusclean.metadata.imprint import read_imprint

# what no date is spelled without
_DATE = re.compile(r"\d\s?[-/.年－／．]\s?\d|[〇零一二三四五六七八九]年|(?:19|20)\d\d")
_LONGEST_IMPRINT = 120
# how a dateline begins
_SENT = re.compile(
    r"\s*(?:[(（\[【〔][^)）]{0,30}[报報电電讯訊]|.{1,24}?(?:日[专專]?[电電讯訊]|[报報网網社台][讯訊]|日消息))"
)
# a headline stands at most this many lines above its date
_FAR_ABOVE = 30
# the text under the first imprint is the page's where no other has twice as much under it
_MAIN = 0.5
# teasers and notices in whole sentences may take as much room as a short report under them, a text does not
_AGAINST_ABOVE = 0.3
# below a paragraph, 952.7公顷 above a date is a cell of a table
_FEWEST_HAN = 4


def by_anchor(doc: Document, first: Head) -> tuple[Head, Choice] | None:
    """The headline above the dated imprint, or under the path, that the most text stands under."""
    found: list[tuple[Head, Choice]] = []
    for head in (first, *_later_heads(doc, first)):
        choice = above_dated_imprint(doc, head)
        if choice is None and head is not first:
            choice = under_path(doc, head) or above_dateline(doc, head)
        if choice is not None and choice.row is not None and (head is first or _is_sure(doc, head, choice)):
            found.append((head, choice))
    if not found or (found[0][0] is first and len(found) == 1):
        return found[0] if found else None
    masses = _masses(doc, [choice.row or 0 for _, choice in found])
    enough = max(_MAIN * max(masses[1:]), _AGAINST_ABOVE * masses[0])
    return next((pair for pair, mass in zip(found, masses[1:], strict=True) if mass >= enough), None)


def _masses(doc: Document, rows: list[int]) -> list[int]:
    """How much text in paragraphs stands above the first of *rows* and under each of them."""
    bounds = [0, *rows, len(doc.marks)]
    return [sum(len(line.text) for line in doc.lines[start:end] if opens_body(line)) for start, end in pairwise(bounds)]


def _later_heads(doc: Document, first: Head) -> Iterator[Head]:
    """The lines above later paragraphs that have an anchor among them, from far enough above the last one."""
    if first.body is None:
        return
    start = anchor = 0
    for line in doc.lines[first.body + 1 :]:
        if opens_body(line):
            anchor = anchor or (line.row if _opens_report(line, start) else 0)
            if anchor:
                yield read_head(doc, max(start, first.body + 1, anchor - _FAR_ABOVE))
            start, anchor = line.row + 1, 0
        elif _is_anchor(line):
            anchor = line.row


def _is_anchor(line: Line) -> bool:
    if line.mark.rule.startswith("breadcrumbs:"):
        return True
    dated = 0 < len(line.text) <= _LONGEST_IMPRINT and _DATE.search(line.text) is not None
    return dated and (line.mark.label == "meta" or read_imprint(line.text).whole)


def _opens_report(line: Line, start: int) -> bool:
    """True for a paragraph with a dateline under other lines."""
    return line.row > start > 0 and _SENT.match(line.text) is not None


def _is_sure(doc: Document, head: Head, choice: Choice) -> bool:
    """True where a paragraph stands under the imprint that says again what the headline says."""
    if head.body is None or choice.row is None or len(HAN.findall(choice.text)) < _FEWEST_HAN:
        return False
    return echoes(choice.text, text_under(doc, choice.row))
