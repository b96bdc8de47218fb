"""Choosing: whether a run makes sense at all, and which of the runs at one place does most.

A `Run` and the text around it come in; a `Solution` goes out, with the best text, how much likelier it is than what the
page shows, and how many characters a model had to choose.  Nothing is changed here.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from corpusclean.damage import gbk
from corpusclean.damage.candidates import slots_of
from corpusclean.damage.fill import best_text
from corpusclean.damage.language_model import TENTHS, load
from corpusclean.damage.plausible import Context, Page, char_cost, cost_of_marks
from corpusclean.damage.readings import BLANKS, SYLLABLE, matches
from corpusclean.damage.runs import SWALLOWED, Byte, Run

RARE = 11.0  # nats from which on a character in the middle of a run may be two halves with a pair dropped between them
RARE_SHARE = 5  # at most one in so many characters of a run may be rare on a page that shows no other damage
PRICE = 3.0  # nats a lost byte costs: a run that leaves fewer open is preferred
TRIED = 3  # runs that are solved at one place
LEAST = 5.0  # nats that a lost character adds at the least, its price included
WEIGHED = 4096  # runs whose cost is kept: many ways to read one share what the page shows
SUPPORT = 6.0  # nats for a reading after the run that is one of its last character, and against one that is not

_READING = re.compile(rf"[(（]{BLANKS}({SYLLABLE}){BLANKS}[)）]")
# first and second bytes of the private-use characters that a page may have dropped
_USER_AREAS = (
    (frozenset((*range(0xAA, 0xB0), *range(0xF8, 0xFF))), frozenset(range(0xA1, 0xFF))),
    (frozenset(range(0xA1, 0xA8)), frozenset((*range(0x81, 0xA1),))),
)


class Solution(NamedTuple):
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
    slots = [(run, slots_of(page.text, run)) for run in runs]
    promises = [(-_promise(page, run, slot), place) for place, (run, slot) in enumerate(slots)]
    for promise, place in sorted(promises)[:TRIED]:
        if promise < 0:
            yield _solve(page, *slots[place])


def _promise(page: Page, run: Run, slots: list[str]) -> float:
    """Cheap: how much likelier the characters of the run are at best than those on the page, each alone."""
    if not all(slots):
        return 0.0
    least = sum(char_cost(slot) if len(slot) == 1 else LEAST for slot in slots)
    return sum(map(char_cost, _READING.sub("", page.text[run.start : run.end]))) - least


def _solve(page: Page, run: Run, slots: list[str]) -> Solution:
    """The best text for *run*; the same bytes in the same place of the text are settled once a page."""
    shown = _READING.sub("", page.text[run.start : run.end])
    context = Context.of(page.text, run.start, run.end, run.after)
    key: Hashable = (shown, run.after, context, *slots)
    if key not in page.settled:
        text = best_text(page, slots, context)
        gain = _cost(context.left + shown + context.right) - _cost(context.left + text + context.right)
        page.settled[key] = text, gain + (cost_of_marks(shown, context) - cost_of_marks(text, context)) / TENTHS
    text, gain = page.settled[key]
    after = _swallowed(text, context) if run.after == SWALLOWED else run.after
    gain += _support(page, run, text[-1]) + (SUPPORT if after != run.after else 0.0)
    lost = sum(len(slot) > 1 for slot in slots) + (run.after == SWALLOWED)
    return Solution(run.start, run.end, text + after, gain, lost)


def _swallowed(text: str, context: Context) -> str:
    """What was swallowed behind *text*: a bracket that the line closes and nothing opens, or what nothing tells."""
    return "(" if "（" in context.awaited and "（" not in text else SWALLOWED


def with_dropped_pairs(run: Run) -> Iterator[Run]:
    """The run with a dropped private-use character inside one of its characters that is rare or none at all."""
    stream = run.stream
    rare = [place for place in range(1, len(stream), 2) if _is_rare(stream[place - 1], stream[place])]
    if len(rare) == 1:
        for pair in _USER_AREAS:
            yield run._replace(stream=(*stream[: rare[0]], *pair, *stream[rare[0] :]))


def is_ordinary(text: str) -> bool:
    """True where few characters are rare: against private-use characters, any text would be a gain.

    >>> is_ordinary("阿嬷家客厅有一张藤椅"), is_ordinary("坎浚")
    (True, False)
    """
    known = text.rstrip(SWALLOWED)
    return RARE_SHARE * sum(char_cost(char) >= RARE for char in known) <= len(known)


@cache
def _is_rare(lead: Byte, trail: Byte) -> bool:
    if not isinstance(lead, int) or not isinstance(trail, int):
        return False
    char = gbk.decoding().get((lead, trail))
    return char is None or gbk.private(char) or char_cost(char) >= RARE


@lru_cache(WEIGHED)
def _cost(text: str) -> float:
    """The cost of a run with what stands around it; many ways to read it share what the page shows."""
    return load().cost(text)


def _support(page: Page, run: Run, last: str) -> float:
    """What stands behind a run says of it: a reading of its last character, or a tag whose bracket was swallowed."""
    reading = _READING.match(page.text, run.end)
    if reading is None or run.after:
        return SUPPORT if run.after == "<" else 0.0
    return SUPPORT if matches(last, reading[1]) else -SUPPORT
