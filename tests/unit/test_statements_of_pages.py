"""What whole pages state beside headline, date and source: kickers, references, people under the text, indexes."""

from __future__ import annotations

import pytest

import corpusclean
from corpusclean import Article

TITLE = "老船工交出了最后一班渡船"
TEXT = (
    "老船工在渡口摆了三十年，最后一班渡船今天靠岸，乡亲们都来码头送他。\n"
    "大桥通车以后，渡船就要停了，他把缆绳交给了博物馆，船桨留给了孙子。"
)


def read(*head: str, tail: str = "") -> Article:
    return corpusclean.clean("\n".join([*head, TEXT, tail]).strip(), kind="text")


def test_kicker_and_subtitle_that_the_page_names() -> None:
    article = read("引题：水乡来信", TITLE, "副题：一条水路三十年", "2023-01-02 来源：柏川日报")
    assert (article.kicker, article.title, article.subtitle) == ("水乡来信", TITLE, "一条水路三十年")
    assert article.evidence["kicker"].line == 1
    assert article.text == TEXT


def test_no_kicker_without_a_label() -> None:
    assert read("水乡来信", TITLE, "2023-01-02 来源：柏川日报").kicker is None


@pytest.mark.parametrize(
    ("head", "tail", "references"),
    [
        ("2023-01-02 转自：柏川日报", "", ("柏川日报",)),
        ("原标题：旧船新渡", "", ("旧船新渡",)),
        ("2023-01-02", "他说船也是有记性的。（原载《河岸》2019年第3期）", ("《河岸》2019年第3期",)),
        ("2023-01-02 来源：柏川日报", "他说船也是有记性的。（原载重三十吨，后来改小。）", ()),
    ],
)
def test_references(head: str, tail: str, references: tuple[str, ...]) -> None:
    assert read(TITLE, head, tail=tail).references == references


@pytest.mark.parametrize(
    ("tail", "authors", "editors"),
    [
        ("（柏川网编辑 王小满）", (), ("王小满",)),
        ("（柏川台记者 王小满 李大山）", ("王小满", "李大山"), ()),
        ("（王小满）", ("王小满",), ()),
        ("（全文完）", (), ()),
        ("（未完待续）", (), ()),
        ("（记者会上没有说）", (), ()),
    ],
)
def test_brackets_under_the_text(tail: str, authors: tuple[str, ...], editors: tuple[str, ...]) -> None:
    article = read(TITLE, "2023-01-02", tail=tail)
    assert (article.authors, article.editors) == (authors, editors)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("文/阿河", ("阿河",)),
        ("文/李一山  图/王大文", ("李一山",)),
        ("作者：老壹，作者授权转载", ("老壹",)),
        ("作者：佚名 2023-01-02", ()),
        ("会议日期：2023-01-02", ()),
    ],
)
def test_authors_that_a_label_names(line: str, authors: tuple[str, ...]) -> None:
    assert read(TITLE, line).authors == authors


def test_an_index_on_one_line_stops_at_the_next_label() -> None:
    line = "索引号:113/2018-12 公文目录:应急管理 发文日期:2017年06月28日 主题词: 文号: 成文日期:"
    assert read(TITLE, line).document == {"索引号": "113/2018-12", "成文日期": "2017年06月28日"}


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("成文日期：2022-06-30 发布日期：2022-07-05", "2022-07-05"),
        ("网站发布时间：2023-01-02", "2023-01-02"),
        ("发表日期：1978年5月11日", "1978-05-11"),
        ("昨天 20:15", "None"),
        ("会议日期：2023-01-02", "None"),
    ],
)
def test_published(line: str, published: str) -> None:
    assert str(read(TITLE, line).published) == published


def test_the_dates_of_related_stories_above_the_headline_do_not_count() -> None:
    page = ["推荐", "渔港开海第一网 2021-05-01", "车站里的夏天 2021-05-02", "首页 > 社会", TITLE, "2022-06-01 08:00"]
    assert str(read(*page).published) == "2022-06-01 08:00:00"


@pytest.mark.parametrize(
    ("line", "authors", "source"),
    [
        ("渡口新闻·柏川商报记者王小满/文茶农供图", ("王小满",), "柏川商报"),
        ("整合 柏川日报·渡口记者 王小满", ("王小满",), "柏川日报·渡口"),
        ("柏川的记者们走进渡口去看船", (), None),
        ("渡口的记者 来了一拨又一拨", (), None),
    ],
)
def test_a_reporter_on_a_line_of_his_own(line: str, authors: tuple[str, ...], source: str | None) -> None:
    for article in (read(TITLE, "2023-01-02", line), read(TITLE, "2023-01-02", tail=line)):
        assert (article.authors, article.source) == (authors, source)


def test_interns_beside_reporters() -> None:
    article = read(TITLE, "本报实习生 王小满 李大山", "本报记者 赵小川", "2023-01-02")
    assert article.authors == ("王小满", "李大山", "赵小川")


@pytest.mark.parametrize(("account", "authors"), [("深巷煮茶", ("深巷煮茶",)), ("2万", ()), ("收藏", ())])
def test_an_account_above_its_rank(account: str, authors: tuple[str, ...]) -> None:
    page = ["首页 > 渡口论坛 > 正文", TITLE, "只看楼主 收藏 回复", account, "初级粉丝", TEXT]
    assert corpusclean.clean("\n".join(page), kind="text").authors == authors
