"""Each mark by what stands beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpusclean.document import Change
from corpusclean.normalize import marks


def done(rule: Callable[[str, int], Change | None], line: str, mark: str) -> str:
    """The line after the rule read the first *mark* in it."""
    change = rule(line, line.index(mark))
    return line if change is None else line[: change.start] + change.new + line[change.end :]


@pytest.mark.parametrize(
    ("rule", "line", "mark", "fixed"),
    [
        (marks.comma, "甲,乙", ",", "甲，乙"),
        (marks.comma, "甲 , 乙", ",", "甲，乙"),
        (marks.comma, "甲,,,乙", ",", "甲，乙"),
        (marks.comma, "1,234元", ",", "1,234元"),
        (marks.comma, "f(x,y)", ",", "f(x,y)"),
        (marks.semicolon, "用iPhone;", ";", "用iPhone；"),
        (marks.semicolon, "a;b", ";", "a;b"),
        (marks.colon, "来源:新社", ":", "来源：新社"),
        (marks.colon, "网址://甲", ":", "网址://甲"),
        (marks.colon, "比分3:2", ":", "比分3:2"),
        (marks.shout, "好吗?", "?", "好吗？"),
        (marks.shout, "什么?!", "?", "什么？！"),
        (marks.shout, "Yahoo!公司", "!", "Yahoo!公司"),
        (marks.shout, "甲?x=1", "?", "甲?x=1"),
        (marks.full_stop, "句子.", ".", "句子。"),
        (marks.full_stop, "一.总则", ".", "一.总则"),
        (marks.full_stop, "约翰.史密斯", ".", "约翰.史密斯"),
        (marks.full_stop, "10.5元", ".", "10.5元"),
        (marks.full_stop, "好吧...", ".", "好吧……"),
        (marks.ellipsis, "等…………", "…", "等……"),
        (marks.ellipsis, "等……", "……", "等……"),
        (marks.ellipsis, "好。。", "。", "好。"),
        (marks.repeated, "甲，。", "，", "甲。"),
        (marks.repeated, "好！！！！！", "！", "好！！！"),
        (marks.repeated, "好！！！", "！", "好！！！"),
    ],
)
def test_marks(rule: Callable[[str, int], Change | None], line: str, mark: str, fixed: str) -> None:
    assert done(rule, line, mark) == fixed


def test_a_question_mark_for_a_lost_blank_is_never_a_question() -> None:
    assert done(marks.shout, "新社10日电? 疫情", "?") == "新社10日电 疫情"
    assert done(marks.shout, "记者? 报道", "?") == "记者? 报道"
    assert done(marks.shout, "你去吗? 我去", "?") == "你去吗？我去"


def test_rules_name_what_they_did() -> None:
    assert marks.comma("甲,乙", 1) == Change(1, 2, "，", "punctuation:comma")
    assert marks.comma("甲,,乙", 1) == Change(1, 3, "，", "punctuation:repeated")
