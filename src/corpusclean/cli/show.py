"""`corpusclean show`: the articles of a run, one after the other, as a person would look at them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from corpusclean.article import LAYOUT, Article
from corpusclean.cli.facts import facts, visible
from corpusclean.cli.terminal import Printer
from corpusclean.corpus.articles import read_articles
from corpusclean.document import Edit
from corpusclean.errors import InputError
from corpusclean.glance import MOVING, fitted

# enough to recognise an article, few enough for five of them on one screen
LINES = 4
# columns of a line of text, and of an example of what was done; a Chinese character takes two
WIDTH, EXAMPLE = 76, 48
_UNDER = 12
# the example of a family is its first edit of more than a mark or a blank, if it has one
_TELLING = 2


@click.command()
@click.argument("file", metavar="CLEANED", type=click.Path(path_type=Path))
@click.option("--limit", type=click.IntRange(min=1), help="Show only so many articles.")
def show(file: Path, limit: int | None) -> None:
    """Show the articles of a run: title, facts, first lines, and what was removed by kind.

    CLEANED is a .jsonl or .parquet file that a run wrote, compressed or not, or a folder of these.
    """
    printer = Printer()
    for number, page in enumerate(read_articles(file), 1):
        if limit is not None and number > limit:
            break
        try:
            article = Article.from_dict(page.about)
        except (ValueError, TypeError, AttributeError) as error:
            raise InputError(f"{file}: row {number} is no article as a run writes them ({error})") from error
        for text, style in _card(page.id, article, page.error):
            printer.line([(text, style)], _UNDER)


def _card(name: str, article: Article, error: str) -> Iterator[tuple[str, str]]:
    """The lines to show for one article, each with its style."""
    yield f"── {visible(name)} ──", "dim"
    if error:
        yield f"{'error':>10}  {visible(error)}", "red"
        return
    yield visible(article.title or "(no title)"), "bold" if article.title else "dim italic"
    for field, value in facts(article):
        if field != "title":
            yield f"{field:>10}  {visible(value)}", "cyan"
    lines = article.text.split("\n")
    yield from ((f"  {_clipped(line, WIDTH)}", "") for line in lines[:LINES])
    if len(lines) > LINES:
        yield f"  … {len(lines) - LINES} more lines, {len(article.text):,} characters in all", "dim"
    for sign, style in (("removed", "red"), ("moved", "cyan"), ("changed", "green")):
        for family, count, example in _by_kind(article, sign):
            yield f"{sign:>10}  {family} ×{count}: {example}", style
    for warning in article.warnings:
        yield f"{'warning':>10}  {warning.code}: {visible(warning.message)}", "yellow"
    yield "", ""


def _by_kind(article: Article, sign: str) -> Iterator[tuple[str, int, str]]:
    """Each family of edits that did what *sign* says, with their number and one example, most first."""
    edits: dict[str, list[Edit]] = {}
    for edit in article.edits:
        if edit.family != LAYOUT and _sign(edit) == sign:
            edits.setdefault(edit.family, []).append(edit)
    for family, found in sorted(edits.items(), key=lambda item: (-len(item[1]), item[0])):
        edit = next((edit for edit in found if len(edit.old.strip()) >= _TELLING), found[0])
        old, new = (fitted(visible(text.strip("\n"), blanks=True), EXAMPLE // 2) for text in (edit.old, edit.new))
        yield family, len(found), f"{old} → {new}" if sign == "changed" else _clipped(edit.old, EXAMPLE)


def _sign(edit: Edit) -> str:
    if edit.new or not edit.old.strip():
        return "changed"
    return "moved" if edit.family in MOVING else "removed"


def _clipped(text: str, width: int) -> str:
    return fitted(text.strip(), width)
