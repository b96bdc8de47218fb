"""Splits a .json file into its items, without parsing them and without holding the file.

A stream comes in, the bytes of each item go out: of a list, of values one after the other, or a single object.  An item
that is too long goes out in pieces; whether an item is sound is for whoever parses it.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from corpusclean.corpus.long_rows import PIECE, Pieces

_BOM = b"\xef\xbb\xbf"
_BLANKS = b" \t\r\n"
# what decides where an item ends, and inside a string what decides where that ends
_SIGN, _IN_STRING = re.compile(rb'["{}\[\],\n]'), re.compile(rb'["\\]')

Part = tuple[bytes, bool]


def items(file: BinaryIO, most: int) -> Iterator[bytes | Pieces]:
    """The items in *file*, whole or, where they have more than *most* bytes, in pieces.

    Raises ValueError where the file ends in the midst of an item or of its list.

    >>> import io
    >>> list(items(io.BytesIO(b'[{"text": "a, b"}, 7]'), most=100))
    [b'{"text": "a, b"}', b'7']
    """
    held: list[bytes] = []
    parts = _Splitter().parts(_chunks(file))
    for piece, ends in parts:
        held.append(piece if held else piece.lstrip(_BLANKS))
        if sum(map(len, held)) > most:
            yield (found := Pieces(_until_the_end(held, parts, ends)))
            found.skip()
            held = []
        elif ends:
            if data := b"".join(held).rstrip(_BLANKS):
                yield data
            held = []


def _until_the_end(held: list[bytes], parts: Iterator[Part], ends: bool) -> Iterator[bytes]:
    yield from held
    while not ends:
        piece, ends = next(parts)
        yield piece


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    """What *file* holds as UTF-8, whatever encoding of Unicode it is in."""
    head = file.read(PIECE)
    encoding = json.detect_encoding(head)
    chunks = chain([head.removeprefix(_BOM)], iter(lambda: file.read(PIECE), b""))
    if encoding.startswith("utf-8"):
        return chunks
    return (text.encode("utf-8", "surrogatepass") for text in codecs.iterdecode(chunks, encoding))


class _Splitter:
    """Where in the file it is: in its list, how deep in an item, in a string, behind a backslash."""

    def __init__(self) -> None:
        self.in_list = self.in_string = self.escaped = False
        self.depth = 0

    def parts(self, chunks: Iterable[bytes]) -> Iterator[Part]:
        """Pieces of items, each with whether its item ends there."""
        for chunk in chunks:
            start = place = 0
            while (place := self._after_string(chunk, place)) >= 0 and (sign := _SIGN.search(chunk, place)):
                place = sign.end()
                if (own := self._ends(sign.group())) is not None:
                    yield chunk[start : place if own else place - 1], True
                    start = place
            yield chunk[start:], False
        yield b"", True
        if self.in_list or self.depth or self.in_string:
            raise ValueError("the file ends in the midst of a list or an item")

    def _after_string(self, chunk: bytes, place: int) -> int:
        """Where the string at *place* ends in *chunk*, *place* itself outside of strings; -1 where it goes on."""
        while self.in_string:
            place += self.escaped
            self.escaped = False
            found = _IN_STRING.search(chunk, place)
            if found is None:
                return -1
            place = found.end()
            if found.group() == b'"':
                self.in_string = False
            elif place == len(chunk):
                self.escaped = True
                return -1
            else:
                place += 1
        return place

    def _ends(self, sign: bytes) -> bool | None:
        """None where no item ends at *sign*; where one does, whether the sign is its own."""
        if sign == b'"':
            self.in_string = True
        elif sign == b"[" and not self.depth and not self.in_list:
            self.in_list = True
            return False
        elif sign in b"{[":
            self.depth += 1
        elif sign in b"}]" and self.depth:
            self.depth -= 1
            return None if self.depth or self.in_list else True
        elif sign == b"]" and self.in_list:
            self.in_list = False
            return False
        elif not self.depth and sign == (b"," if self.in_list else b"\n"):
            return False
        return None
