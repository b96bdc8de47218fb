"""White space between and around lines."""

from __future__ import annotations

import pytest

from corpusclean.document import Document
from corpusclean.layout import tidy_layout, unify_line_breaks


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("一\r\n二", "一\n二"),
        ("一\r二", "一\n二"),
        ("一\n二", "一\n二"),
        ("一\r\n\r\n二", "一\n\n二"),
        ("一\u2028二\u2029三\x85四\x0c五\x0b六", "一\n二\n三\n四\n五\n六"),
    ],
)
def test_line_breaks(text: str, after: str) -> None:
    assert unify_line_breaks(Document.of(text)).text == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("", ""),
        (" \n\t\n", ""),
        ("\n\n一", "一"),
        ("一\n\n", "一"),
        ("一\n\n\n二", "一\n二"),
        ("　　一  \n　　二 ", "一\n二"),
        ("一 二\n三", "一 二\n三"),
    ],
)
def test_tidy(text: str, after: str) -> None:
    doc = tidy_layout(Document.of(text))
    assert doc.text == after
    assert len(doc.marks) == after.count("\n") + 1
    assert tidy_layout(doc) is doc


@pytest.mark.parametrize("kind", ["code", "verse"])
def test_indents_of_code_and_verse_stay(kind: str) -> None:
    doc = Document.of("如下：\n\n  if x:\n      y()\n\n完。").shaped([(2, kind, 0), (3, kind, 0)])
    assert tidy_layout(doc).text == "如下：\n  if x:\n      y()\n完。"


def test_numbers_are_those_of_the_page() -> None:
    doc = tidy_layout(Document.of("\n一\n\n二\n"))
    assert [(line.text, line.mark.number) for line in doc.lines] == [("一", 2), ("二", 4)]


def test_blanks_behind_a_line_of_code_do_not_cost_the_next_its_indent() -> None:
    doc = Document.of("if x:  \n\n    y = 1 \n  说明")
    tidy = tidy_layout(doc.shaped([(0, "code", 0), (2, "code", 0)]))
    assert tidy.text == "if x:\n    y = 1\n说明"
