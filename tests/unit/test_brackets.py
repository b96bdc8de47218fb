"""Round brackets by what they hold."""

from __future__ import annotations

import pytest

from corpusclean.normalize.brackets import bracket_changes


@pytest.mark.parametrize(
    ("line", "fixed"),
    [
        ("社区(村)", "社区（村）"),
        ("世卫(WHO)", "世卫(WHO)"),
        ("甲(乙(丙)丁)", "甲（乙（丙）丁）"),
        ("甲(WHO(丙))", "甲（WHO（丙））"),
        ("混合（abc)", "混合（abc）"),
        ("混合(abc）", "混合（abc）"),
        ("没有(右边", "没有(右边"),
        ("没有)左边", "没有)左边"),
        ("报告(最终版).docx", "报告(最终版).docx"),
        ("报告(最终版).", "报告（最终版）."),
        ("a trip (北京) was", "a trip (北京) was"),
    ],
)
def test_brackets(line: str, fixed: str) -> None:
    text = list(line)
    for change in bracket_changes(line, []):
        assert change.rule == "punctuation:bracket"
        text[change.start : change.end] = change.new
    assert "".join(text) == fixed


def test_protected_brackets_have_no_partner() -> None:
    assert list(bracket_changes("甲(乙)", [(1, 2)])) == []


def test_a_hundred_thousand_brackets() -> None:
    assert list(bracket_changes("(" * 100_000, [])) == []
    assert len(list(bracket_changes("(" * 1000 + "甲" + ")" * 1000, []))) == 2000
