"""`unify_punctuation` and its stage: the cases, the options, the trail, and the cost."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import pytest

from corpusclean.document import Document, Mark
from corpusclean.errors import InputError, OptionError
from corpusclean.normalize.marks_stage import unify_marks
from corpusclean.normalize.punctuation import line_changes, unify_punctuation
from corpusclean.normalize.screen import lines_to_read
from corpusclean.options import Options

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "punctuation.toml").read_text("utf-8"))["case"]


def named(case: dict[str, Any]) -> str:
    return f"{case['rule']} - {case['label']}"


@pytest.mark.parametrize("case", CASES, ids=named)
def test_case(case: dict[str, Any]) -> None:
    fixed = unify_punctuation(case["original"], quotes=case.get("quotes", "curly"))
    assert fixed == case["fixed"], case.get("comment", "")
    assert unify_punctuation(fixed, quotes=case.get("quotes", "curly")) == fixed


@pytest.mark.parametrize("case", [case for case in CASES if case["original"] != case["fixed"]], ids=named)
def test_case_names_its_rule(case: dict[str, Any]) -> None:
    doc = unify_marks(Options(quotes=case.get("quotes", "curly")))(Document.of(case["original"]))
    assert case["rule"] in {edit.rule for edit in doc.edits}


def test_there_are_cases_on_both_sides() -> None:
    changed = sum(case["original"] != case["fixed"] for case in CASES)
    assert len(CASES) >= 120
    assert 0.4 < changed / len(CASES) < 0.6


@pytest.mark.parametrize("value", [None, 3, b"bytes", Path("a.txt")])
def test_only_text_is_taken(value: Any) -> None:
    with pytest.raises(InputError, match=type(value).__name__):
        unify_punctuation(value)


def test_unknown_form_of_quotes() -> None:
    with pytest.raises(OptionError, match="corner"):
        unify_punctuation("好", quotes="angle")


@pytest.mark.parametrize(
    ("options", "form"),
    [
        ({}, "“你‘好’”"),
        ({"script": "hant"}, "「你『好』」"),
        ({"script": "hk"}, "「你『好』」"),
        ({"script": "hant", "quotes": "curly"}, "“你‘好’”"),
        ({"quotes": "corner"}, "「你『好』」"),
    ],
)
def test_form_of_quotes_goes_with_the_script_that_comes_out(options: dict[str, str], form: str) -> None:
    for page in ("“你‘好’”他说", "「你『好』」他说"):
        assert unify_marks(Options(**options))(Document.of(page)).text == form + "他说"


def test_quotes_that_cannot_be_paired_are_reported() -> None:
    doc = unify_marks(Options())(Document.of("“甲”好\n“甲“乙”丙\n。”他说，“"))
    (finding,) = doc.findings
    assert (finding.code, finding.lines, finding.count) == ("unpaired-quotes", (2,), 3)
    assert doc.text == "“甲”好\n“甲“乙”丙\n。”他说，“"


def test_each_mark_is_an_edit_with_its_rule() -> None:
    doc = unify_marks(Options())(Document.of("今天晴\n他说:“好吗?”,社区(村)"))
    assert [(edit.rule, edit.line, edit.old, edit.new) for edit in doc.edits] == [
        ("punctuation:colon", 2, ":", "："),
        ("punctuation:question", 2, "?", "？"),
        ("punctuation:comma", 2, ",", "，"),
        ("punctuation:bracket", 2, "(", "（"),
        ("punctuation:bracket", 2, ")", "）"),
    ]


def test_code_is_left_alone() -> None:
    doc = Document("打印(甲,乙);\n打印(甲,乙);", (Mark(1, kind="code"), Mark(2)))
    assert unify_marks(Options())(doc).text == "打印(甲,乙);\n打印（甲，乙）；"


def test_a_clean_page_is_not_read() -> None:
    page = "他说：“今天（周一）下雨，路滑。”\n15:11，共1,234人、占10.5%……\n王明——记者！\nIt is “fine” so.\n第一章 总则"
    assert lines_to_read(page, "curly") == []
    doc = Document.of(page)
    assert unify_marks(Options())(doc) is doc


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_screen_names_every_line_that_changes(case: dict[str, Any]) -> None:
    style = case.get("quotes", "curly")
    if line_changes(case["original"], style):
        assert lines_to_read("干净。\n" + case["original"], style) == [(4, 4 + len(case["original"]))]


@pytest.mark.parametrize(
    "hard",
    [
        "\"'",
        "(",
        "“",
        "”’",
        "- ",
        "? ",
        "?!",
        '{"',
        'f("',
        "<a",
        "`",
        "—好",
        "好 ,",
        '="',
        "#好",
        "。",
        "a.",
        " ",
        "['",
        "“‘",
        "好?",
        ":-",
        "．",
        "” ",
    ],
)
def test_cost_is_linear(hard: str) -> None:
    """A line of nothing but one thing, however long, costs no more a character than prose does by much."""

    def cost(size: int) -> float:
        line = "好" + hard * size
        start = time.process_time()
        unify_punctuation(line, quotes="curly")
        return time.process_time() - start

    cost(10)
    assert cost(40000) < 1.5


def test_two_marks_that_share_a_blank() -> None:
    assert unify_punctuation("好! ,好") == "好！，好"
    assert unify_marks(Options())(Document.of("好! ,好")).text == "好！，好"
