"""What damages text: for each class of misreading, a function that does to good text what the web did to it.

Good text comes in, damaged text goes out, or None where the damage cannot be done to this text or destroys too much
for an exact inverse to exist.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote

Damage = Callable[[str], "str | None"]
_UNDEFINED = "\x81\x8d\x8f\x90\x9d"


def misread(actual: str, taken_for: str, *more: str) -> Damage:
    """Bytes of one encoding read in another; with more codecs, saved as UTF-8 and misread again.  None where lossy."""

    def damage(text: str) -> str | None:
        for source, target in ((actual, taken_for), *(("utf-8", codec) for codec in more)):
            try:
                read = _read(text.encode(source), target)
            except UnicodeError:
                return None
            if read == text:
                return None
            text = read
        return None if "\n" in text else text

    return damage


def _read(data: bytes, codec: str) -> str:
    if codec != "sloppy-1252":
        return data.decode(codec)
    return "".join(bytes((byte,)).decode("cp1252" if chr(byte) not in _UNDEFINED else "latin-1") for byte in data)


def losing(actual: str, taken_for: str, errors: str, replacement: str = "\ufffd", blank: bool = False) -> Damage:
    """The same with bytes lost: dropped, or replaced by a mark; *blank* turns no-break spaces into blanks."""

    def damage(text: str) -> str | None:
        read = text.encode(actual).decode(taken_for, errors).replace("\ufffd", replacement)
        read = read.replace("\xa0", " ") if blank else read
        lossless = misread(actual, "sloppy-1252" if taken_for == "cp1252" else taken_for)(text)
        return None if read in (lossless, text) else read

    return damage


def windows_936(text: str) -> str | None:
    """UTF-8 read as Windows reads GBK: an impossible pair becomes one question mark, and both bytes are gone."""
    data, out, place = text.encode(), [], 0
    while place < len(data):
        if data[place] < 0x80:
            out.append(chr(data[place]))
            place += 1
            continue
        try:
            out.append(data[place : place + 2].decode("gbk"))
            place += 2
        except UnicodeDecodeError:
            out.append("€" if data[place] == 0x80 else "?")
            place += 1 if data[place] == 0x80 else 2
    damaged = "".join(out)
    return damaged if "?" in damaged else None


def inside(damage: Damage) -> Damage:
    """The middle third of a line damaged, good text before and after."""

    def partly(text: str) -> str | None:
        first, last = len(text) // 3, 2 * len(text) // 3
        middle = damage(text[first:last])
        return None if middle is None else text[:first] + middle + text[last:]

    return partly


def entities(text: str) -> str:
    return "".join(char if char.isascii() else f"&#{ord(char)};" for char in text)


def hex_entities_bare(text: str) -> str:
    return "".join(char if char.isascii() else f"&amp;#x{ord(char):x};" for char in text)


def percent(text: str) -> str:
    return "".join(char if char.isascii() else quote(char) for char in text)


def backslash_u(text: str) -> str:
    return "".join(char if char.isascii() or ord(char) > 0xFFFF else f"\\u{ord(char):04x}" for char in text)


def cesu(text: str) -> str:
    """A character above FFFF as two surrogates."""
    data = (text + "😀").encode("utf-16-be")
    return "".join(chr(int.from_bytes(data[place : place + 2], "big")) for place in range(0, len(data), 2))


CLASSES: Mapping[str, Damage] = {
    "UTF-8 as Latin-1": misread("utf-8", "latin-1"),
    "UTF-8 as Windows-1252": misread("utf-8", "sloppy-1252"),
    "UTF-8 as MacRoman": misread("utf-8", "mac_roman"),
    "UTF-8 as cp437": misread("utf-8", "cp437"),
    "UTF-8 as Latin-1, twice": misread("utf-8", "latin-1", "latin-1"),
    "UTF-8 as Windows-1252, twice": misread("utf-8", "sloppy-1252", "sloppy-1252"),
    "UTF-8 as MacRoman, twice": misread("utf-8", "mac_roman", "mac_roman"),
    "UTF-8 as cp437, twice": misread("utf-8", "cp437", "cp437"),
    "GBK as Latin-1": misread("gbk", "latin-1"),
    "GBK as Windows-1252": misread("gbk", "sloppy-1252"),
    "GBK as MacRoman": misread("gbk", "mac_roman"),
    "GBK as cp437": misread("gbk", "cp437"),
    "Big5 as Latin-1": misread("big5", "latin-1"),
    "Big5 as Windows-1252": misread("big5", "sloppy-1252"),
    "GBK as Latin-1, then UTF-8 as Windows-1252": misread("gbk", "latin-1", "sloppy-1252"),
    "Big5 as GBK": misread("big5", "gb18030"),
    "GBK as Big5": misread("gbk", "cp950"),
    "GBK as EUC-KR": misread("gbk", "cp949"),
    "UTF-8 as GBK, lossless": misread("utf-8", "gb18030"),
    "UTF-8 as Latin-1, then as GBK": misread("utf-8", "latin-1", "gb18030"),
    "part of a line, UTF-8 as Windows-1252": inside(misread("utf-8", "sloppy-1252")),
    "part of a line, GBK as Latin-1": inside(misread("gbk", "latin-1")),
    "decimal entities": entities,
    "hexadecimal entities, escaped twice": hex_entities_bare,
    "percent-encoding": percent,
    "backslash-u": backslash_u,
}
LOSSY: Mapping[str, Damage] = {
    "UTF-8 as GBK, U+FFFD": losing("utf-8", "gbk", "replace"),
    "UTF-8 as GBK, ?": losing("utf-8", "gbk", "replace", "?"),
    "UTF-8 as Windows-936, ?": windows_936,
    "UTF-8 as Windows-1252, C1 dropped": losing("utf-8", "cp1252", "ignore"),
    "UTF-8 as Windows-1252, C1 to U+FFFD": losing("utf-8", "cp1252", "replace"),
    "UTF-8 as Windows-1252, blanks for NBSP": losing("utf-8", "cp1252", "ignore", "", True),
}
