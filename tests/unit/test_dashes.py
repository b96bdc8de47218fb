"""Dashes that break a sentence, dashes that join, and the dot of names."""

from __future__ import annotations

import pytest

from corpusclean.normalize import dashes


@pytest.mark.parametrize(
    ("line", "changes"),
    [
        ("他--她", True),
        ("他 -- 她", True),
        ("甲-乙", False),
        ("COVID--19", False),
        ("他-----她", False),
        ("---", False),
    ],
)
def test_hyphens(line: str, changes: bool) -> None:
    change = dashes.hyphens(line, line.index("-"))
    assert (change is not None and change.new == "——") is changes


def test_bars() -> None:
    assert dashes.bars("他―她", 1) is not None
    assert dashes.bars("他──她", 1) is not None
    assert dashes.bars("他─她", 1) is None
    assert dashes.bars("──────", 0) is None


def test_three_dashes_are_two() -> None:
    change = dashes.long_dash("他———她", 1)
    assert change is not None
    assert (change.start, change.end, change.new) == (1, 4, "——")
    assert dashes.long_dash("他——她", 1) is None


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("他—小王—来", [1, 4]),
        ("北京—天津—上海", []),
        ("从甲—乙港—丙", []),
        ("北京—上海", []),
        ("他—小王，王—来", []),
        ("一—二—三—四", []),
    ],
)
def test_paired_dashes(line: str, places: list[int]) -> None:
    assert [change.start for change in dashes.paired_dashes(line, [])] == places


def test_paired_dashes_keep_out_of_protected_spans() -> None:
    assert list(dashes.paired_dashes("他—小王—来", [(0, 6)])) == []


@pytest.mark.parametrize(
    ("line", "changes"),
    [("达•芬奇", True), ("达・芬奇", True), ("・芬奇", False), ("A•芬奇", False), ("达・芬奇はイタリア", False)],
)
def test_dot(line: str, changes: bool) -> None:
    at = next(place for place, char in enumerate(line) if char in "•・")
    assert (dashes.dot(line, at) is not None) is changes
