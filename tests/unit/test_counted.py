"""Numbers of lines and hours of a live report go; headings, timetables and tables of numbers stay."""

from __future__ import annotations

import pytest

from corpusclean.debris.counted import counted
from corpusclean.document import Document

PARAGRAPH = "渡口的老船工每天清早把船舱里的水舀干净，再去桥头买两个烧饼，留一个给摆渡的学生。"
CODE = ["import os", "def row(boat):", "    boat.go()", "row(boat)"]


def found(lines: list[str]) -> list[tuple[str, str]]:
    """The lines that count, with the rule."""
    return [(lines[row], rule) for row, rule in counted(Document.of("\n".join(lines)).lines)]


def test_numbers_beside_lines_of_code() -> None:
    numbers = [str(at + 1) for at in range(4)]
    assert found([part for pair in zip(numbers, CODE, strict=True) for part in pair]) == [
        (number, "neighbours:line-number") for number in numbers
    ]


def test_a_margin_of_numbers_above_the_code() -> None:
    assert len(found(["1", "2", "", "3", "4", "5", *CODE])) == 5
    assert len(found([*CODE, "• 1", "• 2", "• 3", "• 4"])) == 4


def test_the_number_of_an_empty_line_of_code() -> None:
    lines = ["1 import csv", "2", "3 # 一行一行读", '4 print("你好")']
    assert found(lines) == [("2", "neighbours:line-number")]


@pytest.mark.parametrize("hours", [["9:05", "9:30", "10:02", "11:40"], ["11:40:12", "10:02:00", "9:30:05", "9:05:44"]])
def test_hours_of_a_live_report(hours: list[str]) -> None:
    lines = [part for hour in hours for part in (hour, PARAGRAPH)]
    assert found(lines) == [(hour, "neighbours:time-stamp") for hour in hours]


@pytest.mark.parametrize("day", ["周{}", "星期{}", "{}"])
def test_the_head_of_a_calendar(day: str) -> None:
    week = [day.format(name) for name in "日一二三四五六"]
    assert found([PARAGRAPH, *week, PARAGRAPH]) == [(name, "neighbours:calendar") for name in week]


@pytest.mark.parametrize(
    "lines",
    [
        # the numbered parts of an essay
        [part for number in "12345" for part in (number, PARAGRAPH)],
        # the cells of a table, a row to a line
        [part for number, name in zip("12345", "渡口桥头老街山村河埠", strict=False) for part in (number, name)],
        # two numbers, and numbers that do not begin at one
        ["1", "2", PARAGRAPH],
        ["7", "8", "9", "10", "11"],
        # a timetable: what stands under the hours is no paragraph
        ["8:00", "开船", "8:30", "到桥头", "9:10", "进山", "10:20", "吃饭"],
        # hours that run to and fro
        [part for hour in ("9:05", "11:40", "10:02", "11:50", "9:30") for part in (hour, PARAGRAPH)],
        # the days on which the shop is open
        ["周一", "周三", "周五", "周日", PARAGRAPH],
        # the times of three trains
        [part for hour in ("9:05", "9:30", "10:02") for part in (hour, PARAGRAPH)],
    ],
)
def test_what_is_text_stays(lines: list[str]) -> None:
    assert found(lines) == []
