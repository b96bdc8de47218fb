"""Candidates: the characters that the two bytes behind each place of a run may be, likeliest first.

A `Run` comes in, and for each of its characters all that the known bytes allow go out, one where both bytes are known.
A reading behind the last character limits what it may be.  Nothing is chosen here.
"""

from __future__ import annotations

import re
from functools import cache

from corpusclean.damage import gbk
from corpusclean.damage.plausible import MARKS, char_cost
from corpusclean.damage.readings import BLANKS, SYLLABLE, read_so, toneless
from corpusclean.damage.runs import MARK_LEAD, SPLITTERS, Byte, Run

CANDIDATES = 40  # of the characters a lost byte allows, likeliest first

_READING = re.compile(rf"[(（]{BLANKS}({SYLLABLE}){BLANKS}[)）]")


def slots_of(text: str, run: Run) -> list[str]:
    """For each two bytes of a run of *text* the characters they may be, likeliest first."""
    slots = [_characters(lead, trail) for lead, trail in zip(run.stream[::2], run.stream[1::2], strict=True)]
    last = run.last or _read_behind(text, run.end)
    if last and len(slots[-1]) > 1:
        read = "".join(char for char in _all_characters(run.stream[-2], run.stream[-1]) if char in last)
        slots[-1] = read or slots[-1]
    if run.after == " ":  # a blank was swallowed: that is so only behind a mark
        slots[-1] = "".join(char for char in slots[-1] if char in MARKS)
    return slots


def _read_behind(text: str, end: int) -> str:
    """The characters that have the reading at *end*, if one stands there."""
    reading = _READING.match(text, end)
    return read_so(toneless(reading[1])) if reading else ""


@cache
def _characters(lead: Byte, trail: Byte) -> str:
    """The characters that the two bytes may be, likeliest first."""
    if isinstance(lead, int) and isinstance(trail, int):
        char = gbk.decoding().get((lead, trail), "")
        return "" if gbk.private(char) else char
    return _all_characters(lead, trail)[:CANDIDATES]


@cache
def _all_characters(lead: Byte, trail: Byte) -> str:
    """The characters that two bytes may be of which one is lost, unlikely ones too."""
    leads, trails = _values(lead), _values(trail)
    if leads is not None:
        chars = [char for first in leads for last, char in gbk.with_lead(first) if trails is None or last in trails]
    else:
        chars = [char for last in trails or () for _, char in gbk.with_trail(last)]
    if lead == MARK_LEAD:  # the tool cuts at these: a cut mark shows
        chars = [char for char in chars if char not in SPLITTERS]
    plausible = {char for char in chars if char in MARKS or char == "\u3000" or "\u4e00" <= char <= "\u9fff"}
    return "".join(sorted(plausible, key=lambda char: (char_cost(char), char)))


def _values(byte: Byte) -> frozenset[int] | None:
    """The values that the byte may have, None where nothing is known of it."""
    return frozenset((byte,)) if isinstance(byte, int) else byte
