"""Filling: the likeliest text for a run, where its bytes leave more than one character possible.

The candidates for each place, the page and what stands around the run come in, and the best text goes out.  Words are
weighed by the language model, marks and what the page says elsewhere by `corpusclean.damage.plausible`.  Whether the
run makes sense at all is not asked here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from operator import add
from typing import NamedTuple

from corpusclean.damage.choices import Choices
from corpusclean.damage.language_model import load
from corpusclean.damage.plausible import REACH, REPEATED, UNLIKE_OTHERS, Context, Page, cost_of_marks
from corpusclean.fold import fold, table

JOINT = 12  # candidates of the first of two neighbouring characters that are weighed with all of the second
NEVER = 1 << 20  # tenths of a nat, above all that a text may cost
KEPT = 4096  # sets of candidates of which something is kept

_Place = tuple[int, ...]


def best_text(page: Page, slots: list[str], context: Context) -> str:
    """The likeliest text: open places are filled one by one, two neighbours together, and again where others changed.

    >>> page = Page("新疆福?h")
    >>> best_text(page, ["。海常", "县"], Context("新疆福", "环城西路", ""))
    '海县'
    """
    chosen = [slot[0] for slot in slots]
    groups = _groups([place for place, slot in enumerate(slots) if len(slot) > 1])
    around: dict[_Place, tuple[str, str]] = {}
    for group in groups * (2 if len(groups) > 1 else 1):
        before, _ = context.around(chosen, group[0])
        _, behind = context.around(chosen, group[-1])
        if around.get(group) != (before, behind):
            around[group] = before, behind
            _settle(page, slots, chosen, group, context)
    return "".join(chosen)


def _settle(page: Page, slots: list[str], chosen: list[str], group: _Place, context: Context) -> None:
    """Choose for one place, or for two neighbours at once: then for each candidate of the first all of the second."""
    place, slot = group[-1], slots[group[-1]]
    left, _ = context.around(chosen, group[0])
    _, right = context.around(chosen, place)
    firsts = ""
    if len(group) > 1:
        firsts, left = _firsts(slots[group[0]], slot), left[1 - REACH :]
    open_place = _Open.of(page, slot, right)
    marks: dict[str, _Marks] = {}
    found: list[tuple[int, str, str]] = []
    for first in firsts or ("",):
        kind = first if first in UNLIKE_OTHERS else ""  # the others are all alike to the marks
        if kind not in marks:
            chosen[group[0]] = first or chosen[group[0]]
            marks[kind] = _Marks.of(slot, chosen, place, context)
        found.append((*open_place.best(left + first, marks[kind]), first))
    _, chosen[place], first = min(found)
    chosen[group[0]] = first or chosen[group[0]]


class _Marks(NamedTuple):
    """What the marks of a run cost with each candidate in one place of it, as the other places are chosen."""

    usual: int
    others: dict[int, int]  # of candidates by their places, where it is not the usual cost

    @classmethod
    def of(cls, slot: str, chosen: list[str], place: int, context: Context) -> _Marks:
        head, tail = "".join(chosen[:place]), "".join(chosen[place + 1 :])
        others = {at: cost_of_marks(head + slot[at] + tail, context) for at in _unlike_others(slot)}
        return cls(cost_of_marks(f"{head}中{tail}", context), others)


@dataclass(frozen=True)
class _Open:
    """A place with several candidates, and what each costs there with what stands behind it, marks left out."""

    page: Page
    slot: str
    choices: Choices
    weights: list[int]  # against each candidate, besides the words it makes
    usual: tuple[int, str]  # the cheapest that is no mark, and its cost

    @classmethod
    def of(cls, page: Page, slot: str, right: str) -> _Open:
        choices, weights, known = Choices.of(slot, right), page.prior(slot), page.before(right[:2])
        if known:
            weights = [weight - REPEATED * (char in known) for weight, char in zip(weights, slot, strict=True)]
        costs = list(map(add, choices.costs, weights))
        for at in _unlike_others(slot):
            costs[at] = NEVER
        return cls(page, slot, choices, weights, min(zip(costs, slot, strict=True)))

    def best(self, left: str, marks: _Marks) -> tuple[int, str]:
        """The best candidate behind *left* and its cost: the cheapest anywhere, or one that *left* makes cheaper."""
        slot, weights, costs = self.slot, self.weights, self.choices.costs
        cost, joined = self.choices.behind(left)
        found = [(cost + self.usual[0] + marks.usual, self.usual[1])]
        found += [(cost + costs[at] + weights[at] + mark, slot[at]) for at, mark in marks.others.items()]
        found += [(whole + weights[at] + marks.others.get(at, marks.usual), slot[at]) for at, whole in joined.items()]
        for char in self.page.behind(left[-2:]):
            at = slot.find(char)
            if at >= 0:
                whole = joined.get(at, cost + costs[at]) + weights[at] + marks.others.get(at, marks.usual)
                found.append((whole - REPEATED, char))
        return min(found)


def _groups(places: list[int]) -> list[_Place]:
    """The places one by one, but two neighbours as a pair."""
    groups: list[_Place] = []
    for place in places:
        if groups and len(groups[-1]) == 1 and groups[-1][0] == place - 1:
            groups[-1] = (place - 1, place)
        else:
            groups.append((place,))
    return groups


@lru_cache(KEPT)
def _firsts(first: str, second: str) -> str:
    """Of the candidates for the first of two neighbours the likeliest, and those that make a word with the second."""
    plain, words = second.translate(table()), load().words
    joined = [char for char in first[JOINT:] if not words.keys().isdisjoint(map(fold(char).__add__, plain))]
    return first[:JOINT] + "".join(joined)


@lru_cache(KEPT)
def _unlike_others(slot: str) -> list[int]:
    """The places of the candidates that `cost_of_marks` tells from others."""
    return [place for place, char in enumerate(slot) if char in UNLIKE_OTHERS]
