"""What meta elements, script data and comments around a page state about it."""

from __future__ import annotations

import pytest

import corpusclean
from corpusclean.read.html import read_html
from tests.unit.river_article import PARAGRAPHS, TITLE


def clues(head: str, above: str = "") -> list[tuple[str, str]]:
    page = f"<!DOCTYPE html>{above}<html><head>{head}</head><body><h1>{TITLE}</h1>{PARAGRAPHS}</body></html>"
    return [(clue.field, clue.value) for clue in read_html(page).clues]


@pytest.mark.parametrize(
    ("meta", "clue"),
    [
        ('<meta name="ArticleTitle" content="大雨过后">', ("title", "大雨过后")),
        ('<meta name="PUBDATE" content="2021-06-02 08:30">', ("published", "2021-06-02 08:30")),
        ('<meta name="publish-date" content="2021-06-02">', ("published", "2021-06-02")),
        ('<meta name="DC.Date" content="2021-06-02">', ("published", "2021-06-02")),
        ('<meta name="source" content="来源：江城晚报">', ("source", "江城晚报")),
        ('<meta name="Author" content="" /><meta name="author" content="林一舟">', ("author", "林一舟")),
        ('<meta name="editor" content="周晓岚&#32;吴海">', ("editor", "吴海")),
        ('<meta name="Url" content="https://news.example/1.html">', ("url", "https://news.example/1.html")),
    ],
)
def test_what_a_meta_element_states(meta: str, clue: tuple[str, str]) -> None:
    assert clue in clues(meta)


@pytest.mark.parametrize("meta", ['<meta name="author" content="104665">', '<meta name="source" content="来源：">'])
def test_numbers_and_bare_labels_name_nobody(meta: str) -> None:
    assert not {"author", "source"} & {field for field, _ in clues(meta)}


def test_a_saved_page_knows_its_address() -> None:
    saved = "\n<!-- saved from url=(0034)https://news.example/2021/0602/1.html -->\n"
    assert ("url", "https://news.example/2021/0602/1.html") in clues("", saved)
    assert not clues("", "<!-- https://news.example/2021/0602/1.html -->")


@pytest.mark.parametrize(
    ("base", "url", "image"),
    [
        ("https://img.example/2021/", None, "https://img.example/2021/a.jpg"),
        ("/2021/", "https://news.example/x/1.html", "https://news.example/2021/a.jpg"),
        ("/2021/", None, "a.jpg"),
        ("", "https://news.example/x/1.html", "https://news.example/x/a.jpg"),
    ],
)
def test_addresses_are_resolved_against_the_base(base: str, url: str | None, image: str) -> None:
    page = (
        f'<html><head><base href="{base}"><title>{TITLE}</title></head>'
        f'<body><h1>{TITLE}</h1>{PARAGRAPHS}<img src="a.jpg"></body></html>'
    )
    assert [item.url for item in corpusclean.clean(page, url=url).images] == [image]


@pytest.mark.parametrize(
    ("body", "moment"),
    [
        ('<div id="js_content">{p}</div><script>var ct = "1622593800";</script>', "2021-06-02 08:30:00+08:00"),
        ('<div id="content">{p}</div><script>var ct = "1622593800";</script>', "None"),
    ],
    ids=["WeChat", "another page"],
)
def test_the_moment_that_wechat_keeps_in_a_script(body: str, moment: str) -> None:
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{body.format(p=PARAGRAPHS)}</body></html>"
    assert str(corpusclean.clean(page).published) == moment


def test_an_editor_in_the_place_of_the_author_is_an_editor() -> None:
    page = f"<title>{TITLE}</title><h1>{TITLE}</h1><p class='show_author'>责任编辑：周晓岚</p>{PARAGRAPHS}"
    fields = {clue.field for clue in read_html(page).clues}
    assert fields & {"editor", "author"} == {"editor"}
