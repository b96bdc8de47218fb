"""The command `corpusclean` and the list of its subcommands."""

from __future__ import annotations

import click

from corpusclean._version import __version__
from corpusclean.cli.clean import clean
from corpusclean.cli.explain import explain
from corpusclean.cli.rules import rules
from corpusclean.cli.run import run
from corpusclean.cli.show import show


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", message="%(prog)s %(version)s")
@click.pass_context
def root(context: click.Context) -> None:
    """Chinese web pages in, clean articles out, with a record of every change."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for command in (clean, run, explain, show, rules):
    root.add_command(command)
