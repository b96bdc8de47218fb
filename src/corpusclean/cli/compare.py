"""`corpusclean compare`: what another version, or other rules and options, change over a corpus."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from corpusclean.cli.terminal import Printer
from corpusclean.corpus.articles import read_articles
from corpusclean.corpus.compare import compare as compared
from corpusclean.corpus.report.samples import visible
from corpusclean.corpus.report.text import Line, shown

# of each rule, of the facts and of the pages; --json has more
SAMPLES = 2
PAGES = 5
WIDTH = 60


@click.command()
@click.argument("old", metavar="OLD", type=click.Path(path_type=Path))
@click.argument("new", metavar="NEW", type=click.Path(path_type=Path))
@click.option("--json", "as_data", is_flag=True, help="Print the whole comparison as JSON.")
@click.option("--column", metavar="NAME", help="The text column, where it has none of the known names.")
def compare(old: Path, new: Path, as_data: bool, column: str | None) -> None:
    """Tell what is different in NEW: OLD and NEW are outputs of two runs over the same pages."""
    found = compared(read_articles(old, column), read_articles(new, column)).to_dict()
    if as_data:
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    printer = Printer()
    for text, style in _lines(found, old.name, new.name):
        printer.row(text, style)


def _lines(found: Mapping[str, Any], old: str, new: str) -> Iterator[Line]:
    for name, side in ((old, "old"), (new, "new")):
        versions = "; ".join(found[f"versions_{side}"])
        yield f"{side}  {name}  ({versions or 'no page'}), {found[f'kept_{side}']:,} characters kept", "bold"
    yield f"{found['pages']:,} pages in both, {found['same']:,} the same, {found['text_differs']:,} with other text", ""
    if found["only_old"] or found["only_new"]:
        yield f"{found['only_old']:,} pages only in old, {found['only_new']:,} only in new", "yellow"
    yield from _rules(found)
    yield from _facts(found)
    if found["differ_most"]:
        yield from _head("pages whose text differs most (characters)")
    for page in found["differ_most"][:PAGES]:
        yield f"{page['characters']:>+8,}  {visible(page['id'])}  {visible(page['title'] or '')}", ""


def _rules(found: Mapping[str, Any]) -> Iterator[Line]:
    if found["rules"]:
        yield from _head("edits by rule (only old, only new, by another rule, in both)")
    for item in found["rules"]:
        counts = f"{item['lost']:>8,} {item['gained']:>8,} {item['elsewhere']:>8,} {item['both']:>8,}"
        yield f"{counts}  {item['rule']}", "magenta"
        for sample in item["samples"][:SAMPLES]:
            side = "old" if sample["what"] == "lost" else "new"
            other = f"  ({sample['other_rule']} in the other)" if sample["other_rule"] else ""
            style = "red" if side == "old" else "green"
            yield f"{'':>36} only {side}: {shown(sample)}{other}", style


def _facts(found: Mapping[str, Any]) -> Iterator[Line]:
    if found["facts"]:
        yield from _head("facts (pages)")
    for name, known in found["facts"].items():
        yield f"{known['pages']:>8,}  {name}", "cyan"
        for sample in known["samples"][:SAMPLES]:
            old, new = (_value(sample[side]) for side in ("old", "new"))
            yield f"{'':>10}{visible(sample['page'])}: {old} → {new}", "dim"


def _value(value: Any) -> str:
    text = visible(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    return text if len(text) <= WIDTH else text[:WIDTH] + "…"


def _head(title: str) -> Iterator[Line]:
    yield "", ""
    yield title, "bold"
