"""Question marks that were blanks: U+00A0 or U+3000 lost on the way and shown as ``?``.

A text comes in, and changes go out that put one blank for such a mark, or nothing beside another mark or a line's end.
A question is never taken for one: the mark must stand where no question can, and single ones need a damaged page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusclean.damage.readings import LETTERS
from corpusclean.document import Change

RULE = "repair:lost-blank"
INDENTED = 0.5  # share of the long lines that begin with lost blanks, on a page whose indents were lost
LONG = 12  # characters of a line that is likely a paragraph

_LOST = "[?�？]"
_BLANK = "[ \u3000]"
_HAN = "[\u4e00-\u9fff]"
# 新华社北京3月10日电? 记者: nobody asks there; the mark comes first in the pattern, so that `re` looks for it alone
_DATELINE = re.compile(rf"{_LOST}(?<=[电電讯訊)）].)(?={_BLANK})")
_OPENING = re.compile(r"[ \u3000]*[(（]?[^\n。,，]{2,24}日[^\n。,，]{0,6}[电電讯訊](?:\([^()\n]{1,6}\))?[)）]?")
_INDENT = re.compile(rf"{_LOST}(?<![^\n].)(?:{_BLANK}*{_LOST})*{_BLANK}*(?=[\u4e00-\u9fff“《（(「])", re.DOTALL)
# on a damaged page: behind a mark that ends a sentence, or before a blank
_AFTER_STOP = re.compile(
    rf"{_LOST}(?<=[。；，、：”」》）)].)(?<![{LETTERS}][)）].)(?<![{LETTERS}] [)）].)(?={_BLANK}?{_HAN})"
)
_BEFORE_BLANK = re.compile(rf"{_LOST}(?<=[\u4e00-\u9fff)）].)(?={_BLANK}{_HAN})")


def lost_blanks(text: str, damaged: bool) -> list[Change]:
    """The changes that put blanks back; *damaged* says that the page has other damage of this kind.

    >>> lost_blanks("新华社北京3月10日电? 疫情防控", False)
    [Change(start=11, end=12, new='', rule='repair:lost-blank', guessed=False)]
    >>> lost_blanks("好吗? 他问。", False)
    []
    """
    return [Change(start, end, "", RULE) for start, end in sorted(set(_spans(text, damaged)))]


def _spans(text: str, damaged: bool) -> Iterator[tuple[int, int]]:
    for found in _DATELINE.finditer(text):
        if _OPENING.fullmatch(text, text.rfind("\n", 0, found.start()) + 1, found.start()):
            yield found.span()
    patterns = (_AFTER_STOP, _BEFORE_BLANK) if damaged else ()
    for pattern in (*patterns, *((_INDENT,) if damaged or _is_indented(text) else ())):
        yield from (found.span() for found in pattern.finditer(text))


def _is_indented(text: str) -> bool:
    """True where most paragraphs of the page begin with lost blanks."""
    begun = len(_INDENT.findall(text))
    if begun < 2:
        return False
    paragraphs = sum(len(line) >= LONG for line in text.split("\n"))
    return paragraphs > 1 and begun >= INDENTED * paragraphs  # "?(" twice is no page
