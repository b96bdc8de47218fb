"""Pages of each kind that sites have, all of our own making: what is text, and what is not."""

from __future__ import annotations

import json

import pytest

import corpusclean
from tests.unit.river_article import BODY, TITLE

OTHERS = (
    ("老街改造后第一个周末迎来三万人次", "卖糖画的师傅说，从早上九点一直站到天黑，连喝水的工夫都没有。"),
    ("图书馆夜间开放一年借阅量翻了一番", "值夜班的馆员发现，来得最晚、走得也最晚的，是几位准备考试的护士。"),
    ("山里的橙子第一次坐上了冷链专列", "果农们没有去送，他们在电视上看见了车头，也看见了自己写的字。"),
    ("地铁四号线北段进入最后联调阶段", "调试员每晚走十二公里，手电照着轨枕，一根一根地数过去。"),
)
DATED = "<div class='info'><span>2021-03-04 08:30</span><span>来源：江城晚报</span></div>"
HEAD = f"<head><meta charset='utf-8'><title>{TITLE}_江城新闻网</title></head>"
MENU = "<ul>" + "".join(f'<li><a href="/{n}">栏目{n}</a></li>' for n in range(12)) + "</ul>"


def paragraphs(lines: list[str], tag: str = "p") -> str:
    return "".join(f"<{tag}>{line}</{tag}>" for line in lines)


def teasers(around: str, times: int = 1) -> str:
    return "".join(around.format(n=n, title=title, blurb=blurb) for n, (title, blurb) in enumerate(OTHERS * times))


ITEM = '<li><h4><a href="/{n}.html">{title}</a></h4><p>{blurb}</p></li>'
CARD = '<div class="card"><a href="/{n}.html">{title}</a><p>{blurb}</p><span>03-01</span></div>'
COMMENT = '<div class="c"><a href="/u">路人</a><p>写得真好，我也在场，水真的很大，鞋都湿透了。</p><i>3天前</i></div>'

ARTICLES = {
    "paragraphs": f"<div><h1>{TITLE}</h1>{DATED}{paragraphs(BODY)}</div>",
    "breaks only": f"<div><b>{TITLE}</b><br>2021-03-04<br>" + "<br><br>".join(BODY) + "</div>",
    "a paragraph a div, links between": f"<h1>{TITLE}</h1>{DATED}<div>{BODY[0]}</div>"
    "<div><a href='/x'>相关图集</a></div>"
    f"<div>{BODY[1]}</div><div>{BODY[2]}</div>",
    "teasers before and after": f"<ul>{teasers(ITEM)}</ul><div><h1>{TITLE}</h1>{DATED}{paragraphs(BODY)}</div>"
    f"<div>{teasers(CARD, 2)}</div>",
    "comments that say more": f"<div><h1>{TITLE}</h1>{DATED}{paragraphs(BODY)}</div>"
    f"<div class='comment-list'>{COMMENT * 12}</div>",
    "comments inside the article": f"<article><h1>{TITLE}</h1>{DATED}{paragraphs(BODY)}"
    f"<div id='comments'>{COMMENT * 6}</div></article>",
    "the next article under it": f"<article><h1>{TITLE}</h1>{DATED}{paragraphs(BODY)}</article>"
    f"<article><h1>{OTHERS[0][0]}</h1>{DATED}{paragraphs([blurb for _, blurb in OTHERS])}</article>",
    "nested tables": f"<table><tr><td><table><tr><td>{MENU}</td></tr></table></td><td><table><tr><td><b>{TITLE}</b>"
    "</td></tr><tr><td>2021-03-04 来源：江城晚报</td></tr>"
    f"<tr><td><table><tr><td>{paragraphs(BODY)}</td></tr></table></td></tr></table>"
    "</td></tr></table>",
    "fonts without end": "".join(f"<font size={n}>" for n in range(60))
    + f"<h2>{TITLE}</h2>{DATED}"
    + "<p><font face=宋体>".join(["", *BODY]),
    "pages of one article": f"<h1>{TITLE}</h1>{DATED}{paragraphs(BODY)}"
    "<div class='page'><a href='_1.html'>上一页</a> <b>1</b> <a href='_2.html'>2</a>"
    "<a href='_2.html'>下一页</a></div>",
    "an accelerated page": f"<amp-sidebar>{MENU}</amp-sidebar><h1>{TITLE}</h1>{DATED}"
    f"<amp-img src='/a.jpg' width=600 height=400></amp-img>{paragraphs(BODY)}<amp-ad>广告内容，请勿错过。</amp-ad>",
    "words against copying": f"<style>.q7 {{ display: none }}</style><h1>{TITLE}</h1>{DATED}"
    + paragraphs(
        [f"{line}<span class='q7'>本文来自某某网，盗版必究</span><font class='jammer'>kq9</font>" for line in BODY]
    ),
    "shown by a script": f"<h1>{TITLE}</h1>{DATED}<div style='display:none' id='full'>{paragraphs(BODY)}</div>",
    "menu, notice and download": f"{MENU}<h1>{TITLE}</h1>{DATED}{paragraphs(BODY)}<div>{MENU}</div>"
    "<div>本站所载文章仅供参考，使用前请核实，风险自负。</div>",
    "an English frame": "<nav><a href='/'>Home</a><a href='/n'>News</a></nav><div>Share this article</div>"
    f"<h1>{TITLE}</h1><div>Published March 4, 2021</div>{paragraphs(BODY)}<h3>Related articles</h3>"
    "<ul><li><a href='/1'>Read more about rivers</a></li></ul><footer>All rights reserved.</footer>",
    "escaped tags": f"<h1>{TITLE}</h1>{DATED}<div>"
    + paragraphs(BODY).replace("<", "&lt;").replace(">", "&gt;")
    + "</div>",
    "in a table cell with links beside": f"<table><tr><td width=70%><h3>{TITLE}</h3>2021-03-04<br>"
    + "<br>　　".join(BODY)
    + "</td><td>热门排行<br>"
    + "".join(f"<a href='/{n}'>别的新闻标题第{n}条</a><br>" for n in range(10))
    + "</td></tr></table>",
    "under each picture": f"<h1>{TITLE}</h1>{DATED}"
    + "".join(f"<div class='p'><img src='/{n}.jpg'><p>{line}</p></div>" for n, line in enumerate(BODY)),
    "spans inside words": f"<h1>{TITLE}</h1>{DATED}"
    + "".join(f"<p><span><font>{line[:10]}</font></span><span>{line[10:]}</span></p>" for line in BODY),
    "words that are links": f"<h1>{TITLE}</h1>{DATED}"
    + "".join(f"<p><a href='/x'>{line[:6]}</a>{line[6:]}</p>" for line in BODY),
    "paragraphs that are links": f"<h1>{TITLE}</h1>{DATED}"
    + "".join(f"<p><a href='/{n}'>{line}</a></p>" for n, line in enumerate(BODY)),
    "first and last paragraph are links": f"<h1>{TITLE}</h1>{DATED}<p><a href='/x'>{BODY[0]}</a></p>"
    f"<p>{BODY[1]}</p><p><a href='/y'>{BODY[2]}</a></p><ul>"
    + "".join(f"<li><a href='/{n}'>别的新闻标题第{n}条</a></li>" for n in range(6))
    + "</ul>",
    "readings over the words": f"<h1>{TITLE}</h1>{DATED}"
    + paragraphs([line.replace("江", "<ruby>江<rp>(</rp><rt>jiāng</rt><rp>)</rp></ruby>") for line in BODY]),
}


