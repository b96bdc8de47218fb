"""Finds the line that an article hangs from where no row says what the page's title does.

Rows and what each is worth come in, a row goes out: a short line with a date line right under it and sentences under
that, or else the path to the page (首页 > 新闻 > 正文).  Nothing is said of whether the line is a headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpusclean.fold import fold
from corpusclean.read.outline import Row

_DATED = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}|\d{2,3}年\d{1,2}月\d{1,2}日")
_PATH = re.compile(r"(?:当前位置|您?的?位置|您现在|主页|[^>:。]{0,8}首页)[^。]{0,60}?>.{1,80}")
_SHORTEST, _LONGEST, _LONGEST_IMPRINT = 4, 60, 90
# a date line stands under the headline with at most a subtitle between, the text under buttons and a lead
_DATE_WITHIN, _TEXT_WITHIN = 3, 10
_SENTENCE = 1.2
# a chat and a thread have a date over every post
_MOST_IMPRINTS = 4


def is_dated(rows: Sequence[Row], row: int, within: int = _DATE_WITHIN) -> bool:
    """True where one of the lines right under *row* is a short one with a date."""
    below = rows[row + 1 : row + 1 + within]
    return any(len(item.text) <= _LONGEST_IMPRINT and _DATED.search(item.text) for item in below)


def anchor(rows: Sequence[Row], worth: Sequence[float]) -> int | None:
    """The row of the best anchor: of all, the one with the most sentences from it to the next one; None without any."""
    over_imprints = [row for row in range(len(rows)) if _is_over_imprint(rows, worth, row)]
    best = _most_below(over_imprints, worth) if len(over_imprints) <= _MOST_IMPRINTS else None
    return best if best is not None else _most_below([row for row in range(len(rows)) if _is_path(rows[row])], worth)


def _is_path(row: Row) -> bool:
    folded = fold(row.text[:_LONGEST_IMPRINT]).strip()
    return ">" in folded and _PATH.match(folded) is not None


def _is_over_imprint(rows: Sequence[Row], worth: Sequence[float], row: int) -> bool:
    text = rows[row].text
    if not _SHORTEST <= len(text) <= _LONGEST or not 0 <= worth[row] < _SENTENCE or _DATED.search(text):
        return False
    if not is_dated(rows, row):
        return False
    return any(value >= _SENTENCE for value in worth[row + 2 : row + 2 + _TEXT_WITHIN])


def _most_below(found: Sequence[int], worth: Sequence[float]) -> int | None:
    if not found:
        return None
    ends = [*found[1:], len(worth)]
    sums = [sum(value for value in worth[row:end] if value > 0) for row, end in zip(found, ends, strict=True)]
    best = max(range(len(found)), key=sums.__getitem__)
    return found[best] if 2 * sums[best] > sum(value for value in worth if value > 0) else None
