"""A guard on what cleaning costs, in calls of functions and not in seconds: the same on every machine and every run.

What counts is how many calls one more line brings.  A stage that begins to look at every line in Python, or twice,
shows here; a faster machine does not.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import corpusclean
from corpusclean.debris.rules.match import RuleSet
from corpusclean.debris.rules.model import Rule
from corpusclean.document import Document

SENTENCES = (
    "河面上起了一层薄雾，渔船三三两两地停在岸边，船家在船头生火做饭。",
    "集市在八点以后才热闹起来，卖菜的老人把篮子摆成一排，过路的人停下来问价钱。",
    "老屋的门槛被磨得发亮，门楣上的字已经看不清了，只剩下一个“福”字。",
)
DEBRIS = ("分享到：微信 微博", "责任编辑：王小明", "上一篇：没有了", "相关阅读", "点击下载客户端")


def calls(work: Callable[[], object]) -> int:
    """How many functions, of Python and of C, *work* calls."""
    count = 0

    def tally(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tally)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def page(lines: int, debris: bool = False) -> str:
    """A page of so many different lines; with *debris*, every tenth is."""
    made = (
        DEBRIS[row // 10 % len(DEBRIS)]
        if debris and row % 10 == 9
        else f"第{row}天，" + SENTENCES[row % len(SENTENCES)]
        for row in range(lines)
    )
    return "\n".join(made)


def calls_a_line(debris: bool) -> float:
    """How many calls one more line brings to `clean`."""
    small, large = page(300, debris), page(900, debris)
    corpusclean.clean(large)  # so that nothing is loaded while counting
    return (calls(lambda: corpusclean.clean(large)) - calls(lambda: corpusclean.clean(small))) / 600


def test_a_clean_line_costs_few_calls() -> None:
    assert calls_a_line(debris=False) <= 100  # 84 when this was written


def test_debris_costs_calls_where_it_stands() -> None:
    assert calls_a_line(debris=True) <= 260  # 242 when this was written


def test_many_literals_cost_no_calls() -> None:
    """Rules whose literals the page does not hold cost nothing but the one scan."""
    doc = Document.of(page(300))
    assert len(doc.lines) == 300
    few, many = (
        RuleSet([Rule(f"made:{n}", "drop-line", "", "", needs=(f"甲乙丙丁{n}",)) for n in range(count)])
        for count in (200, 5000)
    )
    for rules in (few, many):
        rules.hits(Document.of("正文。"))  # so that nothing is built while counting
    assert calls(lambda: many.hits(doc)) == calls(lambda: few.hits(doc))
