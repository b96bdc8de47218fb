"""Letters and digits in the width of their script.

A line and the place of a full-width letter, digit or sign come in; the change to ASCII goes out.  Only letters, digits,
and a point or per cent sign among digits are touched: ①㎡Ⅲ℃½² are characters of their own.
"""

from __future__ import annotations

import re

from corpusclean.document import Change

_ASCII = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_WORD = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
_DIGITS = "0123456789０１２３４５６７８９"


def full_width_word(line: str, at: int) -> Change | None:
    """``ＨＴＭＬ５`` is HTML5."""
    match = _WORD.match(line, at)
    return match and Change(at, match.end(), match.group().translate(_ASCII), "width:letter")


def full_width_sign(line: str, at: int) -> Change | None:
    """``．`` between digits and ``％`` after one."""
    left, right = line[at - 1 : at], line[at + 1 : at + 2]
    if not at or left not in _DIGITS or (line[at] == "．" and (not right or right not in _DIGITS)):
        return None
    return Change(at, at + 1, line[at].translate(_ASCII), "width:sign")
