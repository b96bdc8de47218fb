"""The documentation runs: every `>>>` of README and docs, the set-up commands, the links between files."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import click
import pytest

from corpusclean.cli.root import root

ROOT = Path(__file__).parents[1]
TEXTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md")), ROOT / "tests" / "README.md"]
WITH_EXAMPLES = [path for path in TEXTS if ">>> " in path.read_text("utf-8")]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=named)
def test_examples_run(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    flags = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL
    failed, tried = doctest.testfile(str(path), module_relative=False, encoding="utf-8", optionflags=flags)
    assert tried > 0
    assert failed == 0


def test_both_readmes_have_the_session() -> None:
    assert {"README.md", "README.zh.md"} <= set(map(named, WITH_EXAMPLES))


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_readme_names_the_two_commands_and_they_exist(name: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    commands = re.findall(r"^\$ (make \S+)", (ROOT / name).read_text("utf-8"), re.M)
    assert commands == ["make demo", "make test"]
    for command in commands:
        assert re.search(rf"^{command.split()[1]}:", makefile, re.M)


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_commands_and_options_exist(path: Path) -> None:
    """Every `$ corpusclean ...` names a command and options there are."""
    for line in re.findall(r"^\$ (?:cat \S+ \| )?corpusclean (.*?)(?:\s+#.*)?$", path.read_text("utf-8"), re.M):
        command: click.Command = root
        words = line.split()
        while isinstance(command, click.Group):
            name = words.pop(0)
            assert name in command.commands, f"{named(path)}: corpusclean {line}"
            command = command.commands[name]
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if re.match("--?[a-z]", word)} <= known, f"{named(path)}: corpusclean {line}"


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_links_between_files_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text("utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), f"{named(path)} links to {target}"
