"""Finds the next article that some sites load under the first one, so that the page never ends.

Rows, boxes, what each row is worth and the row of the headline come in; the row where the next article begins goes out.
A chapter of the same article is none: it has no date of its own, and no box that is called an article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from corpusclean.read.anchor import is_dated
from corpusclean.read.apart import PARAGRAPH, SENTENCE
from corpusclean.read.outline import Box, Row

# a headline stands among the first rows of its article
_OPENING = 3
# a page loads few articles; one made to take time has a headline in each line
_MOST_HEADLINES = 40
_ARTICLE = re.compile(r"(?:^|[\s_-])(?:article|post|entry|hentry|story)(?:$|[\s_-])")
_DIGITS = re.compile(r"\d+")


def before_next_article(
    rows: Sequence[Row], boxes: Sequence[Box], worth: Sequence[float], headline: int, inside: range
) -> int:
    """Where the next article begins within *inside*, or where *inside* ends: at a headline like the first.

    Both have a date under them, or each opens an article of its own.
    """
    kind, level, text = rows[headline].kind, rows[headline].level, rows[headline].text
    if kind != "heading":
        return inside.stop
    start = max(inside.start, headline + 1)
    # a reply repeats the headline
    again = [
        row
        for row in range(start, inside.stop)
        if (rows[row].kind, rows[row].level) == (kind, level) and text not in rows[row].text
    ]
    if not again:
        return inside.stop
    again = again[:_MOST_HEADLINES]
    dated = is_dated(rows, headline)
    sums = list(accumulate(worth[headline + 1 : inside.stop], initial=0.0))
    for row in again:
        above = sums[row - headline - 1]
        if above >= SENTENCE:
            both_dated = dated and is_dated(rows, row)
            if (both_dated and above >= PARAGRAPH) or _are_articles(boxes, headline, row, needs_name=not both_dated):
                return row
    return inside.stop


def later_articles(rows: Sequence[Row], boxes: Sequence[Box], worth: Sequence[float]) -> list[Box]:
    """The ``<article>`` elements under the first one that open with a headline and a date, where that one has a text.

    This is for a page whose title names none of its lines; elsewhere the headline tells which article is meant.
    """
    articles = [box for box in boxes if box.tag == "article"]
    if len(articles) < 2:
        return []
    first = min(articles, key=lambda box: (box.first, -box.end))
    if sum(value for value in worth[first.first : first.end] if value > 0) < SENTENCE:
        return []
    return [box for box in articles if box.first >= first.end and _opens_dated(rows, box)]


def _opens_dated(rows: Sequence[Row], box: Box) -> bool:
    return any(
        rows[row].kind == "heading" and is_dated(rows, row)
        for row in range(box.first, min(box.end, box.first + _OPENING))
    )


def _are_articles(boxes: Sequence[Box], headline: int, row: int, *, needs_name: bool) -> bool:
    """True where two boxes alike hold one of the two rows each, among their first; named as articles if need be."""
    first = {_sort(box) for box in boxes if _opens(box, headline) and box.end <= row}
    second = {_sort(box) for box in boxes if _opens(box, row) and box.first > headline}
    return any(not needs_name or tag == "article" or _ARTICLE.search(name) for tag, name in first & second)


def _opens(box: Box, row: int) -> bool:
    """True where the row is among the first of a box that holds more than a headline and its date."""
    return box.first <= row <= box.first + _OPENING and box.end > row + 2


def _sort(box: Box) -> tuple[str, str]:
    return box.tag, _DIGITS.sub("", box.name)
