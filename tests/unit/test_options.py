"""Options are checked when they are given, and say what else there is."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import Any

import pytest

from corpusclean.errors import InputError, OptionError
from corpusclean.options import CHOICES, Options


def test_defaults_are_the_first_choice() -> None:
    assert {name: getattr(Options(), name) for name in CHOICES} == {name: known[0] for name, known in CHOICES.items()}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, known in CHOICES.items() for value in known])
def test_every_choice_can_be_chosen(name: str, value: str) -> None:
    assert getattr(Options.of(**{name: value}), name) == value


@pytest.mark.parametrize("name", CHOICES)
@pytest.mark.parametrize("value", ["", "Hans ", None, 1])
def test_other_values_are_refused_with_the_list(name: str, value: Any) -> None:
    with pytest.raises(OptionError, match=f"{name}=.* is not one of '{CHOICES[name][0]}'"):
        Options.of(**{name: value})


def test_lists_become_tuples() -> None:
    options = Options.of(enable=["credits"], disable=(name for name in ("a", "b")), rules=[Path("x.toml")])
    assert (options.enable, options.disable, options.rules) == (("credits",), ("a", "b"), (Path("x.toml"),))


@pytest.mark.parametrize("value", ["credits", b"credits", 3, None])
def test_one_name_is_no_list(value: Any) -> None:
    with pytest.raises(InputError, match="disable takes a list"):
        Options.of(disable=value)


def test_an_unknown_option_is_named() -> None:
    with pytest.raises(OptionError, match="no option 'scripts'"):
        Options.of(scripts="hans")


def test_are_frozen_and_equal_by_value() -> None:
    assert Options() == Options.of()
    with pytest.raises(FrozenInstanceError):
        Options().script = "hant"  # type: ignore[misc]
