"""The numbers of a report: counted page by page, merged unit by unit, small however large the corpus.

Cleaned pages come in one at a time; numbers and samples go out.  Which pages give samples is decided by a hash of their
ids and the unit they are in, so that the number of workers does not show, and nothing of any other page is kept.
"""

from __future__ import annotations

import json
from bisect import insort
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any

from corpusclean.corpus.articles import Cleaned
from corpusclean.corpus.report.counts import MOST, Counts
from corpusclean.corpus.report.samples import samples, shortened
from corpusclean.read.addresses import host_of

# enough to see what a rule does, few enough to look at
SAMPLES = 20
# a sample costs as much as a tenth of cleaning its page: the first pages of a part give some, then one page in sixteen
SURE, KEYS = 2, "1"
LOST_MOST = 20
# a page that lost more than this is one to look at
ALARM = 0.5
FACTS = (
    *("title", "subtitle", "kicker", "authors", "editors", "credits", "source", "site", "dateline", "published"),
    *("updated", "url", "section", "keywords", "references", "document", "captions", "images"),
)
BINS = 10


@dataclass
class RuleCount:
    """What one rule did: its edits, the pages they are on, and characters taken out, put in, guessed and labelled."""

    edits: int = 0
    pages: int = 0
    removed: int = 0
    added: int = 0
    guessed: int = 0
    labelled: int = 0

    def merge(self, other: Mapping[str, int]) -> None:
        """Add the numbers of *other*."""
        for name, value in other.items():
            setattr(self, name, getattr(self, name) + value)


