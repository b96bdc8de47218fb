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
SAMPLE = 240
# a long run is text; its beginning says enough, and leaves room for runs from other places
RUN = 60
# bytes >= 80 with the ASCII bytes between them that GBK and Big5 use as second bytes
_RUN = re.compile(rb"[\x80-\xff](?:[0-9@-~]?[\x80-\xff]|[0-9][\x80-\xff])*[@-~]?")
_SIDE_BY_SIDE = re.compile(rb"[\x80-\xff]{2}")
_ASCII = bytes(range(0x80))
_PROBES = 16
_PROBE_SIZE = 4096


def runs(data: bytes) -> Iterator[bytes]:
    """The runs of bytes that hold Chinese, from places all over *data*."""
    step = max(_PROBE_SIZE, len(data) // _PROBES)
    for start in range(0, len(data), step):
        for match in _RUN.finditer(data, _line_start(data, start), min(start + _PROBE_SIZE, len(data))):
            yield match.group()[:RUN]


def _line_start(data: bytes, start: int) -> int:
    """The first line that begins at or after *start*, so that no character is cut."""
    return start and max(data.find(b"\n", start, start + _PROBE_SIZE), start)


def sample(data: bytes) -> list[bytes]:
    """Runs of *data*, spread over the whole, of `SAMPLE` bytes in all."""
    found = list(runs(data))
    size = sum(map(len, found))
    if size <= SAMPLE:
        return found
    stride = max(1, size // SAMPLE)
    return found[::stride]


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
        prices = {encoding: min(cost, price(joined[1:], encoding) + CUT) for encoding, cost in prices.items()}
    if not _SIDE_BY_SIDE.search(joined):
        prices["cp1252"] = WESTERN * len(joined.translate(None, _ASCII))
    if hint in prices:
        prices[hint] *= DECLARED_BONUS
    return min(prices, key=prices.__getitem__)
