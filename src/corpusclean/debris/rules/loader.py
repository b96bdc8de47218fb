"""Reads rule files: our own families, the files of single sites, and the files users bring along.

A TOML file comes in, a tuple of `Rule`s comes out, each with the file and line it stands in.  Whatever is wrong with a
file is a `RuleError` that names the file, the rule and what to change.  Examples are not run here: `problems` does.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from corpusclean.debris.rules.backtracking import twofold
from corpusclean.debris.rules.model import CUT, PLACES, Rule
from corpusclean.errors import RuleError
from corpusclean.fold import fold

if sys.version_info >= (3, 11):
    import tomllib
else:  # pragma: no cover - Python 3.10 only
    import tomli as tomllib

_KEYS = {
    *("id", "does", "why", "pattern", "needs", "trigger", "where", "longest", "takes", "host", "confidence"),
    *("removes", "keeps"),
}
_LISTS = ("needs", "removes", "keeps")
_DOES = re.compile(r"drop-line|cut|label:(?:title|subtitle|kicker|meta|caption|debris)")
_DATA = "corpusclean.debris.rules.data"
# a crawl has millions of hosts; its pages come host by host
_HOSTS = 4096
_HOST = re.compile(r"[^\W_A-Z][^\WA-Z]*(?:[.-]+[^\WA-Z]+)*")
_HEADER = re.compile(r"\s*\[\[\s*rule\s*\]\]")
# So many rounds of two readings are let pass: 65,536 in all, some 0.02 s for a line that nearly fits.
_ROUNDS = 17
_LINE_BREAK = re.compile(r"\s*\n\s*")  # a long pattern may be written over several lines


@cache
def built_in() -> tuple[Rule, ...]:
    """The rules that come with the library, family by family, as they stand in the files."""
    folder = resources.files(_DATA)
    files = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return tuple(rule for file in files for rule in _rules(file.read_text("utf-8"), str(file)))


@lru_cache(_HOSTS)
def for_host(host: str) -> tuple[Rule, ...]:
    """The rules of one site: those of ``sites/<host>.toml`` and of its parent domains (``www.x.cn`` has ``x.cn``'s)."""
    labels = host.lower().split(".")
    rules: tuple[Rule, ...] = ()
    for start in range(len(labels) - 1):
        file = resources.files(_DATA) / "sites" / (".".join(labels[start:]) + ".toml")
        if file.is_file():
            rules += _rules(file.read_text("utf-8"), str(file))
    return rules


def from_file(path: str | Path) -> tuple[Rule, ...]:
    """The rules of a user's own file."""
    try:
        text = Path(path).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: cannot be read as a rule file ({error})") from error
    return parse(text, str(path))


def parse(text: str, file: str) -> tuple[Rule, ...]:
    """The rules in *text*, each checked; *file* is only for messages."""
    rules = _rules(text, file)
    seen: set[str] = set()
    for rule in rules:
        for reason in _faults(rule):
            raise _wrong(rule.id, rule.file, rule.line, reason)
        if rule.id in seen:
            raise _wrong(rule.id, rule.file, rule.line, "this id is taken; give each rule its own")
        seen.add(rule.id)
    return rules


def _rules(text: str, file: str) -> tuple[Rule, ...]:
    """The rules in *text* as they stand: patterns are not compiled, which is most of the cost of checking them."""
    try:
        entries = tomllib.loads(text).get("rule")
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{file}: not valid TOML: {error}") from error
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise RuleError(f"{file}: no rules; write each one under a [[rule]] header")
    headers = [number for number, line in enumerate(text.split("\n"), 1) if _HEADER.match(line)]
    headers += [0] * (len(entries) - len(headers))  # rules may be written as inline tables
    return tuple(_rule(entry, file, line) for entry, line in zip(entries, headers, strict=False))


def _rule(entry: dict[str, Any], file: str, line: int) -> Rule:
    name = entry.get("id")
    values: dict[str, Any] = {}
    for key, value in entry.items():
        if key not in _KEYS:
            raise _wrong(name, file, line, f"unknown key {key!r}; known are {', '.join(sorted(_KEYS))}")
        if reason := _wrong_type(key, value):
            raise _wrong(name, file, line, f"{key} must be {reason}")
        values[key] = tuple(value) if key in _LISTS else value
    for key in ("id", "does", "why", "pattern"):
        if not values.get(key):
            raise _wrong(name, file, line, f"{key} is missing")
    values["pattern"] = _whole_pattern(values["pattern"], values.get("needs", ()))
    return Rule(**values, file=file, line=line)


def _wrong_type(key: str, value: Any) -> str:
    """What *value* should be, where it is something else."""
    if key in _LISTS:
        fits = isinstance(value, list) and all(isinstance(item, str) for item in value)
        return "" if fits else "a list of strings"
    if key == "longest":
        return "" if type(value) is int else "a whole number"
    if key == "confidence":
        return "" if type(value) in (int, float) and 0 <= value <= 1 else "a number from 0 to 1"
    return "" if isinstance(value, str) else "a string"


def _wrong(name: object, file: str, line: int, reason: str) -> RuleError:
    return RuleError(f"{file}:{line}: rule {name}: {reason}")


def _whole_pattern(pattern: str, needs: tuple[str, ...]) -> str:
    """The pattern on one line, with ``{needs}`` written out as a choice of the literals, longest first."""
    if "\n" in pattern:
        pattern = _LINE_BREAK.sub("", pattern.strip())
    if "{needs}" in pattern:
        choice = "|".join(map(re.escape, sorted(needs, key=len, reverse=True)))
        pattern = pattern.replace("{needs}", f"(?:{choice})")
    return pattern


def _faults(rule: Rule) -> Iterator[str]:
    """What keeps *rule* from being used at all."""
    if not re.fullmatch(r"[a-z][a-z0-9-]*:[a-z0-9][a-z0-9-]*", rule.id):
        yield "the id must read family:thing, in small letters, digits and hyphens"
    if not _DOES.fullmatch(rule.does):
        yield f"does = {rule.does!r} is not one of drop-line, cut, label:title, label:meta, label:caption ..."
    if rule.where not in PLACES:
        yield f"where = {rule.where!r} is not one of {', '.join(PLACES)}"
    if rule.takes not in ("", "list") or (rule.takes and rule.does == CUT):
        yield f"takes = {rule.takes!r} is not 'list' on a rule for whole lines"
    if rule.host and not _HOST.fullmatch(rule.host):
        yield f"host = {rule.host!r} is not the name of a host in small letters, such as 'news.example.cn'"
    if bool(rule.needs) == bool(rule.trigger):
        yield "give either needs (literals) or trigger (a cheap pattern), so that the pattern is rarely tried"
    for key in ("pattern", "trigger"):
        yield from _faults_of_pattern(rule, key)
    for literal in rule.needs:
        if not literal or fold(literal) != literal:
            yield f"needs {literal!r}: write literals in Simplified, half-width form: {fold(literal)!r}"


def _faults_of_pattern(rule: Rule, key: str) -> Iterator[str]:
    """What is wrong with the *key*: it does not compile, or has two readings of more rounds than there is time for."""
    try:
        re.compile(getattr(rule, key))
    except (re.error, OverflowError, RecursionError) as error:
        yield f"{key} is not a regular expression: {error}"
        return
    longest = rule.limit if key == "pattern" else 0
    again = twofold(getattr(rule, key))
    if again and (not longest or longest > _ROUNDS * len(again)):
        yield (
            f"{key} reads {again!r}, repeated, in two ways, and would try them all: let what is repeated begin or end"
            " with something that stands nowhere else in it, or set longest"
        )


def problems(rules: Iterable[Rule]) -> Iterator[str]:
    """What the examples of *rules* show to be wrong, a sentence each, with file and line."""
    rules = tuple(rules)
    anywhere: dict[str, list[Rule]] = {}
    for rule in rules:
        if rule.where == "anywhere":
            anywhere.setdefault(rule.host, []).append(rule)
    for rule in rules:
        beside = (*anywhere.get("", ()), *(anywhere.get(rule.host, ()) if rule.host else ()))
        yield from _problems(rule, [rule, *(other for other in beside if other is not rule)])


def _problems(rule: Rule, acting: Sequence[Rule]) -> Iterator[str]:
    """What the examples of *rule* show; the rules *acting* may not take its near misses."""
    place = f"{rule.file}:{rule.line}: rule {rule.id}: "
    if len(rule.removes) < 3 or len(rule.keeps) < 2:
        yield place + "give at least three examples in removes and two near misses in keeps"
    for text in rule.removes:
        if not rule.wanted(text, fold(text)):
            yield place + f"removes {text!r} holds none of needs"
        elif not rule.acts_on(text):
            yield place + f"removes {text!r}, but the pattern does not fit it"
    for text in rule.keeps:
        if not rule.wanted(text, fold(text)):
            yield place + f"keeps {text!r} holds none of needs, so it is no near miss"
        for other in acting:
            if other.acts_on(text):
                yield place + f"keeps {text!r}, but {other.id} acts on it"
