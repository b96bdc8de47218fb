"""Full-width marks in paragraphs of English.

A line without Han, kana or Hangul comes in; the changes of its full-width marks to ASCII go out.  A full-width mark has
room of its own, so a blank is put after it where a word follows.  Lines with fewer than two words are never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusclean.document import Change
from corpusclean.normalize.protect import Span, outside

FULL_MARKS = "，。：；！？（）"
_ASCII = dict(zip(FULL_MARKS, ",.:;!?()", strict=True))
_MARK = re.compile(f"[{FULL_MARKS}]")
_WORD = re.compile("[A-Za-z]{2,}")


def latin_changes(line: str, spans: list[Span]) -> Iterator[Change]:
    """Write the marks of an English paragraph in ASCII.

    >>> [change.new for change in latin_changes("Said：Come and，Join us！", [])]
    [': ', ', ', '!']
    """
    if len(_WORD.findall(line)) < 2:
        return
    for match in _MARK.finditer(line):
        at, mark = match.start(), match.group()
        if outside(spans, at, at + 1):
            left, right = line[max(0, at - 1) : at], line[at + 1 : at + 2]
            room = mark not in "（）" and right.isalnum() and not (left.isdecimal() and right.isdecimal())
            yield Change(at, at + 1, _ASCII[mark] + " " * room, "width:english")
