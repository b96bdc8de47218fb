"""A report as lines for a terminal: the numbers first, then what was removed by which rule, with a sample of each.

The findings come in, lines go out, each with a style.  What would steer the terminal is shown as a picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from corpusclean.corpus.report.findings import told_of_learned
from corpusclean.corpus.report.samples import around, visible
from corpusclean.glance import fitted

Line = tuple[str, str]  # text and style
# columns of what a sample took out
WIDTH = 48
# what each section shows; the JSON has all
RULES = 20
PAGES = 5
FACTS = 12


def as_lines(report: Mapping[str, Any]) -> Iterator[Line]:
    """The lines of *report*."""
    pages, characters = report["pages"], report["characters"]
    yield report["name"], "bold"
    yield f"{pages['read']:,} pages read, {pages['written']:,} written, {pages['set_aside']:,} set aside", ""
    removed = f"{characters['removed_share']:.2%} removed"
    yield f"{characters['read']:,} characters read, {characters['kept']:,} kept, {removed}", ""
    if pages["lost_over_half"]:
        yield f"{pages['lost_over_half']:,} pages lost over half, {pages['emptied']:,} have no text left", "yellow"
    if "learned" in report:
        yield told_of_learned(report["learned"]), "yellow"
    yield from _families(report)
    yield from _rules(report)
    yield from _facts(report)
    yield from _troubles(report)
    yield from _lost_most(report)
    if report["never_fired"]:
        yield f"{len(report['never_fired'])} rules never fired; --json names them", "dim"


def _families(report: Mapping[str, Any]) -> Iterator[Line]:
    yield from _head("removed by family", f"{'characters':>12} {'share':>7} {'edits':>9}")
    for item in report["families"]:
        yield f"{item['removed']:>12,} {item['share']:>7.2%} {item['edits']:>9,}  {item['family']}", ""


def _rules(report: Mapping[str, Any]) -> Iterator[Line]:
    yield from _head("by rule", f"{'characters':>12} {'share':>7} {'edits':>9}")
    for item in report["rules"][:RULES]:
        yield f"{item['removed']:>12,} {item['share']:>7.2%} {item['edits']:>9,}  {item['rule']}", "magenta"
        for sample in item["samples"][:1]:
            yield f"{'':>31}  {shown(sample)}", "dim"
    if len(report["rules"]) > RULES:
        yield f"{'':>31}  … {len(report['rules']) - RULES} more; --json and --html have all", "dim"


def _facts(report: Mapping[str, Any]) -> Iterator[Line]:
    if report["facts"]:
        yield from _head("facts found", f"{'pages':>12} {'share':>7}")
    for name, known in list(report["facts"].items())[:FACTS]:
        yield f"{known['pages']:>12,} {known['share']:>7.1%}  {name}", "cyan"


def _troubles(report: Mapping[str, Any]) -> Iterator[Line]:
    if report["warnings"]:
        yield from _head("warnings", f"{'pages':>12} {'places':>7}")
    for known in report["warnings"]:
        yield f"{known['pages']:>12,} {known['count']:>7,}  {known['code']}: {visible(known['message'])}", "yellow"
    if report["failures"]:
        yield from _head("set aside", f"{'pages':>12}")
    for reason, count in report["failures"].items():
        yield f"{count:>12,}  {visible(reason)}", "red"


def _lost_most(report: Mapping[str, Any]) -> Iterator[Line]:
    if report["lost_most"]:
        yield from _head("pages that lost most", f"{'share':>12}")
    for page in report["lost_most"][:PAGES]:
        yield f"{page['ratio']:>12.1%}  {visible(page['id'])}  {visible(page['title'] or '')}", ""


def _head(title: str, columns: str) -> Iterator[Line]:
    yield "", ""
    yield f"{columns}  {title}", "bold"


def shown(sample: Mapping[str, Any]) -> str:
    """A sample in one line: what stood there between brackets, and what stands there now.

    >>> shown({"before": "晴。\\n\\n", "old": "责编：王", "new": "", "after": ""})
    '晴。⏎[责编：王]'
    """
    old, new = _clipped(sample["old"]), _clipped(sample["new"])
    change = f"[{old}→{new}]" if new else f"[{old}]"
    return f"{around(sample['before'])[-12:]}{change}{around(sample['after'])[:12]}"


def _clipped(text: str) -> str:
    return fitted(visible(text), WIDTH)
