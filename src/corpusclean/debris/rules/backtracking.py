"""Finds the patterns that could lose themselves in backtracking, before they meet a page.

A pattern comes in; a text that it can read in two ways, round after round of a repetition, goes out, or nothing.  Two
ways in each round are a million ways in twenty, and all are tried where the end does not fit.  No pattern is run, and
what a lookaround stands before is taken to be told apart by it.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping

from corpusclean.debris.rules.automaton import Automaton

Edges = Mapping[int, list[int]]


def twofold(pattern: str) -> str:
    """A text that *pattern* reads in two ways in every round of a repetition; nothing where there is none.

    >>> twofold("(?:a+)+b"), twofold("(?:QQ|QQ空间|空间)*"), twofold("(?:QQ|微信)*")
    ('a', 'QQ空间QQ空间', '')
    """
    if not any(sign in pattern for sign in "*+{"):  # nothing is repeated: most rules that were learned
        return ""
    automaton = Automaton(pattern)
    after = defaultdict(list)
    for begin, end in {**automaton.follow, **dict.fromkeys(automaton.watched)}:
        after[begin].append(end)
    for loop in _loops(after):
        inside = {place: [end for end in after[place] if end in loop] for place in loop}
        if found := _twice_over(automaton, inside) or _read_twice(automaton, inside):
            return found
    return ""


def _twice_over(automaton: Automaton, inside: Edges) -> str:
    """A loop in a loop: the next round of either reads the same."""
    for place, ends in inside.items():
        for end in ends:
            if automaton.follow[place, end] > 1:
                return automaton.shown(automaton.masks[end]) + _way(automaton, inside, end, place)
    return ""


def _read_twice(automaton: Automaton, inside: Edges) -> str:
    """Two ways through a loop that part at one place, read the same, and meet at one place."""
    free = {place: [end for end in ends if automaton.follow[place, end]] for place, ends in inside.items()}
    told: dict[tuple[int, int], tuple[str, int]] = {}  # two places at once: what was read since they parted, and where
    waiting = deque((place, place) for place in {tuple(ends): place for place, ends in free.items()}.values())
    while waiting:
        pair = waiting.popleft()
        text, origin = told.get(pair, ("", pair[0]))
        for one, two, both in _steps(automaton.masks, free, *pair):
            read = text + automaton.shown(both)
            if one == two:
                return read + _way(automaton, inside, one, origin)
            if (one, two) not in told:
                told[one, two] = read, origin
                waiting.append((one, two))
    return ""


def _steps(masks: list[int], inside: Edges, one: int, two: int) -> Iterator[tuple[int, int, int]]:
    """Where two readings get with one more character, and which characters those are."""
    for first in inside[one]:
        for second in inside[two]:
            both = masks[first] & masks[second]
            if both and (one != two or first < second):
                yield min(first, second), max(first, second), both


def _way(automaton: Automaton, inside: Edges, begin: int, end: int) -> str:
    """The shortest text on the way from one place of a loop to another."""
    read, waiting = {begin: ""}, deque([begin])
    while end not in read:
        place = waiting.popleft()
        for nxt in inside[place]:
            if nxt not in read:
                read[nxt] = read[place] + automaton.shown(automaton.masks[nxt])
                waiting.append(nxt)
    return read[end]


def _loops(after: Edges) -> Iterator[set[int]]:
    """The sets of places each of which is reached from all of its set (Kosaraju)."""
    before = defaultdict(list)
    for begin, ends in list(after.items()):
        for end in ends:
            before[end].append(begin)
    seen: set[int] = set()
    order = [place for root in list(after) for place in _left(root, after, seen)]
    seen = set()
    for root in reversed(order):
        loop = set(_left(root, before, seen))
        if len(loop) > 1 or root in after.get(root, ()):
            yield loop


def _left(root: int, edges: Edges, seen: set[int]) -> Iterator[int]:
    """The places reached from *root* and not *seen* yet, each when all behind it are."""
    if root in seen:
        return
    seen.add(root)
    walk = [(root, iter(edges.get(root, ())))]
    while walk:
        place, rest = walk[-1]
        for nxt in rest:
            if nxt not in seen:
                seen.add(nxt)
                walk.append((nxt, iter(edges.get(nxt, ()))))
                break
        else:
            walk.pop()
            yield place
