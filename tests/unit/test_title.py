"""Headlines: where they are found, what is taken off them, and where there is none."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

import corpusclean
from corpusclean.metadata.headline_text import bare_headline, same_headline
from corpusclean.metadata.looks import could_be_headline

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "titles.toml").read_text("utf-8"))["case"]


def named(case: dict[str, Any]) -> str:
    return str(case["label"])


@pytest.mark.parametrize("case", CASES, ids=named)
def test_case(case: dict[str, Any]) -> None:
    assert corpusclean.clean(case["original"], kind="text").title == (case["fixed"] or None)


@pytest.mark.parametrize("case", [case for case in CASES if case["fixed"]], ids=named)
def test_the_headline_is_not_in_the_text(case: dict[str, Any]) -> None:
    article = corpusclean.clean(case["original"], kind="text")
    assert article.title not in article.text.split("\n")


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_cleaned_text_has_no_headline(case: dict[str, Any]) -> None:
    assert corpusclean.clean(corpusclean.clean_text(case["original"])).title is None


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("古寨“晒秋”(1/12)", "古寨“晒秋”"),
        ("北方集中供热提前_暖居", "北方集中供热提前"),
        ("守牢防线-新川网", "守牢防线"),
        ("【楼梯人情】十二个邮差", "【楼梯人情】十二个邮差"),
        ("一座老粮仓的开门丨在现场", "一座老粮仓的开门丨在现场"),
        ("把课桌搬到云端之后——复课首周见闻", "把课桌搬到云端之后——复课首周见闻"),
    ],
)
def test_bare_headline(line: str, headline: str) -> None:
    assert bare_headline(line) == headline
    assert same_headline(line, headline)


@pytest.mark.parametrize(
    "line", ["首页 > 新闻", "返回列表", "(第12条)", "直播状态：已结束", "24小时电话：0000-6120120", "他说："]
)
def test_never_a_headline(line: str) -> None:
    assert not could_be_headline(line)


def test_a_table_cell_is_no_headline() -> None:
    cells = "索引号 0143/2022-001 发文机关 云岭市人民政府办公室 成文日期 2022-06-30 发布日期 2022-07-05"
    paper = [
        "关于支持夜间经济发展的若干意见",
        "云政办发〔2022〕41号",
        "为让夜晚既热闹又安静，经市政府同意，提出以下意见。",
    ]
    page = "\n".join(["首页 > 政务公开 > 文件", *cells.split(), *paper])
    article = corpusclean.clean(page)
    assert article.title == "关于支持夜间经济发展的若干意见"
    assert str(article.published) == "2022-07-05"
    assert dict(article.document) == {
        "索引号": "0143/2022-001",
        "发文机关": "云岭市人民政府办公室",
        "成文日期": "2022-06-30",
        "发文字号": "云政办发〔2022〕41号",
    }
