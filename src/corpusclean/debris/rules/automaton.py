"""A regular expression as the places where it reads a character, and in how many ways one may follow another.

A pattern comes in, its `Automaton` (that of Glushkov) goes out.  Repetitions that end soon are taken to run
once, since they cannot multiply; those inside others count whatever their end.  Nothing is matched here.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

if sys.version_info >= (3, 11):
    from re import _constants as signs  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
else:  # pragma: no cover - Python 3.10 only
    import sre_constants as signs
    import sre_parse as parser

# so many rounds count as any number: two ways in each of 20 are a million, a second for one line
MANY = 20
# "\d{4}" is written out as four places; what is longer is taken for a repetition
_COPIES = 8
# characters that stand for all of their kind: letters, digits, blanks and marks, in and out of ASCII
_KINDS = "aZ09_ \t\n\r-.,:;!?()[]{}<>/|#\"'\u3000\uff21\uff10é٣的龥。，、“”：…—★￥\U0001f600"
_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    signs.CATEGORY_DIGIT: str.isdecimal,
    signs.CATEGORY_SPACE: str.isspace,
    signs.CATEGORY_WORD: lambda char: char.isalnum() or char == "_",
    signs.CATEGORY_NOT_DIGIT: lambda char: not char.isdecimal(),
    signs.CATEGORY_NOT_SPACE: lambda char: not char.isspace(),
    signs.CATEGORY_NOT_WORD: lambda char: not (char.isalnum() or char == "_"),
}


class Part(NamedTuple):
    """A part of a pattern: may it be empty, the places it can begin and end with, and is the way through it watched.

    Where a lookaround or an anchor stands between two places, the step is watched: its author has told readings apart.
    """

    empty: bool
    first: tuple[tuple[int, bool], ...]
    last: tuple[tuple[int, bool], ...]
    watched: bool = False


_NOTHING = Part(True, (), ())


class Automaton:
    """The places of *pattern*: ``masks`` says what each reads, ``follow`` in how many ways one may follow another.

    Steps that are only possible past a lookaround or an anchor are in ``watched``, not in ``follow``.
    """

    def __init__(self, pattern: str) -> None:
        tree: Any = parser.parse(pattern)
        self._fold = bool(tree.state.flags & re.IGNORECASE)
        self._chars = sorted(
            {*_KINDS, *_named(tree)}, key=lambda char: (char.isprintable(), char.isalnum(), char < "龥", char)
        )
        self._known: dict[tuple[bool, str], int] = {}
        self.masks: list[int] = []
        self.follow: Counter[tuple[int, int]] = Counter()
        self.watched: set[tuple[int, int]] = set()
        self._sequence(tree, repeated=False)

    def shown(self, mask: int) -> str:
        """One of the characters of a mask, a Chinese one where there is one."""
        return self._chars[mask.bit_length() - 1] if mask else ""

    def _sequence(self, items: Iterable[tuple[Any, Any]], *, repeated: bool) -> Part:
        whole = _NOTHING
        for sign, value in items:
            part = self._part(sign, value, repeated=repeated)
            self._join(whole, part)
            first = whole.first + _past(part.first, whole.watched) if whole.empty else whole.first
            last = part.last + _past(whole.last, part.watched) if part.empty else part.last
            empty = whole.empty and part.empty
            whole = Part(empty, first, last, empty and (whole.watched or part.watched))
        return whole

    def _join(self, left: Part, right: Part) -> None:
        for end, one in left.last:
            for begin, two in right.first:
                if one or two:
                    self.watched.add((end, begin))
                else:
                    self.follow[end, begin] += 1

    def _part(self, sign: Any, value: Any, *, repeated: bool) -> Part:
        if sign in (signs.LITERAL, signs.NOT_LITERAL, signs.ANY, signs.IN):
            self.masks.append(self._mask(sign, value))
            here = ((len(self.masks) - 1, False),)
            return Part(False, here, here)
        if sign in (signs.MAX_REPEAT, signs.MIN_REPEAT):
            return self._repetition(*value, repeated=repeated)
        if sign is signs.BRANCH:
            parts = [self._sequence(branch, repeated=repeated) for branch in value[1]]
            first = tuple(place for part in parts for place in part.first)
            last = tuple(place for part in parts for place in part.last)
            return Part(any(part.empty for part in parts), first, last)
        if sign is signs.SUBPATTERN:
            return self._group(value, repeated=repeated)
        if sign in (signs.ASSERT, signs.ASSERT_NOT):
            self._sequence(value[1], repeated=False)
        if sign in (signs.ASSERT, signs.ASSERT_NOT, signs.AT):
            return _NOTHING._replace(watched=True)
        return _NOTHING  # references, and what gives nothing back: atomic groups and possessive repetitions

    def _group(self, value: Any, *, repeated: bool) -> Part:
        before = self._fold
        self._fold = (before or bool(value[1] & re.IGNORECASE)) and not value[2] & re.IGNORECASE
        part = self._sequence(value[3], repeated=repeated)
        self._fold = before
        return part

    def _repetition(self, least: int, most: int, items: Any, *, repeated: bool) -> Part:
        if least == most <= _COPIES:
            return self._sequence(list(items) * least, repeated=repeated)
        many = most > 1 if repeated else most >= MANY
        part = self._sequence(items, repeated=many or repeated)
        if many:
            self._join(part, part)
        return part._replace(empty=part.empty or least == 0)

    def _mask(self, sign: Any, value: Any) -> int:
        """Which of the characters one item of the pattern reads, a bit for each."""
        key = self._fold, f"{sign} {value}"
        if key not in self._known:
            cases = (str.lower, str.upper) if self._fold else (str,)
            fits = (any(_fits(case(char)[:1], sign, value) for case in cases) for char in self._chars)
            self._known[key] = sum(1 << bit for bit, fit in enumerate(fits) if fit)
        return self._known[key]


def _past(places: tuple[tuple[int, bool], ...], watched: bool) -> tuple[tuple[int, bool], ...]:
    return tuple((place, True) for place, _ in places) if watched else places


def _fits(char: str, sign: Any, value: Any) -> bool:
    if sign is signs.IN:
        negated = value[0][0] is signs.NEGATE
        return bool(negated != any(_fits(char, *item) for item in value[negated:]))
    if sign is signs.CATEGORY:
        return _CATEGORIES[value](char)
    if sign is signs.RANGE:
        return bool(value[0] <= ord(char) <= value[1])
    if sign is signs.ANY:
        return char != "\n"
    return bool((ord(char) == value) == (sign is signs.LITERAL))


def _named(tree: Any) -> Iterable[str]:
    """The characters that stand in a pattern, in both cases."""
    waiting = [tree]
    while waiting:
        item: Any = waiting.pop()
        if isinstance(item, (list, tuple, parser.SubPattern)):
            waiting.extend(item[place] for place in range(len(item)))
        elif type(item) is int and 0 <= item <= sys.maxunicode:
            yield from {chr(item), chr(item).lower()[:1], chr(item).upper()[:1]}
