"""Text that waits for a click, flash news beside hidden words, and lines that a browser shows as they stand."""

from __future__ import annotations

import pytest

from corpusclean.read.html import read_html
from tests.unit.river_article import BODY, TITLE

REST = "".join(f"<p>{line}</p>" for line in BODY[1:])
BUTTON = '<a href="javascript:show()">展开全文</a>'
HIDDEN = 'style="display:none"'


def inside(body: str) -> list[str]:
    doc = read_html(f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{body}</body></html>")
    return [line.text for line in doc.lines if line.mark.region == "inside" and line.text in BODY]


def test_the_rest_of_an_article_that_a_button_shows() -> None:
    assert inside(f"<div><p>{BODY[0] * 2}</p><p>{BODY[0]}</p><div {HIDDEN}>{REST}</div>{BUTTON}</div>") == BODY


@pytest.mark.parametrize(
    "body",
    [
        f"<div><p>{BODY[0] * 2}</p><p>{BODY[0]}</p><div {HIDDEN}>{REST}</div></div>",
        f"<div><p>{BODY[0] * 2}</p><p>{BODY[0]}</p><span {HIDDEN}>{BODY[1]}</span>{BUTTON}</div>",
        f"<div><p>{BODY[0] * 2}</p><p>{BODY[0]}</p><div {HIDDEN}><p>{BODY[0][:30]}……</p>{REST}</div>{BUTTON}</div>",
    ],
    ids=["no button", "hidden words", "the text again"],
)
def test_what_stays_hidden(body: str) -> None:
    assert inside(body) == BODY[:1]


def test_a_sentence_under_the_headline_is_an_article() -> None:
    terms = "".join(f"<p>{line}</p>" for line in BODY[1:] * 4)
    assert inside(f"<p>{BODY[0]}</p><div {HIDDEN}>{terms}</div>") == BODY[:1]


@pytest.mark.parametrize(
    "opening", ["<pre>", "<div style='white-space: pre-wrap'>", "<div class='whitespace-pre-line'>"]
)
def test_ends_of_lines_that_a_browser_shows(opening: str) -> None:
    closing = "</pre>" if opening == "<pre>" else "</div>"
    assert inside(f"{opening}{BODY[0]}\n　　{BODY[1]}\n\n{BODY[2]}{closing}") == BODY
    assert inside(f"<div>{BODY[0]}\n　　{BODY[1]}</div>") == []


def test_an_article_in_a_class_of_pictures_is_no_caption() -> None:
    page = f"<title>{TITLE}</title><h1>{TITLE}</h1><div class='img-text'>{''.join(f'<p>{x}</p>' for x in BODY)}</div>"
    assert {line.mark.label for line in read_html(page).lines} == {"body"}
