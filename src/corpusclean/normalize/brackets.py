"""Round brackets around Chinese text.

A line comes in; the changes that make ``(`` and ``)`` full width where they hold Chinese text go out.  Brackets that
hold none are left, and so are those without a partner.
Standards: GB/T 15834-2011, 重訂標點符號手冊.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusclean.document import Change
from corpusclean.normalize.protect import Span, outside
from corpusclean.normalize.signs import HAN_CHARACTER

_BRACKET = re.compile(r"[()（）]")
# 报告(最终版).docx is a file name
_EXTENSION = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}(?![A-Za-z0-9])")
_FULL = {"(": "（", ")": "）"}


def bracket_changes(line: str, spans: list[Span]) -> Iterator[Change]:
    """Make half-width brackets full width where the pair holds Han.

    >>> [change.new for change in bracket_changes("社区(村),世卫(WHO)", [])]
    ['（', '）']
    """
    for start, end in _pairs(line, spans):
        if (
            (line[start] == "(" or line[end] == ")")
            and _is_chinese(line, start, end)
            and not (line[end + 1 : end + 2] == "." and _EXTENSION.match(line, end + 1))
        ):
            for at in (start, end):
                if line[at] in _FULL:
                    yield Change(at, at + 1, _FULL[line[at]], "punctuation:bracket")


def _pairs(line: str, spans: list[Span]) -> list[Span]:
    """The brackets that belong together, of either width."""
    opened: list[int] = []
    pairs: list[Span] = []
    for match in _BRACKET.finditer(line):
        at = match.start()
        if spans and not outside(spans, at, at + 1):
            continue
        if match[0] in "(（":
            opened.append(at)
        elif opened:
            pairs.append((opened.pop(), at))
    return pairs


def _is_chinese(line: str, start: int, end: int) -> bool:
    """Does the pair hold Han, and not stand between the words of a Latin sentence?  A pair half full is Chinese."""
    if line[start] == "（" or line[end] == "）":
        return True
    if HAN_CHARACTER.search(line, start, end) is None:
        return False
    in_sentence = line[start - 1 : start] == " " and line[end + 1 : end + 2] == " "
    return not (in_sentence and line[max(0, start - 2) : start].isascii())
