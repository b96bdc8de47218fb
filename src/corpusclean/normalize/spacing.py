"""Blanks that no writer typed, and characters that no reader sees.

A line and the place of a blank or an invisible character come in; its removal goes out, or None where it stays.  A
single blank between Han is kept wherever a writer may have meant it: headlines, verse, names, rows of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusclean.document import Change
from corpusclean.normalize.protect import Span, outside
from corpusclean.normalize.signs import BLANK, BLANKS, CLOSING, HAN, OPENING, POINTS, is_han, run_end

# from this many blanks on, they set columns
COLUMN = 4
# a page went through a word segmenter where this share of the gaps between Han is blank, and marks have blanks before
SEGMENTED_SHARE = 0.2
SEGMENTED_MARKS = 0.5
# how far back the quote that opens is looked for
QUOTE_REACH = 100

_JOINERS = "\u200c\u200d"
_DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
INVISIBLE = "\u200b\u2060\ufeff\u00ad" + _JOINERS + _DIRECTIONS
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_EMOJI = re.compile("[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff\U000e0020-\U000e007f]")
# Persian and the scripts of India join and part letters by these
_JOINING_SCRIPTS = re.compile("[\u0600-\u0dff]")

_GAP = re.compile(f"(?<=[{HAN}])[{BLANK}]*(?=[{HAN}])")
_POINT = re.compile("[，。、；：？！,;!?]")
_POINT_AFTER_BLANK = re.compile(f"(?<=[{BLANK}])[，。、；：？！,;!?]")
_WORD_GAP = re.compile(f"(?<=[{HAN}{CLOSING})])[{BLANK}]+(?=[{HAN}{OPENING}(])")


def invisible(line: str, at: int) -> Change | None:
    """Zero-width characters and direction marks go; emoji, Arabic and Indian scripts keep theirs."""
    end = run_end(line, at)
    left, right = line[at - 1 : at] if at else "", line[end : end + 1]
    if line[at] in _JOINERS:
        if _EMOJI.match(left) and _EMOJI.match(right):
            return None
        if _JOINING_SCRIPTS.match(left):
            return None
    if line[at] in _DIRECTIONS and _RIGHT_TO_LEFT.search(line, max(0, at - 50), at + 50):
        return None
    return Change(at, end, "", "spacing:invisible")


def blank(line: str, at: int) -> Change | None:
    """Blanks beside a full-width mark, which brings its own room."""
    if not at or line[at - 1] in BLANKS:
        return None
    end = at
    while end < len(line) and line[end] in BLANKS:
        end += 1
    left, right = line[at - 1], line[end : end + 1]
    if right and end - at < COLUMN and (_leans_back(line, at, left, right) or _leans_on(line, at, left, right)):
        return Change(at, end, "", "spacing:beside-mark")
    return None


def _leans_back(line: str, at: int, left: str, right: str) -> bool:
    """Is the mark after the blank one that stands close to what goes before?"""
    if right in "”’":
        return _opened(line, at) == right
    return right in POINTS + "）》」』】" and (is_han(left) or left.isalnum() or left in POINTS + CLOSING + "…%％")


def _leans_on(line: str, at: int, left: str, right: str) -> bool:
    """Is the mark before the blank one that stands close to what follows?"""
    if not (is_han(right) or right.isalnum() or right in OPENING):
        return False
    return left in POINTS + "（《「『【" or (left in "“‘" and _opened(line, at - 1) == "")


def _opened(line: str, at: int) -> str:
    """The quote that would close the last one opened before *at*; empty where none is open."""
    start = max(0, at - QUOTE_REACH)
    last = max("“”‘’", key=lambda quote: line.rfind(quote, start, at))
    return {"“": "”", "‘": "’"}.get(last, "") if line.rfind(last, start, at) >= 0 else ""


def segmented_blanks(line: str, spans: list[Span]) -> Iterator[Change]:
    """The blanks of a word segmenter: 疫情 防控 ， 人人 有责 。

    >>> [change.start for change in segmented_blanks("疫情 防控 ， 人人 有责 。", [])]
    [2, 10]
    >>> list(segmented_blanks("张三 李四。", []))
    []
    """
    points, parted = len(_POINT.findall(line)), len(_POINT_AFTER_BLANK.findall(line))
    if not parted or parted < points * SEGMENTED_MARKS:
        return
    gaps = _GAP.findall(line)
    if sum(map(bool, gaps)) >= max(1, len(gaps) * SEGMENTED_SHARE):
        for match in _WORD_GAP.finditer(line):
            if outside(spans, *match.span()):
                yield Change(match.start(), match.end(), "", "spacing:segmenter")
