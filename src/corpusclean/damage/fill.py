"""Filling: the likeliest text for a run, where its bytes leave more than one character possible.

The candidates for each place, the page and what stands around the run come in, and the best text goes out.  Words are
weighed by the language model, marks and what the page says elsewhere by `corpusclean.damage.plausible`.  Whether the
run makes sense at all is not asked here.
"""

from __future__ import annotations

from functools import lru_cache
from operator import add

from corpusclean.damage.language_model import load
from corpusclean.damage.plausible import UNLIKE_OTHERS, Context, Page, cost_of_marks
from corpusclean.fold import fold, table

JOINT = 12  # candidates of the first of two neighbouring characters that are weighed with all of the second
WEIGHED = 4096  # open characters whose candidates' costs are kept, for the other runs of the page

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
    """Choose for one place, or for two neighbours."""
    firsts = _firsts(slots[group[0]], slots[group[1]]) if len(group) > 1 else chosen[group[0]]
    found = []
    for first in firsts:
        chosen[group[0]] = first
        found.append((*_fill(page, slots[group[-1]], chosen, group[-1], context), first))
    _, last, chosen[group[0]] = min(found)
    chosen[group[-1]] = last


def _groups(places: list[int]) -> list[_Place]:
    """The places one by one, but two neighbours as a pair."""
    groups: list[_Place] = []
    for place in places:
        if groups and len(groups[-1]) == 1 and groups[-1][0] == place - 1:
            groups[-1] = (place - 1, place)
        else:
            groups.append((place,))
    return groups


def _fill(page: Page, slot: str, chosen: list[str], place: int, context: Context) -> tuple[float, str]:
    """The best character for one place, the others as chosen, and its cost."""
    head, tail = context.around(chosen, place)
    totals = list(map(add, _weighed(head, slot, tail), page.prior(slot)))
    plain = _with(chosen, place, "中", context)
    for at in _unlike_others(slot):
        totals[at] += _with(chosen, place, slot[at], context) - plain
    for char, nats in page.familiarity(head[-2:], slot, tail[:2]).items():
        totals[slot.index(char)] -= nats
    best, char = min(zip(totals, slot, strict=True))
    return best + plain, char


@lru_cache(WEIGHED)
def _firsts(first: str, second: str) -> str:
    """Of the candidates for the first of two neighbours the likeliest, and those that make a word with the second."""
    plain, words = second.translate(table()), load().words
    joined = [char for char in first[JOINT:] if not words.keys().isdisjoint(map(fold(char).__add__, plain))]
    return first[:JOINT] + "".join(joined)


@lru_cache(WEIGHED)
def _unlike_others(slot: str) -> list[int]:
    """The places of the candidates that `cost_of_marks` tells from others."""
    return [place for place, char in enumerate(slot) if char in UNLIKE_OTHERS]


@lru_cache(WEIGHED)
def _weighed(head: str, slot: str, tail: str) -> list[float]:
    """The cost of each candidate; the runs at one place, and both rounds over one run, ask for the same again."""
    return load().choices(head, slot, tail)


def _with(chosen: list[str], place: int, char: str, context: Context) -> float:
    """The cost of the marks with *char* in its place."""
    return cost_of_marks("".join((*chosen[:place], char, *chosen[place + 1 :])), context)
