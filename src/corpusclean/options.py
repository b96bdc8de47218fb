"""The options of a `Cleaner`: what may be chosen, and a clear error where something else is asked for.

Options come in as keyword arguments and go out as a frozen, checked `Options` that stages read.  Defaults are those
of `clean`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from corpusclean.errors import InputError, OptionError

CHOICES = {
    "script": ("hans", "hant", "tw", "hk", "keep"),
    "punctuation": ("full", "keep"),
    "quotes": ("auto", "curly", "corner", "keep"),
    "debris": ("remove", "label"),
    "captions": ("aside", "inline", "drop"),
    "caution": ("normal", "high"),
}


@dataclass(frozen=True, kw_only=True)
class Options:
    """Checked options; `Cleaner` documents each one.

    >>> Options(script="tw").quotes
    'auto'
    """

    script: str = "hans"
    punctuation: str = "full"
    quotes: str = "auto"
    debris: str = "remove"
    captions: str = "aside"
    caution: str = "normal"
    enable: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    rules: tuple[str | Path, ...] = ()

    def __post_init__(self) -> None:
        for name, known in CHOICES.items():
            if getattr(self, name) not in known:
                raise OptionError(f"{name}={getattr(self, name)!r} is not one of {', '.join(map(repr, known))}")

    @classmethod
    def of(cls, **values: Any) -> Options:
        """Options from keyword arguments; lists become tuples, unknown names are an error."""
        known = {item.name for item in fields(cls)}
        for name, value in values.items():
            if name not in known:
                raise OptionError(f"there is no option {name!r}; there are {', '.join(sorted(known))}")
            if name in ("enable", "disable", "rules"):
                values[name] = _several(name, value)
        return cls(**values)


def _several(name: str, value: Any) -> tuple[Any, ...]:
    if isinstance(value, (str, bytes)) or not isinstance(value, Iterable):
        raise InputError(f"{name} takes a list, such as [{value!r}], not {type(value).__name__}")
    return tuple(value)
