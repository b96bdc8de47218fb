"""Writes what the docs show of an article: its card in a notebook and its explanation as a page of HTML.

A page made for it comes in, two files below docs/pictures go out; a test compares them with those that are checked in.

    python tools/pictures.py
"""

from __future__ import annotations

from pathlib import Path

import corpusclean
from corpusclean.cli.explain_html import as_html
from corpusclean.cli.explanation import Explainer
from corpusclean.cli.judgement import judgements
from corpusclean.cli.origins import Origins

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
PAGE = """首页 | 新闻 | 体育 | 财经
渡口的最后一班船
2023-05-12 08:30  来源：澜安日报  作者：舟白
渡口的船还在开,老船工每天清早把船舱里的水舀干净,再去桥头买两个烧饼,一个自己吃,一个留给学生.
今年三月,镇上在下游修好了一座人行桥,从学校走过去只要十分钟,坐船的人一下子少了一大半&nbsp;.
老船工在船头摇橹。 舟白 摄
他说：“ä¸\xadæ–‡是在船上学的，桥修好了，船也还在开。”
责任编辑：禾青
分享到：微信 微博 QQ空间
桥头烧饼铺换了新招牌"""


def card() -> str:
    """The card of the page, its fold open."""
    return corpusclean.clean(PAGE)._repr_html_().replace("<details", "<details open", 1) + "\n"


def explanation() -> str:
    """What `corpusclean explain --html` says of the page, as if the package were installed."""
    explainer = Explainer(Origins(), judgements(corpusclean.Cleaner(), PAGE), whole=True)
    told = as_html(corpusclean.clean(PAGE), explainer, name="page.txt")
    return told.replace("src/<wbr>corpusclean", "corpusclean")


PICTURES = {"card.html": card, "explain.html": explanation}

if __name__ == "__main__":
    for name, picture in PICTURES.items():
        (FOLDER / name).write_text(picture(), "utf-8")
