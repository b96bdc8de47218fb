"""Shifted runs: which bytes may stand behind a stretch of text that was decoded one byte off.

A text and a place where bytes were lost come in; out come `Run`s, one for each way in which the stretch from there on
can be read back into bytes, lost ones left open.  A run ends where the stream of bytes comes back in step.  Nothing is
chosen here: `corpusclean.damage.solve` fills in lost bytes and says which run, if any, makes sense.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from string import ascii_letters
from typing import NamedTuple

from corpusclean.damage import gbk
from corpusclean.damage.plausible import char_cost
from corpusclean.damage.readings import BLANKS, SYLLABLE, matches, read_so

LONGEST = 120  # characters of a run: whole lines of Simplified text without a break are shorter than that
LOST = "?\ufffd？"
HOPELESS = 12.0  # nats by which a run may be rarer than what the page shows: clean text gets there in two characters
ANCHORS = 2  # characters and letters that a run must show: “什么?!W” has one
READ = 4096  # bytes with a syllable whose other bytes are kept
SWALLOWED = "\ufffd"  # stands for an ASCII character that a lead byte swallowed and that nothing tells
# the marks at which the site's tool split the bytes, and their second GBK byte (the first is A3)
SPLITTERS = {"!": 0xA1, "?": 0xBF, ",": 0xAC, "！": 0xA1, "？": 0xBF, "，": 0xAC}
MARK_LEAD = 0xA3

_TAIL = re.compile(rf"[(（]?({SYLLABLE}){BLANKS}[)）]")
_BARE_TAIL = re.compile(rf"({SYLLABLE}){BLANKS}[)）]")
_READING = re.compile(rf"[(（]{BLANKS}({SYLLABLE}){BLANKS}[)）]")
_TAG_TAIL = re.compile(r"/?(?:p|br|div|span|strong|b|li|td|a)\b ?/?>")
_COUNTED = frozenset("年月日时時点點分秒岁歲个個名位人次元万萬亿億米")
_CUT = frozenset(("", "\n", *"!?,"))  # what may stand behind a lost byte that swallowed nothing
# behind two bytes that are no character: the next pair (校里 `?@锩`, for ＠ is shown narrow), or half of one with its
# reading: 會丟 `?G(diū)`, 會勸 `??quàn)`
_HALF_READ = re.compile(rf"[@-~][(（]{SYLLABLE}{BLANKS}[)）]")
_GOES_ON = re.compile(rf"[!-~]?[^\x00-\x7f]|{_HALF_READ.pattern}|[{LOST}]{SYLLABLE}{BLANKS}[)）]")
# marks may be anybody's, “什么?!?” is no run; a private-use character may be an icon
_ANCHOR = re.compile("[^\x00-\x7f\ue000-\uf8ff，！？€�“”‘’。、；：《》（）「」『』…—]|[a-zA-Z^]")
_LETTERS = frozenset(ascii_letters)

# what is known of one byte: its value, the values it may have, or nothing
Byte = int | frozenset[int] | None


class Run(NamedTuple):
    """A stretch of text and the bytes behind it, from the first lost one until the stream is in step again.

    ``start`` and ``end`` are offsets in the text; ``stream`` has two bytes a character; ``after`` is what the page
    lost behind the last character (a blank or ``<`` that a lead byte swallowed) or shows as part of it; ``last`` are
    the characters that the last one may be, where a reading says so.
    """

    start: int
    end: int
    stream: tuple[Byte, ...]
    after: str = ""
    last: str = ""


class _End(NamedTuple):
    """A run without its start."""

    place: int
    stream: tuple[Byte, ...]
    after: str = ""
    last: str = ""


def straddled_mark(text: str, start: int) -> Iterator[Run]:
    """Runs that begin with a lost lead byte and a mark: ``?!薄拔覀兙W`` for ``。”“我們網``.

    On pages that dropped undecodable bytes nothing stands for the lost one: ``!薄拔覀兙W``.
    """
    mark = start + (text[start : start + 1] in LOST and text[start + 1 : start + 2] in SPLITTERS)
    second = SPLITTERS.get(text[mark : mark + 1])
    if second is not None:
        yield from (Run(start, *end) for end in _follow(text, mark + 1, [None, MARK_LEAD, second]))


def straddled_reading(text: str, start: int) -> Iterator[Run]:
    """Runs that begin after a reading between two characters: ``響?yīng)氉`` for ``響獨自``.

    The reading belongs to the trail byte before *start* and the lost byte after it, which is thus one of a few.
    """
    tail = _TAIL.match(text, start + (text[start : start + 1] in LOST))
    host = _host(text, start) if tail else ""
    pair = shown_bytes(host) if host else None
    if tail is None or pair is None:
        return
    lost = _trails(pair[1], tail[1])
    if lost:
        yield from (Run(start, *end) for end in _follow(text, tail.end(), [lost]))


def is_anchored(text: str, run: Run) -> bool:
    """True where the page shows more for the run than marks and a letter: ``?!?`` may be what somebody wrote."""
    return run.after == "<" or len(_ANCHOR.findall(text, run.start, run.end)) >= ANCHORS


def shown_bytes(char: str) -> gbk.Pair | None:
    """The two bytes that the page shows as *char*, full-width forms narrowed later included."""
    if "!" <= char <= "~":
        return MARK_LEAD, ord(char) + 0x80
    return (0xA1, 0xA1) if char == " " else gbk.encoding().get(char)


def _host(text: str, end: int) -> str:
    """The character before *end*, its own reading skipped."""
    before = text[max(0, end - 12) : end]
    while before.endswith((")", "）")):
        found = [match for match in _READING.finditer(before) if match.end() == len(before)]
        if not found:
            break
        before = before[: found[0].start()]
    return before[-1:]


def _follow(text: str, place: int, stream: list[Byte]) -> Iterator[_End]:
    """Read on from *place* with one byte pending, and yield each place where the stream may be in step again."""
    limit, worse = min(len(text), place + LONGEST), 0.0
    while place < limit and worse < HOPELESS:
        char = text[place]
        reading = _READING.match(text, place) if char in "(（" else None
        if reading:
            if not matches(text[place - 1], reading[1]):
                return
            place = reading.end()  # it stands after a pair of bytes that is a character of the straddled text
            continue
        yield from _ends(text, place, stream)
        pair = shown_bytes(char)
        if pair is None:
            return
        worse += _worse(char, stream[-1], pair[0])
        if pair[1] < 0x80:  # two bytes of which the second was a letter of its own
            yield _End(place + 1, (*stream, pair[0]), chr(pair[1]))
        stream += pair
        place += 1


def _worse(shown: str, lead: Byte, trail: int) -> float:
    """How much rarer the character of the two bytes is than *shown*, which stands for the second of them."""
    if not isinstance(lead, int):
        return 0.0
    char = gbk.decoding().get((lead, trail))
    return 0.0 if char is None else char_cost(char) - char_cost(shown)


def _ends(text: str, place: int, stream: list[Byte]) -> Iterator[_End]:
    """Ways in which the run ends with what stands at *place*, alone."""
    char, after = text[place], text[place + 1 : place + 2]
    if char in LOST:
        yield from _lost_trail(text, place, stream)
    elif char == "€":  # Windows-936 shows a lone byte 80 so
        yield _End(place + 1, (*stream, 0x80))
    elif "\x40" <= char <= "\x7e":
        tail = _BARE_TAIL.match(text, place)
        if tail:
            yield from _before_tail(tail, stream)
        if char not in _LETTERS or after not in _LETTERS:  # a trail byte of its own: the W of 兙W for 網
            yield _End(place + 1, (*stream, ord(char)))
            yield from _dropped_pair(text, place, stream)


def _before_tail(tail: re.Match[str], stream: list[Byte]) -> Iterator[_End]:
    """The pending character had the reading of *tail*, whose bracket the lost trail byte swallowed."""
    lead = stream[-1]
    leads = (lead,) if isinstance(lead, int) else lead or ()
    trails = frozenset[int]().union(*(_trails(first, tail[1]) for first in leads))
    if trails:
        yield _End(tail.end(), (*stream, trails), last=read_so(tail[1]))


def _lost_trail(text: str, place: int, stream: list[Byte]) -> Iterator[_End]:
    """Ways in which a lost byte at *place* ends the run: it was the trail byte of the pending character."""
    tail = _TAIL.match(text, place + 1)
    if tail:
        yield from _before_tail(tail, stream)
        return
    yield from _undecodable_pair(text, place, stream)
    yield from (_End(place + 1, (*stream, None), after) for after in _swallowed(text, place))


def _swallowed(text: str, place: int) -> Iterator[str]:
    """What the lead byte lost at *place* may have swallowed: a character of ASCII, but nothing where a cut follows."""
    after = text[place + 1 : place + 2]
    if _HALF_READ.match(text, place + 1):
        return
    if _TAG_TAIL.match(text, place + 1):
        yield "<"
    elif "\u4e00" <= after <= "\u9fff" and after not in _COUNTED:
        yield " "
        yield SWALLOWED
    elif text[place] == "\ufffd" or after in _CUT or (after > "\x7f" and after not in _COUNTED and after != "、"):
        yield ""
    else:  # before 月, most likely a figure went, and nothing tells which
        yield SWALLOWED


def _undecodable_pair(text: str, place: int, stream: list[Byte]) -> Iterator[_End]:
    """Ways in which the lost mark at *place* stands for two bytes that are no character, in the middle of the run."""
    if gbk.undecodable()[0] not in stream and _GOES_ON.match(text, place + 1):
        yield from _follow(text, place + 1, [*stream, *gbk.undecodable()])


def _dropped_pair(text: str, place: int, stream: list[Byte]) -> Iterator[_End]:
    """Ways in which the page dropped a private-use character before the trail byte at *place*: ``?r(shí)`` for 去時.

    The reading that follows says which characters the trail byte may end, and so which second byte was dropped.
    """
    reading = _READING.match(text, place + 1)
    for second in _leads(ord(text[place]), reading[1]) if reading else ():
        firsts = _private_leads(second)
        if firsts:
            yield _End(place + 1, (*stream, firsts, second, ord(text[place])))


@lru_cache(READ)
def _trails(lead: int, syllable: str) -> frozenset[int]:
    """The second bytes of the characters that begin with *lead* and may be read *syllable*."""
    chars = read_so(syllable)
    return frozenset(trail for trail, char in gbk.with_lead(lead) if char in chars)


@lru_cache(READ)
def _leads(trail: int, syllable: str) -> list[int]:
    """The first bytes of the characters that end with *trail* and may be read *syllable*."""
    chars = read_so(syllable)
    return [lead for lead, char in gbk.with_trail(trail) if char in chars]


@cache
def _private_leads(second: int) -> frozenset[int]:
    """The first bytes that make a private-use character with the byte *second*."""
    return frozenset(first for first in range(0x81, 0xFF) if gbk.private(gbk.decoding().get((first, second), "")))
