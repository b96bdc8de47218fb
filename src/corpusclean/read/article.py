"""Finds the box that holds the article: the one with the best sum over its lines.

Rows and boxes come in, the numbers of the first and the last line of the article go out.  A line of sentences counts
for its box, a line of links against it, so the best box is the smallest that holds the whole body and little else.
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


def find_article(rows: Sequence[Row], boxes: Sequence[Box]) -> tuple[int, int]:
    """Numbers, from 1, of the first and the last line of the article; the whole page where no box stands out."""
    if not rows:
        return 1, 0
    weights = [weight(row) for row in rows]
    sums = list(accumulate(weights, initial=0.0))
    best, best_score = (0, len(rows)), 0.0
    for box in boxes:
        score = sums[box.end] - sums[box.first]
        if score > best_score:
            best, best_score = (box.first, box.end), score
    first, end = _best_run(weights, *best)
    return first + 1, end


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
