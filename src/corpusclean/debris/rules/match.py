"""Finds the lines that rules may act on, at C speed: one automaton with every literal over the whole page.

A `Document` comes in; for each line that holds a literal or a trigger, the rules worth trying come out.  Only those
lines are folded and only those patterns run.  The unscreened path tries every rule on every line; tests prove that
both give the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from corpusclean.debris.rules.model import Rule
from corpusclean.document import Document, Line
from corpusclean.fold import fold, spellings

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


class Hit(NamedTuple):
    """A line, its folded text, and the rules that may act on it, in the order of the rule files."""

    line: Line
    folded: str
    rules: tuple[Rule, ...]


class RuleSet:
    """Rules ready to be matched.

    Parameters
    ----------
    rules : iterable of Rule
        In order of precedence: on one line the first rule that fits wins.
    screened : bool
        False tries every rule on every line; only for tests.
    """

    def __init__(self, rules: Iterable[Rule], *, screened: bool = True) -> None:
        self.rules = tuple(rules)
        self.screened = screened

    def __reduce__(self) -> tuple[type[RuleSet], tuple[tuple[Rule, ...]]]:
        return (RuleSet, (self.rules,))  # the automaton is built anew in the other process

    def hits(self, doc: Document) -> list[Hit]:
        """The lines of *doc* with the rules worth trying on each."""
        lines = doc.lines
        if not self.screened:
            every = ((line, fold(line.text)) for line in lines)
            return [Hit(line, text, tuple(rule for rule in self.rules if rule.wanted(text))) for line, text in every]
        starts = [line.start for line in lines]
        found: dict[int, set[int]] = {}
        for offset, orders in self._search(doc.text):
            found.setdefault(bisect_right(starts, offset) - 1, set()).update(orders)
        return [
            Hit(lines[index], fold(lines[index].text), tuple(self.rules[order] for order in sorted(found[index])))
            for index in sorted(found)
        ]

    def _search(self, text: str) -> Iterator[tuple[int, Iterable[int]]]:
        """Offsets of literals and triggers, each with the numbers of the rules that want them."""
        automaton, owners = self._automaton
        if automaton is not None:
            for number, start, _ in automaton.find_matches_as_indexes(text, overlapping=True):
                yield start, owners[number]
        for pattern, orders in self._triggers:
            for match in pattern.finditer(text):
                yield match.start(), orders

    @cached_property
    def _automaton(self) -> tuple[AhoCorasick | None, list[list[int]]]:
        from ahocorasick_rs import AhoCorasick, Implementation

        wanted: dict[str, list[int]] = {}
        for order, rule in enumerate(self.rules):
            for literal in rule.needs:
                for spelling in spellings(literal):
                    wanted.setdefault(spelling, []).append(order)
        if not wanted:
            return None, []
        return AhoCorasick(list(wanted), implementation=Implementation.ContiguousNFA), list(wanted.values())

    @cached_property
    def _triggers(self) -> list[tuple[re.Pattern[str], list[int]]]:
        by_pattern: dict[str, list[int]] = {}
        for order, rule in enumerate(self.rules):
            if rule.trigger:
                by_pattern.setdefault(rule.trigger, []).append(order)
        return [(re.compile(pattern), orders) for pattern, orders in by_pattern.items()]
