"""Where the next article of an endless page begins, and that a chapter of the same article is none."""

from __future__ import annotations

import pytest

from corpusclean.read.html import read_html
from tests.unit.river_article import BODY, PARAGRAPHS, TITLE

NEXT = "<p>清晨五点，菜农已经把三轮车停在了桥头，车上是头天傍晚割的韭菜，叶子上还有露水。</p>" * 3
DATE = "<div>2021-06-02 08:30</div>"


def inside(body: str, title: str = TITLE) -> list[str]:
    doc = read_html(f"<html><head><title>{title}</title></head><body>{body}</body></html>")
    return [line.text for line in doc.lines if line.mark.region == "inside"]


@pytest.mark.parametrize(
    "page",
    [
        "<h1>{title}</h1>{date}{text}<h1>桥头的韭菜</h1>{date}{next}",
        "<article><h1>{title}</h1>{text}</article><article><h1>桥头的韭菜</h1>{next}</article>",
        '<div class="post post-1"><h2>{title}</h2>{text}</div><div class="post post-2"><h2>桥头的韭菜</h2>{next}</div>',
    ],
    ids=["dated", "article elements", "posts"],
)
def test_the_next_article_is_outside(page: str) -> None:
    body = page.format(title=TITLE, date=DATE, text=PARAGRAPHS, next=NEXT)
    assert [line for line in inside(body) if "韭菜" in line] == []
    assert inside(body)[-3:] == BODY


def test_without_a_headline_the_first_article_with_a_text_counts() -> None:
    first, later = (f"<article>{DATE}{PARAGRAPHS}</article>", f"<article><h2>桥头的韭菜</h2>{DATE}{NEXT}</article>")
    assert [line for line in inside(first + later, "江城网") if line in BODY] == BODY
    assert not any("韭菜" in line for line in inside(first + later, "江城网"))


@pytest.mark.parametrize(
    "page",
    [
        "<h1>{title}</h1>{text}<h1>第二天的水位</h1>{next}",
        "<h1>{title}</h1>{date}{text}<h1>第二天的水位</h1>{next}",
        "<section><h2>{title}</h2>{text}</section><section><h2>第二天的水位</h2>{next}</section>",
        "<article><h1>{title}</h1>{text}</article><article><h1>回复：{title}</h1>{next}</article>",
    ],
    ids=["subhead", "subhead without a date", "sections", "a reply"],
)
def test_chapters_and_replies_stay(page: str) -> None:
    body = page.format(title=TITLE, date=DATE, text=PARAGRAPHS, next=NEXT)
    assert sum("韭菜" in line for line in inside(body)) == 3


def test_the_title_inside_a_longer_row_leads_to_the_article_under_it() -> None:
    found = inside(f"<h1>[经验] {TITLE}</h1>{DATE}{PARAGRAPHS}<h1>桥头的韭菜</h1>{DATE}{NEXT * 3}")
    assert found[-3:] == BODY
