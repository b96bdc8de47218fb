"""The matching form: one character for one character, and every spelling that folds to a literal."""

from __future__ import annotations

import pytest

from corpusclean.fold import fold, spellings, table


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("（責任編輯：陳大文）", "(责任编辑:陈大文)"),
        ("ＨＴＭＬ５", "HTML5"),
        ("【来源】", "[来源]"),
        ("首页　＞　新闻", "首页 > 新闻"),
        ("雨湖区丨鹤岭镇", "雨湖区|鹤岭镇"),
        ("正文，没有別的。", "正文,没有别的。"),
        ("\ud800\x00\ue000", "\ud800\x00\ue000"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(folded) == len(text)


def test_every_entry_is_one_character_for_one() -> None:
    assert all(isinstance(old, int) and isinstance(new, int) for old, new in table().items())


def test_newlines_stay_and_none_comes() -> None:
    """A line of the folded text is a line of the page."""
    assert 10 not in table()
    assert 10 not in table().values()


def test_folding_twice_changes_nothing() -> None:
    assert [chr(new) for new in table().values() if fold(chr(new)) != chr(new)] == []


@pytest.mark.parametrize("literal", ["来源", "责任编辑", "ICP备", "a:b"])
def test_spellings_are_all_that_fold_to_the_literal(literal: str) -> None:
    found = spellings(literal)
    assert found[0] == literal
    assert len(set(found)) == len(found)
    assert {fold(spelling) for spelling in found} == {literal}


def test_spellings_hold_the_usual_ones() -> None:
    assert {"责任编辑", "責任編輯"} <= set(spellings("责任编辑"))
    assert {"a:b", "ａ：ｂ", "a：b"} <= set(spellings("a:b"))
