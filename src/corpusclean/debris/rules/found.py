"""What the rules make of a text, worked out when it is first asked for: matching form, parts to cut, rules that fit.

A text and the rules that may act on it come in.  All of it depends on the text alone, so one `Found` serves every line
that says the same; where a rule holds on its page is for others to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from corpusclean.debris.rules.model import Rule
from corpusclean.document import Line
from corpusclean.fold import fold


@dataclass(frozen=True)
class Found:
    """What the rules make of one text: those that may act on it, in the order of the rule files."""

    text: str
    rules: tuple[Rule, ...]

    @cached_property
    def folded(self) -> str:
        """The text in matching form; where none of the rules holds at its place, nobody asks for it."""
        return fold(self.text)

    @cached_property
    def margin(self) -> int:
        """The blanks that the text begins with; rules speak of what stands behind them."""
        return len(self.folded) - len(self.folded.lstrip())

    @cached_property
    def cuts(self) -> tuple[tuple[Rule, re.Match[str]], ...]:
        """What is to be cut out of the text, the blanks at its ends set aside; where two overlap, the first wins."""
        cutters = [rule for rule in self.rules if rule.cuts]
        if not cutters:
            return ()
        # ^ and $ are the ends of what the line says, not of its indent: 　　<br>正文
        said = self.folded.strip()
        taken = bytearray(len(said))
        cuts = []
        for rule in cutters:
            for match in rule.parts(said):
                start, end = match.span()
                if not any(taken[start:end]):
                    taken[start:end] = b"\1" * (end - start)
                    cuts.append((rule, match))
        return tuple(cuts)

    @cached_property
    def fits(self) -> tuple[tuple[Rule, re.Match[str]], ...]:
        """The rules for whole lines that fit the text, wherever they hold."""
        tried = ((rule, rule.fits(self.folded)) for rule in self.rules if not rule.cuts)
        return tuple((rule, match) for rule, match in tried if match)

    def joined(self, other: Found) -> Found:
        """What these rules and then those of *other* make of the text, which is the same."""
        return Found(self.text, self.rules + other.rules)


# of a text that no rule wants
NOTHING = Found("", ())


class Hit(NamedTuple):
    """A line, and what the rules make of it."""

    line: Line
    found: Found

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that may act on the line."""
        return self.found.rules
