"""The page of promises names tests that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reliability.md").read_text("utf-8")
ROWS = [row for row in PAGE.split("\n") if row.startswith("| ") and "tests/" in row]


def held_by(row: str) -> list[tuple[str, list[str]]]:
    """The files of tests in *row*, each with the tests that stand behind it in brackets."""
    found = re.findall(r"`(tests/[\w/]+\.py)`(?: \(([^)]*)\))?", row.rsplit("|", 2)[1])
    return [(file, re.findall(r"`(\w+)`", names)) for file, names in found]


def test_every_promise_has_a_test() -> None:
    table = PAGE.partition("| promise | held by |\n|---|---|\n")[2].partition("\n\n")[0].split("\n")
    assert table == ROWS
    assert len(table) >= 20


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[2:50])
def test_it_names_tests_that_there_are(row: str) -> None:
    files = held_by(row)
    assert files
    for file, names in files:
        text = (ROOT / file).read_text("utf-8")
        assert [name for name in names if not re.search(rf"^ *def {name}\(", text, re.M)] == []


def test_a_name_without_a_test_is_found() -> None:
    assert held_by("| x | `tests/a.py` (`test_b`, `test_c`); `tests/d.py` |") == [
        ("tests/a.py", ["test_b", "test_c"]),
        ("tests/d.py", []),
    ]
