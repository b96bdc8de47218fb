"""Weighing: how dear each candidate for an open character is, with what stands before and behind it.

The candidates and the text behind them come in once, texts that may stand before them as often as one likes; the cost
of all as words goes out, in tenths of a nat, for those candidates that make a word with what stands before them, and
for all others as one sum.  Looking each candidate up takes ten times as long.  Nothing is chosen here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from corpusclean.damage.language_model import USUAL, load
from corpusclean.fold import table

CANDIDATE_SETS = 4096  # sets of candidates that are kept: what a lost byte allows, some 500, and pairs of such bytes
CONTEXTS = 4096  # contexts of a few characters that are kept: those of a long damaged page

_Places = dict[str, list[int]]


@dataclass(frozen=True)
class Choices:
    """The candidates for an open character, and the cost of each with the text behind it.

    >>> choices = Choices.of("海。", "县")
    >>> before, joined = choices.behind("福")
    >>> joined[0] == 10 * load().cost("福海县"), before + choices.costs[1] == 10 * load().cost("福。县")
    (True, True)
    """

    costs: list[int]
    places: _Places  # of the candidates, by their Simplified form
    tails: list[tuple[str, int]]  # the first 0, 1, 2... characters of the text behind them, and the cost of the others

    @classmethod
    def of(cls, chars: str, right: str) -> Choices:
        """The candidates *chars* before *right*."""
        right = right.translate(table())
        tails = [(right[:end], rest) for end, rest in enumerate(_backwards(right)[:USUAL])]
        alone, places = _alone(chars)
        costs = [cost + tails[0][1] for cost in alone]
        for tail, rest in tails[1:]:
            words = load().open_words.between("", tail)
            for char in words.keys() & places.keys():
                whole = words[char] + rest
                for place in places[char]:
                    costs[place] = min(costs[place], whole)
        return cls(costs, places, tails)

    def behind(self, left: str) -> tuple[int, dict[int, int]]:
        """The cost of *left*, and the places of the candidates that make a word with its end, with the cost of all."""
        left = left.translate(table())
        before = _forwards(left)
        joined: dict[int, int] = {}
        begun, places = load().open_words.begun, self.places
        for size in range(1, min(USUAL, len(left) + 1)):
            tails = begun(left[-size:])
            if not tails:
                continue
            for tail, rest in self.tails[: USUAL - size]:
                words = tails.get(tail)
                if words:
                    around = before[-1 - size] + rest
                    for char in words.keys() & places.keys():
                        whole = around + words[char]
                        for place in places[char]:
                            if whole < joined.get(place, before[-1] + self.costs[place]):
                                joined[place] = whole
        return before[-1], joined


@lru_cache(CANDIDATE_SETS)
def _alone(chars: str) -> tuple[list[int], _Places]:
    """The cost of each candidate as a word of its own, and at which places each Simplified form stands."""
    plain = chars.translate(table())
    places: _Places = {}
    for place, char in enumerate(plain):
        places.setdefault(char, []).append(place)
    return list(map(load().alone, plain)), places


@lru_cache(CONTEXTS)
def _forwards(text: str) -> list[int]:
    """The costs of the first 0, 1, 2... characters, made from those of the text that is one shorter."""
    if not text:
        return [0]
    before = _forwards(text[:-1])
    return [*before, load().next(text, before)]


@lru_cache(CONTEXTS)
def _backwards(text: str) -> list[int]:
    return load().backwards(text)
