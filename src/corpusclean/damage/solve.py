"""Choosing: the characters that the lost bytes of a run stood for, and whether the run makes sense at all.

A `Run` and the text around it come in; a `Solution` goes out, with the best text, how much likelier it is than what the
page shows, and whether a model had to choose; or None where the bytes are not valid.  Nothing is changed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from corpusclean.damage import gbk
from corpusclean.damage.language_model import load
from corpusclean.damage.plausible import MARKS, UNLIKE_OTHERS, Context, Page, cost_of_marks
from corpusclean.damage.readings import BLANKS, SYLLABLE, matches
from corpusclean.damage.runs import SWALLOWED, Byte, Run

CANDIDATES = 40  # of the characters a lost byte allows, likeliest first
RARE = 11.0  # nats from which on a character in the middle of a run may be two halves with a pair dropped between them
PRICE = 3.0  # nats a lost byte costs: a run that leaves fewer open is preferred
TRIED = 6  # runs that are solved at one place
JOINT = 12  # candidates of the first of two neighbouring characters that are weighed with all of the second
LEAST = 5.0  # nats that a lost character adds at the least, its price included
WEIGHED = 4096  # open characters whose candidates' costs are kept, for the other runs of the page
SUPPORT = 6.0  # nats for a reading after the run that is one of its last character, and against one that is not

_READING = re.compile(rf"[(（]{BLANKS}({SYLLABLE}){BLANKS}[)）]")
# first and second bytes of the private-use characters that a page may have dropped
_USER_AREAS = (
    (frozenset((*range(0xAA, 0xB0), *range(0xF8, 0xFF))), frozenset(range(0xA1, 0xFF))),
    (frozenset(range(0xA1, 0xA8)), frozenset((*range(0x81, 0xA1),))),
)


@dataclass(frozen=True, slots=True)
class Solution:
    """The text of a run, its gain over the page's text in nats, how many of its characters were open."""

    start: int
    end: int
    text: str
    gain: float
    lost: int

    @property
    def worth(self) -> float:
        """The gain less the price of what had to be guessed."""
        return self.gain - PRICE * self.lost


def solutions(page: Page, runs: Iterable[Run]) -> Iterator[Solution]:
    """The solutions of those of *runs* that promise most, character by character."""
    promises = [(_promise(page, run), place, run) for place, run in enumerate(runs)]
    for promise, _, run in sorted(promises, key=lambda item: (-item[0], item[1]))[:TRIED]:
        if promise > 0:
            yield _solve(page, run, _slots(run))


def _promise(page: Page, run: Run) -> float:
    """Cheap: how much likelier the characters of the run are at best than those on the page, each alone."""
    slots = _slots(run)
    if not all(slots):
        return 0.0
    model = load()
    least = sum(model.char_cost(slot) if len(slot) == 1 else LEAST for slot in slots)
    return sum(map(model.char_cost, _READING.sub("", page.text[run.start : run.end]))) - least


def _slots(run: Run) -> list[str]:
    """For each two bytes the characters they may be, likeliest first."""
    slots = [_characters(lead, trail) for lead, trail in zip(run.stream[::2], run.stream[1::2], strict=True)]
    if run.after == " ":  # a blank was swallowed: that is so only behind a mark
        slots[-1] = "".join(char for char in slots[-1] if char in MARKS)
    return slots


def _solve(page: Page, run: Run, slots: list[str]) -> Solution:
    """The best text for *run*."""
    shown = _READING.sub("", page.text[run.start : run.end])
    context = Context.of(page.text, run.start, run.end, run.after)
    text = _best(page, slots, context)
    gain = _cost(context.left + shown + context.right) - _cost(context.left + text + context.right)
    gain += cost_of_marks(shown, context) - cost_of_marks(text, context) + _support(page, run, text[-1])
    lost = sum(len(slot) > 1 for slot in slots) + (run.after == SWALLOWED)
    return Solution(run.start, run.end, text + run.after, gain, lost)


def with_dropped_pairs(run: Run) -> Iterator[Run]:
    """The run with a dropped private-use character inside one of its characters that is rare or none at all."""
    stream = run.stream
    rare = [place for place in range(1, len(stream), 2) if _is_rare(stream[place - 1], stream[place])]
    if len(rare) == 1:
        for pair in _USER_AREAS:
            yield replace(run, stream=(*stream[: rare[0]], *pair, *stream[rare[0] :]))


