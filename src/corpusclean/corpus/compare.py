"""Two cleanings of one corpus side by side: what another set of rules, or another version, changes.

The pages of both come in, in any order that is much the same; the differences go out by rule, with samples.  An edit
is the same in both where it has the same rule, line, old and new text; where it stands in the text does not count.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from itertools import zip_longest
from typing import Any

from corpusclean.corpus.articles import Cleaned
from corpusclean.corpus.report.samples import samples
from corpusclean.corpus.report.tally import FACTS

Key = tuple[str, int, str, str]  # rule, line, old and new text of an edit
Pair = tuple[Cleaned | None, Cleaned | None]
SAMPLES = 10
DIFFER_MOST = 20


@dataclass
class RuleDifference:
    """How the work of one rule differs, in edits: in both, only in the old or the new, done by another rule there."""

    both: int = 0
    lost: int = 0
    gained: int = 0
    elsewhere: int = 0
    samples: list[dict[str, Any]] = field(default_factory=list)

    @property
    def differs(self) -> bool:
        """Is anything different?"""
        return bool(self.lost or self.gained or self.elsewhere)


@dataclass
class Comparison:
    """What is different between two cleanings of the same pages."""

    pages: int = 0
    same: int = 0
    text_differs: int = 0
    only_old: int = 0
    only_new: int = 0
    kept_old: int = 0
    kept_new: int = 0
    versions_old: list[str] = field(default_factory=list)
    versions_new: list[str] = field(default_factory=list)
    rules: dict[str, RuleDifference] = field(default_factory=dict)
    facts: dict[str, dict[str, Any]] = field(default_factory=dict)
    differ_most: list[dict[str, Any]] = field(default_factory=list)

    def add(self, old: Cleaned | None, new: Cleaned | None) -> None:
        """Compare a page; None or an error stands for a page that this side has not."""
        old, new = (None if page is None or page.error else page for page in (old, new))
        if old and new:
            self._compare(old, new)
        else:
            self.only_old += old is not None
            self.only_new += new is not None

    def _compare(self, old: Cleaned, new: Cleaned) -> None:
        self.pages += 1
        self.kept_old += len(old.text)
        self.kept_new += len(new.text)
        for page, versions in ((old, self.versions_old), (new, self.versions_new)):
            version = f"{page.about['version']}, rules {page.about['rules_version']}"
            if version not in versions:
                versions.append(version)
        differs = self._facts(old, new) | self._edits(old, new)
        if old.text != new.text:
            self._text(old, new)
        elif not differs:
            self.same += 1

    def _text(self, old: Cleaned, new: Cleaned) -> None:
        self.text_differs += 1
        grown = len(new.text) - len(old.text)
        self.differ_most.append({"id": old.id, "title": new.about.get("title"), "characters": grown})
        self.differ_most.sort(key=lambda page: (-abs(page["characters"]), page["id"]))
        del self.differ_most[DIFFER_MOST:]

    def _facts(self, old: Cleaned, new: Cleaned) -> bool:
        found = False
        for name in FACTS:
            before, after = old.about.get(name) or None, new.about.get(name) or None
            if before != after:
                known = self.facts.setdefault(name, {"pages": 0, "samples": []})
                known["pages"] += 1
                if len(known["samples"]) < SAMPLES:
                    known["samples"].append({"page": old.id, "old": before, "new": after})
                found = True
        return found

    def _edits(self, old: Cleaned, new: Cleaned) -> bool:
        before, after = Counter(map(_key, old.about["edits"])), Counter(map(_key, new.about["edits"]))
        for key, count in (before & after).items():
            self._of(key).both += count
        lost, gained = before - after, after - before
        self._one_sided(old, lost, gained, "lost")
        self._one_sided(new, gained, lost, "gained")
        return bool(lost or gained)

    def _one_sided(self, page: Cleaned, mine: Mapping[Key, int], others: Mapping[Key, int], what: str) -> None:
        """Count the edits that only this side has; one that another rule makes on the other side is no loss."""
        rules = {key[1:3]: key[0] for key in others}
        for key, count in mine.items():
            difference, other = self._of(key), rules.get(key[1:3], key[0])
            name = what if other == key[0] else "elsewhere"
            setattr(difference, name, getattr(difference, name) + count)
            if len(difference.samples) < SAMPLES:
                place = next(place for place, edit in enumerate(page.about["edits"]) if _key(edit) == key)
                found = samples(page.id, page.text, page.about["edits"], [place])
                about = {"what": what, "other_rule": None if other == key[0] else other}
                difference.samples += [{**about, **asdict(sample)} for sample in found]

    def _of(self, key: Key) -> RuleDifference:
        return self.rules.setdefault(key[0], RuleDifference())

    def to_dict(self) -> dict[str, Any]:
        """The comparison as JSON can hold it, the rules that differ most first."""
        rules = sorted(self.rules.items(), key=lambda item: (-(item[1].lost + item[1].gained), item[0]))
        differing = [{"rule": rule, **asdict(difference)} for rule, difference in rules if difference.differs]
        return {**vars(self), "rules": differing}


def compare(old: Iterable[Cleaned], new: Iterable[Cleaned]) -> Comparison:
    """Compare the pages of two outputs, matched by their ids.

    >>> page = Cleaned("1", "正文。", {"edits": [], "version": "1", "rules_version": "a"})
    >>> compare([page], [page._replace(text="正文")]).text_differs
    1
    """
    comparison = Comparison()
    for pair in paired(old, new):
        comparison.add(*pair)
    return comparison


def paired(old: Iterable[Cleaned], new: Iterable[Cleaned]) -> Iterator[Pair]:
    """The pages of both with the same id; only those wait in memory that the other side has not come to yet."""
    waiting: tuple[dict[str, deque[Cleaned]], dict[str, deque[Cleaned]]] = ({}, {})
    for pages in zip_longest(old, new):
        for side, page in enumerate(pages):
            if page is None:
                continue
            theirs = waiting[1 - side]
            if page.id in theirs:
                other = theirs[page.id].popleft()
                if not theirs[page.id]:
                    del theirs[page.id]
                yield (other, page) if side else (page, other)
            else:
                waiting[side].setdefault(page.id, deque()).append(page)
    for left in waiting[0].values():
        yield from ((page, None) for page in left)
    for left in waiting[1].values():
        yield from ((None, page) for page in left)


def _key(edit: Mapping[str, Any]) -> Key:
    return edit["rule"], edit["line"], edit["old"], edit["new"]
