"""Chooses what stood where bytes are lost: the likeliest of the characters that fit the bytes that are left.

A gap comes in as columns of candidates, with the text before and after it; the likeliest filling goes out.  Pairs of
characters narrow the candidates down, words decide between the last few.  Every filling is a guess and is marked as
one by whoever asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from corpusclean.damage.language_model import load
from corpusclean.damage.rarity import costs
from corpusclean.fold import table

Column = tuple[str, ...]
# fillings that words are asked about, after pairs have ranked them
FINALISTS = 4
# partial fillings that are followed through a gap of several characters
BEAM = 6
# candidates for a gap of one character that are followed to the character after it
WIDE = 24
# characters before and after a gap that may form a word with it
REACH = 3
# a Traditional character in a Simplified line, or the other way round
WRONG_SCRIPT = 4.0


@cache
def scripts() -> tuple[frozenset[str], frozenset[str]]:
    """The Han characters that only Simplified text holds, and those that only Traditional text does.

    What both do (后, 系, 真) is in the character set of the other script, too.

    >>> ["们" in scripts()[0], "后" in scripts()[0], "們" in scripts()[1], "眞" in scripts()[1]]
    [True, False, True, True]
    """
    pairs = [(chr(old), chr(new)) for old, new in table().items() if 0x3400 <= old < 0xA000 and old != new]
    simplified = frozenset(new for _, new in pairs if not _is_in(new, "big5"))
    return simplified, frozenset(old for old, _ in pairs if not _is_in(old, "gb2312"))


def _is_in(char: str, encoding: str) -> bool:
    return bool(char.encode(encoding, "ignore"))


def foreign_to(text: str) -> frozenset[str]:
    """The characters of the script that *text* is not in; none where it does not show its script.

    >>> "們" in foreign_to("这个时候"), "们" in foreign_to("這個時候")
    (True, True)
    """
    simplified, traditional = scripts()
    here, there = (sum(map(own.__contains__, text)) for own in (simplified, traditional))
    if here == there:
        return frozenset()
    return traditional if here > there else simplified


def filled(alternatives: Sequence[Sequence[Column]], before: str, after: str, foreign: frozenset[str]) -> str | None:
    """The likeliest filling of a gap.

    Parameters
    ----------
    alternatives : sequence of sequence of columns
        Ways to fill the gap; each is a row of columns, each column the candidates for one place.
    before, after : str
        What stands around the gap.
    foreign : frozenset of str
        Characters that do not belong in the text, of the other script.

    Examples
    --------
    >>> filled([[("县", "兽", "水")]], "福海", "人民", frozenset()), filled([], "福", "", frozenset())
    ('县', None)
    """
    ranked = [found for columns in alternatives for found in _ranked(columns, before[-1:], after[:1], foreign)]
    ranked = sorted(ranked)[:FINALISTS]
    if len(ranked) < 2:
        return ranked[0][1] if ranked else None
    left, right = before[-REACH:], after[:REACH]
    return min((_words(left + text + right) + _penalty(text, before, foreign), text) for _, text in ranked)[1]


def _penalty(text: str, before: str, foreign: frozenset[str]) -> float:
    """What a filling costs besides its words: characters of the other script, quotes that open or close twice."""
    wrong = sum(map(foreign.__contains__, text))
    if text in _QUOTES:
        opening, closing = _QUOTES[text]
        is_open = before.count(opening) > before.count(closing)
        wrong += is_open == (text == opening)
    return WRONG_SCRIPT * wrong


_QUOTES = {char: (pair[0], pair[1]) for pair in ("“”", "‘’", "「」", "『』", "《》", "（）") for char in pair}


@lru_cache(16_384)
def _words(text: str) -> float:
    return load().cost(text)


@lru_cache(2048)
def _priced(column: Column) -> tuple[tuple[str, float, str, str], ...]:
    """Each candidate with its cost alone, and the Simplified forms of its first and last character."""
    known, plain = costs(), _plain()
    return tuple(
        (text, sum(map(known.__getitem__, text)), plain.get(text[0], text[0]), plain.get(text[-1], text[-1]))
        for text in column
    )


def _ranked(columns: Sequence[Column], before: str, after: str, foreign: frozenset[str]) -> list[tuple[float, str]]:
    """The cheapest fillings of *columns* by characters and pairs, with their costs."""
    followers, plain = _followers(), _plain()
    paths = [(0.0, "", plain.get(before, before))]
    for column in columns:
        longer = []
        for so_far, text, last in paths:
            inside = followers.get(last, _NONE).get
            for new, alone, first, end in _priced(column):
                paired = inside(first, alone)
                cost = so_far + (paired if paired < alone else alone)
                longer.append((cost + WRONG_SCRIPT if new in foreign else cost, text + new, end))
        paths = sorted(longer)[: BEAM if len(columns) > 1 else WIDE]
    follower = plain.get(after, after)
    # a pair inside a word costs less than the character alone, which the text pays in any case
    alone = costs()[after] if after else 0.0
    closed = [
        (cost + min(0.0, followers.get(last, _NONE).get(follower, alone) - alone), text) for cost, text, last in paths
    ]
    return sorted(closed)[:FINALISTS]


_NONE: Mapping[str, float] = {}


@cache
def _followers() -> dict[str, dict[str, float]]:
    """The pairs of the model: for each first character the second ones, with their costs."""
    followers: dict[str, dict[str, float]] = defaultdict(dict)
    for pair, cost in load().pairs.items():
        followers[pair[0]][pair[1]] = cost
    return dict(followers)


@cache
def _plain() -> dict[str, str]:
    """The Simplified form of each Traditional character."""
    return {chr(old): chr(new) for old, new in table().items() if old >= 0x3400}
