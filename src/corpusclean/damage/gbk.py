"""GBK as Windows-936 reads it: the two bytes of a character, and the character of two bytes.

Characters and bytes come in, bytes and characters go out.  The user-defined areas AAA1-AFFE, F8A1-FEFE and A140-A7A0
are U+E000-E765, as Windows shows them, so that every byte a page still shows can be got back.  Nothing here guesses.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

Pair = tuple[int, int]

_TRAILS = (*range(0x40, 0x7F), *range(0x80, 0xFF))
# the user-defined areas, in the order of their private-use characters: lead bytes and trail bytes
_USER_AREAS = (
    (range(0xAA, 0xB0), range(0xA1, 0xFF)),
    (range(0xF8, 0xFF), range(0xA1, 0xFF)),
    (range(0xA1, 0xA8), (*range(0x40, 0x7F), *range(0x80, 0xA1))),
)
_FIRST_PRIVATE = 0xE000


@cache
def decoding() -> dict[Pair, str]:
    """All pairs of bytes that Windows-936 decodes, private use included.

    >>> decoding()[0xA1, 0xA3], ascii(decoding()[0xAA, 0xA1])
    ('。', "'\\\\ue000'")
    """
    table = {}
    for lead in range(0x81, 0xFF):
        for trail in _TRAILS:
            char = _decoded(lead, trail, "gbk")
            if char:
                table[lead, trail] = char
    code = _FIRST_PRIVATE
    for leads, trails in _USER_AREAS:
        for pair in ((lead, trail) for lead in leads for trail in trails):
            table.setdefault(pair, chr(code))
            code += 1
    return table


@cache
def encoding() -> dict[str, Pair]:
    """The two bytes of each character of `decoding`, and of the few that only GB18030 writes in two bytes.

    >>> encoding()["。"] == (0xA1, 0xA3), "A" in encoding()
    (True, False)
    """
    table = {char: pair for pair, char in decoding().items()}
    for lead in (*range(0xA2, 0xAA), 0xFE):
        for trail in _TRAILS:
            char = _decoded(lead, trail, "gb18030")
            if char:
                table.setdefault(char, (lead, trail))
    return table


def _decoded(lead: int, trail: int, codec: str) -> str:
    """The one character of the two bytes, or nothing."""
    char = bytes((lead, trail)).decode(codec, "ignore")
    return char if len(char) == 1 and not char.isascii() else ""


def with_lead(lead: int) -> list[tuple[int, str]]:
    """The trail bytes and characters that *lead* begins, private use left out."""
    return _halves()[0].get(lead, [])


def with_trail(trail: int) -> list[tuple[int, str]]:
    """The lead bytes and characters that *trail* ends, private use left out."""
    return _halves()[1].get(trail, [])


@cache
def _halves() -> tuple[dict[int, list[tuple[int, str]]], dict[int, list[tuple[int, str]]]]:
    """The characters by their first byte and by their second, each with the other byte."""
    leads: dict[int, list[tuple[int, str]]] = defaultdict(list)
    trails: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for (lead, trail), char in decoding().items():
        if not private(char):
            leads[lead].append((trail, char))
            trails[trail].append((lead, char))
    return dict(leads), dict(trails)


@cache
def undecodable() -> tuple[frozenset[int], frozenset[int]]:
    """The first and the second bytes of pairs that Windows-936 does not decode, each within the range of letters.

    >>> first, second = undecodable()
    >>> 0xA7 in first, 0xCD in second
    (True, True)
    """
    pairs = [(lead, trail) for lead in range(0x81, 0xFF) for trail in _TRAILS if (lead, trail) not in decoding()]
    return frozenset(lead for lead, _ in pairs), frozenset(trail for _, trail in pairs if trail >= 0x81)


def private(char: str) -> bool:
    """True for a character of the private use area.

    >>> private("\\ue000"), private("中")
    (True, False)
    """
    return "\ue000" <= char <= "\uf8ff"
