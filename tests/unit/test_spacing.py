"""Blanks that no writer typed."""

from __future__ import annotations

import pytest

from corpusclean.normalize import spacing


@pytest.mark.parametrize(
    ("line", "fixed"),
    [
        ("他 ，说", "他，说"),
        ("他， 说", "他，说"),
        ("（ 甲）", "（甲）"),
        ("“ 甲”", "“甲”"),
        ("甲 “乙”", "甲 “乙”"),
        ("安全网 我市", "安全网 我市"),
        ("使用 Python", "使用 Python"),
        ("甲     ，乙", "甲     ，乙"),
        ("，甲 ", "，甲 "),
        ("　　甲，", "　　甲，"),
    ],
)
def test_blank(line: str, fixed: str) -> None:
    at = next(place for place, char in enumerate(line) if char in " 　")
    change = spacing.blank(line, at)
    assert (line if change is None else line[: change.start] + change.new + line[change.end :]) == fixed


@pytest.mark.parametrize(
    ("line", "at", "goes"),
    [
        ("你好\u200b世界", 2, True),
        ("你\u200d好", 1, True),
        ("\U0001f468\u200d\U0001f469", 1, False),
        ("می\u200cخواهم", 2, False),
        ("甲\u200e乙", 1, True),
        ("甲\u200eא", 1, False),
    ],
)
def test_invisible(line: str, at: int, goes: bool) -> None:
    assert (spacing.invisible(line, at) is not None) is goes


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("疫情 防控 ， 人人 有责 。", [2, 10]),
        ("张三 李四 王五", []),
        ("张三 李四，王五 赵六。", []),
        ("我们 一起去看了一场很长很长的电影 ，很好。", []),
    ],
)
def test_segmented_blanks(line: str, places: list[int]) -> None:
    assert [change.start for change in spacing.segmented_blanks(line, [])] == places
