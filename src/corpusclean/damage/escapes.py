"""Escapes that were left in prose: percent-encoding, ``%uXXXX``, ``\\\\uXXXX`` and quoted-printable.

Text comes in, the changes that make characters of them go out.  Addresses and code keep theirs, and bytes that make
no ordinary Chinese stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from corpusclean.damage.prose import in_address, is_code, line_at
from corpusclean.damage.rarity import mean
from corpusclean.document import Change

# the characters of a run may be rare, but not all of them
_ORDINARY = 11.0
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# each pattern begins with its sign alone, which the search for it jumps to
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})+(?:[0-9A-Za-z._~+-]{1,20}(?:%[0-9A-Fa-f]{2})+)*")
_PERCENT_U = re.compile(r"%u[0-9a-fA-F]{4}(?:%u[0-9a-fA-F]{4})*")
_BACKSLASH = re.compile(r"\\u[0-9a-fA-F]{4}(?:\\u[0-9a-fA-F]{4})*")
_OCTET = r"=(?:[0-9A-F]{2}|\r?\n)"
_QUOTED = re.compile(rf"{_OCTET}(?:{_OCTET}){{2,}}(?:[0-9A-Za-z.,!?;: -]{{1,30}}(?:{_OCTET}){{2,}})*")
_UNITS = ("repair:percent-u", "repair:backslash-u")
LEAST_UNITS = 2
# after one of these an escape is part of an address
_BEFORE = ("=", "&", "?", "#")
_OPTION = re.compile(r"(?:(?<=\s)|\A)-{1,2}[A-Za-z0-9-]+\[?=\Z")
LONGEST_OPTION = 40
# characters of three bytes, or a sign of Latin-1 alone (»), beside ASCII
_UTF8 = re.compile(rb"(?:[\x00-\x7f]*(?:[\xe1-\xec\xee\xef][\x80-\xbf]{2}))+[\x00-\x7f]*|\xc2[\xa0-\xbf]")
_HEX = re.compile(rb"[%=]([0-9A-Fa-f]{2})")


def escape_changes(text: str) -> Iterator[Change]:
    """Changes that turn the escapes of *text* into characters; the text must hold ``%``, ``\\\\u`` or ``=``.

    >>> [change.new for change in escape_changes("他说%E4%BD%A0%E5%A5%BD，\\\\u4f60\\\\u597d，=C4=E3=BA=C3。")]
    ['你好', '你好', '你好']
    >>> list(escape_changes("http://example.com/%E4%BD%A0 增长了100%"))
    []
    """
    taken = 0
    for start, end, new, rule in sorted(_all(text)):
        meant = rule == "repair:percent" and (_is_parameter(text, start) or in_address(text, start))
        line = line_at(text, start)
        # one escape alone is what the text talks about: "\\u306F 表示 は"
        meant = meant or (rule in _UNITS and line.count(text[start : start + 2]) < LEAST_UNITS)
        if start >= taken and not meant and not is_code(line):
            taken = end
            yield Change(start, end, new, rule)


def _all(text: str) -> Iterator[tuple[int, int, str, str]]:
    for sign, pattern, rule, read in _KINDS:
        if sign in text:
            for match in pattern.finditer(text):
                new = read(match.group())
                if new is not None:
                    yield (*match.span(), new, rule)


def _is_parameter(text: str, start: int) -> bool:
    """True after a sign that parameters of addresses begin with; ``--files=%E6…`` is an option in prose."""
    if text[start - 1 : start] not in _BEFORE:
        return False
    return not _OPTION.search(text, max(0, start - LONGEST_OPTION), start)


def _from_bytes(escaped: str) -> str | None:
    """The text of percent or quoted-printable bytes, where they are Chinese in UTF-8 or GB 18030."""
    plain = re.sub("=\r?\n", "", escaped).encode("ascii")
    data = _HEX.sub(lambda match: bytes((int(match.group(1), 16),)), plain)
    if _UTF8.fullmatch(data):  # it proves itself
        return data.decode()
    for encoding in ("utf-8", "gb18030", "big5hkscs"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if (_HAN.search(text) or (encoding == "utf-8" and not text.isascii())) and mean(text) < _ORDINARY:
            return text
    return None


def _from_units(escaped: str) -> str | None:
    """The text of 16-bit units, four digits each."""
    units = [int(unit, 16) for unit in re.findall("u([0-9a-fA-F]{4})", escaped)]
    text = b"".join(unit.to_bytes(2, "big") for unit in units).decode("utf-16-be", "surrogatepass")
    return text if min(units) >= 0x80 and mean(text) < 16 else None


_KINDS: tuple[tuple[str, re.Pattern[str], str, Callable[[str], str | None]], ...] = (
    ("%", _PERCENT, "repair:percent", _from_bytes),
    ("%u", _PERCENT_U, "repair:percent-u", _from_units),
    ("\\u", _BACKSLASH, "repair:backslash-u", _from_units),
    ("=", _QUOTED, "repair:quoted-printable", _from_bytes),
)
