"""The warning that an article goes on at another address."""

from __future__ import annotations

import pytest

import corpusclean

TITLE = "江边步道今天重新开放"
LINE = "昨天夜里下了一场大雨，江边的步道被淹了半米多深，值班人员连夜拉起了警戒线。"
URL = "https://news.example/a/1.html"


def warnings(body: str, head: str = "") -> list[str]:
    page = f"<html><head><title>{TITLE}_江城新闻网</title>{head}</head><body>{body}</body></html>"
    found = corpusclean.clean(page, url=URL).warnings
    return [warning.message for warning in found if warning.code == "more-pages"]


ARTICLE = f"<h1>{TITLE}</h1>" + f"<p>{LINE}</p>" * 3


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (f"{ARTICLE}<div><b>1</b> <a href='1_2.html'>2</a> <a href='1_2.html'>下一页</a></div>", ""),
        (f"{ARTICLE}<div><a href='/a/1_2.html'>[下一頁]</a></div>", ""),
        (f"{ARTICLE}<div><a href='1_2.html'>后一页 ></a></div>", ""),
        (ARTICLE, "<link rel='next' href='1_2.html'>"),
    ],
)
def test_the_next_page_is_named(body: str, head: str) -> None:
    assert warnings(body, head) == ["the article goes on at https://news.example/a/1_2.html"]


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (ARTICLE, ""),
        (f"{ARTICLE}<div><a href='#'>下一页</a></div>", ""),
        (f"{ARTICLE}<div><a href='javascript:next()'>下一页</a></div>", ""),
        (f"{ARTICLE}<div><a href='2.html'>下一篇：别的新闻</a></div>", ""),
        (ARTICLE, "<link rel='next' title='别的文章' href='/b'>"),
        (f"{ARTICLE}" + "<div><a href='/x'>别的新闻的标题</a></div>" * 20 + "<a href='/2'>下一页</a>", ""),
        (
            "".join(f"<li><a href='/{n}'>别的新闻的标题第{n}条</a></li>" for n in range(30))
            + "<a href='/2'>下一页</a>",
            "",
        ),
        ("", "<link rel='next' href='2.html'>"),
    ],
)
def test_nothing_is_named_where_the_article_ends(body: str, head: str) -> None:
    assert warnings(body, head) == []


def test_a_broken_address_raises_nothing() -> None:
    assert warnings(f"{ARTICLE}<div><a href='http://[broken'>下一页</a></div>") == [
        "the article goes on at http://[broken"
    ]
