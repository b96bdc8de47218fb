"""Finds the lines that rules may act on, at C speed: one automaton with a part of every literal over the whole page.

A `Document` comes in; for each line that holds a literal or a trigger, the rules worth trying come out.  Only lines
that may hold one are folded, only those patterns run, and a line that was looked at lately is not looked at again.  The
unscreened path looks at every line; tests prove that both give the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import cache, cached_property, partial
from itertools import accumulate
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from corpusclean.debris.rules.found import NOTHING, Found, Hit
from corpusclean.debris.rules.model import Rule
from corpusclean.document import Document
from corpusclean.fold import fold, spellings
from corpusclean.remember import Kept

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


_SURROGATE = re.compile("[\ud800-\udfff]")
# Four Han characters are written in eight ways at most as a rule, three Latin letters too.  Two characters are
# kept in any case, since one alone stands in every line.
_MOST_SPELLINGS = 8
# Characters of lines that are remembered: those of the page, which is looked at again when something was cut or has
# gone, and the frame of the pages before it, which is the same on a site.
_REMEMBERED = 100_000


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
        self._remembered: Kept[Found] = Kept(_REMEMBERED)

    def __reduce__(self) -> tuple[partial[RuleSet], tuple[tuple[Rule, ...]]]:
        return partial(RuleSet, screened=self.screened), (self.rules,)  # the automaton is built anew over there

    def hits(self, doc: Document) -> list[Hit]:
        """The lines of *doc* that rules may act on."""
        if not self.screened:
            every = range(len(self.rules))
            tried = (Hit(line, Found(line.text, self._wanted(line.text, (), every))) for line in doc.lines)
            return [hit for hit in tried if hit.rules]
        found = self._found(line.text for line in doc.lines)
        return [Hit(line, found[line.text]) for line in doc.lines if found[line.text] is not NOTHING]

    def _found(self, texts: Iterable[str]) -> dict[str, Found]:
        """What the rules make of each text; those remembered are not looked at again."""
        known = self._remembered
        found = {text: known.get(text) for text in texts}
        unseen = [text for text, seen in found.items() if seen is None]
        new = self._look(unseen) if unseen else {}
        for text, made in new.items():
            if len(text) <= _REMEMBERED:
                known.keep(text, made, weight=len(text))
        return {text: seen or new[text] for text, seen in found.items()}

    def _look(self, texts: list[str]) -> dict[str, Found]:
        """What the rules make of texts that were not seen before."""
        page = "\n".join(texts)
        starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
        sure: dict[int, set[int]] = {}
        perhaps: dict[int, set[int]] = {}
        row = size = end = -1  # of the text that was hit last
        for offset, owners in self._search(page):
            if not (row >= 0 and starts[row] <= offset < end):
                row = bisect_right(starts, offset) - 1
                size, end = len(texts[row].strip()), starts[row + 1]
            if size > owners.longest:  # 社区 stands in every second paragraph, and in no rule for paragraphs
                continue
            if owners.sure:
                sure.setdefault(row, set()).update(owners.sure)
            if owners.perhaps:
                perhaps.setdefault(row, set()).update(owners.perhaps)
        found = dict.fromkeys(texts, NOTHING)
        for row in sure.keys() | perhaps.keys():
            rules = self._wanted(texts[row], sure.get(row, ()), perhaps.get(row, ()))
            if rules:
                found[texts[row]] = Found(texts[row], rules)
        return found

    def _wanted(self, text: str, sure: Collection[int], perhaps: Collection[int]) -> tuple[Rule, ...]:
        """The rules, of those that *text* may hold a literal of, that want it."""
        size, limits = len(text.strip()), self._limits
        orders = sorted(order for order in {*sure, *perhaps} if size <= limits[order])
        folded = fold(text) if any(order not in sure for order in orders) else ""
        rules = (self.rules[order] for order in orders if order in sure or self.rules[order].wanted(text, folded))
        return tuple(rules)

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
