"""Lines for the terminal: folded by columns under themselves, whole where the output is a file."""

from __future__ import annotations

from itertools import pairwise

import pytest
from rich.cells import cell_len

from corpusclean.cli.terminal import Printer, folds


def parts(text: str, first: int, columns: int) -> list[str]:
    places = [0, *folds(text, first, columns), len(text)]
    return [text[start:end] for start, end in pairwise(places)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [""]),
        ("雨停了", ["雨停了"]),
        ("雨停之后街上的人多", ["雨停之后街", "上的人多"]),
        ("见 src/rules/data", ["见 ", "src/rules/", "data"]),
        ("a word and more", ["a word and ", "more"]),
        ("aaaaaaaaaaaaaaaaaaaaaaaaa", ["aaaaaaaaaaa", "aaaaaaaaaa", "aaaa"]),
    ],
)
def test_folds_between_chinese_characters_and_words(text: str, expected: list[str]) -> None:
    assert parts(text, 11, 10) == expected


def test_no_part_is_wider_than_its_line_and_nothing_is_lost() -> None:
    text = "雨停 after the rain,街上的人 went to/the/old/bridge/over/the/river 买菜。" * 5
    found = parts(text, 30, 20)
    assert "".join(found) == text
    assert cell_len(found[0]) <= 30
    assert max(map(cell_len, found[1:])) <= 20


def printed(capsys: pytest.CaptureFixture[str], text: str, indent: int) -> list[str]:
    Printer().line([(text, "red")], indent)
    return capsys.readouterr().out.splitlines()


def test_a_terminal_folds_under_the_text(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm")
    lines = printed(capsys, "    1 - " + "雨" * 20, 8)
    assert [line.rstrip() for line in lines] == ["    1 - " + "雨" * 16, " " * 8 + "雨" * 4]


def test_a_file_gets_one_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "40")
    assert printed(capsys, "雨" * 60, 8) == ["雨" * 60]


def test_rows_fold_behind_their_figures(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm")
    Printer().row("   1,234  5.6%  " + "雨" * 15, "")
    assert [line.rstrip() for line in capsys.readouterr().out.splitlines()][1] == " " * 16 + "雨" * 3
