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


# what people say, how letters and speeches open, questions, answers, labels of leads; beside each its like that may be
SENTENCES = {
    "“船还得开，”他说": "“船还得开”——渡口的最后一班",
    "“再见！”老船工说": "“再见”说了三十年的老船工",
    "“开船，”他说，“对岸还有人家？”": "“开船”声里，对岸来了新人家",
    "老人笑道：“开吧！”": "村里铺了新街道：“车轮上的银行”来了",
    "「你去哪裡？」她問": "「你去哪裡」成了年度問句",
    "他问，谁来接孩子": "他们的问题，谁来回答",
    "我想，老渠今年春灌早": "我的理想，是修一条渠",
    "问：老渠今年为什么早？": "问渠那得清如许",
    "答：因为雪化得早": "答卷：一座小城的十年",
    "Q1：押金怎么退？": "QQ群里的押金怎么退",
    "记者：老渠今年为什么早？": "记者手记：老渠今年为什么早",
    "主持人：欢迎收看今天的节目": "主持人走进菜市场",
    "尊敬的各位领导、各位来宾，大家上午好！": "一位尊敬的老师退休了",
    "亲爱的读者：见字如面": "亲爱的小孩",
    "各位街坊，你们好！": "各位家长请注意，开学时间定了",
    "大家好！我是王小明": "大家好才是真的好",
    "核心提示：原标题：老渠今年春灌早": "核心舱里的一天",
    "【导读】老渠今年春灌早": "导读机器人进了书店",
    "摘要 老渠今年春灌早": "摘要怎样写才好",
    "編者按：老渠今年春灌早": "编者按下快门的那一刻",
}


@pytest.mark.parametrize(("sentence", "headline"), SENTENCES.items())
def test_what_a_text_says_is_no_headline_and_its_like_may_be(sentence: str, headline: str) -> None:
    assert not could_be_headline(sentence)
    assert could_be_headline(headline)


UNDER = (
    "老船工在渡口摆了三十年，最后一班渡船今天靠岸，乡亲们都来码头送他。\n"
    "大桥通车以后，渡船就要停了，他把缆绳交给了博物馆。"
)


@pytest.mark.parametrize(
    "line",
    [
        "一、老船工交出最后一班渡船",
        "第一，老船工交出最后一班渡船",
        "①老船工交出最后一班渡船",
        "【篇一】老船工交出最后一班渡船",
        "我在渡口摆渡船，一摆就是三十年",
        "问：老船工为什么交出渡船？",
        "核心提示：老船工交出最后一班渡船",
        "“最后一班渡船，”老船工说",
        "尊敬的老船工：渡船的乡亲们好",
        "渡口边上那一位老人家",
    ],
)
def test_the_first_line_of_a_page_without_debris_may_be_text(line: str) -> None:
    article = corpusclean.clean(line + "\n" + UNDER, kind="text")
    assert article.title is None
    assert article.text == line + "\n" + UNDER


@pytest.mark.parametrize(
    ("head", "title", "lost"),
    [
        (["老船工交出最后一班渡船"], "老船工交出最后一班渡船", 1),
        (["老船工交出最后一班渡船", "——渡口见闻"], "老船工交出最后一班渡船", 1),
        (["老船工交出最后一班渡船", "老船工交出最后一班渡船"], "老船工交出最后一班渡船", 1),
        (["渡口早市", "老船工交出最后一班渡船"], "老船工交出最后一班渡船", 0),
        (["渡口早市", "卖鱼的来了", "老船工交出最后一班渡船"], None, 0),
    ],
)
def test_a_page_without_debris_loses_its_first_line_at_most(head: list[str], title: str | None, lost: int) -> None:
    article = corpusclean.clean("\n".join([*head, UNDER]), kind="text")
    assert article.title == title
    assert article.text == "\n".join([*head[lost:], UNDER])


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
