"""A section for the card of a data set: what was done to it, in Markdown, ready to paste.

The findings of a report come in, Markdown goes out.  It holds numbers alone, no passage of any page.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# families in the table; the rest is in the report
FAMILIES = 12
FACTS = 8


def card(report: Mapping[str, Any]) -> str:
    """The section on cleaning for the data set of *report*."""
    pages, characters = report["pages"], report["characters"]
    versions = "; ".join(report["versions"]) or "no page was cleaned"
    lines = [
        "## Cleaning",
        "",
        f"Cleaned with corpusclean ({versions}). Every change is recorded in the data as an edit (rule, line, span,"
        " old, new), so the page as it was read can be restored.",
        "",
        f"- Pages: {pages['read']:,} read, {pages['written']:,} written, {pages['set_aside']:,} set aside because they"
        " could not be read or cleaned.",
        f"- Characters: {characters['read']:,} read, {characters['kept']:,} kept;"
        f" {characters['removed_share']:.2%} left the text.",
        f"- Pages that lost more than half of their characters: {pages['lost_over_half']:,}; pages left without text:"
        f" {pages['emptied']:,}.",
        f"- Scripts of the pages as read: {_ranked(report['scripts'])}.",
        f"- Facts found: {_facts(report)}.",
        "",
        "| family of rules | edits | characters removed | share of all |",
        "|---|---:|---:|---:|",
        *(
            f"| {item['family']} | {item['edits']:,} | {item['removed']:,} | {item['share']:.3%} |"
            for item in report["families"][:FAMILIES]
        ),
    ]
    return "\n".join(lines) + "\n"


def _ranked(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in counts.items()) or "none"


def _facts(report: Mapping[str, Any]) -> str:
    found = list(report["facts"].items())[:FACTS]
    return ", ".join(f"{name} {known['share']:.0%}" for name, known in found) or "none"
