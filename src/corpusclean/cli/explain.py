"""`corpusclean explain`: a page as a diff with reasons, in the terminal or as a page; or all that one rule did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

import click

from corpusclean.article import Article
from corpusclean.cleaner import Cleaner
from corpusclean.cli.explain_html import as_html
from corpusclean.cli.explanation import Explainer, Told
from corpusclean.cli.hits import check_rule, hits
from corpusclean.cli.judgement import judgements
from corpusclean.cli.options import cleaning
from corpusclean.cli.origins import PACKAGES, Origins, address, is_installed
from corpusclean.cli.pages import read_page
from corpusclean.cli.terminal import Printer
from corpusclean.debris.rules.loader import from_file
from corpusclean.errors import InputError, OptionError

_LOOKS = {
    "dim": "dim",
    "number": "dim",
    "removed": "red strike",
    "sign-removed": "red",
    "moved": "cyan",
    "sign-moved": "cyan",
    "rule": "magenta",
    "place": "bright_blue",
    "why": "dim",
    "old": "red",
    "cut": "red strike",
    "new": "green",
    "guessed": "yellow",
    "name": "cyan",
    "value": "bold",
    "hit": "bold red",
}
_BEFORE = {"line": "", "reason": " " * 8, "change": " " * 8 + "~ ", "fact": "", "blank": ""}
# where a line that is too wide goes on: under its own text
_UNDER = {"line": 8, "reason": 8, "change": 10, "fact": 12, "blank": 0}
_NAMES_WIDTH = 10


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--url", help="Where the page is from; picks the rules of its site.")
@click.option("--full", is_flag=True, help="Print kept lines whole and every change.")
@click.option("--html", is_flag=True, help="Write the same as one page of HTML.")
@click.option("--rule", metavar="ID", help="Show all that this rule or family did in files, folders and tables.")
@click.option("--column", metavar="NAME", help="With --rule: the text column of tables.")
@cleaning
def explain(
    *,
    files: tuple[str, ...],
    url: str | None,
    full: bool,
    html: bool,
    rule: str | None,
    column: str | None,
    cleaner: Cleaner,
) -> None:
    """Show what was done to a page, line by line, and why.

    FILE may be - for standard input; with --rule all that `corpusclean run` reads.
    """
    origins = Origins(own for path in cleaner.options.rules for own in from_file(path))
    if rule:
        if html:
            raise OptionError("--html shows one page; with --rule leave it out")
        check_rule(rule, origins)
        _print(hits(files, rule, cleaner, Explainer(origins, full=full), column))
        return
    if len(files) > 1 or Path(files[0]).is_dir():
        raise InputError("explain shows one page; name one file, or ask with --rule ID what a rule did in all of them")
    article, judged = _explained(files[0], url, cleaner, origins)
    explainer = Explainer(origins, judged, full=full, whole=html)
    if html:
        name = "" if files[0] == "-" else files[0]
        click.echo(as_html(article, explainer, name=name), nl=False)
    else:
        _print(_whole(article, explainer))


def _explained(name: str, url: str | None, cleaner: Cleaner, origins: Origins) -> tuple[Article, dict[int, str]]:
    """The article of the file *name*, and what the judge said of the lines it took."""
    data, kind = read_page(name)
    article = cleaner.clean(data, url=url, kind=kind)
    rules = {edit.rule for edit in article.edits} | {block.rule for block in article.blocks}
    if not any(map(origins.is_judgement, rules)):
        return article, {}
    # where all is only labelled the judge sits inside another stage, and is asked as if it removed
    judging = Cleaner(**{**asdict(cleaner.options), "debris": "remove"})
    return article, judgements(judging, data, url=url, kind=kind)


def _whole(article: Article, explainer: Explainer) -> Iterator[Told]:
    yield from explainer.lines(article)
    yield Told("blank")
    yield from explainer.ending(article)
    if is_installed():
        yield Told("fact", (("places", "name"), (f"as seen from {PACKAGES}", "dim")))


def _print(told: Iterable[Told]) -> None:
    """Print the lines as they come, with colours where the output is a terminal."""
    printer = Printer()
    for line in told:
        printer.line([(text, _style(text, look)) for text, look in _in_columns(line)], _UNDER[line.kind])


def _style(text: str, look: str) -> str:
    """The look of a piece; a place can be opened from the terminal."""
    style = _LOOKS.get(look, "")
    return f"{style} link {address(text.strip())}" if look == "place" else style


def _in_columns(line: Told) -> Iterator[tuple[str, str]]:
    """The pieces of a line behind its number or indent; the names of facts stand in a column of their own."""
    yield _BEFORE[line.kind], "guessed"
    pieces = iter(line.pieces)
    if line.kind == "line":
        yield f"{line.number:>5} ", "number"
    elif line.kind == "fact":
        name, look = next(pieces)
        yield f"{name:>{_NAMES_WIDTH}}  ", look
    yield from pieces
