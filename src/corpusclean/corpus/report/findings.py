"""A tally as a report: sums, shares and ranks that a person or a program can read, and a card to paste.

A `Tally` comes in, plain values for JSON go out.  The same tally gives the same report; nothing of time or
machine is in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from corpusclean.corpus.report.card import card
from corpusclean.corpus.report.tally import Tally

Report = dict[str, Any]
# what is ranked, and how much of the ranking is shown
TOP = 30
# how ids of rules begin that were learned
LEARNED = "learned:"
RANKED = ("hosts", "sources", "scripts", "encodings", "versions")


def report_of(tally: Tally, *, name: str, rules: Iterable[str] = (), learn: float | None = None) -> Report:
    """The report on *tally*; *rules* are the names of all rules that could have fired.

    *learn* is how sure the rules had to be that the run learned from its own pages.

    >>> report_of(Tally(), name="cleaned.jsonl", rules=["credits:editor"])["never_fired"]
    ['credits:editor']
    """
    seen = {*tally.rules, *(rule for rule, _ in tally.top("evidence"))}
    found: Report = {
        "name": name,
        "pages": _pages(tally),
        "characters": {
            "read": tally.read,
            "kept": tally.kept,
            "removed_share": _share(tally.read - tally.kept, tally.read),
        },
        "facts": {fact: {"pages": pages, "share": _share(pages, tally.pages)} for fact, pages in tally.top("facts")},
        "warnings": [
            {"code": code, **known}
            for code, known in sorted(tally.warnings.items(), key=lambda item: -item[1]["pages"])
        ],
        "failures": dict(tally.failures.top(TOP)),
        "families": _families(tally),
        "rules": _rules(tally),
        "never_fired": sorted(set(rules) - seen),
        "losses": tally.losses,
        "lost_most": [page for _, _, page in tally.lost_most],
        **{what: dict(tally.top(what)[:TOP]) for what in RANKED},
        "dates": dict(sorted(tally.top("dates"))),
    }
    if learn is not None:
        found["learned"] = _learned(tally, learn)
    return {**found, "card": card(found)}


def _pages(tally: Tally) -> dict[str, int]:
    return {
        "read": tally.pages + tally.failures.total,
        "written": tally.pages,
        "set_aside": tally.failures.total,
        "changed": tally.changed,
        "emptied": tally.emptied,
        "lost_over_half": tally.alarmed,
    }


def _learned(tally: Tally, least: float) -> dict[str, Any]:
    """What rules did that nobody reviewed."""
    counts = [count for rule, count in tally.rules.items() if rule.startswith(LEARNED)]
    removed = sum(count.removed for count in counts)
    edits = sum(count.edits for count in counts)
    share = _share(removed, tally.read)
    return {"threshold": least, "rules": len(counts), "edits": edits, "removed": removed, "share": share}


def told_of_learned(learned: Mapping[str, Any]) -> str:
    """What learned rules did, in a sentence."""
    return (
        f"{learned['rules']:,} learned rules of confidence {learned['threshold']:.2f} and up,"
        f" which nobody has reviewed, removed {learned['removed']:,} characters ({learned['share']:.2%})"
        f" in {learned['edits']:,} places"
    )


def _families(tally: Tally) -> list[dict[str, Any]]:
    sums: dict[str, dict[str, int]] = {}
    for rule, count in tally.rules.items():
        family = sums.setdefault(
            rule.partition(":")[0], dict.fromkeys(("edits", "removed", "added", "guessed", "labelled"), 0)
        )
        for name in family:
            family[name] += getattr(count, name)
    found = [
        {"family": name, **values, "share": _share(values["removed"], tally.read)} for name, values in sums.items()
    ]
    return sorted(found, key=lambda item: (-item["removed"], -item["edits"], item["family"]))


def _rules(tally: Tally) -> list[dict[str, Any]]:
    found = []
    for rule, count in tally.rules.items():
        shown = [sample for _, sample in tally.samples.get(rule, ())]
        about = {"rule": rule, "family": rule.partition(":")[0], **asdict(count)}
        found.append({**about, "share": _share(count.removed, tally.read), "samples": shown})
    return sorted(found, key=lambda item: (-item["removed"], -item["edits"], item["rule"]))


def _share(part: int, whole: int) -> float:
    return round(part / whole, 6) if whole else 0.0


def as_json(report: Mapping[str, Any]) -> bytes:
    """*report* as indented JSON."""
    try:
        return json.dumps(report, ensure_ascii=False, indent=1).encode() + b"\n"
    except UnicodeEncodeError:  # a lone surrogate in a sample
        return json.dumps(report, indent=1).encode() + b"\n"
