"""Metadata of HTML pages: what stands beside the article's box, and what the markup calls the page's own site."""

from __future__ import annotations

import pytest

import corpusclean
from corpusclean.metadata.byline import people_in_brackets
from corpusclean.metadata.names import is_nobody

PARAGRAPH = (
    "<p>青岩镇的老渡口重新开放，来往的居民说，这条水路走了三十年，如今又能坐船过河。渡船每天开六班，票价两元。</p>"
)
PAGE = """<html><head><title>老渡口重新开放了</title>{head}</head><body>
<div class="menu"><a href="/">首页</a><a href="/b">商界</a></div>
<div class="top"><h1>老渡口重新开放了</h1><div>{above}</div></div>
<div class="text">{body}</div><div class="end">{below}</div></body></html>"""


def clean(*, head: str = "", above: str = "", below: str = "") -> corpusclean.Article:
    return corpusclean.clean(PAGE.format(head=head, above=above, below=below, body=PARAGRAPH * 4))


def test_date_above_the_box() -> None:
    assert str(clean(above="2021年03月04日 查看旧版").published)[:10] == "2021-03-04"


def test_no_date_of_what_stands_below() -> None:
    assert clean(below="第三届渡船节 2019年05月06日").published is None


@pytest.mark.parametrize(
    ("site", "source"),
    [
        ("柏川广播电台", "柏川广播电台"),
        ("BRF - 柏川广播电台", "柏川广播电台"),
        ("个人中心", None),
        ("小河的天地", None),
    ],
)
def test_own_site_as_source(site: str, source: str | None) -> None:
    article = clean(head=f'<meta property="og:site_name" content="{site}">')
    assert article.source == source


def test_a_stated_source_comes_before_the_site() -> None:
    head = '<meta property="og:site_name" content="柏川网">'
    assert clean(head=head, above="2021-03-04 来源：青岩日报").source == "青岩日报"


@pytest.mark.parametrize(
    ("bracket", "people"),
    [
        ("（总台央视记者 王小明 张雪）", (("author", "王小明"), ("author", "张雪"))),
        ("（柏川网编辑 王小明）", (("editor", "王小明"),)),
        ("（新闻记者会上没有人说话）", ()),
    ],
)
def test_brackets_with_an_outlet(bracket: str, people: tuple[tuple[str, str], ...]) -> None:
    assert people_in_brackets(bracket) == people


def test_a_desk_is_nobody() -> None:
    assert is_nobody("編譯中心")
    assert not is_nobody("王中心怡")
