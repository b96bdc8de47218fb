"""`corpusclean clean`: one page in, its clean text or its article out."""

from __future__ import annotations

from collections.abc import Iterator

import click

from corpusclean.article import Article
from corpusclean.cleaner import Cleaner
from corpusclean.cli.facts import visible
from corpusclean.cli.options import cleaning
from corpusclean.cli.pages import read_page


@click.command()
@click.argument("page", metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="Print the whole article as JSON.")
@click.option("--url", help="Where the page is from; picks the rules of its site.")
@click.option(
    "--kind", type=click.Choice(["auto", "text", "html"]), help="What the page is; by default its name tells."
)
@cleaning
def clean(page: str, as_json: bool, url: str | None, kind: str | None, cleaner: Cleaner) -> None:
    """Print the clean text of the page in FILE (- reads standard input)."""
    data, named = read_page(page)
    article = cleaner.clean(data, url=url, kind=kind or named)
    if as_json:
        click.echo(article.to_json(indent=2))
        return
    if article.text:
        click.echo(article.text)
    for told in _warnings(article):
        click.echo(f"{page}: {told}", err=True)


def _warnings(article: Article) -> Iterator[str]:
    """What is to be said of the page beside its text, above all where none is left."""
    for warning in article.warnings:
        yield f"{warning.code}: {visible(warning.message)}"
    if not article.text and not article.warnings:
        yield "the page is empty"
