"""Bylines and imprints: who is named, in which role, and who is nobody."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from corpusclean.metadata.byline import bare_names, people_in_brackets
from corpusclean.metadata.dateline import read_dateline
from corpusclean.metadata.imprint import read_imprint
from corpusclean.metadata.names import has_surname, split_names
from corpusclean.metadata.outlets import is_outlet

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "bylines.toml").read_text("utf-8"))["case"]


def named(case: dict[str, Any]) -> str:
    return str(case["label"])


SILENT = {"other", "unknown"}


@pytest.mark.parametrize("case", CASES, ids=named)
def test_case(case: dict[str, Any]) -> None:
    found: dict[str, list[str]] = {}
    for item in read_imprint(case["original"]).items:
        if item.field not in SILENT:
            found.setdefault(item.field, []).append(item.value)
    assert found == case["fixed"]


@pytest.mark.parametrize("case", CASES, ids=named)
def test_every_value_stands_on_the_line(case: dict[str, Any]) -> None:
    for item in read_imprint(case["original"]).items:
        assert item.value in case["original"]


@pytest.mark.parametrize(
    "line",
    [
        "记者在现场看到，路面积水很深。",
        "老街的时间：从前很慢",
        "他曾任责任编辑：这是很久以前的事了。",
        "记者 走进村里看见一片新楼",
        "甘当防控“守门员”",
    ],
)
def test_no_imprint(line: str) -> None:
    assert not read_imprint(line).whole


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("王小明 李大山", ("王小明", "李大山")),
        ("赵 培 李 明", ("赵 培", "李 明")),
        ("欧阳文、莫莉·哈蒙德", ("欧阳文", "莫莉·哈蒙德")),
        ("admin", ()),
        ("复制链接", ()),
        ("澜安日报社", ()),
        ("这本书为什么写了十年？", ()),
    ],
)
def test_split_names(value: str, names: tuple[str, ...]) -> None:
    assert split_names(value) == names


@pytest.mark.parametrize("word", ["关注", "高清", "宋代", "花蓮", "当前位置", "首页"])
def test_words_of_a_page_are_no_names(word: str) -> None:
    assert not has_surname(word)


@pytest.mark.parametrize("word", ["海报", "旧书摊搬进了地铁站", "情报", "生活中心"])
def test_words_that_end_like_a_paper_are_none(word: str) -> None:
    assert not is_outlet(word)


@pytest.mark.parametrize(
    ("paragraph", "dateline", "people"),
    [
        ("新川社北京3月10日电 社区是家园。", "新川社北京3月10日电", ()),
        ("IT之家 9月30日消息 今天", "IT之家 9月30日消息", ()),
        ("〔記者王大文／台北報導〕今天", "〔記者王大文／台北報導〕", (("author", "王大文"),)),
        ("【東聯報／記者王大文報導】今天", "【東聯報／記者王大文報導】", (("author", "王大文"),)),
        ("(海北社記者樊又成嘉義縣十二日電)颱風", "(海北社記者樊又成嘉義縣十二日電)", (("author", "樊又成"),)),
        ("本报讯（记者王小明/文 李大山/图）消失", "本报讯", (("author", "王小明"), ("credit", "李大山"))),
        ("邵家齊／高雄報導 今天", "邵家齊／高雄報導", (("author", "邵家齊"),)),
    ],
)
def test_dateline(paragraph: str, dateline: str, people: tuple[tuple[str, str], ...]) -> None:
    found = read_dateline("　　" + paragraph)
    assert found is not None
    assert (found.text, found.people) == (dateline, people)


@pytest.mark.parametrize("paragraph", ["本报讯息万变的市场里", "他在报社干了3日电工", "记者王小明到场", "今天（12日）"])
def test_no_dateline(paragraph: str) -> None:
    assert read_dateline(paragraph) is None


def test_brackets_without_people() -> None:
    assert people_in_brackets("他说（记者会上没有说）会来。") == ()
    assert bare_names("（图文无关）六月") == ()
    assert bare_names("（王小明 李大山）六月") == ("王小明", "李大山")
