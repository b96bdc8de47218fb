"""Undoes misreadings that lost bytes: UTF-8 read as GBK or as Windows-1252, with U+FFFD, ``?`` or nothing in places.

A line comes in, its likeliest form goes out, or nothing.  UTF-8 says of each byte whether it begins a character, so
what is whole is read as it is, and each gap leaves a few candidates that a model of the language chooses from.  A gap
that too little is known of keeps its U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from corpusclean.damage.gaps import filled, foreign_to
from corpusclean.damage.lost_bytes import BLANK, END, LOST, Alternatives, gbk_alternatives, western_alternatives
from corpusclean.damage.misreadings import ALIEN, WESTERN, chinese
from corpusclean.damage.rarity import mean, signature, total
from corpusclean.damage.stretches import Stretch

_WHOLE = re.compile(
    "(?:[\x00-\x3e\x40-\x7f]|[\xe1-\xef][\x80-\xbf]{2}|[\xc2-\xdf][\x80-\xbf]|[\u0100-\ufffc\U00010000-\U0010ffff])+"
)
# a longer gap is not a lost byte but a lost passage
LONGEST_GAP = 24
# characters of a page whose gaps are filled: two seconds of work; U+FFFD stands in the gaps behind them
MOST = 200_000
# of the characters above ASCII, so many must be of those that UTF-8 read as GBK is made of
_SIGNATURE = frozenset(signature())
_SIGNATURE_SHARE = 0.12
_SHARE = 0.85
_ORDINARY = 9.8


def undo_lossy_gbk(line: str, most: int = MOST) -> list[Stretch]:
    """The likeliest form of a line of UTF-8 that was read as GBK with losses; its first *most* characters, at least.

    >>> damaged = "今天天气很好。".encode().decode("gbk", "replace")
    >>> damaged, [item.new for item in undo_lossy_gbk(damaged)]
    ('浠婂ぉ澶╂皵寰堝ソ銆\ufffd', ['今天天气很好。'])
    """
    signs = sum(map(_SIGNATURE.__contains__, line))
    if signs < 2 or signs < _SIGNATURE_SHARE * sum(char > "\x7f" for char in line):
        return []
    raw = chinese().raw(line)
    new = _restored(raw, gbk_alternatives, most)
    return _accepted(line, new, "repair:utf8-as-gbk", most)


def undo_lossy_western(line: str, most: int = MOST) -> list[Stretch]:
    """The likeliest form of a line of UTF-8 read as Windows-1252 that lost undefined bytes or no-break spaces.

    >>> damaged = "走向北京".encode().decode("cp1252", "ignore")
    >>> damaged, [item.new for item in undo_lossy_western(damaged)]
    ('èµ°å‘åŒ—äº¬', ['走向北京'])
    """
    raw = _BLANK.sub(BLANK, WESTERN.raw(line))
    leads = len(_LEAD.findall(raw))
    if leads < 2 or leads * 3 < 0.6 * len(_HIGH.findall(raw)):
        return []
    new = _restored(raw, western_alternatives, most)
    return _accepted(line, new, "repair:utf8-as-western", most)


# a blank inside a character was a no-break space, byte A0
_BLANK = re.compile("(?<=[\xe3-\xef]) (?=[\x80-\xbf\xe2-\xef])|(?<=[\xe3-\xef][\x80-\xbf]) ")
_LEAD = re.compile("[\xe2-\xef](?=[\x80-\xbf\ufffd ])")
_HIGH = re.compile("[\x80-\xff]")
# A line that is misread throughout has few gaps that nothing fills; in one that is half good they stand for the good
# half: 他说：中文很好，浠婂ぉ澶╂皵寰堝ソ
_GAPS = 0.05


def _accepted(line: str, new: str | None, rule: str, most: int) -> list[Stretch]:
    if new is None or new.count(LOST) - line.count(LOST) > _GAPS * len(new):
        return []
    # gaps that nobody looked at say nothing against the rest, or the next look at the page would fill them
    known = new.replace(LOST, "") if len(new) > most else new
    if total(known) > _SHARE * total(line):
        return []
    words = "".join(char for char in new if char > "\x7f" and char != LOST)
    return [Stretch(0, len(line), new, rule, True)] if words and mean(words) < _ORDINARY else []


def _restored(raw: str, alternatives: Callable[[str, int], Alternatives], most: int) -> str | None:
    """*raw* as text, the gaps of its first *most* characters filled; None where it has a character that is no byte."""
    if ALIEN in raw:
        return None
    pieces = list(_pieces(raw))
    whole = "".join(text for text, is_gap in pieces if not is_gap)
    foreign = foreign_to(whole)
    out = ""
    for place, (piece, is_gap) in enumerate(pieces):
        if not is_gap:
            out += piece
            continue
        found = None
        if len(piece) <= LONGEST_GAP and len(out) < most:
            after = pieces[place + 1][0] if place + 1 < len(pieces) else ""
            follow = after.encode("utf-8", "replace")[0] if after else END
            found = filled(alternatives(piece, follow), out, after, foreign)
        out += found or _unfilled(piece)
    return out


def _pieces(raw: str) -> Iterator[tuple[str, bool]]:
    """Whole text and gaps by turns."""
    end = 0
    for match in _WHOLE.finditer(raw):
        if match.start() > end:
            yield raw[end : match.start()], True
        yield _text(match.group()), False
        end = match.end()
    if end < len(raw):
        yield raw[end:], True


def _text(raw: str) -> str:
    """Whole characters as text; what was no byte to begin with stays."""
    return re.sub("[\x80-\xff]+", lambda match: match.group().encode("latin-1").decode("utf-8", "replace"), raw)


def _unfilled(gap: str) -> str:
    """What stays of a gap that nothing fits: question marks, which may be meant, or one U+FFFD."""
    return gap if not gap.strip("?") else LOST
