"""`corpusclean report`: what a run did to a corpus, for the eyes, for a browser or for a program."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from corpusclean.cli.terminal import Printer
from corpusclean.corpus.articles import read_articles
from corpusclean.corpus.manifest import digest_of
from corpusclean.corpus.report.findings import as_json, report_of
from corpusclean.corpus.report.page import as_page
from corpusclean.corpus.report.tally import Tally
from corpusclean.corpus.report.text import as_lines
from corpusclean.corpus.settings import beside
from corpusclean.corpus.writers import written
from corpusclean.debris.rules.choose import choose
from corpusclean.options import Options


@click.command()
@click.argument("output", metavar="OUT", type=click.Path(path_type=Path))
@click.option("--json", "as_data", is_flag=True, help="Print the whole report as JSON.")
@click.option("--html", metavar="FILE", type=click.Path(path_type=Path), help="Write the report as a page to FILE.")
@click.option("--column", metavar="NAME", help="The text column, where it has none of the known names.")
def report(output: Path, as_data: bool, html: Path | None, column: str | None) -> None:
    """Tell what a run did to its pages: OUT is what it wrote, or a file or folder of articles of an engine."""
    found = _stored(output) or _counted(output, column)
    if html:
        written(html, as_page(found).encode())
    if as_data:
        click.echo(as_json(found).decode(), nl=False)
    elif not html:
        printer = Printer()
        for text, style in as_lines(found):
            printer.row(text, style)


def _stored(output: Path) -> Mapping[str, Any] | None:
    """The report that the run wrote beside *output*, if that is still as the run left it."""
    record, report = beside(output, "manifest.json"), beside(output, "report.json")
    if not (record.exists() and report.exists() and output.exists()):
        return None
    if output.is_file() and json.loads(record.read_text("utf-8"))["digest"] != digest_of(output):
        return None
    stored: Mapping[str, Any] = json.loads(report.read_text("utf-8"))
    return stored


def _counted(output: Path, column: str | None) -> Mapping[str, Any]:
    tally = Tally()
    for page in read_articles(output, column):
        tally.add(page)
    return report_of(tally, name=output.name, rules=[rule.id for rule in choose(Options())])
