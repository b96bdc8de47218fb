"""Where a rule is written and why it is there, for any id that an edit may carry.

A rule's id comes in, its file, line and reason go out.  Ids of rule files are looked up in those; ids of stages
(``position:after-body``) are searched for in the sources of the package, where they stand as literals.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import corpusclean
from corpusclean.cli.reasons import FAMILIES, STAGES
from corpusclean.debris.rules.loader import built_in
from corpusclean.debris.rules.model import Rule

# what the judge of lines means by its rules; docs/debris.md has the same
JUDGEMENTS = {
    "position:before-headline": "It stands above the headline, among menus.",
    "position:before-body": "It stands between headline and article, beside lines of debris.",
    "position:after-body": "It stands under the article, beside lines of debris.",
    "position:list-tail": "It goes on with a list under the article.",
    "position:after-end": "It stands under the line that ended the article.",
    "position:no-article": "It is what is left of a page that has no article.",
    "neighbours:between-debris": "It stands between lines of debris.",
    "neighbours:contents": "It lists headings that come again in the article.",
    "neighbours:recurring-button": "It comes again and again on the page, as a button does.",
    "neighbours:line-number": "It is the number of a line of code, or one of a margin that counts up from one.",
    "neighbours:sidebar-value": "It stands between the labels of an encyclopaedia's sidebar.",
    "neighbours:calendar": "It is one of the days of a week that stand one under the other.",
    "neighbours:time-stamp": "It is the hour over an entry of a live report.",
    "neighbours:printed-twice": "It is a copy: the page prints it twice.",
    "neighbours:repeated-headline": "It is a copy of the headline.",
    "shape:one-character-widget": "It is one cell of a calendar or of a vertical menu.",
}
_STAGES = ("read", "damage", "segment", "debris", "metadata", "normalize")


class Origin(NamedTuple):
    """Where a rule is written (``file:line``, or nothing) and what it is for."""

    place: str
    why: str


class Origins:
    """The origins of the built-in rules, the stages, and the rules passed in."""

    def __init__(self, rules: Iterable[Rule] = ()) -> None:
        self.rules = {rule.id: rule for rule in (*built_in(), *rules)}

    def of(self, name: str) -> Origin:
        """The origin of the rule *name*."""
        rule = self.rules.get(name)
        if rule is not None:
            return Origin(f"{_shortened(rule.file)}:{rule.line}", rule.why)
        family, _, thing = name.partition(":")
        why = JUDGEMENTS.get(name) or STAGES.get(name) or FAMILIES.get(family, "")
        return Origin(_in_sources(name) if thing else "", why)

    def is_judgement(self, name: str) -> bool:
        """True for the rules of the judge of lines, who goes by shape, place and neighbours."""
        return name in JUDGEMENTS


@cache
def _in_sources(name: str) -> str:
    for path, text in _sources():
        at = text.find(f'"{name}"')
        if at >= 0:
            return f"{_shortened(str(path))}:{text.count(chr(10), 0, at) + 1}"
    return ""


@cache
def _sources() -> tuple[tuple[Path, str], ...]:
    """The modules that make edits; the others name rules in examples only."""
    folder = Path(corpusclean.__file__).parent
    paths = [folder / "layout.py", *(path for name in _STAGES for path in sorted((folder / name).rglob("*.py")))]
    return tuple((path, path.read_text("utf-8")) for path in paths)


PACKAGES = Path(corpusclean.__file__).parents[1]


def is_installed() -> bool:
    """True where the package is installed, False where it is used from a checkout around the working directory."""
    return "site-packages" in PACKAGES.parts or not PACKAGES.is_relative_to(Path.cwd())


def address(place: str) -> str:
    """A place that `Origins` gave, as an address that a terminal opens with a click."""
    file = Path(place.rpartition(":")[0])
    return next((root / file for root in (Path.cwd(), PACKAGES) if (root / file).exists()), PACKAGES / file).as_uri()


def _shortened(file: str) -> str:
    """*file* as seen from the working directory where it is below it; of an installed package, as seen from there."""
    path = Path(file)
    if is_installed() and path.is_relative_to(PACKAGES):
        return str(path.relative_to(PACKAGES))
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else file
