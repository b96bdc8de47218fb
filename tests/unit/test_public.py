"""The public names: which there are, and that each is typed, documented with an example, and cheap to import."""

from __future__ import annotations

import doctest
import inspect
import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

import corpusclean
from corpusclean import errors

NAMES = [
    *("Article", "Block", "Caption", "Cleaner", "Decoded", "Edit", "Finding", "Image", "__version__", "clean"),
    *("clean_text", "decode", "detect_script", "learn", "repair", "replay", "to_frame", "unify_punctuation"),
    "unify_script",
]
CALLABLE = [name for name in NAMES if name != "__version__"]
MOST_NAMES = 20
MOST_POSITIONAL = 4


def functions(name: str) -> Iterator[tuple[str, Any]]:
    """The function *name*, or the public methods of the class *name* that are written by us."""
    value = getattr(corpusclean, name)
    if inspect.isfunction(value):
        yield name, value
        return
    for method_name, member in vars(value).items():
        method = getattr(member, "__func__", getattr(member, "fget", member))
        if inspect.isfunction(method) and not method_name.startswith("_"):
            yield f"{name}.{method_name}", method


def test_all_names_what_is_public() -> None:
    assert corpusclean.__all__ == NAMES
    assert len(NAMES) <= MOST_NAMES
    assert dir(corpusclean) == NAMES


def test_every_name_is_there_and_no_other_is() -> None:
    for name in NAMES:
        assert getattr(corpusclean, name) is getattr(corpusclean, name)
    with pytest.raises(AttributeError, match="has no attribute 'scrub'"):
        corpusclean.scrub  # noqa: B018


@pytest.mark.parametrize("name", CALLABLE)
def test_is_documented_with_an_example(name: str) -> None:
    documented = inspect.getdoc(getattr(corpusclean, name)) or ""
    assert doctest.DocTestParser().get_examples(documented), f"{name} has no example"
    for method, function in functions(name):
        assert inspect.getdoc(function), f"{method} has no docstring"


@pytest.mark.parametrize("name", CALLABLE)
def test_is_typed_and_takes_few_arguments_by_place(name: str) -> None:
    for method, function in functions(name):
        if getattr(function, "__module__", "").startswith("corpusclean"):
            signature = inspect.signature(function)
            assert signature.return_annotation is not inspect.Signature.empty, method
            parameters = [item for item in signature.parameters.values() if item.name not in ("self", "cls")]
            assert all(item.annotation is not item.empty for item in parameters), method
            assert sum(item.kind is item.POSITIONAL_OR_KEYWORD for item in parameters) <= MOST_POSITIONAL, method


def test_import_loads_nothing_but_the_standard_library() -> None:
    """Loading is what costs; a third-party module at import time is what made others take half a second."""
    program = (
        "import sys, json; before = set(sys.modules); import corpusclean;"
        "print(json.dumps(sorted(set(sys.modules) - before)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, timeout=60)
    loaded = {name.partition(".")[0] for name in json.loads(done.stdout)}
    assert loaded - sys.stdlib_module_names == {"corpusclean"}
    assert len(json.loads(done.stdout)) < 60, "import corpusclean loads more than it needs"


def test_command_line_is_not_loaded_by_cleaning() -> None:
    program = (
        "import sys, corpusclean; corpusclean.clean('正文。');"
        "print([name for name in ('click', 'rich', 'bs4', 'corpusclean.cli') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, timeout=60)
    assert done.stdout.strip() == b"[]"


def test_error_tree() -> None:
    assert set(errors.__all__) == {"CorpusCleanError", "InputError", "OptionError", "RuleError", "TrailError"}
    for name in errors.__all__:
        error = getattr(errors, name)
        assert issubclass(error, errors.CorpusCleanError)
        assert error.__name__ in (errors.__doc__ or "")
    assert issubclass(errors.InputError, TypeError)
    assert all(issubclass(error, ValueError) for error in (errors.OptionError, errors.RuleError, errors.TrailError))