@dataclass
class Tally:
    """All that is counted of a corpus, or of a part of it."""

    pages: int = 0
    read: int = 0
    kept: int = 0
    changed: int = 0
    emptied: int = 0
    alarmed: int = 0
    losses: list[int] = field(default_factory=lambda: [0] * BINS)
    rules: dict[str, RuleCount] = field(default_factory=dict)
    # by rule: the samples of the pages whose keys are lowest, as (key, sample)
    samples: dict[str, list[tuple[str, dict[str, Any]]]] = field(default_factory=dict)
    # as (negative share of characters lost, key, page)
    lost_most: list[tuple[float, str, dict[str, Any]]] = field(default_factory=list)
    warnings: dict[str, dict[str, Any]] = field(default_factory=dict)
    counts: dict[str, Counts] = field(default_factory=dict)
    failures: Counts = field(default_factory=Counts)

    def add(self, page: Cleaned) -> None:
        """Count a page."""
        if page.error:
            self.failures.add(page.error.partition(":")[0])
            return
        key = sha256(page.id.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self.pages += 1
        self._losses(page, key, shrunk=self._edits(page, key))
        self._facts(page.about, page.url)
        for warning in page.about.get("warnings") or ():
            self._warning(warning["code"], 1, warning["count"], warning["message"])

    def _edits(self, page: Cleaned, key: str) -> int:
        """Count the edits of *page*; by how many characters they made it shorter."""
        shrunk = 0
        edits = page.about["edits"]
        first: dict[str, int] = {}
        for place, edit in enumerate(edits):
            rule = edit["rule"]
            count = self.rules.get(rule) or self.rules.setdefault(rule, RuleCount())
            if rule not in first:
                first[rule] = place
                count.pages += 1
            count.edits += 1
            grown = len(edit["new"]) - len(edit["old"])
            shrunk -= grown
            if grown > 0:
                count.added += grown
            else:
                count.removed -= grown
            if edit["guessed"]:
                count.guessed += 1
        self.changed += bool(edits)
        for rule, text in _labelled(page.about):
            self.rules.setdefault(rule, RuleCount()).labelled += len(text)
        wanted = {place: rule for rule, place in first.items() if self._wanted(rule, key)}
        if wanted:
            found = samples(page.id, page.text, edits, list(wanted))
            for place, sample in zip(sorted(wanted, reverse=True), found, strict=False):
                self._sample(wanted[place], key, asdict(sample))
        return shrunk

    def _wanted(self, rule: str, key: str) -> bool:
        """Shall the page of that *key* give a sample of *rule*?"""
        held = self.samples.get(rule, [])
        return len(held) < SURE or (key < KEYS and (len(held) < SAMPLES or key < held[-1][0]))

    def _sample(self, rule: str, key: str, sample: Mapping[str, Any]) -> None:
        held = self.samples.setdefault(rule, [])
        insort(held, (key, dict(sample)), key=lambda item: item[0])
        del held[SAMPLES:]

    def _losses(self, page: Cleaned, key: str, shrunk: int) -> None:
        kept = len(page.text)
        read = kept + shrunk
        ratio = page.about["removed_ratio"]
        self.read += read
        self.kept += kept
        self.emptied += not page.text.strip()
        self.alarmed += ratio > ALARM
        self.losses[min(int(ratio * BINS), BINS - 1)] += 1
        if ratio:
            about = {"id": page.id, "title": page.about.get("title"), "ratio": ratio, "read": read, "kept": kept}
            self._lost(-ratio, key, {**about, "begins": shortened(page.text)[:80]})

    def _lost(self, loss: float, key: str, about: Mapping[str, Any]) -> None:
        if len(self.lost_most) < LOST_MOST or (loss, key) < self.lost_most[-1][:2]:
            insort(self.lost_most, (loss, key, dict(about)), key=lambda item: item[:2])
            del self.lost_most[LOST_MOST:]

    def _facts(self, about: Mapping[str, Any], url: str) -> None:
        for name in FACTS:
            if about.get(name):
                self.count("facts", name)
        self.count("scripts", about["script"])
        self.count("versions", f"{about['version']}, rules {about['rules_version']}")
        for name, value in (("encodings", about.get("encoding")), ("sources", about.get("source"))):
            if value:
                self.count(name, value)
        for evidence in about["evidence"].values():
            self.count("evidence", evidence["rule"])
        if host := host_of(url):
            self.count("hosts", host)
        if published := about.get("published"):
            self.count("dates", str(published)[:7])

    def top(self, what: str) -> list[tuple[str, int]]:
        """The names counted under *what*, the most frequent first."""
        return self.counts.get(what, Counts()).top(MOST)

    def count(self, what: str, name: str, number: int = 1) -> None:
        """Count *name* among hosts, sources, dates and the like."""
        self.counts.setdefault(what, Counts()).add(name, number)

    def _warning(self, code: str, pages: int, count: int, message: str) -> None:
        known = self.warnings.setdefault(code, {"pages": 0, "count": 0, "message": message})
        known["pages"] += pages
        known["count"] += count

    def merge(self, other: Tally) -> None:
        """Add the numbers and samples of *other*, which counted other pages."""
        for name in ("pages", "read", "kept", "changed", "emptied", "alarmed"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.losses = [mine + theirs for mine, theirs in zip(self.losses, other.losses, strict=True)]
        for rule, count in other.rules.items():
            self.rules.setdefault(rule, RuleCount()).merge(asdict(count))
        for rule, held in other.samples.items():
            for key, sample in held:
                self._sample(rule, key, sample)
        for item in other.lost_most:
            self._lost(*item)
        for code, known in other.warnings.items():
            self._warning(code, known["pages"], known["count"], known["message"])
        for name, counts in other.counts.items():
            self.counts.setdefault(name, Counts()).merge(counts)
        self.failures.merge(other.failures)

    def to_json(self) -> bytes:
        """The tally as JSON that `from_json` reads."""
        values = {**vars(self), "rules": {rule: asdict(count) for rule, count in self.rules.items()}}
        values["counts"] = {name: counts.to_dict() for name, counts in self.counts.items()}
        values["failures"] = self.failures.to_dict()
        return json.dumps(values).encode()

    @classmethod
    def from_json(cls, data: bytes) -> Tally:
        """The tally that `to_json` wrote."""
        values = json.loads(data)
        values["rules"] = {rule: RuleCount(**count) for rule, count in values["rules"].items()}
        values["samples"] = {rule: list(map(tuple, held)) for rule, held in values["samples"].items()}
        values["lost_most"] = list(map(tuple, values["lost_most"]))
        values["counts"] = {name: Counts.from_dict(counts) for name, counts in values["counts"].items()}
        values["failures"] = Counts.from_dict(values["failures"])
        return cls(**values)


def _labelled(about: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What rules take for debris where nothing is removed: rule and text."""
    for block in about.get("blocks") or ():
        if block["label"] == "debris" and block["rule"]:
            yield block["rule"], block["text"]
        for cut in block["cuts"] or ():
            yield cut["rule"], cut["text"]
