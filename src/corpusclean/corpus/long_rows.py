"""Rows that are too long to be held in memory: told apart while they are read, and passed on piece by piece.

A stream comes in, a row goes out as bytes where it is short enough, and else as the `Pieces` of it.  What nobody took
of these is read over before the next row, so that a row of any length takes no more memory than one piece.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from corpusclean.errors import InputError

# bytes: divisible by 3, so that the base64 of the pieces is that of the whole
PIECE = 3 << 18


class Pieces:
    """The bytes of a long row, to be taken once; ``size`` counts those that were."""

    def __init__(self, found: Iterable[bytes]) -> None:
        self._found = iter(found)
        self.size = 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._found:
            self.size += len(piece)
            yield piece

    def skip(self) -> None:
        """Read over what nobody took."""
        for _ in self:
            pass


def too_long() -> InputError:
    """What is wrong with a row of too many bytes."""
    return InputError("too long a page; --largest lets longer ones in")


def in_bytes(megabytes: float) -> int:
    """The limit of a row in bytes; none is more than any row has.

    >>> in_bytes(3), in_bytes(0) > 10**15
    (3000000, True)
    """
    return int(megabytes * 1e6) if megabytes else 1 << 60


def line_of(file: BinaryIO, largest: int) -> bytes | Pieces:
    """The next line of *file* with its end, nothing at the end of it."""
    return _row(file.readline, largest, is_whole=lambda data: data.endswith(b"\n"))


def all_of(file: BinaryIO, largest: int) -> bytes | Pieces:
    """The whole of *file*."""
    return _row(file.read, largest, is_whole=lambda data: False)


def _row(read: Callable[[int], bytes], largest: int, is_whole: Callable[[bytes], bool]) -> bytes | Pieces:
    data = read(min(largest + 1, PIECE))
    parts = [data]
    size = len(data)
    while data and not is_whole(data) and size <= largest:
        parts.append(data := read(min(largest + 1 - size, PIECE)))
        size += len(data)
    if size <= largest:
        return b"".join(parts)
    return Pieces(_rest(parts, read, is_whole))


def _rest(parts: list[bytes], read: Callable[[int], bytes], is_whole: Callable[[bytes], bool]) -> Iterator[bytes]:
    """What was read of a row, and all that follows of it."""
    parts.reverse()
    data = b""
    while parts:
        yield (data := parts.pop())
    while data and not is_whole(data):
        yield (data := read(PIECE))


def in_base64(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The base64 of all *pieces* together.

    >>> b"".join(in_base64([b"ab", b"cde", b""]))
    b'YWJjZGU='
    """
    left = b""
    for piece in pieces:
        left += piece
        whole = len(left) // 3 * 3
        yield b64encode(left[:whole])
        left = left[whole:]
    yield b64encode(left)


def from_base64(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The bytes that `in_base64` wrote, up to a quotation mark.

    >>> b"".join(from_base64([b"YWJj", b"ZG", b'U="}']))
    b'abcde'
    """
    left = b""
    for piece in pieces:
        text, mark, _ = piece.partition(b'"')
        left += text
        whole = len(left) // 4 * 4
        yield b64decode(left[:whole])
        left = left[whole:]
        if mark:
            return
