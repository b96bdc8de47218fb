"""Outlines and traits of single lines."""

from __future__ import annotations

import pytest

from corpusclean.debris.shape import ends_sentence, han_count, is_prose, is_whole, of_the_text, outline, pairs, traits

OUTLINES = [
    ("prose", "渡口的老船工每天清早把船舱里的水舀干净，再去桥头买两个烧饼，一个自己吃，一个留给摆渡的学生，风雨无阻。"),
    ("clauses", "雨停之后，街上的人多了起来。"),
    ("clauses", "“你要是不来，我就一个人把这堵墙刷完！”"),
    ("sentence", "他走了。"),
    ("question", "注意！老城区停水，你家通知了吗？"),
    ("headline", "山村来了“车轮上的银行”"),
    ("headline", "渡口停摆三天 学生改走铁路桥"),
    ("phrase", "发表于渡口镇"),
    ("word", "首页"),
    ("one-character", "日"),
    ("number", "12:30"),
    ("latin", "Go Top"),
    ("menu", "首页 | 新闻 | 体育 | 财经"),
    ("dated", "2024年3月1日发布"),
    ("address", "来信请寄 letters@paper.example.com"),
    ("label", "作者：渡边人"),
    ("open", "他说："),
    ("cut-off", "渡口的老船工每天清早把船..."),
]


@pytest.mark.parametrize(("name", "text"), OUTLINES)
def test_outline(name: str, text: str) -> None:
    assert outline(text) == name


@pytest.mark.parametrize(("name", "text"), OUTLINES)
def test_an_indent_changes_no_outline(name: str, text: str) -> None:
    assert outline("\u3000\u3000" + text + "  ") == name


@pytest.mark.parametrize("text", ["他说：“来！”", "到了。", "真的吗？）", "他停了停……"])
def test_ends_sentence(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["甘当“守门员”", "他说：", "首页", "", "”"])
def test_does_not_end_sentence(text: str) -> None:
    assert not ends_sentence(text)


@pytest.mark.parametrize(
    "text",
    ["他们去时,天还没亮,路上一个人也没有.", "  雨停之后，街上的人多了起来。", "一是修桥，二是修路；这两件先办；"],
)
def test_prose(text: str) -> None:
    assert is_prose(text)


@pytest.mark.parametrize(
    "text", ["停电通知！今晚七点到九点，别忘了收衣服", "雨停了。", "The bus left at seven, and nobody was on it.", ""]
)
def test_no_prose(text: str) -> None:
    assert not is_prose(text)


def test_the_head_of_a_line_decides() -> None:
    assert han_count("雨" * 1_000_000) < 1000
    assert outline("雨停之后，街上的人多了起来。" * 100_000) == "prose"


def test_traits() -> None:
    assert {"quoted", "speech-2"} <= set(traits("“我们在等你的船”"))
    assert {"bracketed", "speech-0"} <= set(traits("【打印本页】"))
    assert "numbered" in traits("三、渡口的安排")
    assert "office" in traits("渡口镇人民政府")
    assert "code" in traits("for rider in riders[1:]:")
    assert "code" not in traits("乘客名单[第2页]")
    assert "enacted" in traits("（2024年3月1日第二次会议通过）")
    assert "cells" in traits("老渡口　　　　石阶以外二十步")
    assert "digits" in traits("2024-03-01 12:30")


def test_pairs_are_in_matching_form() -> None:
    assert pairs("責編") == {"责编"}


def test_traits_of_the_text_itself() -> None:
    assert of_the_text("推 duckling: 我家那條船也是") == ["pushed"]
    assert of_the_text("推 荐阅读: 渡口") == []
    assert of_the_text("1 import csv") == ["code"]


def test_whole_sentences() -> None:
    assert is_whole("渡口的船还在开，老船工每天清早把水舀干净。")
    assert is_whole("“开船吗？”")
    assert not is_whole("“守门员”")
    assert not is_whole("渡口的船还在开，老船工每天清早把水舀干净")
    assert not is_whole("关于我们。")
