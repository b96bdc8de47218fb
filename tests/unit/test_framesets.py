"""Pages that put their text into frames."""

from __future__ import annotations

import corpusclean

TITLE = "江边步道今天重新开放"
BODY = [
    "昨天夜里下了一场大雨，江边的步道被淹了半米多深，值班人员连夜拉起了警戒线。",
    "今天一早，水位退到警戒线以下，附近的居民又回来散步，有人带着孩子看水。",
    "水务部门说，未来三天还有两轮降雨，请大家远离河道，不要在桥下停车。",
]
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in BODY)


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
