"""Weighs encodings by how common the characters are that they make of the same bytes.

Bytes that are not valid UTF-8 come in; the encoding that makes the most ordinary Chinese of them goes out.  Only a
sample is read, so a page of a megabyte costs what one of two kilobytes does, and a reading that fails here and there
is charged for it and not thrown out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusclean.damage.rarity import costs
from corpusclean.read.charsets import BIG5, GB, UTF8

# a byte that fits no character: dearer than a rare one, so that a wrong reading with few errors does not win
BAD_BYTE = 14.0
# a cut at the beginning is likelier than a bad byte
CUT = BAD_BYTE / 2
# what stands for a byte >= 80 of a Western page, where such bytes stand alone among letters
WESTERN = 7.0
# a declaration is believed when the readings are about as good; a third of the pages that declare one lie
DECLARED_BONUS = 0.85
# bytes of text that are read: 80 characters decide as well as 800
SAMPLE = 160
# a long run is text; its beginning says enough, and leaves room for runs from other places
RUN = 60
# bytes >= 80 with the ASCII bytes between them that GBK and Big5 use as second bytes
_RUN = re.compile(rb"[\x80-\xff](?:[0-9@-~]?[\x80-\xff]|[0-9][\x80-\xff])*[@-~]?")
_SIDE_BY_SIDE = re.compile(rb"[\x80-\xff]{2}")
_ASCII = bytes(range(0x80))
# places that are looked at and bytes at each: enough of text, and then of markup
_TEXT_PROBES = (6, 96)
_MARKUP_PROBES = (16, 4096)
# a byte that is part of no character of two or four: no character is cut behind it
_BOUNDARY = re.compile(rb"[\x00-\x2f\x3a-\x3f]")


def runs(data: bytes) -> list[bytes]:
    """The runs of bytes that hold Chinese, from places all over *data*.

    >>> runs("<p>你好</p>再见".encode("gbk")) == ["你好".encode("gbk"), "再见".encode("gbk")]
    True
    """
    found = [run for start, end in _places(len(data), *_TEXT_PROBES) for run in _runs_between(data, start, end)]
    if sum(map(len, found)) < SAMPLE:  # markup for the most part
        found = [run for start, end in _places(len(data), *_MARKUP_PROBES) for run in _runs_between(data, start, end)]
    return found


def _places(size: int, count: int, length: int) -> Iterator[tuple[int, int]]:
    step = max(length, size // count)
    return ((start, start + length) for start in range(0, size, step))


def _runs_between(data: bytes, start: int, end: int) -> list[bytes]:
    """The beginnings of the runs from the first boundary on, so that no character is cut."""
    boundary = _BOUNDARY.search(data, start, end) if start else None
    return [run[:RUN] for run in _RUN.findall(data, boundary.start() if boundary else start, end)]


def sample(data: bytes) -> list[bytes]:
    """Runs of *data*, spread over the whole, of about `SAMPLE` bytes in all."""
    found = runs(data)
    return found[:: max(1, sum(map(len, found)) // SAMPLE)]


def price(piece: bytes, encoding: str) -> float:
    """The cost of *piece* read in *encoding*."""
    text = piece.decode(encoding, "replace")
    bad = text.count("\ufffd")
    return sum(map(costs().__getitem__, text.replace("\ufffd", "") if bad else text)) + bad * BAD_BYTE


def likeliest(data: bytes, hint: str | None = None) -> str:
    """The encoding that makes the most ordinary text of *data*, which is not valid UTF-8.

    Parameters
    ----------
    data : bytes
        A page or a line of it.
    hint : str or None
        The encoding that the page declares.

    Examples
    --------
    >>> likeliest("他们去时，天还没亮。".encode("gbk"))
    'gb18030'
    >>> likeliest("他們去時，天還沒亮。".encode("big5"))
    'big5hkscs'
    """
    pieces = sample(data)
    if not pieces:
        return UTF8
    joined = b"\n".join(pieces)
    prices = {encoding: price(joined, encoding) for encoding in (UTF8, GB, BIG5)}
    if data[0] > 0x7F:  # perhaps the second byte of a character that was cut
        head = pieces[0]
        for encoding, cost in prices.items():
            prices[encoding] = min(cost, cost - price(head, encoding) + price(head[1:], encoding) + CUT)
    if not _SIDE_BY_SIDE.search(joined):
        prices["cp1252"] = WESTERN * len(joined.translate(None, _ASCII))
    if hint in prices:
        prices[hint] *= DECLARED_BONUS
    return min(prices, key=prices.__getitem__)
