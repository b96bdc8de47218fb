"""The documentation runs: every `>>>` of README and docs, the set-up commands, the links between files."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import click
import pytest

import corpusclean
from corpusclean.cli import main
from corpusclean.cli.root import root
from tools import pictures

ROOT = Path(__file__).parents[1]
TEXTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md")), ROOT / "tests" / "README.md"]
COMMANDS = ROOT / "docs" / "command-line.md"
WITH_EXAMPLES = [path for path in TEXTS if re.search("^ *>>> ", path.read_text("utf-8"), re.M)]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=named)
def test_examples_run(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    flags = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL
    failed, tried = doctest.testfile(str(path), module_relative=False, encoding="utf-8", optionflags=flags)
    assert tried > 0
    assert failed == 0


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=named)
def test_examples_stand_in_fences(path: Path) -> None:
    """Outside of one, `>>>` runs all the same, and the site shows it as a quotation in a quotation."""
    outside = re.sub(r"^ *```.*?^ *```$", "", path.read_text("utf-8"), flags=re.M | re.S)
    assert not re.search("^ *>>> ", outside, re.M), named(path)


def test_both_readmes_have_the_same_session() -> None:
    sessions = [re.findall("^>>> .*", (ROOT / name).read_text("utf-8"), re.M) for name in ("README.md", "README.zh.md")]
    assert sessions[0] == sessions[1]


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
            found = command.get_command(click.Context(command), name)
            assert found is not None, f"{named(path)}: corpusclean {line}"
            command = found
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if re.match("--?[a-z]", word)} <= known, f"{named(path)}: corpusclean {line}"


@pytest.mark.parametrize("name", pictures.PICTURES)
def test_pictures_show_what_there_is(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """If they do not: python tools/pictures.py"""
    monkeypatch.chdir(ROOT)
    stored = (pictures.FOLDER / name).read_text("utf-8")
    assert _without_figures(stored) == _without_figures(pictures.PICTURES[name]())


def test_the_explanation_is_what_the_command_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """But for folds, and for places and figures, which change with weights and with every rule before another."""
    block = re.search(r"^\$ corpusclean explain page\.txt\n(.*?)^```", COMMANDS.read_text("utf-8"), re.M | re.S)
    assert block is not None
    lines = re.findall(r"^ {4}\d [ »-] (.*)$", block[1], re.M)
    (tmp_path / "page.txt").write_text("\n".join(lines), "utf-8")
    with pytest.raises(SystemExit):
        main(["explain", str(tmp_path / "page.txt")])
    said = capsys.readouterr().out.replace("src/corpusclean/", "corpusclean/").partition("\n    places")[0]
    assert _without_figures(block[1]) == _without_figures(said)


def _without_figures(told: str) -> str:
    told = re.sub(r"\(\S+ [+-]\d.*?\)", "(features)", " ".join(told.split()))
    told = re.sub(r"corpusclean/(?:[\w/-]|<wbr>)+\.(?:py|toml):(?:\d+|…)", "place", told)
    return re.sub(r"…|(?<=rules )[\da-f]{12}|\d+(?:\.\d+)?", "0", told)


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_links_between_files_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text("utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), f"{named(path)} links to {target}"


def test_the_site_has_every_page_once() -> None:
    """What `mkdocs build --strict` says too, without building."""
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    named_in_nav = re.findall(r"^ +- (?:.*: )?(\S+\.md)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.M)
    assert sorted(named_in_nav) == sorted(pages)


def test_every_public_name_is_told() -> None:
    told = (ROOT / "docs" / "python.md").read_text("utf-8")
    assert [name for name in corpusclean.__all__ if not re.search(rf"`{re.escape(name)}\b", told)] == []


def test_decisions_are_all_listed() -> None:
    listed = re.findall(r"\]\((\d{4}-\S+)\)", (ROOT / "docs" / "adr" / "index.md").read_text("utf-8"))
    assert listed == sorted(path.name for path in (ROOT / "docs" / "adr").glob("0*.md"))


@pytest.mark.parametrize("path", [path for path in TEXTS if path.parent.name == "zh"], ids=named)
def test_chinese_pages_have_an_english_one(path: Path) -> None:
    assert (path.parents[1] / path.name).exists()
