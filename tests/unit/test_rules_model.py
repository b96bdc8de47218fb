"""A rule: where it fits, what it takes along as clues, what it acts on."""

from __future__ import annotations

import pytest

from corpusclean.debris.rules.model import LONGEST_LINE, Rule
from corpusclean.document import Clue
from corpusclean.fold import fold


def editor(**changes: object) -> Rule:
    values = {
        "id": "demo:editor",
        "does": "label:meta",
        "why": "The editor.",
        "needs": ("责任编辑",),
        "pattern": r"\(?责任编辑: ?(?P<editor>\S{2,4}?)\)?",
    }
    return Rule(**{**values, **changes})  # type: ignore[arg-type]


def test_family_and_label() -> None:
    assert editor().family == "demo"
    assert editor().label == "meta"
    assert editor(does="drop-line").label == "debris"
    assert not editor().cuts
    assert editor(does="cut").cuts


@pytest.mark.parametrize(
    "text", ["责任编辑：王小明", "（責任編輯：王小明）", "  责任编辑: 王小明\u3000", "责任编辑:王小明\t"]
)
def test_a_rule_fits_the_line_without_the_blanks_at_its_ends(text: str) -> None:
    assert editor().acts_on(text)


@pytest.mark.parametrize("text", ["本报责任编辑：王小明", "责任编辑：王小明说，好。", "编辑：王小明", "", "   "])
def test_a_rule_for_lines_fits_the_whole_line_or_nothing(text: str) -> None:
    assert not editor().acts_on(text)


def test_a_cut_takes_each_match_and_no_empty_one() -> None:
    cut = editor(does="cut", pattern=r"(?:\(完\))?", needs=("完",))
    assert [match.span() for match in cut.parts(fold("他走了（完）。完（完）"))] == [(3, 6), (8, 11)]


def test_clues_are_the_text_of_the_page_not_the_folded_one() -> None:
    rule = editor()
    line = "責任編輯：陳大文"
    match = rule.fits(fold(line))
    assert match is not None
    assert list(rule.clues(match, line, 7)) == [Clue("editor", "陳大文", "demo:editor", 7)]


def test_groups_that_caught_nothing_give_no_clue_and_numbers_are_not_part_of_the_field() -> None:
    rule = editor(pattern=r"责任编辑:(?P<editor>.)(?P<editor1>.)?")
    match = rule.fits("责任编辑:王")
    assert match is not None
    assert [clue.field for clue in rule.clues(match, "责任编辑:王", 1)] == ["editor"]
    match = rule.fits("责任编辑:王李")
    assert match is not None
    assert [clue.field for clue in rule.clues(match, "责任编辑:王李", 1)] == ["editor", "editor"]


def test_a_trigger_is_searched_in_the_page_as_it_is() -> None:
    rule = editor(needs=(), trigger="[ｗＷ]{3}", pattern=r"www\.\w+")
    assert rule.acts_on("ｗｗｗ．abc")
    assert not rule.acts_on("www.abc")


def test_a_line_that_is_too_long_is_not_tried() -> None:
    rule = editor(pattern="责任编辑.*", longest=6)
    assert rule.acts_on("责任编辑王李")
    assert rule.acts_on("  责任编辑王李  ")
    assert not rule.acts_on("责任编辑王李陈")


def test_without_a_limit_lines_have_one_and_cuts_have_none() -> None:
    long = "责任编辑" + "王" * LONGEST_LINE
    assert not editor(pattern="责任编辑.*").acts_on(long)
    assert editor(pattern="责任编辑.*").acts_on(long[:LONGEST_LINE])
    assert editor(pattern="责任编辑.*", does="cut").acts_on(long)
