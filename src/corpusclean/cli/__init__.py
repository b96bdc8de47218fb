"""The command line: `corpusclean clean`, `run`, `report`, `compare`, `explain`, `rules` and `show`.

Arguments come in, text goes to standard output and everything about the work to standard error.  Errors end as one
line and an exit code, never as a traceback: 0 all done, 1 error, 2 wrong use, 3 some pages were set aside, 130 Ctrl-C.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from corpusclean.errors import CorpusCleanError, InputError, OptionError

FAILED, WRONG_USE, INTERRUPTED = 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code.

    >>> main(["--version"])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    SystemExit: 0
    """
    _speak_utf8()
    code = _run(arguments)
    sys.exit(_flushed(code))


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale: a C locale would stop at the first Chinese character."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _run(arguments: Sequence[str] | None) -> int:
    import click

    from corpusclean.cli.root import root

    try:
        return int(root.main(arguments, prog_name="corpusclean", standalone_mode=False) or 0)
    except click.Abort:
        print("corpusclean: stopped", file=sys.stderr)
        return INTERRUPTED
    except (click.ClickException, CorpusCleanError, OSError) as error:
        message, code = _account(error)
        print(message, file=sys.stderr)
        return code


def _account(error: Exception) -> tuple[str, int]:
    """What to say of *error*, in one line, and the exit code it has."""
    import click

    if isinstance(error, click.UsageError):
        command = error.ctx.command_path if error.ctx else "corpusclean"
        return f"{command}: {error.format_message()} (see {command} --help)", WRONG_USE
    if isinstance(error, click.ClickException):
        return f"corpusclean: {error.format_message()}", error.exit_code
    if isinstance(error, OSError):
        return f"corpusclean: {error.filename or 'output'}: {error.strerror or error}", FAILED
    return f"corpusclean: {error}", WRONG_USE if isinstance(error, (InputError, OptionError)) else FAILED


def _flushed(code: int) -> int:
    """The exit code after the last output is out; a reader that has gone away (`| head`) is no error of ours."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code
