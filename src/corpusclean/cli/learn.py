"""`corpusclean learn`: from the pages of sites, rules for what each prints on all of them, for a person to review."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

import click

from corpusclean.cli.review import review
from corpusclean.cli.terminal import Printer
from corpusclean.corpus.readers import find_sources
from corpusclean.corpus.settings import beside
from corpusclean.corpus.units import size
from corpusclean.corpus.writers import written
from corpusclean.errors import OptionError
from corpusclean.learning.corpus import Watch, learn_sources
from corpusclean.learning.learn import FEWEST, Learned
from corpusclean.learning.store import Store

# rules that are told on the screen; the file has all
_TOLD = 20
_MINUTE = 60.0


@click.command()
@click.argument("corpus", nargs=-1, required=True, metavar="CORPUS...")
@click.option("-o", "--output", required=True, metavar="FILE.toml", type=click.Path(path_type=Path), help="The rules.")
@click.option("--column", metavar="NAME", help="The text column of tables; by default text, content, body or html.")
@click.option("--least", type=click.FloatRange(0, 1), default=0.0, metavar="SHARE", help="Leave out what is less sure.")
@click.option("--review", "ask", is_flag=True, help="Show each rule and ask whether to keep it.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def learn(*, corpus: tuple[str, ...], output: Path, column: str | None, least: float, ask: bool, force: bool) -> None:
    """Propose rules for what the sites in CORPUS print on all their pages.

    CORPUS is what `corpusclean run` reads. No page is changed: read the rules, delete what you doubt, and clean with
    `corpusclean run CORPUS -o OUT --rules FILE.toml`.
    """
    if output.exists() and not force:
        raise OptionError(f"{output}: is there already; --force writes over it")
    sources = find_sources(corpus)
    work = beside(output, "counts")
    total = sum(map(size, sources))
    found = learn_sources(sources, work=work, column=column, watch=_line_a_minute(total)).at_least(least)
    if ask:
        found = review(found)
    if found.proposals:
        written(output, found.toml.encode())
    Store.remove(work)
    _tell(found, output, total)


def _line_a_minute(total: int) -> Watch:
    """Says how far the reading has come, on standard error."""
    last = monotonic()

    def watch(read: int) -> None:
        nonlocal last
        if monotonic() - last >= _MINUTE:
            last = monotonic()
            click.echo(f"{read / 1e6:,.0f} MB of text read; the files have {total / 1e6:,.0f} MB", err=True)

    return watch


def _tell(found: Learned, output: Path, read: int) -> None:
    printer = Printer()
    for proposal in found.proposals[:_TOLD]:
        rule = proposal.rule
        printer.row(f"{rule.confidence:>6.2f}  {rule.id}  {rule.why}", "")
    if len(found.proposals) > _TOLD:
        printer.row(f"{'':>6}  … {len(found.proposals) - _TOLD} more", "dim")
    copies = f", {found.again:,} of them copies" if found.again else ""
    click.echo(f"{found.pages:,} pages of {found.sites:,} sites read ({read / 1e6:.2f} MB){copies}", err=True)
    if found.proposals:
        click.echo(f"{len(found.proposals)} rules written to {output}; read them before you use them", err=True)
    else:
        click.echo(f"no rule to write; something is learned of sites with {FEWEST} different pages or more", err=True)
