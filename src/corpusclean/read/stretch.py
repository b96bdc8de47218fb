"""Finds the stretch of lines that is the article: the best run of the best box, under the headline where there is one.

What each line is worth, the boxes and the row of the headline come in; the first and the last row go out.  What a line
is worth is decided elsewhere; no text is looked at here.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, islice

from corpusclean.read.apart import MOST, SENTENCE
from corpusclean.read.outline import Box

# under the headline come the date, the source, buttons, a video, a lead; then the article
UNDER_HEADLINE = 15
# a text under the headline may be that much shorter than one elsewhere on the page, but has at least a sentence
_SHORTER = 0.15
# what a box holds besides the article counts against it, though less than the article counts for it
_REST = 0.6
# the box of an article holds nearly all of it; a notice under comments is outside
_NEARLY = 0.85
_ROUNDING = 1e-6
# lines that are looked at in all boxes together: a page of 300 has about 3,000, one made to take time millions
_ENOUGH = 500_000
# an article whose every paragraph has a box of its own, and links between, is put together again over so many boxes
_AROUND = 2


def stretch(worth: Sequence[float], boxes: Sequence[Box], headline: int | None) -> tuple[int, int]:
    """The rows of the article: those under the headline, where enough stands there, else the best of the page.

    A text without a sentence, such as a timetable, goes on up to the next link.
    """
    first, end = _stretch(worth, boxes, headline)
    if headline is not None and headline <= first <= headline + UNDER_HEADLINE and sum(worth[first:end]) < SENTENCE:
        end = next((row for row in range(end, len(worth)) if worth[row] < 0), len(worth))
    return first, end


def _stretch(worth: Sequence[float], boxes: Sequence[Box], headline: int | None) -> tuple[int, int]:
    anywhere = _best_box(worth, boxes)
    best = _grown(worth, boxes, *_best_run(worth, *anywhere))
    if headline is None:
        return best
    below = [value if row > headline else 0.0 for row, value in enumerate(worth)]
    first, end = _grown(below, boxes, *_best_run(below, *_best_box(below, boxes)))
    found, most = sum(below[first:end]), sum(worth[best[0] : best[1]])
    if best[0] <= headline < best[1] or headline < first <= headline + UNDER_HEADLINE:
        enough = SENTENCE if first <= headline + UNDER_HEADLINE else MOST * most
        if found >= max(enough, MOST * most):
            return max(first, headline), end
    near = _near(below, boxes, headline)
    if near is not None and sum(below[near[0] : near[1]]) >= max(SENTENCE, _SHORTER * most):
        return near
    return best


def _near(worth: Sequence[float], boxes: Sequence[Box], headline: int) -> tuple[int, int] | None:
    """The best run that begins right under the headline."""
    below = ((max(box.first, headline + 1), box.end) for box in boxes if box.first <= headline + UNDER_HEADLINE)
    close = dict.fromkeys(span for span in below if span[1] > span[0])
    sizes = accumulate(end - first for first, end in close)
    spans = [span for span, size in zip(close, sizes, strict=True) if size <= _ENOUGH]
    runs = {_grown(worth, boxes, *run) for run in {_best_run(worth, *span) for span in spans}}
    runs = {run for run in runs if run[0] <= headline + UNDER_HEADLINE}
    return max(runs, key=lambda run: (sum(worth[run[0] : run[1]]), -run[1]), default=None)


def _best_box(worth: Sequence[float], boxes: Sequence[Box]) -> tuple[int, int]:
    """The rows of the best box: its best run counts, and in part what else it holds; all rows where none stands out."""
    sums = list(accumulate(worth, initial=0.0))
    good = list(accumulate((max(0.0, value) for value in worth), initial=0.0))
    best, best_score, seen = (0, len(worth)), 0.0, (0, 0)
    looked_at = 0
    for _, _, first, end in boxes:
        # no run is worth more than all sentences of its box
        if good[end] - good[first] > best_score - _ROUNDING and (first, end) != seen:
            seen = (first, end)
            looked_at += end - first
            most = _most(worth, first, end) if looked_at <= _ENOUGH else max(0.0, sums[end] - sums[first])
            score = most + _REST * min(0.0, sums[end] - sums[first] - most)
            if score > best_score:
                best, best_score = seen, score
    return best


def _most(worth: Sequence[float], first: int, end: int) -> float:
    """The sum of the best run of lines."""
    most = total = 0.0
    for value in worth[first:end]:
        total += value
        if total < 0:
            total = 0.0
        elif total > most:
            most = total
    return most


def _best_run(worth: Sequence[float], first: int, end: int) -> tuple[int, int]:
    """The run of lines with the best sum inside a box, with the neutral lines at its ends (headline, date, ——完——)."""
    best, best_sum, start, total = (first, end), 0.0, first, 0.0
    for index in range(first, end):
        total += worth[index]
        if total > best_sum:
            best, best_sum = (start, index + 1), total
        if total < 0:
            start, total = index + 1, 0.0
    low, high = best
    while low > first and worth[low - 1] >= 0:
        low -= 1
    while high < end and worth[high] >= 0:
        high += 1
    return low, high


def _grown(worth: Sequence[float], boxes: Sequence[Box], first: int, end: int) -> tuple[int, int]:
    """The run with the sentences next to it in the boxes right around it, up to a link on each side."""
    around = (box for box in boxes if box.first <= first and box.end >= end and box.end - box.first > end - first)
    for box in islice(around, _AROUND):
        first = box.first + len(worth[box.first : first]) - _reach(worth[box.first : first][::-1])
        end += _reach(worth[end : box.end])
    return first, end


def _reach(worth: Sequence[float]) -> int:
    """How many rows there are up to the last sentence before a link."""
    far = 0
    for count, value in enumerate(worth, 1):
        if value < 0:
            break
        if value >= SENTENCE:
            far = count
    return far


def without_tail(worth: Sequence[float], boxes: Sequence[Box], first: int, end: int) -> int:
    """Where the article ends: with the box that holds nearly all of it, and sentences that no link parts from it."""
    sums = list(accumulate((max(0.0, value) for value in worth), initial=0.0))
    nearly = _NEARLY * (sums[end] - sums[first])
    for box in boxes:
        if sums[min(box.end, end)] - sums[max(box.first, first)] >= nearly > 0:
            return min(end, box.end + _reach(worth[box.end : end])) if box.end < end else end
    return end
