"""Readers' comments where no class says so, and what only looks like them."""

from __future__ import annotations

import pytest

import corpusclean
from tests.unit.river_article import BODY, TITLE

ARTICLE = f"<h1>{TITLE}</h1><div>2021-03-04 08:30</div>" + "".join(f"<p>{line}</p>" for line in BODY)
SAID = "写得真好，我也在场，水真的很大，鞋都湿透了。"
BUTTONS = f"<div class='x'><a href='/u'>路人甲</a><p>{SAID}</p><span>3天前</span><a href='#'>回复</a></div>"
PLAIN = f"<li><b>小河</b> 2021-03-05<p>{SAID}</p></li>"


def text(body: str, title: str = TITLE) -> str:
    return corpusclean.clean(f"<html><head><title>{title}_江城新闻网</title></head><body>{body}</body></html>").text


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{ARTICLE}</div><div>{BUTTONS * 8}</div>",
        f"<div>{ARTICLE}{BUTTONS * 3}</div>",
        f"<div>{ARTICLE}<h3>网友评论(8)</h3><ul>{PLAIN * 8}</ul></div>",
        f"<div>{ARTICLE}<div>最新评论</div><div>{PLAIN * 2}</div></div>",
        f"<div>{ARTICLE}<p>全部 2 条评论</p><ul>{PLAIN * 2}</ul></div>",
        f"<div>{ARTICLE}<p>評論（12）</p><ul>{PLAIN * 12}</ul></div>",
    ],
    ids=["buttons", "inside the article's box", "heading", "two", "counted", "traditional"],
)
def test_comments_are_no_text(body: str) -> None:
    assert text(body).split("\n") == BODY


def test_paragraphs_under_a_button_that_says_comments_stay() -> None:
    body = f"<h1>{TITLE}</h1><p>{BODY[0]}</p><div><a href='#c'>评论</a> 12</div>"
    assert BODY[2] in text(body + f"<div><p>{BODY[1]}</p><p>{BODY[2]}</p></div>")
    assert BODY[2] in text(f"<h1>{TITLE}</h1><p>{BODY[0]}</p><h2>网友评论</h2><p>{BODY[1]}</p><p>{BODY[2]}</p>")


def test_posts_of_a_thread_stay() -> None:
    post = "<div class='x'><a href='/u'>{n}楼 路人</a><p>{line}</p><a href='#'>回复</a></div>"
    body = ARTICLE + "".join(post.format(n=n, line=SAID) for n in range(2, 6))
    assert SAID in text(body)


def test_answers_to_a_question_stay() -> None:
    body = ARTICLE.replace(TITLE, "江边步道什么时候能走？") + BUTTONS * 4
    assert SAID in text(body, "江边步道什么时候能走？")


def test_comments_without_an_article_above_stay() -> None:
    assert SAID in text(f"<h1>{TITLE}</h1><div>{BUTTONS * 4}</div>")
