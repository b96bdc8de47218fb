"""The command `corpusclean` and the list of its subcommands, each loaded when it is called."""

from __future__ import annotations

from difflib import get_close_matches
from importlib import import_module
from pathlib import Path

import click

from corpusclean._version import __version__

# each is a function of its own name in a module of its own name; the order and the words are those of the help, which
# loads none of them
COMMANDS = {
    "clean": "Print the clean text of one page.",
    "explain": "Show what was done to a page, and why.",
    "run": "Clean files, folders and tables.",
    "show": "Look at the articles of a run.",
    "report": "Tell what a run did to its pages.",
    "compare": "Tell what differs between two runs.",
    "rules": "List rules, show one, test your own.",
    "learn": "Propose rules for what a site prints on all its pages.",
    "new-rule": "Draft a rule from a line that should go.",
}
_BEGIN = """Begin with one page:

\b
  corpusclean clean page.txt
  corpusclean explain page.txt
"""


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

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The names of the commands and what they do."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that *args* name; of a slip, what may have been meant."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            ctx.fail(f"there is no command {name!r}{_meant(name)}")
        return super().resolve_command(ctx, args)


def _meant(name: str) -> str:
    """What may have been meant by *name*: a command that is spelled nearly so, or the file of that name."""
    if near := get_close_matches(name, COMMANDS, n=1):
        return f"; did you mean {near[0]}?"
    return f"; for that page: corpusclean clean {name}" if Path(name).exists() else ""


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=_BEGIN,
)
@click.version_option(__version__, "--version", message="%(prog)s %(version)s")
@click.pass_context
def root(context: click.Context) -> None:
    """Chinese web pages in, clean articles out, with a record of every change."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
