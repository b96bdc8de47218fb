"""What may have stood where bytes of UTF-8 are lost: for each gap, the characters that fit the bytes that are left.

A gap comes in as bytes held as str, with marks in it; ways to fill it go out, each a row of columns of candidates.  A
byte that a reader of GBK lost, it could not read with the byte after it, which leaves some eight of sixty-four.
Nothing is chosen here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise, product

from corpusclean.damage import gbk
from corpusclean.damage.gaps import Column
from corpusclean.damage.misreadings import UNDEFINED_1252
from corpusclean.damage.rarity import costs

LOST = "\ufffd"
# stands for a blank that may have been byte A0
BLANK = "\ufffe"
# what may stand for a byte in a gap: lost as the first of two, lost along with the first, nothing more
LEAD, TRAIL, END = -1, -2, -3
# dearer characters are no candidates: with a byte unknown they would be noise
RAREST = 15.5
# candidates of one place; the cheapest first
WIDEST = 40
MOST_MARKS = 4
Alternatives = Sequence[Sequence[Column]]


@lru_cache(4096)
def gbk_alternatives(gap: str, follow: int) -> Alternatives:
    """Ways to read a gap in which each mark stands for one lost byte, or for two."""
    marks = [place for place, char in enumerate(gap) if char in "?\ufffd"]
    if len(marks) > MOST_MARKS:
        return []
    ways: list[list[Column]] = []
    for shapes in product(((LEAD,), (LEAD, TRAIL)), repeat=len(marks)):
        shape = dict(zip(marks, shapes, strict=True))
        template = [code for place, char in enumerate(gap) for code in shape.get(place, (ord(char),))]
        if not marks:  # bytes that a reader dropped without a mark
            template += (LEAD,) * (-len(template) % 3)
        if len(template) % 3 == 0:
            ends = (*template[3::3], follow)
            columns = [_column(template[3 * n : 3 * n + 3], ends[n]) for n in range(len(template) // 3)]
            if all(columns):
                ways.append(list(columns))
    return ways


def _column(shown: list[int], follow: int) -> Column:
    """The candidates for three bytes; what follows them matters only where the last is lost, and is not asked else."""
    return candidates(*shown, follow if shown[2] == LEAD else END)


@lru_cache(4096)
def candidates(lead: int, second: int, third: int, follow: int = END) -> tuple[str, ...]:
    """The characters that these bytes of UTF-8 may be, the most ordinary first.

    Parameters
    ----------
    lead, second, third : int
        Bytes; `LEAD` for one that the reader could not read with the next, `TRAIL` for one that it lost along with it.
    follow : int
        The byte after them, `LEAD` where that is lost as well, or `END`.

    Examples
    --------
    >>> candidates(0xE4, 0xB8, 0xAD), candidates(0xE4, 0xB8, LEAD, 0xE5)[:2]
    (('中',), ('一', '中'))
    """
    shown = (lead, second, third)
    if max(shown) < 0:
        return ()
    known, read = costs(), _read()
    values = [_values(place, byte, after) for place, (byte, after) in enumerate(pairwise((*shown, follow)))]
    unsure = [place for place in (0, 1) if shown[place] == LEAD and shown[place + 1] < 0]
    found = []
    for data in product(*values):
        char = _character(*data)
        if known[char] < RAREST and all(data[place + 1] not in read[data[place]] for place in unsure):
            found.append(char)
    return tuple(sorted(found, key=known.__getitem__)[:WIDEST])


@cache
def _values(place: int, byte: int, after: int) -> tuple[int, ...]:
    """What the byte at one of the three places may be, where the one *after* it is known or comes too late to tell."""
    if byte >= 0:
        return (byte,)
    read = _read() if byte == LEAD else {}
    return tuple(value for value in _BYTES[place] if after not in read.get(value, ()))


@cache
def _read() -> dict[int, frozenset[int]]:
    """For each byte from 80 on the bytes that a reader of GBK reads with it; rows AA to AF are the user's, and lost."""
    seconds: dict[int, set[int]] = {first: set() for first in range(0x80, 0x100)}
    for (first, second), char in gbk.decoding().items():
        if not gbk.private(char):
            seconds[first].add(second)
    return {first: frozenset(found) for first, found in seconds.items()}


_BYTES = (range(0xE2, 0xF0), range(0x80, 0xC0), range(0x80, 0xC0))


def _character(lead: int, second: int, third: int) -> str:
    """The character of three bytes of UTF-8, U+FFFD where they are none."""
    if not (0xE2 <= lead < 0xF0 and 0x80 <= second < 0xC0 and 0x80 <= third < 0xC0):
        return LOST
    return chr((lead & 15) << 12 | (second & 63) << 6 | third & 63)


_WESTERN_CHUNK = re.compile(f"[\xe2-\xef][\x80-\xbf{LOST}{BLANK}]{{0,2}}")


@lru_cache(4096)
def western_alternatives(gap: str, follow: int) -> Alternatives:
    """Ways to read a gap in which a byte that Windows-1252 leaves undefined is lost, or a blank was A0."""
    columns: list[Column] = []
    position = 0
    for match in _WESTERN_CHUNK.finditer(gap):
        if gap[position : match.start()].strip("\ufffd"):
            return []
        columns.append(_completed(match.group()))
        position = match.end()
    if gap[position:].strip("\ufffd") or not all(columns):
        return []
    return [columns] if columns else []


@lru_cache(4096)
def _completed(chunk: str) -> tuple[str, ...]:
    """The characters that a lead byte with up to two of the bytes after it may have been."""
    found = dict.fromkeys(_with_bytes(chunk[0], [_OPTIONS.get(char, char) for char in chunk[1:]]))
    if chunk.endswith(BLANK):  # a byte was dropped, and the blank is one
        rest = [_OPTIONS.get(char, char) for char in chunk[1:-1]]
        found.update(dict.fromkeys(char + " " for char in _with_bytes(chunk[0], rest)))
    known = costs()
    usual = (text for text in found if known[text[0]] < RAREST)
    return tuple(sorted(usual, key=lambda text: known[text[0]] + len(text))[:WIDEST])


def _with_bytes(lead: str, rest: list[str]) -> list[str]:
    """The characters of *lead* and the bytes after it, each one of several; what is missing is undefined."""
    shapes = {
        0: [[UNDEFINED_1252, UNDEFINED_1252]],
        1: [[*rest, UNDEFINED_1252], [UNDEFINED_1252, *rest]],
        2: [rest],
    }[len(rest)]
    pairs = [pair for shape in shapes for pair in product(*shape)]
    return [_character(ord(lead), ord(second), ord(third)) for second, third in pairs]


_OPTIONS = {LOST: UNDEFINED_1252, BLANK: "\xa0"}
