"""The options of a `Cleaner` as options of a command, written once for all commands that clean.

A command decorated with `cleaning` gets a ready `Cleaner` in place of nine options.  Their names, values and defaults
come from `corpusclean.options`, so that the command line never knows others than the library.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from corpusclean.cleaner import Cleaner
from corpusclean.options import CHOICES, Options

_HELP = {
    "script": "Script of the text that comes out.",
    "punctuation": "Full-width marks in Chinese context, or marks as they are.",
    "quotes": "Style of quotation marks.",
    "debris": "Take debris out, or leave everything in and label it.",
    "captions": "Captions beside the text, in it, or dropped.",
    "caution": "With high, place and shape of a line never remove it.",
    "enable": "Use only these rules: an id or a family (repeatable).",
    "disable": "Leave these rules out: an id or a family (repeatable).",
    "rules": "A rule file of your own (repeatable).",
}


def cleaning(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give *command* the cleaning options, and call it with the `Cleaner` they describe as ``cleaner``."""

    @wraps(command)
    def with_cleaner(**values: Any) -> Any:
        chosen = {name: values.pop(name) for name in _HELP}
        return command(cleaner=Cleaner(**chosen), **values)

    decorated: Callable[..., Any] = with_cleaner
    for name in reversed(_HELP):
        decorated = _option(name)(decorated)
    return decorated


def _option(name: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    if name in CHOICES:
        default = getattr(Options(), name)
        choice = click.Choice(CHOICES[name])
        return click.option(f"--{name}", type=choice, default=default, show_default=True, help=_HELP[name])
    return click.option(f"--{name}", multiple=True, metavar="FILE" if name == "rules" else "NAME", help=_HELP[name])
