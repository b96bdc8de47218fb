"""The command `corpusclean` and the list of its subcommands, each loaded when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from corpusclean._version import __version__

# each is a function of its own name in a module of its own name; the order is that of the help
COMMANDS = ("clean", "run", "report", "compare", "explain", "show", "rules", "new-rule")


class Commands(click.Group):
    """Commands that are loaded one by one: those that clean load the whole library, `--version` nothing of it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"corpusclean.cli.{name}"), name)
        return command


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", message="%(prog)s %(version)s")
@click.pass_context
def root(context: click.Context) -> None:
    """Chinese web pages in, clean articles out, with a record of every change."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
