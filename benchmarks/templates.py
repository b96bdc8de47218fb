"""Renders labelled text pages as HTML in the layouts that Chinese sites have, to test extraction on known articles.

A labelled page (raw text, a label for each line) comes in, markup goes out: the page's own lines in their order, with
the menu, sidebar and footer of a site around them.  The article is known, so no page has to be labelled twice.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from typing import Any

LabelledPage = dict[str, Any]
_MENU = "首页 新闻 国内 国际 财经 体育 娱乐 科技 汽车 房产 教育 健康 视频 图片 论坛 博客".split()
_SIDEBAR = (
    "老街改造后第一个周末迎来三万人次",
    "这座小城为什么留得住年轻人？",
    "下周气温回升，局地有小到中雨",
    "图书馆夜间开放一年，借阅量翻番",
    "村里来了直播间，橙子不愁卖",
    "地铁四号线北段进入联调联试",
)
_FOOTER = "关于我们 联系我们 广告服务 网站地图 招聘信息".split()


def _links(texts: list[str] | tuple[str, ...], around: str = "<li>{}</li>") -> str:
    return "".join(around.format(f'<a href="/{n}.html">{text}</a>') for n, text in enumerate(texts))


def _lines(page: LabelledPage) -> Iterator[tuple[str, str, str]]:
    """Label, kind and escaped text of each line that is not blank."""
    raw = page["raw"].split("\n")
    for line in page["lines"]:
        text = html.escape(raw[line["n"]].strip())
        if text:
            yield line["label"], line.get("kind") or "", text


def _content(page: LabelledPage, paragraph: str, title: str) -> str:
    """The page's lines as markup: related and menu lines are links, the headline is a heading."""
    out = []
    for label, kind, text in _lines(page):
        if label == "title":
            out.append(title.format(text))
        elif kind in ("related", "nav", "pagination", "tags"):
            out.append(f'<div><a href="/{len(out)}.html">{text}</a></div>')
        elif label in ("debris", "meta"):
            out.append(f"<div>{text}</div>")
        else:
            out.append(paragraph.format(text))
    return "\n".join(out)


def _head(page: LabelledPage, charset: str) -> str:
    title = page["metadata"]["title"] or "正文"
    return f'<head><meta charset="{charset}"><title>{html.escape(title)}_某某网</title></head>'


def modern(page: LabelledPage) -> bytes:
    """Divs, a sidebar of links, a footer; UTF-8."""
    body = _content(page, "<p>{}</p>", "<h1>{}</h1>")
    return (
        f"<!DOCTYPE html><html>{_head(page, 'utf-8')}<body><nav><ul>{_links(_MENU)}</ul></nav>"
        f'<div class="main"><div class="content">{body}</div><div class="rank"><ul>{_links(_SIDEBAR)}</ul></div></div>'
        f"<footer>{_links(_FOOTER, '<span>{}</span>')}</footer></body></html>"
    ).encode()


def old_tables(page: LabelledPage) -> bytes:
    """Tables for layout, breaks for paragraphs, GBK bytes under a gb2312 label."""
    body = _content(page, "　　{}<br>", "<b>{}</b><br>")
    return (
        f"<html>{_head(page, 'gb2312')}<body><table><tr>{_links(_MENU, '<td>{}</td>')}</tr></table>"
        f"<table><tr><td width=200>{_links(_SIDEBAR, '{}<br>')}</td><td><font size=3>{body}</font></td></tr></table>"
        f"<table><tr>{_links(_FOOTER, '<td>{}</td>')}</tr></table></body></html>"
    ).encode("gb18030")


def wechat(page: LabelledPage) -> bytes:
    """One hidden container, spans in sections, scripts before and after."""
    body = _content(page, "<section><span>{}</span></section>", '<h1 class="rich_media_title">{}</h1>')
    return (
        f"<script>var begin = 1;</script><html>{_head(page, 'utf-8')}<body>"
        f'<div id="js_content" style="visibility: hidden;">{body}</div>'
        '<script>var end = {a: "<p>x</p>"};</script></body></html>'
    ).encode()


TEMPLATES: dict[str, Callable[[LabelledPage], bytes]] = {"modern": modern, "old-tables": old_tables, "wechat": wechat}
