"""Pages that put their text into frames."""

from __future__ import annotations

import corpusclean
from tests.unit.river_article import BODY, PARAGRAPHS, TITLE


def test_frames_of_old_sites() -> None:
    head = f"<head><title>{TITLE}_江城新闻网</title></head>"
    frames = "<frameset cols='20%,80%'><frame src='menu.htm'><frame src='main.htm'>"
    inside = f"<noframes><body><h1>{TITLE}</h1>{PARAGRAPHS}</body></noframes></frameset>"
    article = corpusclean.clean(f"<html>{head}{frames}{inside}</html>")
    assert (article.title, article.text.split("\n")) == (TITLE, BODY)
    article = corpusclean.clean(f"<html>{head}{frames}<noframes>请使用支持框架的浏览器</noframes></frameset></html>")
    assert article.text == ""
    assert [warning.message for warning in article.warnings if warning.code == "no-text"] == [
        "the page shows no text but in frames: menu.htm, main.htm"
    ]
