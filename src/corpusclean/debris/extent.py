"""How far the article reaches: its first and last line, the headline over it, and the line that ends it.

The outlines and labels of a page come in; the stretch with the most prose and the least debris comes out, and for each
line whether the article has ended above it.  No line is judged here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpusclean.document import BODY

# What a line is worth to the stretch that is taken for the article: prose pays for a few short lines and for debris
# between two paragraphs, a long run of debris ends the stretch.
_WORTH = {"prose": 60, "clauses": 20, "sentence": 8, "question": 4}
_SHORT, _LABELLED, _ENDING = -3, -10, -40
# After the editor's line, the links to the next article or the notice of copyright an article seldom goes on.
_ENDINGS = frozenset(("paging", "credits", "copyright", "recommendations", "disclaimers", "comments", "tags"))
# Under the article the first line of debris is its end: on 200 pages no line but replies stood below as body.  Not so
# where the debris is of a kind that also stands inside articles; then three lines of it are the end.
_INSIDE_ARTICLES = frozenset((
    "", "hotlines", "advertising", "comments", "image-files", "page-ids", "markup",
    "contents", "documents", "papers", "qa", "shop", "shop-policy", "page-tools", "list-lines", "wiki", "education",
))  # fmt: skip
_END_BY_NUMBER = 3
# Page numbers run through the text of a document, numbers of lines through code, hours through a live report.
RUNNING = frozenset((
    "paging:page-of", "paging:gallery", "paging:slides", "neighbours:line-number", "neighbours:time-stamp",
))  # fmt: skip
# A thread goes on after anything.
_THREADS = "forum:"
# An article has begun when this many paragraphs have stood on the page; under a headline one is enough.
_BEGUN = 2

Look = tuple[str, str, str]


class Extent(NamedTuple):
    """First and last line of the article (0 and -1 where there is no prose), the headline (-1: none), and its ends."""

    first: int
    last: int
    headline: int
    ended: tuple[str, ...]
    after_end: tuple[bool, ...]

    def place(self, at: int) -> str:
        """Where a line stands: before-title, head, core or tail; on a page without prose, nowhere."""
        if at < self.headline:
            return "before-title"
        if self.last < self.first:
            return "nowhere"
        return "head" if at < self.first else "tail" if at > self.last else "core"

    def anchors(self, at: int, marked: Sequence[int]) -> int:
        """How many anchors there are in the line's part of the page; *marked* are running sums."""
        if at < self.first:
            return marked[self.first]
        if at > self.last:
            return marked[-1] - marked[self.last + 1]
        return marked[self.last + 1] - marked[self.first]


def extent_of(lines: Sequence[Look], marked: Sequence[int]) -> Extent:
    """How far the article reaches.

    Parameters
    ----------
    lines : sequence of (str, str, str)
        Outline, label and rule, for each line that is not blank.
    marked : sequence of int
        Running sums: how many of the first n lines are anchors.
    """
    first, last = core(lines)
    headline = _headline(lines, marked, first if last >= first else len(lines))
    ended, after_end = _ends(lines, marked, last)
    return Extent(first, last, headline, ended, after_end)


def core(lines: Sequence[Look]) -> tuple[int, int]:
    """First and last index of the stretch with the greatest sum of worths; (0, -1) where there is no prose.

    >>> core([("word", "debris", "paging:next"), ("prose", "body", ""), ("prose", "body", ""), ("word", "body", "")])
    (1, 2)
    """
    best, span, total, start = 0, (0, -1), 0, 0
    for at, (outline, label, rule) in enumerate(lines):
        if total <= 0:
            total, start = 0, at
        if label == BODY:
            total += _WORTH.get(outline, _SHORT)
        else:
            total += _ENDING if rule.partition(":")[0] in _ENDINGS else _LABELLED
        if total > best:
            best, span = total, (start, at)
    return span


def _headline(lines: Sequence[Look], marked: Sequence[int], first: int) -> int:
    """Where the headline stands, or -1: over the article, and with other lines that are labelled above it.

    A headline in the middle of the text is one of several, or a slip of the finder; so is one with no line of text
    under it, such as the number of an issue that stands below its contents.
    """
    at = next((at for at, (_, label, _) in enumerate(lines) if label == "title"), -1)
    over = 0 < at <= first and marked[at] and any(label == BODY for _, label, _ in lines[at + 1 :])
    return at if over else -1


def _ends(lines: Sequence[Look], marked: Sequence[int], last: int) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    """For each line the family that ended the article above it, and whether that is certain."""
    thread = any(rule.startswith(_THREADS) for _, _, rule in lines)
    ended, certain, paragraphs = "", False, 0
    begun = 1 if any(label == "title" for _, label, _ in lines) else _BEGUN
    families, ends = [], []
    for at, (outline, label, rule) in enumerate(lines):
        family = "" if rule in RUNNING else rule.partition(":")[0]
        if label == BODY:
            paragraphs += outline in ("prose", "clauses")
        elif paragraphs and family in _ENDINGS:
            ended = family
        if at > last and paragraphs >= begun and not thread and not certain:
            certain = _is_end(label, family) or marked[at] - marked[last + 1] >= _END_BY_NUMBER
        families.append(ended)
        ends.append(certain)
    return tuple(families), tuple(ends)


def _is_end(label: str, family: str) -> bool:
    """True for debris, and for the editor's line, that stands under articles only."""
    return family == "credits" or (label == "debris" and family not in _INSIDE_ARTICLES)
