"""Finds the lines that rules may act on, at C speed: one automaton with a part of every literal over the whole page.

A `Document` comes in; for each line that holds a literal or a trigger, the rules worth trying come out.  Only lines
that may hold one are folded, and only those patterns run.  The unscreened path looks at every line; tests prove that
both give the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, partial
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from corpusclean.debris.rules.model import Rule
from corpusclean.document import Document, Line
from corpusclean.fold import fold, spellings

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


_SURROGATE = re.compile("[\ud800-\udfff]")
# Four Han characters are written in eight ways at most as a rule, three Latin letters too.  Two characters are
# kept in any case, since one alone stands in every line.
_MOST_SPELLINGS = 8
# where a document keeps the hits of the rules that looked at it last: a page that nothing is cut from is scanned once
_HITS = "hits"


@dataclass(frozen=True)
class Hit:
    """A line, and the rules that may act on it, in the order of the rule files."""

    line: Line
    rules: tuple[Rule, ...]

    @cached_property
    def folded(self) -> str:
        """The text of the line in matching form; where none of the rules holds at its place, nobody asks for it."""
        return fold(self.line.text)


class _Owners(NamedTuple):
    """The numbers of the rules that one spelling speaks for: it is their literal, or only a part of it.

    ``longest`` is the longest line that any of them takes.
    """

    sure: list[int]
    perhaps: list[int]
    longest: float


def _matches(automaton: AhoCorasick, text: str) -> list[tuple[int, int, int]]:
    try:
        return automaton.find_matches_as_indexes(text, overlapping=True)
    except UnicodeEncodeError:  # a lone surrogate cannot be passed on; it stands in no literal
        return automaton.find_matches_as_indexes(_SURROGATE.sub("?", text), overlapping=True)


def screen_of(literal: str) -> str:
    """The longest part of *literal* that pages write in few ways; no line has the literal without it.

    A Latin letter has two widths and a blank sixteen forms, so ``Powered by`` alone has 65,536 spellings.

    >>> screen_of("责任编辑"), screen_of("Powered by")
    ('责任编辑', 'Pow')
    """
    best, start, ways = literal[:1], 0, 1
    for end, char in enumerate(literal):
        ways *= _ways(char)
        while ways > _MOST_SPELLINGS and end - start > 1:
            ways //= _ways(literal[start])
            start += 1
        if end + 1 - start > len(best):
            best = literal[start : end + 1]
    return best


@cache
def _ways(char: str) -> int:
    return len(spellings(char))


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

    def __reduce__(self) -> tuple[partial[RuleSet], tuple[tuple[Rule, ...]]]:
        return partial(RuleSet, screened=self.screened), (self.rules,)  # the automaton is built anew over there

    def hits(self, doc: Document) -> list[Hit]:
        """The lines of *doc* with the rules worth trying on each; looked for once in a document, as its lines are."""
        known = doc.__dict__.get(_HITS)
        if known is None or known[0] is not self:
            known = doc.__dict__[_HITS] = (self, self._hits(doc))
        hits: list[Hit] = known[1]
        return hits

    def _hits(self, doc: Document) -> list[Hit]:
        lines = doc.lines
        if not self.screened:
            return [hit for line in lines if (hit := self._hit(line, (), range(len(self.rules)))).rules]
        starts = [line.start for line in lines]
        sure: dict[int, set[int]] = {}
        perhaps: dict[int, set[int]] = {}
        row, size, end = -1, 0, 0  # of the line that was hit last
        for offset, owners in self._search(doc.text):
            if not (row >= 0 and starts[row] <= offset < end):
                row = bisect_right(starts, offset) - 1
                size, end = len(lines[row].text.strip()), lines[row].end
            if size > owners.longest:  # 社区 stands in every second paragraph, and in no rule for paragraphs
                continue
            if owners.sure:
                sure.setdefault(row, set()).update(owners.sure)
            if owners.perhaps:
                perhaps.setdefault(row, set()).update(owners.perhaps)
        rows = sorted(sure.keys() | perhaps.keys())
        tried = (self._hit(lines[row], sure.get(row, ()), perhaps.get(row, ())) for row in rows)
        return [hit for hit in tried if hit.rules]

    def _hit(self, line: Line, sure: Collection[int], perhaps: Collection[int]) -> Hit:
        size, limits = len(line.text.strip()), self._limits
        orders = sorted(order for order in {*sure, *perhaps} if size <= limits[order])
        folded = fold(line.text) if any(order not in sure for order in orders) else ""
        rules = (self.rules[order] for order in orders if order in sure or self.rules[order].wanted(line.text, folded))
        return Hit(line, tuple(rules))

    @cached_property
    def _limits(self) -> list[float]:
        """The longest line of each rule."""
        return [rule.limit or inf for rule in self.rules]

    def _search(self, text: str) -> Iterator[tuple[int, _Owners]]:
        """Offsets of literals and triggers, each with the rules that want them."""
        automaton, by_number = self._automaton
        if automaton is not None:
            for number, start, _ in _matches(automaton, text):
                yield start, by_number[number]
        for pattern, owners in self._triggers:
            for match in pattern.finditer(text):
                yield match.start(), owners

    @cached_property
    def _automaton(self) -> tuple[AhoCorasick | None, list[_Owners]]:
        from ahocorasick_rs import AhoCorasick, Implementation

        wanted: dict[str, tuple[list[int], list[int]]] = {}
        for order, rule in enumerate(self.rules):
            for literal in rule.needs:
                screen = screen_of(literal)
                for spelling in spellings(screen):
                    sure, perhaps = wanted.setdefault(spelling, ([], []))
                    (sure if screen == literal else perhaps).append(order)
        if not wanted:
            return None, []
        automaton = AhoCorasick(list(wanted), implementation=Implementation.ContiguousNFA)
        return automaton, [self._owners(*orders) for orders in wanted.values()]

    @cached_property
    def _triggers(self) -> list[tuple[re.Pattern[str], _Owners]]:
        by_pattern: dict[str, list[int]] = {}
        for order, rule in enumerate(self.rules):
            if rule.trigger:
                by_pattern.setdefault(rule.trigger, []).append(order)
        return [(re.compile(pattern, re.MULTILINE), self._owners(sure, [])) for pattern, sure in by_pattern.items()]

    def _owners(self, sure: list[int], perhaps: list[int]) -> _Owners:
        return _Owners(sure, perhaps, max(self._limits[order] for order in (*sure, *perhaps)))
