"""Reads runs of a misread line as GBK or Big5, two bytes a character, and says whether to believe what comes out.

A line comes in with its bytes and the runs of them that may be Chinese; replacements go out, or nothing.  Any two
letters with accents make some character, so the characters must be ordinary on the whole; where there are one or two of
them, they must be very common, stand among Chinese and be nothing that somebody would write.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from corpusclean.damage.fitting import (
    COMMON,
    COMMONEST,
    HAN,
    ORDINARY,
    RARE,
    SIGNS,
    cost,
    fits,
    goes_on,
    is_part_of_word,
)
from corpusclean.damage.gaps import WRONG_SCRIPT, foreign_to
from corpusclean.damage.language_model import load
from corpusclean.damage.misreadings import Reader, decoded
from corpusclean.damage.rarity import mean, total
from corpusclean.damage.stretches import Stretch, replaced

Span = tuple[int, int]
ENCODINGS = (("gb18030", "gbk"), ("big5hkscs", "big5"), ("cp950", "big5"))
_PAIRS = re.compile("(?:[\x81-\xfe][@-~\x80-\xfe])+")
# quotes and dashes, which are bytes 80 to 9F of Windows-1252 and what pages hold anyway
_TYPOGRAPHY = "\u2010-\u2026\u2122\xa0"
_HEAD = re.compile(f"[{_TYPOGRAPHY}]")
_TAIL = re.compile(f"[{_TYPOGRAPHY}][@-~]?")
_NO_LETTERS = re.compile(f"[\x00-\x7f{_TYPOGRAPHY}]+")
# a lone "é" with a letter is a character too; so many different ones are believed wherever they stand
LEAST = 3
# words that are believed without Chinese around them, in nats a character
COMMON_WORD = 6.5
LEAST_HAN = 2
_CYRILLIC = re.compile("[\u0400-\u04ff]+")
LEAST_CYRILLIC = 4
_CONTROL = re.compile("[\x80-\x9f]")


def as_pairs(line: str, raw: str, runs: list[Span], reader: Reader) -> list[Stretch]:
    """Stretches of *line* that are GBK or Big5, whichever is more ordinary in the whole line.

    Parameters
    ----------
    line : str
        A line.
    raw : str
        Its bytes, as `Reader.raw` gives them; of the same length.
    runs : list of spans
        Where it may be misread.
    reader : Reader
        The wrong reader.

    Examples
    --------
    >>> from corpusclean.damage.misreadings import WESTERN
    >>> line = "“ÒæÕß”"
    >>> [item.new for item in as_pairs(line, WESTERN.raw(line), [(0, 6)], WESTERN)]
    []
    >>> line = "孔子曰：“ÒæÕß”"
    >>> [item.new for item in as_pairs(line, WESTERN.raw(line), [(4, 10)], WESTERN)]
    ['益者']
    """
    best: list[Stretch] = []
    cheapest = math.inf
    is_certain = any(_CONTROL.search(line, *run) for run in runs)
    foreign = foreign_to(line)
    for encoding, name in ENCODINGS:
        rule = f"repair:{name}-as-{reader.name}"
        stretches = _together(line, raw, runs, encoding, rule)
        if stretches is None:
            continue
        words = _words(stretches, rule)
        is_many = len(set(words)) >= LEAST
        rarest = RARE if rule == COMMONEST and is_certain else ORDINARY
        if is_many and cost(words) >= rarest:
            continue
        believed = _believed(line, words, stretches)
        words = _words(believed, rule)
        dear = cost(words) + WRONG_SCRIPT * sum(map(foreign.__contains__, words)) / max(1, len(words))
        if believed and dear < min(cheapest, rarest if is_many or rule != COMMONEST else RARE):
            best, cheapest = believed, dear
    return best


def _words(stretches: list[Stretch], rule: str) -> str:
    """The characters of *stretches*, frames and arrows left out; where there is nothing else, they count for little."""
    whole = "".join(item.new for item in stretches)
    return SIGNS.sub("", whole) or (whole if rule != COMMONEST else "")


def _together(line: str, raw: str, runs: list[Span], encoding: str, rule: str) -> list[Stretch] | None:
    """What all *runs* are in *encoding*; None from the first on that cannot be that: of misread UTF-8 most cannot."""
    stretches: list[Stretch] = []
    for run in runs:
        found = _cheapest(line, raw, run, encoding, rule)
        if found is None:
            return None
        stretches += found
    return stretches


def _cheapest(line: str, raw: str, run: Span, encoding: str, rule: str) -> list[Stretch] | None:
    """What a run is in *encoding* at its most ordinary; None where it cannot be that."""
    ways: list[list[Stretch]] = [[]] if _NO_LETTERS.fullmatch(line, *run) else []
    for start, end in _extents(line, *run):
        spans = [match.span() for match in _PAIRS.finditer(raw, start, end)]
        texts = [decoded(raw[slice(*span)], encoding) for span in spans]
        if spans and None not in texts:
            ways.append([Stretch(*span, text or "", rule) for span, text in zip(spans, texts, strict=True)])
    if len(ways) > 1 and not ways[0]:  # 時 is •r, but so is a quote before a letter
        ways = [way for way in ways[1:] if mean("".join(item.new for item in way)) < COMMON] or ways[:1]
    if len(ways) < 2:
        return ways[0] if ways else None
    return min(ways, key=lambda way: total(replaced(line[: run[1]], way)))


def _extents(line: str, start: int, end: int) -> Iterator[Span]:
    """The run, and what is left of it where a quote or dash at either end is what it seems to be.

    In ``“r`` the quote is one, for 搑 is rare; in ``“Òæ`` it is, for the bytes after it come in pairs.
    """
    tail = _TAIL.fullmatch(line, max(start, end - 2), end) or _TAIL.fullmatch(line, end - 1, end)
    for first in (start, start + 1) if _HEAD.match(line, start) else (start,):
        for last in (end, tail.start()) if tail else (end,):
            if first < last:
                yield first, last


def _believed(line: str, words: str, stretches: list[Stretch]) -> list[Stretch]:
    """All *stretches* for enough different characters; of fewer, those that are very common or stand among Chinese.

    Those that do not fit must be words of the page's own: Loïc has the bytes of a character, too.
    """
    if len(words) <= 2 * len(stretches) and 2 * _count_in_words(line, stretches) > len(stretches):
        return []  # Sélection intégrée: a pair in each word
    shown = "".join(line[item.start : item.end] for item in stretches)
    if len(shown) >= LEAST_CYRILLIC and _CYRILLIC.fullmatch(shown) and (shown.islower() or shown.isupper()):
        return []  # СТРОКА; bytes give capitals and small letters at random
    if len(set(words)) >= LEAST and HAN.search(words):
        return stretches
    if len(set(words)) > 1 and all(map(HAN.match, words)) and load().cost(words) < len(words) * COMMON_WORD:
        return stretches
    if len(HAN.findall(line)) < LEAST_HAN:
        return []
    fitting = [item for item in stretches if fits(line, item)]
    others = (item for item in stretches if item not in fitting)
    return fitting if all(goes_on(line, item.start) for item in others) else []


def _count_in_words(line: str, stretches: list[Stretch]) -> int:
    return sum(is_part_of_word(line, item, item.new) for item in stretches)
