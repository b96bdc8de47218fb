"""Patterns that could lose themselves in backtracking are found before they run, and no others are."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import corpusclean
from corpusclean.debris.rules.backtracking import twofold
from corpusclean.debris.rules.loader import built_in, parse
from corpusclean.debris.rules.model import Rule
from corpusclean.errors import RuleError
from corpusclean.fold import fold

RUNAWAY = {
    "a repetition in a repetition": r"(?:a+)+b",
    "what is repeated may be empty": r"(?:a*)*b",
    "both ends optional": r"(?: ?[|/]? ?分享)*",
    "one word is two others": r"(?:QQ|QQ空间|空间)*",
    "a word inside free text": r"(?: ?(?:阅读|来源)[^。]{0,60})*",
    "classes that share a digit": r"(?:\d+|\w+)+",
    "numbers without an end": r"(?:\d{1,3},?)+",
    "a separator that is also a part": r"(?:[ ,/]+[^\s。]{1,20}){0,24}",
    "letters of both cases": r"(?i:(?:Ab|aB)+)",
    "a named group": r"(?:(?P<word>\w+) ?)*",
    "in a lookahead": r"(?=(?:a|aa)+b)",
    "many rounds count as any number": r"(?:\w+ ?){1,40}",
}
SAFE = {
    "one repetition": r".*来源.*",
    "a separator between": r"(?:\w+ )*\w+",
    "words of which none begins another": r"(?:QQ|微信|微博)*",
    "words that begin alike": r"(?:打印|打开|打分)*",
    "a fixed number": r"(?:\d{4})*",
    "few rounds": r"(?:\w+ ?){1,3}",
    "told apart by a lookahead": r"(?:\d{1,5}(?!\d)|回复)*",
    "told apart by a lookahead before": r"(?:[ ,]+(?:(?!感谢)[一-龥]{2,6}|感谢[一-龥]{2,9}))*",
    "classes without a common character": r"(?:\d+[a-z]+|[一-龥])*",
}


@pytest.mark.parametrize("pattern", RUNAWAY.values(), ids=RUNAWAY)
def test_a_pattern_that_reads_twice_is_found(pattern: str) -> None:
    assert twofold(pattern)


@pytest.mark.parametrize("pattern", SAFE.values(), ids=SAFE)
def test_a_pattern_that_reads_once_passes(pattern: str) -> None:
    assert twofold(pattern) == ""


def test_the_text_that_is_named_takes_a_time_that_doubles() -> None:
    """The proof that the lint speaks of something real: one round more, twice the time."""
    pattern = re.compile("(?:QQ|QQ空间|空间)*")
    took = {rounds: _seconds(pattern, "QQ空间" * rounds + "☃") for rounds in (8, 16)}
    assert took[16] > 30 * took[8]


def _seconds(pattern: re.Pattern[str], line: str) -> float:
    began = time.process_time()
    pattern.fullmatch(line)
    return time.process_time() - began


RULE = """
[[rule]]
id = "demo:buttons"
does = "drop-line"
why = "Buttons."
{needs}
pattern = '{pattern}'
{more}
removes = ["分享 QQ", "分享 空间", "分享 QQ空间"]
keeps = ["分享会", "分享了"]
"""


def rule(pattern: str, more: str = "", needs: str = 'needs = ["分享"]') -> str:
    return RULE.format(pattern=pattern, more=more, needs=needs)


@pytest.mark.parametrize(
    "file", [rule("分享(?: ?QQ| ?QQ空间| ?空间)*"), rule("分享.*", needs="trigger = '(?:a|aa)+b'")]
)
def test_a_users_rule_is_refused_with_its_name(file: str) -> None:
    with pytest.raises(RuleError, match=r"^my\.toml:2: rule demo:buttons: (?:pattern|trigger) reads '.+', repeated"):
        parse(file, "my.toml")


def test_a_short_line_has_no_room_for_many_rounds() -> None:
    assert parse(rule("分享(?: ?QQ| ?QQ空间| ?空间)*", "longest = 40"), "my.toml")


def patterns() -> Iterator[tuple[str, str]]:
    """The patterns that stand in the modules of the package, by name."""
    for found in pkgutil.walk_packages(corpusclean.__path__, "corpusclean."):
        if ".engines" in found.name or found.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(found.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{found.name.removeprefix('corpusclean.')}.{name}", value.pattern


# looks.could_be_headline asks for at most 60 characters: fifteen rounds of "[题题]"
BOUNDED = {"metadata.looks._NEVER"}


def test_no_pattern_in_the_code_reads_twice() -> None:
    assert {name: again for name, pattern in patterns() if (again := twofold(pattern))}.keys() <= BOUNDED


# Rules whose lines are too short for many rounds; a line of theirs that nearly fits, and the seconds that it may take.
FEW_ROUNDS = [(rule, again) for rule in built_in() if (again := twofold(rule.pattern))]
PATIENCE = 1.0


@pytest.mark.parametrize(("rule", "again"), FEW_ROUNDS, ids=[rule.id for rule, _ in FEW_ROUNDS])
def test_few_rounds_take_little_time(rule: Rule, again: str) -> None:
    for word in ("", *rule.needs[:2], *map(fold, rule.removes[:2])):
        for end in ("☃", "。", "!", "{", "|"):
            line = (word + again * rule.limit)[: rule.limit - 1] + end
            began = time.process_time()
            rule.fits(line)
            assert time.process_time() - began < PATIENCE, line