@pytest.mark.parametrize("content", ARTICLES.values(), ids=ARTICLES)
def test_the_article_and_nothing_else(content: str) -> None:
    article = corpusclean.clean(f"<!DOCTYPE html><html>{HEAD}<body>{MENU}{content}</body></html>")
    assert article.text.split("\n") == BODY
    assert article.title == TITLE


@pytest.mark.parametrize("content", ARTICLES.values(), ids=ARTICLES)
def test_the_page_comes_back(content: str) -> None:
    page = f"<!DOCTYPE html><html>{HEAD}<body>{MENU}{content}</body></html>"
    article = corpusclean.clean(page)
    assert corpusclean.replay(page, article.edits) == article.text


def test_scripts_before_the_document_and_two_documents() -> None:
    page = f"<script>var a = '<p>x</p>';</script><html>{HEAD}<body>{ARTICLES['paragraphs']}</body></html></html>"
    assert corpusclean.clean(page.encode()).text.split("\n") == BODY


def test_frames_of_a_messenger() -> None:
    body = "".join(f"<section><span>{line}</span></section>" for line in BODY)
    page = f"<html>{HEAD}<body><h1>{TITLE}</h1><div id='js_content' style='visibility: hidden; opacity: 0'>{body}</div>"
    assert corpusclean.clean(page).text.split("\n") == BODY


@pytest.mark.parametrize(
    "content",
    [
        f"<h2>本地新闻</h2><ul>{teasers(ITEM, 3)}</ul>",
        f"<div>{teasers(CARD, 3)}</div>",
        "<ul>"
        + "".join(f"<li><a href='/{n}'>{title}第{n}篇</a> 03-0{n % 9}</li>" for n, (title, _) in enumerate(OTHERS * 5))
        + "</ul>",
    ],
    ids=["items", "cards", "links"],
)
def test_a_list_of_articles_is_none(content: str) -> None:
    article = corpusclean.clean(
        f"<html><head><title>本地新闻_江城新闻网</title></head><body>{MENU}{content}</body></html>"
    )
    assert article.text == ""
    assert "no-article" in [warning.code for warning in article.warnings]


