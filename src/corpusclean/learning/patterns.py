"""A template as a pattern of a rule: literal where all pages say the same, open where they differ.

A template and lines that it stands for come in; a regular expression over folded text, and a literal that it cannot do
without, go out.  A number that is the same on all pages (a licence, a year) stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpusclean.fold import fold
from corpusclean.learning.templates import NAME

_SLOT = re.compile(rf"0|{NAME}| ")
_RUN = re.compile("([0 ])\\1+")
_OPEN = {"0": r"\d+", NAME: "[一-龥·]{2,4}", " ": " +"}
_WORD = re.compile(r"[^\W\d_]{2,}")


def pattern_of(template: str, texts: Sequence[str]) -> str:
    r"""The pattern that fits *texts*, and what differs from them in its slots.

    >>> pattern_of("第0页 共0页", ["第1页 共9页", "第2页 共9页"])
    '第\\d+页 +共9页'
    """
    template = _RUN.sub(r"\1", fold(template))
    literals, slots = _SLOT.split(template), _SLOT.findall(template)
    found = [match.groups() for text in texts if (match := re.fullmatch(_capturing(literals, slots), fold(text)))]
    values = [set(column) for column in zip(*found, strict=True)] if found else [set[str]() for _ in slots]
    pieces = [re.escape(literals[0])]
    for slot, value, literal in zip(slots, values, literals[1:], strict=True):
        same = slot != " " and len(value) == 1
        pieces += (re.escape(value.pop()) if same else _OPEN[slot], re.escape(literal))
    return "".join(pieces)


def _capturing(literals: Sequence[str], slots: Sequence[str]) -> str:
    pieces = [re.escape(literals[0])]
    for slot, literal in zip(slots, literals[1:], strict=True):
        pieces += (f"({_OPEN[slot]})", re.escape(literal))
    return "".join(pieces)


def literal_of(template: str) -> str:
    """The longest word of *template*, which every line that it stands for has; the longest piece where it has none.

    >>> literal_of("浏览次数:0 次"), literal_of("A-Z 0")
    ('浏览次数', 'A-Z')
    """
    pieces = _SLOT.split(fold(template))
    words = [word for piece in pieces for word in _WORD.findall(piece)]
    longest = max(words or pieces, key=len)  # the first of those
    return longest if len(longest) > 1 else ""
