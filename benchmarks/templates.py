"""Renders labelled text pages as HTML in the layouts that Chinese sites have, to test extraction on known articles.

A labelled page (raw text, a label for each line) comes in, markup goes out: the page's own lines in their order, with
the menu, sidebar and footer of a site around them.  The article is known, so no page has to be labelled twice.
"""

from __future__ import annotations

import html
import json
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
_BLURBS = (
    "连日来，园林工人给沿街的梧桐做了修剪，最高的一棵有二十多米，路过的人都停下来看。",
    "夜市的摊主说，天一凉，热汤面就比冷饮卖得好，一晚上能卖出两百来碗，凳子常常不够坐。",
    "新开的社区书屋里，一半的书是邻居捐的，借书不用押金，登记一个名字就行，还书全凭自觉。",
    "气象台的人爬上塔顶换风速仪，花了一个上午，下来的时候，裤腿上全是霜。",
    "老厂房改成了攀岩馆，周末要排队，教练说来得最多的是附近医院的护士。",
    "渔民把船漆成了蓝色，说远远一看，就知道是自家人回来了，孩子们在码头上数船。",
)
_COMMENTS = (
    "写得真好，我小时候就住在那附近，每天放学都要从那里走过，现在想起来，跟昨天一样。",
    "不同意楼上，事情没有那么简单，我表哥在那边干过三年，他说的跟文章里写的，可不是一回事。",
    "支持一下，希望多写这样的东西，少转一些没用的，大家的时间，也是时间啊！",
)
_NEXT = (
    "清晨五点，菜农老郭已经把三轮车停在了桥头，车上是头天傍晚割的韭菜，叶子上还有露水。",
    "他不吆喝，有人问价就答一句，称完再添一小把，老主顾都知道，他的秤只有高没有低。",
    "到七点半，车就空了。他把塑料布叠好，骑回去睡一觉，下午还要浇地。",
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


def portal(page: LabelledPage) -> bytes:
    """A column of teasers before the article and one after it, an imprint in spans, the site's notice below; UTF-8."""
    body = _content(page, "<p>{}</p>", "<h1>{}</h1>")
    pairs = tuple(zip(_SIDEBAR, _BLURBS, strict=True))
    teasers = "".join(
        f'<li><h4><a href="/t{n}">{title}</a></h4><p>{blurb}</p></li>' for n, (title, blurb) in enumerate(pairs)
    )
    dated = "".join(
        f'<div class="item"><a href="/d{n}">{title}</a><p>{blurb}</p><span>03-{n + 10}</span></div>'
        for n, (title, blurb) in enumerate(reversed(pairs))
    )
    return (
        f"<!DOCTYPE html><html>{_head(page, 'utf-8')}<body><div><ul>{_links(_MENU)}</ul></div>"
        f'<div class="wrap"><div class="left"><ul>{teasers}</ul></div><div class="mid">{body}</div>'
        f'<div class="right">{dated}</div></div>'
        f"<div>{_links(_FOOTER, '<span>{}</span>')}<p>本站所载文章、数据仅供参考，使用前请核实，风险自负。</p></div>"
    ).encode()


def discussed(page: LabelledPage) -> bytes:
    """Readers' comments under the article, more of them than of it where it is short; UTF-8."""
    body = _content(page, "<div>{}</div>", "<h2>{}</h2>")
    comments = "".join(
        f'<li class="c"><a href="/u{n}">读者{n}</a><div>{text}</div><span>3天前</span> <a href="#r">回复</a></li>'
        for n, text in enumerate(_COMMENTS * 3)
    )
    return (
        f"<!DOCTYPE html><html>{_head(page, 'utf-8')}<body><header>{_links(_MENU)}</header>"
        f"<main><section>{body}</section>"
        f'<div class="comment-list"><h3>全部评论</h3><ul>{comments}</ul></div></main></body></html>'
    ).encode()


def endless(page: LabelledPage) -> bytes:
    """The next article, with a headline and a date of its own, loaded under the first one; UTF-8."""
    body = _content(page, "<p>{}</p>", '<h1>{}</h1><div class="date">2021-03-04 08:30</div>')
    after = "".join(f"<p>{text}</p>" for text in _NEXT)
    return (
        f"<!DOCTYPE html><html>{_head(page, 'utf-8')}<body><nav>{_links(_MENU)}</nav><div id=list>"
        f"<article>{body}</article>"
        f'<article><h1>桥头的韭菜</h1><div class="date">2021-03-03 07:00</div>{after}</article></div></body></html>'
    ).encode()


def font_soup(page: LabelledPage) -> bytes:
    """Paragraphs in nested fonts and centres without an end tag, two bodies, links beside; Big5 or GBK bytes."""
    body = _content(
        page,
        "<font size=2><p align=left><font face=宋体>　　{}</font>",
        "<center><font size=5><b>{}</b></font></center>",
    )
    charset = "big5" if page["metadata"]["script"] == "Hant" else "gbk"
    markup = (
        f"<html>{_head(page, charset)}<body>"
        f"<table width=100%><tr><td>{_links(_MENU, ' | {}')}<td><form><input></form></table>"
        f"<table><tr><td>{body}<td valign=top>{_links(_SIDEBAR, '{}<br>')}</table></body></html>"
        f"<html><body><p>{_links(_FOOTER, ' - {}')}</body></html>"
    )
    return markup.encode("big5hkscs" if charset == "big5" else "gb18030", "xmlcharrefreplace")


def scripted(page: LabelledPage) -> bytes:
    """Nothing but a box that a script fills, the text in the script's JSON; UTF-8."""
    data = {"props": {"user": None, "article": {"id": 12, "content": _content(page, "<p>{}</p>", "<h1>{}</h1>")}}}
    state = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
    return (
        f"<!DOCTYPE html><html>{_head(page, 'utf-8')}<body><div id=root></div>"
        f"<script>window.__INITIAL_STATE__={state};</script></body></html>"
    ).encode()


def plain_lines(page: LabelledPage) -> bytes:
    """A board that shows the ends of lines as they stand, pushes below, no paragraph; UTF-8."""
    body = _content(page, "{}\n", "<b>{}</b>\n")
    return (
        f"<html>{_head(page, 'utf-8')}<body><div id=top>{_links(_MENU, '<a>{}</a> ')}</div>"
        f'<div class="bbs-screen bbs-content">{body}</div></body></html>'
    ).encode()


def crowded(page: LabelledPage) -> bytes:
    """The article in a narrow column of nameless boxes, blurbs of other stories before, beside and behind; UTF-8."""
    body = _content(page, "<div><span>{}</span></div>", "<div><strong>{}</strong></div>")
    pairs = tuple(zip(_SIDEBAR, _BLURBS, strict=True))
    cards = "".join(
        f'<div><div><a href="/c{n}"><img src="/c{n}.jpg"></a></div><div><a href="/c{n}">{title}</a></div>'
        f"<div>{blurb}</div><div>2021-03-0{n + 1}</div></div>"
        for n, (title, blurb) in enumerate(pairs)
    )
    return (
        f"<!DOCTYPE html><html>{_head(page, 'utf-8')}<body><div>{_links(_MENU, '<div>{}</div>')}</div>"
        f"<div><div>{cards}</div><div>{body}</div><div>{cards}</div></div>"
        f"<div>{_links(_FOOTER, '<div>{}</div>')}</div></body></html>"
    ).encode()


TEMPLATES: dict[str, Callable[[LabelledPage], bytes]] = {
    "modern": modern,
    "old-tables": old_tables,
    "wechat": wechat,
    "portal": portal,
    "discussed": discussed,
    "endless": endless,
    "font-soup": font_soup,
    "scripted": scripted,
    "plain-lines": plain_lines,
    "crowded": crowded,
}