def test_a_list_of_linked_blurbs_is_no_article() -> None:
    items = "".join(
        f"<li><a href='/{n}'><b>{title}</b><p>{blurb}</p></a></li>" for n, (title, blurb) in enumerate(OTHERS)
    )
    head = "<head><title>本地新闻_江城新闻网</title></head>"
    assert corpusclean.clean(f"<html>{head}<body>{MENU}<h2>本地新闻</h2><ul>{items}</ul></body></html>").text == ""


def test_a_short_article_beside_long_teasers() -> None:
    content = f"<div><h1>{TITLE}</h1>{DATED}<p>{BODY[0]}</p></div><div>{teasers(CARD, 5)}</div>"
    assert corpusclean.clean(f"<html>{HEAD}<body>{content}</body></html>").text == BODY[0]


def test_question_and_answers() -> None:
    answers = "".join(f"<div class='answer'><a href='/u'>小河</a><p>{line}</p><span>赞 3</span></div>" for line in BODY)
    page = (
        f"<html><head><title>下雨以后江边的步道什么时候能走？ - 问答</title></head><body>{MENU}"
        "<h1>下雨以后江边的步道什么时候能走？</h1>"
        f"<div class='question'><p>我每天都去那里跑步，这几天封了，想问问大家。</p></div>{answers}"
    )
    text = corpusclean.clean(page).text
    assert all(line in text for line in [*BODY, "我每天都去那里跑步，这几天封了，想问问大家。"])


def test_a_thread_is_one_article() -> None:
    posts = "".join(
        f"<div class='post'><a href='/u{n}'>楼主{n}</a><div class='t'>{line}</div></div>"
        for n, line in enumerate(BODY * 2)
    )
    page = f"<html>{HEAD}<body>{MENU}<h1>{TITLE}</h1><div class='comments'>{posts}</div></body></html>"
    text = corpusclean.clean(page).text
    assert all(line in text for line in BODY)


@pytest.mark.parametrize(
    "data",
    [
        '<script type="application/ld+json">'
        + json.dumps({"@type": "NewsArticle", "articleBody": "\n".join(BODY * 2)})
        + "</script>",
        '<script id="__NEXT_DATA__" type="application/json">'
        + json.dumps({"props": {"pageProps": {"post": {"content": paragraphs(BODY * 2)}}}})
        + "</script>",
        "<script>window.__INITIAL_STATE__ = "
        + json.dumps({"a": {"detail": {"body": paragraphs(BODY * 2)}}}, ensure_ascii=False)
        + ";</script>",
        f"<textarea>{paragraphs(BODY * 2)}</textarea>",
    ],
    ids=["linked data", "next", "state", "field"],
)
def test_an_article_that_only_the_data_holds(data: str) -> None:
    article = corpusclean.clean(f"<!DOCTYPE html><html>{HEAD}<body><div id='root'></div>{data}</body></html>")
    assert set(BODY) <= set(article.text.split("\n"))
    assert "from-data" in [warning.code for warning in article.warnings]


def test_no_chinese_at_all() -> None:
    text = "The river path is open again. People came back in the morning, and the water is going down."
    assert corpusclean.clean(f"<html><body><p>{text}</p></body></html>").text == text


@pytest.mark.parametrize(
    "page", ["<div><p>" * 3, "<table><tr><td", "<html><head><title>", "<!DOCTYPE html><html><body></body></html>"]
)
def test_truncated_markup_gives_an_article(page: str) -> None:
    assert corpusclean.clean(page, kind="html").text == ""


def test_a_page_without_text_says_so() -> None:
    for page in (
        "<html><frameset><frame src='a.html'></frameset></html>",
        "<html><body><img src='a.jpg'></body></html>",
    ):
        assert [warning.code for warning in corpusclean.clean(page).warnings] == ["no-text"]


def test_an_empty_text_is_never_silent() -> None:
    links = "".join(f"<p><a href='/{n}'>{line}</a></p>" for n, line in enumerate(BODY))
    article = corpusclean.clean(f"<html>{HEAD}<body><h1>{TITLE}</h1>{links}</body></html>")
    assert article.text or article.warnings


def test_a_poem_among_links_is_an_article() -> None:
    verses = [
        "路灯还没有亮",
        "邮差先到了",
        "你的名字在信封上",
        "我在楼上等着",
        "等风把晾衣竿吹倒",
        "等你抬头看一秒",
    ] * 2
    page = f"<html><head><title>巷口_诗歌网</title></head><body>{MENU * 3}<h1>巷口</h1>{'<br>'.join(verses)}{MENU}"
    article = corpusclean.clean(page)
    assert article.title == "巷口"
    assert article.text.split("\n") == verses


def test_short_lines_in_a_large_frame_are_an_article() -> None:
    lines = ["步道重开的经过", "雨量和水位", "值班的人", "附近的居民", "下一轮降雨", "桥下的车"]
    head = "<html><head><title>水务季刊目录_江城</title></head>"
    page = f"{head}<body>{MENU * 4}<h1>水务季刊目录</h1>{paragraphs(lines * 2)}{MENU * 3}"
    assert set(lines) <= set(corpusclean.clean(page).text.split("\n"))
