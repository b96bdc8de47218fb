"""One debris rule: what it looks for, what it does, and the examples that prove it.

A `Rule` is read from TOML by `loader` and applied by `match`.  Its pattern is written in the folded form (Simplified,
half width) and its compiled form is made when first needed.  A rule never sees more than one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from corpusclean.document import Clue
from corpusclean.fold import fold

CUT = "cut"
# The longest legal notice looked at has 480 characters; patterns may take time that grows faster than their line.
LONGEST_LINE = 600
PLACES = ("anywhere", "head", "tail", "outside")


@dataclass(frozen=True)
class Rule:
    r"""A rule of a family file.

    Parameters
    ----------
    id : str
        ``family:thing``, never reused.
    does : str
        ``drop-line`` (the line is debris), ``label:<name>`` (the line is title, meta or caption), or ``cut`` (the
        match leaves its line).
    why : str
        One sentence for people.
    pattern : str
        A regular expression over the folded line.  Unless the rule cuts, it must fill the whole trimmed line.  Named
        groups become clues for the metadata.
    needs : tuple of str
        Literals in folded form; without one of them in the line the pattern is not tried.
    trigger : str
        A cheap pattern in place of literals, such as ``\d{7}``; searched in the page as it is, before folding.
    where : str
        ``anywhere``, ``head`` (before the first body paragraph), ``tail`` (after the last) or ``outside`` (head or
        tail).
    longest : int
        A longer line (but for blanks at its ends) is not tried; 0 stands for 600 where the rule is for whole lines,
        and for any length where it cuts.
    takes : str
        ``list``: the short lines under the line go with it, until prose begins.
    host : str
        Only pages of this host and its subdomains; empty for all pages.
    confidence : float
        How sure it is that what the rule takes is debris; what people wrote is sure, what was learned says so here.
    removes, keeps : tuple of str
        Lines the rule must act on, and near misses that it must leave alone.
    file, line : str, int
        Where the rule is written.
    """

    id: str
    does: str
    why: str
    pattern: str
    needs: tuple[str, ...] = ()
    trigger: str = ""
    where: str = "anywhere"
    longest: int = 0
    takes: str = ""
    host: str = ""
    confidence: float = 1.0
    removes: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    file: str = ""
    line: int = 0

    @property
    def family(self) -> str:
        """The part of the id before the colon."""
        return self.id.partition(":")[0]

    @property
    def cuts(self) -> bool:
        """True where the rule takes a part of a line, False where it judges the line."""
        return self.does == CUT

    @property
    def label(self) -> str:
        """The label that a line gets which the rule fits."""
        return self.does.partition(":")[2] or "debris"

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, compiled."""
        return re.compile(self.pattern)

    def fits(self, folded: str) -> re.Match[str] | None:
        """The match that fills *folded* but for blanks at its ends, or None."""
        start = len(folded) - len(folded.lstrip())
        return self.compiled.fullmatch(folded, start, max(start, len(folded.rstrip())))

    def parts(self, folded: str) -> Iterator[re.Match[str]]:
        """The matches inside *folded*, a trimmed line, that a cutting rule takes out."""
        return (match for match in self.compiled.finditer(folded) if match.end() > match.start())

    def acts_on(self, text: str) -> bool:
        """True where the rule would do something to the line *text*; this is what the examples are held to."""
        folded = fold(text)
        if not self.wanted(text, folded):
            return False
        return any(True for _ in self.parts(folded.strip())) if self.cuts else self.fits(folded) is not None

    @property
    def limit(self) -> int:
        """The length of the longest line that is tried, blanks at its ends aside; 0 for any."""
        return self.longest or (0 if self.cuts else LONGEST_LINE)

    def reaches(self, text: str) -> bool:
        """True where *text* is not longer than the rule allows."""
        return not self.limit or len(text) <= self.limit or len(text.strip()) <= self.limit

    def holds_on(self, host: str | None) -> bool:
        """True where the rule is for all pages, or for those of *host*."""
        return not self.host or f".{host}".endswith(f".{self.host}")

    def wanted(self, text: str, folded: str) -> bool:
        """True where the line is not too long and has one of the literals, or before folding the trigger."""
        if not self.reaches(text):
            return False
        if self.trigger:
            return re.search(self.trigger, text, re.MULTILINE) is not None
        return self._literal.search(folded) is not None

    @cached_property
    def _literal(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, self.needs)) or "(?!)")

    def clues(self, match: re.Match[str], text: str, line: int) -> Iterator[Clue]:
        """What the named groups caught, as it is written on the page: *text* is the line before folding."""
        for name, value in match.groupdict().items():
            if value:
                start, end = match.span(name)
                yield Clue(name.rstrip("0123456789"), text[start:end].strip(), self.id, line)
