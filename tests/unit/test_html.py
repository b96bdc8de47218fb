"""Pages of our own making for each structure that old and new sites have."""

from __future__ import annotations

import pytest

from corpusclean.read import read
from corpusclean.read.depth import DEEPEST, flattened
from corpusclean.read.html import read_html
from tests.unit.river_article import BODY


def inside(page: str) -> list[str]:
    return [line.text for line in read_html(page).lines if line.mark.region == "inside"]


def kinds(page: str) -> list[tuple[str, str]]:
    return [(line.mark.kind, line.text) for line in read_html(page).lines]


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def test_menu_and_footer_stay_outside() -> None:
    menu = "".join(f'<li><a href="/{n}">栏目{n}</a></li>' for n in range(20))
    article = f"<div><h1>大雨过后</h1>{paragraphs(BODY)}</div>"
    page = f"<html><body><ul>{menu}</ul>{article}<div class='footer'>某公司版权所有</div>"
    assert inside(page) == ["大雨过后", *BODY]


def test_body_of_breaks_only() -> None:
    page = "<body><div>" + "<br><br>".join(BODY) + "</div>"
    assert inside(page) == BODY


def test_tables_for_layout_are_columns() -> None:
    links = "".join(f"<a href='{n}'>相关链接第{n}条新闻标题</a><br>" for n in range(12))
    page = f"<body><table><tr><td>{links}</td><td>{paragraphs(BODY)}</td></tr></table>"
    assert inside(page) == BODY


def test_tables_of_data_are_rows() -> None:
    page = "<table><tr><th>站点</th><th>水位</th></tr><tr><td>老桥</td><td>24.5米</td></tr></table>"
    assert kinds(page) == [("table-row", "站点 水位"), ("table-row", "老桥 24.5米")]


def test_wechat_hides_its_article_until_a_script_runs() -> None:
    page = f'<div id="js_content" style="visibility: hidden; display:none">{paragraphs(BODY)}</div>'
    assert inside(page) == BODY


def test_text_that_no_reader_sees_is_not_read() -> None:
    page = f"<div>{BODY[0]}<span style='display:none'>防采集文字</span><script>var x;</script></div>"
    assert inside(page) == BODY[:1]


def test_ruby_readings_are_dropped() -> None:
    assert kinds("<p><ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字</p>") == [("", "漢字")]


def test_code_keeps_its_lines_and_indents() -> None:
    page = "<pre>def f():\n    return 1\n</pre><p>说明</p>"
    assert kinds(page) == [("code", "def f():"), ("code", "    return 1"), ("", "说明")]


def test_kinds_and_levels() -> None:
    page = "<h2>小标题</h2><ul><li>一项</li></ul><blockquote>引文</blockquote>"
    marks = [(line.mark.kind, line.mark.level) for line in read_html(page).lines]
    assert marks == [("heading", 2), ("list-item", 0), ("quote", 0)]


def test_an_item_that_is_a_whole_column_is_no_item() -> None:
    page = f"<ul><li>{paragraphs(BODY * 2)}</li></ul>"
    assert {kind for kind, _ in kinds(page)} == {""}


def test_comments_are_apart_but_a_forum_thread_is_not() -> None:
    comments = "<div class='comment-list'>" + paragraphs(["写得真好，我也在现场，水真的很大。"]) + "</div>"
    assert inside(f"<div>{paragraphs(BODY)}{comments}</div>") == BODY
    assert inside(f"<div class='comments'>{paragraphs(BODY)}</div>") == BODY


def test_page_that_begins_with_a_script() -> None:
    page = f"<script>var a = 1;</script><html><body>{paragraphs(BODY)}</body></html>"
    assert [line.text for line in read(page).lines] == BODY


def test_two_documents_in_one() -> None:
    page = f"<html><body>{paragraphs(BODY[:2])}</body></html><html><body>{paragraphs(BODY[2:])}</body></html>"
    assert inside(page) == BODY


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ('<meta property="og:title" content="大雨过后">', "title", "大雨过后"),
        ('<meta name="publishdate" content="2021-06-01">', "published", "2021-06-01"),
        ('<link rel="canonical" href="https://news.example/1.html">', "url", "https://news.example/1.html"),
        (
            '<script type="application/ld+json">{"@type": "Article", "datePublished": "2021-06-01T08:00"}</script>',
            "published",
            "2021-06-01T08:00",
        ),
        (
            '<script type="application/ld+json">'
            '{"@graph": [{"@type": "Article", "author": {"name": "林一"}}]}</script>',
            "author",
            "林一",
        ),
    ],
)
def test_claims_of_the_markup(head: str, field: str, value: str) -> None:
    doc = read_html(f"<html><head>{head}</head><body>{paragraphs(BODY)}</body></html>")
    assert (field, value) in [(clue.field, clue.value) for clue in doc.clues]


def test_broken_json_ld_is_passed_over() -> None:
    assert not read_html('<script type="application/ld+json">{"@type": </script>').clues


@pytest.mark.parametrize("title", ["大雨过后步道重开_江城新闻网", "江城网--本地--大雨过后步道重开"])
def test_headline_is_the_row_that_the_title_names(title: str) -> None:
    doc = read_html(f"<title>{title}</title><div>首页</div><h1>大雨过后步道重开</h1>{paragraphs(BODY)}")
    assert [(clue.value, clue.line) for clue in doc.clues if clue.field == "headline"] == [("大雨过后步道重开", 2)]


def test_headline_broken_over_rows() -> None:
    doc = read_html(f"<title>大雨过后步道今天重新开放</title><h1>大雨过后<br>步道今天重新开放</h1>{paragraphs(BODY)}")
    assert [clue.value for clue in doc.clues if clue.field == "headline"] == ["大雨过后步道今天重新开放"]


def test_headline_is_none_where_no_row_shows_the_title() -> None:
    doc = read_html(f"<title>欢迎光临本站</title>{paragraphs(BODY)}")
    assert not [clue for clue in doc.clues if clue.field == "headline"]


def test_soup_is_read_like_its_markup() -> None:
    bs4 = pytest.importorskip("bs4")
    soup = bs4.BeautifulSoup(f"<div>{paragraphs(BODY)}</div>", "html.parser")
    assert [line.text for line in read(soup).lines] == BODY
    assert [line.text for line in read(soup.div.p).lines] == BODY[:1]


def test_very_deep_markup_is_flattened_and_keeps_its_text() -> None:
    page = "<div>" * 100_000 + "水位" + "</div>" * 100_000
    assert flattened(page).count("<div>") == DEEPEST
    assert inside(page) == ["水位"]


@pytest.mark.parametrize("page", ["", "<", "<html>", "\0<p>\ud800</p>", "<![CDATA[", "<table><tr><td>"])
def test_broken_markup_gives_a_document(page: str) -> None:
    read_html(page)
