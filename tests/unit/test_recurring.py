"""Tables of contents and recurring buttons go; refrains, lists and replies stay."""

from __future__ import annotations

import pytest

from corpusclean.debris.recurring import furniture
from corpusclean.document import Document

PARAGRAPH = "渡口的老船工每天清早把船舱里的水舀干净，再去桥头买两个烧饼，留一个给摆渡的学生。"
SUBHEADS = ("渡口的由来", "船和船工", "桥修好以后")
ARTICLE = [text for subhead in SUBHEADS for text in (subhead, PARAGRAPH)]


def found(lines: list[str], *known: tuple[int, str]) -> list[tuple[str, str]]:
    """The lines that are furniture, with the rule; *known* are rows that a rule has labelled."""
    doc = Document.of("\n".join(lines)).relabel((row, "debris", rule) for row, rule in known)
    return [(lines[row], rule) for row, rule in furniture(doc.lines)]


@pytest.mark.parametrize("number", ["{}", "{}、", "{}. ", "第{}章 "])
def test_contents_over_the_subheads_go_with_their_header(number: str) -> None:
    entries = [number.format(at + 1) + subhead for at, subhead in enumerate(SUBHEADS)]
    assert sorted(found(["目录", *entries, "", *ARTICLE])) == sorted(
        (line, "neighbours:contents") for line in ("目录", *entries)
    )


@pytest.mark.parametrize(
    "lines",
    [
        # a stanza that is sung again
        ["等船的人", "坐在石阶上", "看水", "", "对岸的灯", "亮了一盏", "", "等船的人", "坐在石阶上", "看水"],
        # two subheads that come again are no outline
        [*SUBHEADS[:2], *ARTICLE],
        # the steps of a list
        ["一、舀水", "二、解缆", "三、上客", PARAGRAPH],
        # subheads in another order
        [*reversed(SUBHEADS), *ARTICLE],
    ],
    ids=["stanza", "two", "steps", "other order"],
)
def test_no_contents(lines: list[str]) -> None:
    assert found(lines) == []


def test_a_button_beside_every_labelled_line_goes() -> None:
    lines = ["渡口的由来", "播报", "编辑", PARAGRAPH, "船和船工", "播报", "编辑", PARAGRAPH]
    assert (
        found(lines, (1, "widgets:page-state"), (5, "widgets:page-state"))
        == [("编辑", "neighbours:recurring-button")] * 2
    )


def test_a_word_that_stands_beside_headings_needs_no_neighbour() -> None:
    lines = ["船和船工", "[编辑]", PARAGRAPH, "渡口今昔", "[编辑]", PARAGRAPH, "新手上路"]
    assert found(lines, (6, "forum:member")) == [("[编辑]", "neighbours:recurring-button")] * 2


@pytest.mark.parametrize(
    ("lines", "known"),
    [
        (["播报", "展开", PARAGRAPH, "展开", PARAGRAPH], [(0, "widgets:page-state")]),  # one copy stands apart
        (["分享", "好的。", PARAGRAPH, "好的。", "分享"], [(0, "sharing:header"), (4, "sharing:header")]),  # speech
        (["2楼", "顶", "3楼", "顶"], [(0, "forum:floor"), (2, "forum:floor")]),  # replies
        (["播报", "编辑", PARAGRAPH], [(0, "widgets:page-state")]),  # stands once
    ],
    ids=["apart", "speech", "replies", "once"],
)
def test_no_buttons(lines: list[str], known: list[tuple[int, str]]) -> None:
    assert found(lines, *known) == []
