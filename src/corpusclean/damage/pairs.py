"""Reads runs of a misread line as GBK or Big5, two bytes a character, and says whether to believe what comes out.

A line comes in with its bytes and the runs of them that may be Chinese; replacements go out, or nothing.  Any two
letters with accents make some character, so the characters must be ordinary on the whole; where there are one or two of
them, they must be very common, stand among Chinese and be nothing that somebody would write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusclean.damage.gaps import REACH, WRONG_SCRIPT, foreign_to
from corpusclean.damage.language_model import load
from corpusclean.damage.misreadings import Reader, decoded
from corpusclean.damage.rarity import mean, total
from corpusclean.damage.stretches import Stretch, replaced

Span = tuple[int, int]
ENCODINGS = (("gb18030", "gbk"), ("big5hkscs", "big5"), ("cp950", "big5"))
_PAIRS = re.compile("(?:[\x81-\xfe][@-~\x80-\xfe])+")
_HAN = re.compile("[\u4e00-\u9fff]")
# drawn frames say nothing about the text between them
_FRAME = re.compile("[\u2500-\u259f]+")
# quotes and dashes, which are bytes 80 to 9F of Windows-1252 and what pages hold anyway
_TYPOGRAPHY = "\u2010-\u2026\u2122\xa0"
_HEAD = re.compile(f"[{_TYPOGRAPHY}]")
_TAIL = re.compile(f"[{_TYPOGRAPHY}][@-~]?")
_NO_LETTERS = re.compile(f"[\x00-\x7f{_TYPOGRAPHY}]+")
# the mean cost of a line's characters read as GBK or Big5: ordinary Chinese lies at 6 to 8, accidents at 11 and more
ORDINARY = 9.3
# a lone "é" with a letter is a character too; so many different ones are believed wherever they stand
LEAST = 3
# words that are believed without Chinese around them, in nats a character
COMMON_WORD = 6.5
# fewer are believed among Chinese where they make a word with it (模 in Ä£式), or are as common as some 1,200 are;
# one that signs gave (µ¥), as 400
COMMON = 8.8
MOST_COMMON = 7.6
LINKED = 5.0
LEAST_HAN = 2
FEW = 4
# capitals, small letters and the controls that no page holds; signs are left out
_LETTERS = re.compile("[\x80-\x9f\xc0-\xd6\xd8-\xf6\xf8-\xff\u0152-\u0192\u02c6\u02dc]+")
_WESTERN = re.compile("[A-Za-z\xa1-\xff]")
_CONTROL = re.compile("[\x80-\x9f]")
_MARKS = frozenset("，。、：；（）“”「」《》？！…")
_COMMONEST = "repair:gbk-as-western"


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
    cheapest = ORDINARY
    foreign = foreign_to(line)
    for encoding, name in ENCODINGS:
        rule = f"repair:{name}-as-{reader.name}"
        stretches = _together(line, raw, runs, encoding, rule)
        if stretches is None:
            continue
        whole = "".join(item.new for item in stretches)
        words = _FRAME.sub("", whole) or whole
        cost = _cost(words) + WRONG_SCRIPT * sum(map(foreign.__contains__, words)) / max(1, len(words))
        if cost < cheapest and _is_believed(line, words, stretches):
            best, cheapest = stretches, cost
    return best


def _together(line: str, raw: str, runs: list[Span], encoding: str, rule: str) -> list[Stretch] | None:
    """What all *runs* are in *encoding*; None from the first on that cannot be that: of misread UTF-8 most cannot."""
    stretches: list[Stretch] = []
    for run in runs:
        found = _cheapest(line, raw, run, encoding, rule)
        if found is None:
            return None
        stretches += found
    return stretches


def _cost(words: str) -> float:
    """The cost of *words* a character; of a few, as a word that is usual though its characters are not: 删除."""
    return min(mean(words), load().cost(words) / len(words)) if 1 < len(words) <= FEW else mean(words)


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


def _is_believed(line: str, words: str, stretches: list[Stretch]) -> bool:
    """True for enough different characters; for fewer, if they are very common or stand among Chinese."""
    if len(set(words)) >= LEAST:
        return True
    if len(set(words)) > 1 and all(map(_HAN.match, words)) and load().cost(words) < len(words) * COMMON_WORD:
        return True
    return len(_HAN.findall(line)) >= LEAST_HAN and all(_fits(line, item) for item in stretches)


def _fits(line: str, item: Stretch) -> bool:
    """True for a few characters that belong where they stand, and that nobody would have written as they look."""
    old, new = line[item.start : item.end], item.new
    before, after = line[max(0, item.start - REACH) : item.start], line[item.end : item.end + REACH]
    by_chance = item.rule != _COMMONEST  # the bytes of Big5 and of other readers look like anything
    if _MARKS.issuperset(new):
        return not by_chance and not any(char.isascii() for char in old)
    if not all(_HAN.match(char) or char in _MARKS for char in new):
        return False
    if _is_linked(before, new, after):
        return mean(new) < ORDINARY
    beside = (before[-1:] if new[0] not in _MARKS else "") + (after[:1] if new[-1] not in _MARKS else "")
    if by_chance or _WESTERN.search(beside) or old.swapcase() == old[::-1]:
        return False  # part of a word, or of an alphabet: Åå Ää Öö
    return _cost(new) < _limit(old, new)


def _limit(old: str, new: str) -> float:
    """How dear characters may be that nothing but their being common speaks for."""
    if _CONTROL.search(old):
        return ORDINARY
    return COMMON if len(new) > 1 or _LETTERS.fullmatch(old) else MOST_COMMON


def _is_linked(before: str, new: str, after: str) -> bool:
    """True where *new* makes a word with what stands beside it."""
    if not (_HAN.match(before[-1:]) or _HAN.match(after[:1])):
        return False
    cost = load().cost
    return cost(before + new + after) < cost(before) + cost(new) + cost(after) - LINKED
