"""Gives drafts of rules their proof, and lets only those through that hold it.

Drafts of one site come in, `Proposal`s go out: the rule as the loader reads it, its text as TOML, and places where it
was seen.  A rule that its own examples, the loader or the rules of the library speak against is not proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice
from typing import NamedTuple

from corpusclean.debris.rules.loader import built_in, parse, problems
from corpusclean.debris.rules.model import Rule
from corpusclean.debris.rules.written import as_toml
from corpusclean.errors import RuleError
from corpusclean.fold import fold
from corpusclean.learning.pages import Printed

FAMILY = "learned"
_FEWEST_REMOVES, _MOST_REMOVES = 3, 24
_FEWEST_KEEPS, _MOST_KEEPS, _LONGEST_KEEP = 2, 3, 80
# What stands in for near misses where no page has one: sentences that speak of the words.
_SPEAKING = ("他念了一遍“{}”，问这是什么意思。", "我们说的是{}，不是别的，对吗？")

Context = tuple[str, ...]


@dataclass(frozen=True)
class Site:
    """The pages of one host, or pages that are alike: their name in ids of rules, host and number; those looked at."""

    slug: str
    host: str
    pages: int
    sample: Sequence[Printed]

    @property
    def called(self) -> str:
        """What people are told that the site is."""
        return self.host or "a site without a known address"

    @cached_property
    def own_lines(self) -> tuple[tuple[str, str], ...]:
        """The lines that no other page has, and these in matching form, the shortest first."""
        lines = {
            text
            for page in self.sample
            for text, again in zip(page.texts, page.again, strict=True)
            if not again and len(text) <= _LONGEST_KEEP
        }
        return tuple((line, fold(line)) for line in sorted(lines, key=lambda line: (len(line), line)))


class Draft(NamedTuple):
    """What a rule is to be, its proof and name aside; ``contexts`` are places where what it takes was seen."""

    does: str
    why: str
    confidence: float
    where: str
    needs: tuple[str, ...]
    pattern: str
    removes: tuple[str, ...]
    contexts: tuple[Context, ...]

    @property
    def written(self) -> dict[str, str | float | Sequence[str]]:
        """What it says in a rule file, in the order that people read."""
        values = self._asdict()
        return {key: value for key, value in values.items() if key not in ("removes", "contexts")}


@dataclass(frozen=True)
class Proposal:
    """A rule that was learned, its text, and places where what it takes was seen, the line itself marked with ``>``."""

    rule: Rule
    text: str
    contexts: tuple[Context, ...] = ()


def proved(site: Site, drafts: Sequence[Draft]) -> list[Proposal]:
    """The *drafts* that hold as rules, each with examples of what it removes and keeps."""
    rules = [
        Rule(f"{FAMILY}:{site.slug}-{number}", draft.does, draft.why, draft.pattern, draft.needs, where=draft.where)
        for number, draft in enumerate(drafts, 1)
    ]
    found = (_proved(site, draft, rule, rules) for draft, rule in zip(drafts, rules, strict=True))
    return [proposal for proposal in found if proposal is not None]


def _proved(site: Site, draft: Draft, rule: Rule, rules: Sequence[Rule]) -> Proposal | None:
    others = [other for other in rules if other is rule or other.where == "anywhere"]
    try:
        proof = {"removes": _examples(draft.removes), "keeps": _near_misses(site, rule, others)}
        text = as_toml({"id": rule.id, "host": site.host, **draft.written, **proof})
        read = parse(text, FAMILY)[0]
    except (RuleError, re.error):  # no page that was seen makes one, but a pattern may be new
        return None
    if any(problems((read,))) or (read.where == "anywhere" and any(map(read.acts_on, _kept_on_purpose(read)))):
        return None
    return Proposal(read, text, draft.contexts)


def _kept_on_purpose(rule: Rule) -> Iterator[str]:
    """The near misses of the rules of the library that have a literal of *rule*."""
    folded, texts = _near_misses_of_library()
    for need in rule.needs:
        at = folded.find(need)
        while at >= 0:
            yield texts[folded.count("\n", 0, at)]
            at = folded.find(need, at + 1)


@cache
def _near_misses_of_library() -> tuple[str, tuple[str, ...]]:
    texts = tuple(text for rule in built_in() for text in rule.keeps if "\n" not in text)
    return fold("\n".join(texts)), texts


def _examples(texts: Sequence[str]) -> list[str]:
    """The lines, and where they are fewer than three, the first with an indent, as other pages print it."""
    found = list(dict.fromkeys(texts))[:_MOST_REMOVES]
    return [*found, f" {texts[0]}", f"\u3000\u3000{texts[0]}"][: max(len(found), _FEWEST_REMOVES)]


def _near_misses(site: Site, rule: Rule, others: Sequence[Rule]) -> list[str]:
    """Lines of the pages with a word of *rule* that *others* leave alone, the shortest first, or sentences made up."""
    word = re.compile("|".join(map(re.escape, rule.needs)))
    found = (text for text, folded in site.own_lines if word.search(folded) and _stays(text, others))
    near = list(islice(found, _MOST_KEEPS))
    made = (text.format(need) for need in rule.needs for text in _SPEAKING)
    return [*near, *islice((text for text in made if _stays(text, others)), max(0, _FEWEST_KEEPS - len(near)))]


def _stays(text: str, rules: Sequence[Rule]) -> bool:
    return not any(rule.acts_on(text) for rule in rules)
