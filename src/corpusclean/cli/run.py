"""`corpusclean run`: files and folders in, one file of articles out."""

from __future__ import annotations

from pathlib import Path

import click

from corpusclean.cleaner import Cleaner
from corpusclean.cli.options import cleaning
from corpusclean.cli.progress import progress
from corpusclean.corpus.readers import find_pages
from corpusclean.corpus.run import Summary, failures_path
from corpusclean.corpus.run import run as run_pages
from corpusclean.errors import InputError

SOME_SET_ASIDE = 3


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "--output", required=True, metavar="OUT.jsonl", help="The file to write, one article a line.")
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to use.")
@cleaning
@click.pass_context
def run(context: click.Context, inputs: tuple[str, ...], output: str, workers: int, cleaner: Cleaner) -> None:
    """Clean every page in INPUT... (files, and folders with all they hold) into one file."""
    out, pages = _checked(Path(output)), find_pages(inputs)
    with progress(len(pages)) as watch:
        summary = run_pages(pages, out, cleaner=cleaner, workers=workers, watch=watch)
    click.echo(_sentence(summary, out), err=True)
    if summary.set_aside:
        context.exit(SOME_SET_ASIDE)


def _checked(output: Path) -> Path:
    """*output*, if a file of that name can be written: found out before the work, not after."""
    if output.suffix.lower() != ".jsonl":
        raise InputError(f"{output}: the output is JSON Lines, so its name ends in .jsonl")
    if output.is_dir() or not output.parent.is_dir():
        raise InputError(f"{output}: {'is a folder' if output.is_dir() else 'its folder does not exist'}")
    return output


def _sentence(summary: Summary, output: Path) -> str:
    written = f"{summary.written} of {summary.pages} pages written to {output}"
    rate = summary.size / 1e6 / summary.seconds if summary.seconds else 0.0
    size = f"{summary.size / 1e6:.2f} MB in, {summary.characters:,} characters out"
    aside = f"; {summary.set_aside} set aside in {failures_path(output)}" if summary.set_aside else ""
    return f"{written} ({size}, {summary.seconds:.1f} s, {rate:.1f} MB/s){aside}"
