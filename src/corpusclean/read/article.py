"""Finds the box that holds the article: the one with the best sum over its lines.

Rows and boxes come in; for each row, whether it is inside the article goes out.  A line of sentences counts for its
box, a line of links against it, so the best box is the smallest that holds the whole body and little else; inside it
the best run of lines is taken, less the boxes that their own names call comments or related stories.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from corpusclean.read.tree import Box, Row

_MARKS = re.compile("[，。；：、！？,;!?…]")
_HAN = re.compile("[\u3400-\u9fff]")
# a paragraph is worth at most this, so that one huge comment does not outweigh ten short paragraphs
_MOST = 12.0
# a list item with so much link text and a blurb is a teaser of another story
_TEASER = 6
_APART_TAGS = ("aside", "footer", "nav")
_APART_NAMES = re.compile(
    r"(?:^|[\s_-])"
    r"(?:comments?|cmt|pinglun|pl|related|relate|relative|recommend\w*|tuijian|hot\w*|rank\w*"
    r"|sidebar|side|aside|footer|foot|copyright|nav|menu|breadcrumbs?|share|bshare|ad|ads|advert\w*)"
    r"(?:$|[\s_-])"
)
_APART_COSTS = 0.5
# a box holds no side matter if it holds this share of the page's sentences
_APART_SHARE = 0.5


def weight(row: Row) -> float:
    """What a line says for its box: sentences for it, links and menu words against it."""
    link_share = min(1.0, row.linked / max(1, len(row.text.replace(" ", ""))))
    if link_share > 0.5:
        return -1.0
    marks = len(_MARKS.findall(row.text))
    han = len(_HAN.findall(row.text))
    if han < 8 or not marks:
        return 0.3 if han >= 12 else 0.0
    if row.kind == "list-item" and row.linked >= _TEASER:
        return -0.5
    return min(_MOST, (marks + han / 20) * (1 - link_share))


def inside_article(rows: Sequence[Row], boxes: Sequence[Box]) -> list[bool]:
    """For each row, whether it stands inside the article; all do where no box stands out."""
    weights = [weight(row) for row in rows]
    apart = _apart(weights, boxes)
    weights = [min(value, -_APART_COSTS) if away else value for value, away in zip(weights, apart, strict=True)]
    sums = list(accumulate(weights, initial=0.0))
    best, best_score = (0, len(rows)), 0.0
    for box in boxes:
        score = sums[box.end] - sums[box.first]
        if score > best_score:
            best, best_score = (box.first, box.end), score
    first, end = _best_run(weights, *best)
    return [first <= index < end and not away for index, away in enumerate(apart)]


def _apart(weights: Sequence[float], boxes: Sequence[Box]) -> list[bool]:
    """For each row, whether a box around it says by its name or tag that it is no part of the article."""
    good = list(accumulate((max(0.0, value) for value in weights), initial=0.0))
    apart = [False] * len(weights)
    for box in boxes:
        named = box.tag in _APART_TAGS or _APART_NAMES.search(box.name)
        # a forum names its whole thread "comments", a theme its whole page "sidebar-right"
        if named and good[box.end] - good[box.first] < _APART_SHARE * good[-1]:
            apart[box.first : box.end] = [True] * (box.end - box.first)
    return apart


def _best_run(weights: Sequence[float], first: int, end: int) -> tuple[int, int]:
    """The run of lines with the best sum inside a box, with the neutral lines at its ends (headline, date, ——完——)."""
    best, best_sum, start, total = (first, end), 0.0, first, 0.0
    for index in range(first, end):
        total += weights[index]
        if total > best_sum:
            best, best_sum = (start, index + 1), total
        if total < 0:
            start, total = index + 1, 0.0
    low, high = best
    while low > first and weights[low - 1] >= 0:
        low -= 1
    while high < end and weights[high] >= 0:
        high += 1
    return low, high
