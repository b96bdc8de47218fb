"""`corpusclean new-rule`: from a line that should go and near misses that must stay, a rule to begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from corpusclean.cli.diagnosis import touching
from corpusclean.cli.draft import FEWEST_KEEPS, draft, unused
from corpusclean.debris.rules.loader import built_in, from_file
from corpusclean.debris.rules.model import PLACES
from corpusclean.errors import OptionError

# rules that look at a line and leave it: so many are named
_NAMED = 5
# what a shell hands on where the bytes are no UTF-8
_BROKEN = re.compile("[\ud800-\udfff]")


@click.command("new-rule")
@click.argument("lines", nargs=-1, required=True, metavar="LINE...")
@click.option("--keep", "keeps", multiple=True, metavar="LINE", help="A near miss that must stay (repeatable).")
@click.option("--id", "name", default="mine:new-rule", show_default=True, help="The rule's id, family:thing.")
@click.option("--where", type=click.Choice(PLACES), default="anywhere", show_default=True, help="Where on the page.")
@click.option("-o", "--output", metavar="FILE.toml", help="Write the rule there, behind those it holds.")
def new_rule(lines: tuple[str, ...], keeps: tuple[str, ...], name: str, where: str, output: str | None) -> None:
    """Draft a rule that removes each LINE; say which rules know it."""
    for line in (*lines, *keeps):
        if not line.strip() or len(line.splitlines()) > 1 or _BROKEN.search(line):
            raise OptionError(f"{line!r} is blank, or not one line of text; give lines as they stand on pages")
    own = from_file(output) if output and Path(output).exists() else ()
    kept = [text for rule in built_in() for text in rule.keeps] if where == "anywhere" else []
    text = draft(unused(name, own), lines, keeps, where=where, kept=kept)
    if output:
        with Path(output).open("a", encoding="utf-8") as file:
            file.write(("\n" if own else "") + text)
        click.echo(f"{output}: written; now say why, and hold it to its examples: corpusclean rules test {output}")
    else:
        click.echo(text, nl=False)
    for told in _told(lines, keeps):
        click.echo(told, err=True)


def _told(lines: Sequence[str], keeps: Sequence[str]) -> Iterator[str]:
    """What the built-in rules make of the lines and near misses."""
    if len(keeps) < FEWEST_KEEPS:
        yield "near misses were made up; write sentences from pages in their place, they are what makes a rule safe"
    for line in lines:
        known = list(touching(built_in(), line))
        takers = [rule for rule, acts in known if acts]
        yield from (
            f"{line!r} is taken already by {rule.id} ({rule.where}), {rule.file}:{rule.line}" for rule in takers
        )
        others = [rule.id for rule, acts in known if not acts]
        if others and not takers:
            more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
            yield f"{line!r} is looked at and left by {', '.join(others[:_NAMED])}{more}"
        if not known:
            yield f"{line!r} is new to all {len(built_in())} rules"
    for keep in keeps:
        for rule, acts in touching(built_in(), keep):
            if acts:
                yield f"near miss {keep!r} is taken by {rule.id} ({rule.where}), {rule.file}:{rule.line}"
