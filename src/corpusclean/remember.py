"""Remembers what was worked out, in bytes that have a bound.

A function of one text comes in, and one that answers the same comes out; or values come in with what they weigh.
`functools.lru_cache` alone counts entries: a thousand lines of a megabyte would be a gigabyte.  A long text is worked
out each time, and never kept.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Answer = TypeVar("Answer")
Value = TypeVar("Value")


def remembering(entries: int, longest: int) -> Callable[[Callable[[str], Answer]], Callable[[str], Answer]]:
    """Remember the answers to so many texts of at most *longest* characters.

    >>> @remembering(entries=2, longest=3)
    ... def size(text):
    ...     print("counting", text)
    ...     return len(text)
    >>> [size(text) for text in ("渠", "渠", "老渠今年", "老渠今年")]
    counting 渠
    counting 老渠今年
    counting 老渠今年
    [1, 1, 4, 4]
    """

    def decorate(function: Callable[[str], Answer]) -> Callable[[str], Answer]:
        known = lru_cache(entries)(function)

        @wraps(function)
        def remembered(text: str) -> Answer:
            return known(text) if len(text) <= longest else function(text)

        return remembered

    return decorate


class Kept(dict[str, Value]):
    """What was made for each key, until all of it together weighs too much: then it is forgotten, and made anew.

    >>> kept = Kept(most=10)
    >>> kept.keep("渠", "老渠", weight=6), kept.keep("河", "河岸", weight=6), list(kept)
    ('老渠', '河岸', ['河'])
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most, self._weight = most, 0

    def keep(self, key: str, value: Value, weight: int) -> Value:
        """Remember *value*, which weighs as much as *weight*, and return it."""
        if self._weight + weight > self._most:
            self.clear()
            self._weight = 0
        self[key] = value
        self._weight += weight
        return value
