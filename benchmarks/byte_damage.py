"""The forward model: damage clean Chinese text as a site's byte-wise edits of GBK do.

Clean text comes in; damaged text goes out, made by the steps that made it in the wild: readings inserted after certain
pairs of bytes, the bytes cut at full-width marks, each piece decoded as Windows-936, widths narrowed.  It shares no
code with the repair, only Python's own codec, so that the two cannot be wrong together.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

_SPLITTERS = re.compile(rb"\xa3[\xa1\xbf\xac]")
_NARROW = {0xFF01 + place: 0x21 + place for place in range(94)} | {0x3000: 0x20}


@dataclass(frozen=True)
class Site:
    """How one site damages its text."""

    readings: dict[str, str]
    splits: float = 0.6  # share of the straddling marks at which the bytes are cut
    lost: str = "?"
    private: bool = True  # private-use characters are shown, not dropped
    narrow: bool = True
    before: str = "("
    after: str = ")"


def damage(text: str, site: Site, rng: random.Random) -> str:
    """*text* as *site* would show it."""
    data = text.encode("gbk", "ignore")
    for char, reading in site.readings.items():
        code = char.encode("gbk")
        data = data.replace(code, code + f"{site.before}{reading}{site.after}".encode("gb18030"))
    out, done = [], 0
    for mark in _SPLITTERS.finditer(data):
        if mark.start() < done or (straddles(data, mark.start()) and rng.random() > site.splits):
            continue
        out += (decode(data[done : mark.start()], site), mark.group().decode("gbk"))
        done = mark.end()
    shown = "".join((*out, decode(data[done:], site)))
    return shown.translate(_NARROW) if site.narrow else shown


def straddles(data: bytes, place: int) -> bool:
    """True where a character of *data* begins one byte before *place*."""
    start = data.rfind(b"\n", 0, place) + 1
    while start < place:
        start += 1 if data[start] < 0x80 else 2
    return start != place


def decode(data: bytes, site: Site) -> str:
    """Decode as Windows-936 does: a lead byte with an impossible second byte swallows it and shows one mark."""
    out, place = [], 0
    while place < len(data):
        lead = data[place]
        if lead < 0x80:
            out.append(chr(lead))
            place += 1
        elif lead in {0x80, 0xFF}:
            out.append("€" if lead == 0x80 else site.lost)
            place += 1
        else:
            out.append(_character(data[place : place + 2], site))
            place += 2
    return "".join(out)


def _character(pair: bytes, site: Site) -> str:
    try:
        return pair.decode("gbk")
    except UnicodeDecodeError:
        user = _user_defined(pair)
        return site.lost if user is None else user * site.private


def _user_defined(pair: bytes) -> str | None:
    """The private-use character of a code in the user-defined areas."""
    if len(pair) < 2:
        return None
    lead, trail = pair
    if 0xAA <= lead <= 0xAF and 0xA1 <= trail <= 0xFE:
        return chr(0xE000 + (lead - 0xAA) * 94 + trail - 0xA1)
    if 0xF8 <= lead <= 0xFE and 0xA1 <= trail <= 0xFE:
        return chr(0xE234 + (lead - 0xF8) * 94 + trail - 0xA1)
    if 0xA1 <= lead <= 0xA7 and 0x40 <= trail <= 0xA0 and trail != 0x7F:
        return chr(0xE4C6 + (lead - 0xA1) * 96 + trail - 0x40 - (trail > 0x7F))
    return None
