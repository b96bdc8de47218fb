"""`corpusclean run`: files, folders and tables of pages in, one output of articles out."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from corpusclean.cleaner import Cleaner
from corpusclean.cli.options import cleaning
from corpusclean.cli.progress import log, progress
from corpusclean.corpus.config import read_config
from corpusclean.corpus.limits import PAGE_MEGABYTES, PAGE_SECONDS
from corpusclean.corpus.outputs import FILES, output_format
from corpusclean.corpus.pool import outcomes
from corpusclean.corpus.readers import Source, find_sources
from corpusclean.corpus.run import Spread
from corpusclean.corpus.run import run as run_sources
from corpusclean.corpus.settings import Settings, Summary, beside
from corpusclean.corpus.units import size, split
from corpusclean.debris.rules.loader import from_file
from corpusclean.errors import InputError, OptionError, RuleError
from corpusclean.learning.corpus import learned_file

ENGINES = ("local", "ray")
# how sure a learned rule has to be that nobody has reviewed, unless another share is asked for
SURE = 0.9
FAILED, SOME_SET_ASIDE = 1, 3
STANDARD = "-"
_NOT_IN_CONFIG = ("inputs", "output", "config", "force", "dry_run", "json_log")


def _configured(context: click.Context, parameter: click.Parameter, path: str | None) -> str | None:
    """Take the options in a TOML file for those that the command line leaves out."""
    if path:
        options = read_config(Path(path))
        known = {item.name for item in context.command.params} - set(_NOT_IN_CONFIG)
        if unknown := sorted(set(options) - known):
            raise OptionError(f"{path}: there is no option {unknown[0]!r}; there are {', '.join(sorted(known))}")
        context.default_map = {**(context.default_map or {}), **options}
    return path


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "--output", required=True, metavar="OUT", help="A .jsonl, .csv or .parquet file, or a folder.")
@click.option("--workers", type=click.IntRange(min=1), help="Processes to use; by default 1, on Ray all there are.")
@click.option("--engine", type=click.Choice(ENGINES), default="local", show_default=True, help="Who does the work.")
@click.option("--column", metavar="NAME", help="The text column of tables; by default text, content, body or html.")
@click.option("--limit", type=click.IntRange(min=1), help="Clean only the first so many pages.")
@click.option("--sample", type=click.FloatRange(0, 1), default=1.0, help="Clean only this share of the pages.")
@click.option("--seconds", type=click.FloatRange(0), default=PAGE_SECONDS, show_default=True, help="Limit for a page.")
@click.option(
    "--largest", type=click.FloatRange(0), default=PAGE_MEGABYTES, show_default=True, help="MB a page may have."
)
@click.option("--to", type=click.Choice(["txt", "md", "parquet"]), help="Files of an output folder.")
@click.option(
    "--learn",
    type=click.FloatRange(0, 1),
    is_flag=False,
    flag_value=SURE,
    metavar="SHARE",
    help=f"First learn what sites print on all pages; use what is so sure (alone: {SURE}).",
)
@click.option("--config", is_eager=True, callback=_configured, metavar="FILE.toml", help="Options from a file.")
@click.option("--force", is_flag=True, help="Start anew, over what an earlier run wrote.")
@click.option("--dry-run", is_flag=True, help="Say what would be read and write nothing.")
@click.option("--json-log", is_flag=True, help="Tell the progress as lines of JSON.")
@cleaning
@click.pass_context
def run(
    context: click.Context,
    /,
    *,
    inputs: tuple[str, ...],
    output: str,
    dry_run: bool,
    json_log: bool,
    engine: str,
    cleaner: Cleaner,
    config: str | None,
    **chosen: Any,
) -> None:
    """Clean every page in INPUT... into one output; called again after a stop, it goes on where it was."""
    with _streams(inputs, output) as (sources, out):
        if dry_run:
            _tell(sources, out)
            return
        settings = Settings(**chosen)
        if settings.learn is not None:
            cleaner, settings = _learning(cleaner, settings, sources, out)
        try:
            with progress(sum(map(size, sources)), as_json=json_log) as watch:
                summary = run_sources(
                    sources, out, cleaner=cleaner, settings=settings, watch=watch, spread=_spread(engine)
                )
        except KeyboardInterrupt:
            if output != STANDARD:
                click.echo("corpusclean: the same command goes on from here", err=True)
            raise
        if json_log:
            log("end", summary)
        _end(context, summary, out, STANDARD if output == STANDARD else str(out))


def _learning(cleaner: Cleaner, settings: Settings, sources: Sequence[Source], out: Path) -> tuple[Cleaner, Settings]:
    """The cleaner with what is learned from *sources*, and the settings that tell of it."""
    path = beside(out, "learned.toml").absolute()
    least = SURE if settings.learn is None else settings.learn
    found = learned_file(sources, path, least=least, column=settings.column)
    if found is not None:
        click.echo(f"{len(found.proposals)} rules learned from {found.pages:,} pages: {path}", err=True)
    try:
        from_file(path)
    except RuleError:  # a file without rules
        return cleaner, settings
    chosen = asdict(cleaner.options)
    return Cleaner(**{**chosen, "rules": (*chosen["rules"], path)}), replace(settings, learned=str(path))


def _spread(engine: str) -> Spread:
    """How units get to workers: over processes of this machine, or over a cluster."""
    if engine == "local":
        return outcomes
    from corpusclean.engines import ray

    return ray.outcomes


def _end(context: click.Context, summary: Summary, out: Path, name: str) -> None:
    """Say what became of the run, and leave with the code for it."""
    if summary.errors:
        for error in summary.errors:
            click.echo(f"corpusclean: {error}", err=True)
        click.echo(f"corpusclean: {out} is not written; the same command tries again what failed", err=True)
        context.exit(FAILED)
    aside = beside(out, "quarantine")
    if name == STANDARD:
        with out.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        if summary.set_aside:
            aside = Path(shutil.copy(aside, "stdout.quarantine"))
    click.echo(_sentence(summary, name, aside), err=True)
    if name != STANDARD:
        click.echo(f"what was done: {beside(out, 'report.html')}", err=True)
    if summary.set_aside:
        click.echo(_first_reason(aside), err=True)
        context.exit(SOME_SET_ASIDE)


def _first_reason(aside: Path) -> str:
    """Why the first row was set aside: a column that is missing is missing in all."""
    with aside.open(encoding="utf-8") as file:
        first = json.loads(file.readline())
    return f"the first of them: {first['id']}: {first['error']}"


@contextmanager
def _streams(inputs: Sequence[str], output: str) -> Iterator[tuple[list[Source], Path]]:
    """The sources and the output; standard input and output, which are JSON Lines, pass through a temporary folder."""
    if STANDARD not in (*inputs, output):
        out = _checked(Path(output))
        yield find_sources(inputs, output=out), out
        return
    if STANDARD in inputs and len(inputs) > 1:
        raise InputError("- stands alone: standard input cannot be mixed with files")
    with TemporaryDirectory(prefix="corpusclean-") as folder:
        out = Path(folder) / "out.jsonl" if output == STANDARD else _checked(Path(output))
        if STANDARD not in inputs:
            yield find_sources(inputs), out
            return
        spool = Path(folder) / "in.jsonl"
        with spool.open("wb") as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
        yield [Source(spool, "jsonl", STANDARD)], out


def _checked(output: Path) -> Path:
    """*output*, if something of that name can be written: found out before the work, not after."""
    folder = output_format(output) not in FILES
    if (output.is_dir() and not folder) or not output.parent.is_dir():
        raise InputError(f"{output}: {'is a folder' if output.is_dir() else 'its folder does not exist'}")
    if output.is_file() and folder:
        raise InputError(f"{output}: is a file, not a folder")
    return output


def _tell(sources: Sequence[Source], output: Path) -> None:
    for source in sources:
        click.echo(f"{source.format:<10} {size(source) / 1e6:>10.2f} MB  {source.id}", err=True)
    total = sum(map(size, sources)) / 1e6
    click.echo(f"{len(sources)} files, {total:.2f} MB, in {len(split(sources))} units, into {output}", err=True)


def _sentence(summary: Summary, name: str, aside: Path) -> str:
    written = f"{summary.written} of {summary.pages} pages written to {name}"
    rate = f", {summary.size / 1e6 / summary.seconds:.2f} MB/s" if summary.seconds and not summary.resumed else ""
    sizes = f"{summary.size / 1e6:.2f} MB in, {summary.characters:,} characters out"
    resumed = f"; {summary.resumed} were done before" if summary.resumed else ""
    left = f"; {summary.set_aside} set aside in {aside}" if summary.set_aside else ""
    return f"{written} ({sizes}, {summary.seconds:.1f} s{rate}){resumed}{left}"
