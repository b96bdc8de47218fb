"""Classes of characters that the punctuation rules speak of: Han, kana, blanks, marks that open, close and point.

Nothing comes in and nothing goes out: these are the words in which rules are written, as bodies of `re` classes and as
strings to search with ``in``.  The module never decides anything about a text.
"""

from __future__ import annotations

import re

# 々 and 〇 are written among Han characters and count as such
HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
# without ・ and ー: Chinese pages use both, as a dot and as a dash
KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\uff66-\uff9d"
# no tab: it separates the cells of a table
BLANK = " \u00a0\u2000-\u200a\u202f\u205f\u3000"
BLANKS = " \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
OPENING = "“‘「『（《〈【〔"
CLOSING = "”’」』）》〉】〕"
POINTS = "，。、；：？！"

HAN_CHARACTER = re.compile(f"[{HAN}]")
KANA_CHARACTER = re.compile(f"[{KANA}]")


def is_han(char: str) -> bool:
    """Is this one character (or empty string) Han?

    >>> is_han("中"), is_han("A"), is_han("")
    (True, False, False)
    """
    return "\u4e00" <= char <= "\u9fff" or (char > "\u3004" and HAN_CHARACTER.match(char) is not None)


def ends_chinese(char: str) -> bool:
    """Can a Chinese mark stand right after this character: Han, a closing mark, an ellipsis or a dash?"""
    return is_han(char) or (char != "" and char in "”’」』）》〉】〕…—")


def closes_chinese(line: str, end: int, right: str) -> bool:
    """Does Chinese text end just before *end*, where *right* follows?

    A closing quote after a Latin word says nothing of itself: in ``"好","OK","fine"`` the second comma stays.
    """
    left = line[end - 1 : end] if end else ""
    if left and left in "”’」』":
        return not right or begins_chinese(right) or not line[max(0, end - 2) : end - 1].isascii()
    return ends_chinese(left)


def begins_chinese(char: str) -> bool:
    """Can a Chinese mark stand right before this character: Han, an opening mark, an ellipsis or a dash?"""
    return is_han(char) or (char != "" and char in "“‘「『（《〈【〔…—")


def around(line: str, start: int, end: int) -> tuple[int, str, int, str]:
    """The span widened over blanks to the neighbours, and the neighbours: empty at the ends of the line."""
    first, last = start, end
    while first and line[first - 1] in BLANKS:
        first -= 1
    while last < len(line) and line[last] in BLANKS:
        last += 1
    left, right = line[first - 1 : first] if first else "", line[last : last + 1]
    return (first if left else start), left, (last if right else end), right


def run_end(line: str, start: int) -> int:
    """Where the run of equal characters from *start* ends."""
    end = start + 1
    while end < len(line) and line[end] == line[start]:
        end += 1
    return end
