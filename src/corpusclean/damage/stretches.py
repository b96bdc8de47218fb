"""Replacements inside a line: what the readers of misread text hand to each other.

A stretch says where it begins and ends, what should stand there, by which rule, and whether that is a guess.  Stretches
of one line do not overlap.  Nothing is judged here.
"""

from __future__ import annotations

from typing import NamedTuple


class Stretch(NamedTuple):
    """A replacement inside a line."""

    start: int
    end: int
    new: str
    rule: str
    guessed: bool = False


def replaced(text: str, stretches: list[Stretch]) -> str:
    """*text* with *stretches* in it.

    >>> replaced("abc", [Stretch(1, 2, "中", "demo:x")])
    'a中c'
    """
    pieces: list[str] = []
    position = 0
    for item in sorted(stretches):
        pieces += (text[position : item.start], item.new)
        position = item.end
    return "".join((*pieces, text[position:]))
