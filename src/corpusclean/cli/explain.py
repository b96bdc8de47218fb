"""`corpusclean explain`: a page as a diff with reasons: what was kept, removed and changed, by which rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from corpusclean.article import Article
from corpusclean.cleaner import Cleaner
from corpusclean.cli.facts import facts, visible
from corpusclean.cli.fates import Fate, fates
from corpusclean.cli.options import cleaning
from corpusclean.cli.origins import Origins
from corpusclean.cli.pages import read_page
from corpusclean.debris.rules.loader import from_file
from corpusclean.document import Edit

Piece = tuple[str, str]  # text and style
Change = tuple[str, str, bool]  # old, new, guessed
# kept lines are context: enough of one to know it again
CONTEXT = 60
# of many equal changes in a line, so many are shown
SHOWN = 5
# a change of a passage this long is told character by character
LONG = 6
# families that touch nearly every line and explain themselves: told briefly
WRITING = ("punctuation", "width", "spacing", "quotes", "script")


@click.command()
@click.argument("page", metavar="FILE")
@click.option("--url", help="Where the page is from; picks the rules of its site.")
@click.option("--full", is_flag=True, help="Print kept lines whole and every change.")
@cleaning
def explain(page: str, url: str | None, full: bool, cleaner: Cleaner) -> None:
    """Show what was done to the page in FILE, line by line, and why (- reads standard input)."""
    from rich.console import Console
    from rich.text import Text

    data, kind = read_page(page)
    article = cleaner.clean(data, url=url, kind=kind)
    origins = Origins(rule for path in cleaner.options.rules for rule in from_file(path))
    console = Console(highlight=False, soft_wrap=True)
    for line in explanation(article, origins, full=full):
        console.print(Text.assemble(*line))


def explanation(article: Article, origins: Origins, *, full: bool = False) -> Iterator[Sequence[Piece]]:
    """The lines of the explanation, each as pieces of text with a style."""
    for fate in fates(article):
        if fate.became != "blank":
            yield _headed(fate, full)
            yield from _reasons(fate, origins)
            yield from _changes(fate, origins, full)
    yield ()
    yield from _ending(article, origins)


def _headed(fate: Fate, full: bool) -> Sequence[Piece]:
    """The line itself: its number, a sign, and its text."""
    sign, style = {"kept": (" ", ""), "removed": ("-", "red strike"), "joined": ("⤴", "dim")}.get(
        fate.became, ("»", "cyan")
    )
    text = visible(fate.text.strip())
    if sign == " " and not full and len(text) > CONTEXT:
        text = text[:CONTEXT] + "…"
    return (f"{fate.number:>5} ", "dim"), (f"{sign} ", style.replace(" strike", "")), (text, style)


def _reasons(fate: Fate, origins: Origins) -> Iterator[Sequence[Piece]]:
    if fate.rule:
        kept_as = () if fate.became == "removed" else ((f"kept as {fate.became}: ", "cyan"),)
        yield (*_indent(), *kept_as, *_named(fate.rule, origins))


def _changes(fate: Fate, origins: Origins, full: bool) -> Iterator[Sequence[Piece]]:
    """What was changed inside the line: repairs rule by rule, the way of writing in one line a family."""
    groups: dict[str, list[Edit]] = {}
    for edit in fate.edits:
        groups.setdefault(edit.family if edit.family in WRITING and not full else edit.rule, []).append(edit)
    for name, edits in groups.items():
        distinct = list(dict.fromkeys(change for edit in edits for change in _parts(edit, full)))
        shown = distinct if full else distinct[:SHOWN]
        times = f" ×{len(edits)}" if len(edits) > 1 else ""
        rest = f"  … {len(distinct) - len(shown)} more" if len(shown) < len(distinct) else ""
        pieces = [piece for change in shown for piece in _change(*change)]
        named = (f"  {name}{times}", "magenta")
        yield *_indent(), ("~ ", "yellow"), *pieces, (rest, "dim"), named, *_place(name, origins)


def _parts(edit: Edit, full: bool) -> Iterator[Change]:
    """The change of an edit; where it rewrote a passage character by character, those that differ."""
    if full or len(edit.old) != len(edit.new) or len(edit.old) < LONG:
        yield edit.old, edit.new, edit.guessed
    else:
        yield from ((old, new, edit.guessed) for old, new in zip(edit.old, edit.new, strict=True) if old != new)


def _change(old: str, new: str, guessed: bool) -> Iterator[Piece]:
    if old:
        yield visible(old, blanks=True), "red" if new else "red strike"
    if new:
        yield "→" if old else "+", "dim"
        yield visible(new, blanks=True), "green"
    if guessed:
        yield " (guessed)", "yellow"
    yield "  ", ""


def _named(rule: str, origins: Origins) -> Iterator[Piece]:
    yield rule, "magenta"
    yield from _place(rule, origins)
    why = origins.of(rule).why
    if why:
        yield f"  {why}", "dim"


def _place(rule: str, origins: Origins) -> Iterator[Piece]:
    place = origins.of(rule).place
    if place:
        yield f"  {place}", "blue"


def _indent() -> Iterator[Piece]:
    yield " " * 8, ""


def _ending(article: Article, origins: Origins) -> Iterator[Sequence[Piece]]:
    """The facts with their evidence, the warnings, and the sum of it."""
    for name, value in facts(article):
        evidence = article.evidence.get(name)
        place = f"line {evidence.line}, " if evidence and evidence.line else ""
        read = ((f"  {place}", "dim"), *_named_short(evidence.rule, origins)) if evidence else ()
        yield (f"{name:>10}  ", "cyan"), (visible(value), "bold"), *read
    for warning in article.warnings:
        yield ("   warning  ", "yellow"), (f"{warning.code}: {warning.message}{_on_lines(warning.lines)}", "")
    counts = ", ".join(f"{family} {count}" for family, count in article.edit_counts().items()) or "none"
    yield ("     edits  ", "cyan"), (f"{counts}; {article.removed_ratio:.1%} of the page removed", "")


def _on_lines(numbers: tuple[int, ...]) -> str:
    if not numbers:
        return ""
    more = f" and {len(numbers) - SHOWN} more" if len(numbers) > SHOWN else ""
    return f" (line {', '.join(map(str, numbers[:SHOWN]))}{more})"


def _named_short(rule: str, origins: Origins) -> Iterator[Piece]:
    yield rule, "magenta"
    yield from _place(rule, origins)
