"""`corpusclean show`: the articles of a run, one after the other, as a person would look at them."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click

from corpusclean.article import LAYOUT, Article
from corpusclean.cli.facts import facts, visible
from corpusclean.cli.pages import read_file
from corpusclean.cli.terminal import Printer
from corpusclean.document import Edit
from corpusclean.errors import InputError
from corpusclean.glance import fitted

# enough to recognise an article, few enough for five of them on one screen
LINES = 4
# columns of a line of text, and of an example of what was done; a Chinese character takes two
WIDTH, EXAMPLE = 76, 48
_UNDER = 12
# families whose lines leave the text for a field of the article
MOVING = ("captions", "metadata", "titles")


@click.command()
@click.argument("file", metavar="CLEANED.jsonl")
@click.option("--limit", type=click.IntRange(min=1), help="Show only so many articles.")
def show(file: str, limit: int | None) -> None:
    """Show the articles in CLEANED.jsonl: title, facts, first lines, and what was removed by kind."""
    printer = Printer()
    for number, (name, article) in enumerate(_articles(file), 1):
        if limit is not None and number > limit:
            break
        for text, style in _card(name, article):
            printer.line([(text, style)], _UNDER)


def _articles(file: str) -> Iterator[tuple[str, Article]]:
    for number, line in enumerate(read_file(file).splitlines(), 1):
        try:
            row = json.loads(line)
            article = Article.from_dict(row)
        except (ValueError, TypeError, AttributeError) as error:
            raise InputError(f"{file}:{number}: not an article as `corpusclean run` writes them ({error})") from error
        yield str(row.get("id", number)), article


def _card(name: str, article: Article) -> Iterator[tuple[str, str]]:
    """The lines to show for one article, each with its style."""
    yield f"── {visible(name)} ──", "dim"
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
        shown = (visible(text.strip("\n"), blanks=True) for text in (found[0].old, found[0].new))
        old, new = (fitted(text, EXAMPLE // 2) for text in shown)
        yield family, len(found), f"{old} → {new}" if sign == "changed" else _clipped(found[0].old, EXAMPLE)


def _sign(edit: Edit) -> str:
    if edit.new or not edit.old.strip():
        return "changed"
    return "moved" if edit.family in MOVING else "removed"


def _clipped(text: str, width: int) -> str:
    return fitted(text.strip(), width)