def is_ordinary(text: str) -> bool:
    """True where no character is rare: against private-use characters, any text would be a gain."""
    return all(load().char_cost(char) < RARE for char in text)


@cache
def _is_rare(lead: Byte, trail: Byte) -> bool:
    if not isinstance(lead, int) or not isinstance(trail, int):
        return False
    char = gbk.decoding().get((lead, trail))
    return char is None or gbk.private(char) or load().char_cost(char) >= RARE


def _support(page: Page, run: Run, last: str) -> float:
    """What stands behind a run says of it: a reading of its last character, or a tag whose bracket was swallowed."""
    reading = _READING.match(page.text, run.end)
    if reading is None or run.after:
        return SUPPORT if run.after == "<" else 0.0
    return SUPPORT if matches(last, reading[1]) else -SUPPORT


@cache
def _characters(lead: Byte, trail: Byte) -> str:
    """The characters that the two bytes may be, likeliest first."""
    if isinstance(lead, int) and isinstance(trail, int):
        char = gbk.decoding().get((lead, trail), "")
        return "" if gbk.private(char) else char
    leads, trails = _values(lead), _values(trail)
    if leads is not None:
        chars = [char for first in leads for last, char in gbk.with_lead(first) if trails is None or last in trails]
    else:
        chars = [char for last in trails or () for _, char in gbk.with_trail(last)]
    model = load()
    plausible = {char for char in chars if char in MARKS or "\u4e00" <= char <= "\u9fff"}
    return "".join(sorted(plausible, key=lambda char: (model.char_cost(char), char))[:CANDIDATES])


def _values(byte: Byte) -> frozenset[int] | None:
    """The values that the byte may have, None where nothing is known of it."""
    return frozenset((byte,)) if isinstance(byte, int) else byte


def _best(page: Page, slots: list[str], context: Context) -> str:
    """The likeliest text: open slots are settled one by one, two neighbours together, all twice if there are more."""
    chosen = [slot[0] for slot in slots]
    groups = _groups([place for place, slot in enumerate(slots) if len(slot) > 1])
    for group in groups * (2 if len(groups) > 1 else 1):
        firsts = slots[group[0]][:JOINT] if len(group) > 1 else chosen[group[0]]
        found = []
        for first in firsts:
            chosen[group[0]] = first
            found.append((*_fill(page, slots, chosen, group[-1], context), first))
        _, last, chosen[group[0]] = min(found)
        chosen[group[-1]] = last
    return "".join(chosen)


def _groups(places: list[int]) -> list[tuple[int, ...]]:
    """The places one by one, but two neighbours as a pair."""
    groups: list[tuple[int, ...]] = []
    for place in places:
        if groups and len(groups[-1]) == 1 and groups[-1][0] == place - 1:
            groups[-1] = (place - 1, place)
        else:
            groups.append((place,))
    return groups


def _fill(page: Page, slots: list[str], chosen: list[str], place: int, context: Context) -> tuple[float, str]:
    """The best character for one slot, the others as chosen, and its cost."""
    head, tail = context.around(chosen, place)
    plain, slot = _with(chosen, place, "中", context), slots[place]
    costs = _weighed(head, slot, tail)
    totals = [cost + plain for cost in costs]
    for at in _unlike_others(slot):
        totals[at] = costs[at] + _with(chosen, place, slot[at], context)
    for char, nats in page.familiarity(head[-2:], slot, tail[:2]).items():
        totals[slot.index(char)] -= nats
    return min(zip(totals, slot, strict=True))


@lru_cache(WEIGHED)
def _unlike_others(slot: str) -> list[int]:
    """The places of the candidates that `cost_of_marks` tells from others."""
    return [place for place, char in enumerate(slot) if char in UNLIKE_OTHERS]


@lru_cache(WEIGHED)
def _cost(text: str) -> float:
    """The cost of a run with what stands around it; many ways to read it share what the page shows."""
    return load().cost(text)


@lru_cache(WEIGHED)
def _weighed(head: str, slot: str, tail: str) -> list[float]:
    """The cost of each candidate; the runs at one place, and both rounds over one run, ask for the same again."""
    return load().choices(head, slot, tail)


def _with(chosen: list[str], place: int, char: str, context: Context) -> float:
    """The cost of the marks with *char* in its place."""
    return cost_of_marks("".join((*chosen[:place], char, *chosen[place + 1 :])), context)
