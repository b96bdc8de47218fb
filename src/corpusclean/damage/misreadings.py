"""The wrong readers: encodings in which bytes of Chinese were read as if they were something else.

A `Reader` turns text back into the bytes it was read from.  Bytes are held as a str of characters U+0000 to U+00FF, one
a byte, so that regular expressions and `str.translate` work on them; what no byte can have given is `ALIEN`.  Nothing
here decides whether text was misread.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from corpusclean.damage import gbk

ALIEN = "\uffff"
# bytes that Windows-1252 leaves undefined: a careful reader gives U+FFFD or nothing for them
UNDEFINED_1252 = "\x81\x8d\x8f\x90\x9d"


# joints of frames with two lines one way and one the other: nobody draws both kinds side by side, but ╖╡╗╪ is 返回
LEVEL, UPRIGHT = "╒╕╘╛╞╡╤╧╪", "╓╖╙╜╟╢╥╨╫"


@dataclass(frozen=True)
class Reader:
    """One wrong reader: its name, what each of its characters was as bytes, and how runs of them look."""

    name: str
    table: Mapping[int, str]
    runs: re.Pattern[str]

    def raw(self, text: str) -> str:
        """The bytes of *text*; one character for one where the reader's encoding has one byte a character.

        >>> WESTERN.raw("ä¸­A中") == "\\xe4\\xb8\\xadA" + "中"
        True
        """
        return text.translate(self.table)


def _single(name: str, *codecs: str) -> Reader:
    """A reader of one byte a character; of several codecs, each gives what those before it leave undefined."""
    table: dict[int, str] = {}
    for codec in codecs:
        for byte in range(0x80, 0x100):
            char = bytes((byte,)).decode(codec, "ignore")
            if char:
                table.setdefault(ord(char), chr(byte))
    own = "".join(map(re.escape, map(chr, table)))
    aliens = dict.fromkeys(set(range(0x80, 0x100)) - set(table), ALIEN)
    # a run has two bytes above 7F, and between two of them a byte that GBK and Big5 use as second one
    runs = re.compile(f"[{own}][0-9@-~]?[{own}](?:[@-~]?[{own}])*[@-~]?|[{own}][@-~]")
    return Reader(name, {**table, **aliens}, runs)


# Latin-1 and Windows-1252 in one: they differ in 80 to 9F only, and pages mix them
WESTERN = _single("western", "cp1252", "latin-1")
SINGLE_BYTE = (WESTERN, _single("macroman", "mac_roman"), _single("dos", "cp437"), _single("cyrillic", "cp1251"))


def _double(name: str, codec: str) -> Reader:
    """A reader of two bytes a character."""
    table: dict[int, str] = {}
    for lead in range(0x81, 0xFF):
        for trail in (*range(0x40, 0x7F), *range(0x80, 0xFF)):
            char = bytes((lead, trail)).decode(codec, "ignore")
            if len(char) == 1 and not char.isascii():
                table.setdefault(ord(char), chr(lead) + chr(trail))
    return Reader(name, _closed(table), _NOT_ASCII)


def _closed(table: dict[int, str]) -> dict[int, str]:
    return {**dict.fromkeys(range(0x80, 0x100), ALIEN), **table}


_NOT_ASCII = re.compile("[^\x00-\x7f]+")


@cache
def chinese() -> Reader:
    """GBK, as Windows reads it: private use for the user-defined areas, € for 80."""
    table = {ord(char): chr(lead) + chr(trail) for char, (lead, trail) in gbk.encoding().items()}
    # readers of GB18030 give its own forms for some cells that Windows-936 leaves to the user
    return Reader("gbk", _closed({**table, 0x20AC: "\x80"}), _NOT_ASCII)


@cache
def eastern() -> tuple[Reader, ...]:
    """The readers of two bytes a character."""
    return (chinese(), _double("big5", "cp950"), _double("korean", "cp949"), _double("japanese", "cp932"))


def decoded(raw: str, encoding: str) -> str | None:
    """The text of bytes held as str; None where they are no such text.

    >>> decoded("\\xd6\\xd0", "gb18030"), decoded("\\xd6", "gb18030")
    ('中', None)
    """
    try:
        return raw.encode("latin-1").decode(encoding)
    except UnicodeError:
        return None
