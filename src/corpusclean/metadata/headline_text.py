"""The words of a headline, less what a site puts around them: its own name, a count, a button.

A line comes in, the headline in it comes out, with its quotes, its bars and its column in front: 专栏 | 一座菜市场.
Whether the line is a headline at all is decided elsewhere.
"""

from __future__ import annotations

import re

from corpusclean.fold import fold
from corpusclean.metadata.outlets import is_outlet

# ******, ······, a bar at the end, (1/12) of a gallery, …的相关文章 of a list
_TAIL = re.compile(r"(?:\s*[*=~_|·#]+|\s*\(\d{1,3}/\d{1,3}\)|\s+\||的相关(?:文章|资讯|内容))\s*$")
# 标题: of a form, # of Markdown, the mark of a list
_FRONT = re.compile(r"^(?:[•·●◆■□▪]\s*|(?:文章)?标题\s?:\s*|#{1,3}\s+|(?:快讯|置顶)\s?[|:]\s*)")
_TAG = re.compile(r"^\[[^\[\]]{2,6}\]\s*(?=\S{4})")  # of a forum; 【楼梯人情】 is a column and stays
_SITE = re.compile(r"\s*[-_|—–]+\s*(?P<site>[^-_|—–\s][^-_|—–\s]{0,11})$")
# a name of two or three characters behind an underscore is the site's, whatever it is
_UNDERSCORE = re.compile(r"_[^_。，！？,!?]{1,10}$")


def bare_headline(text: str) -> str:
    """The headline that stands on a line.

    Parameters
    ----------
    text : str
        The line as printed.

    Returns
    -------
    str

    Examples
    --------
    >>> bare_headline("雪线上的家书******"), bare_headline("[经验] 换竿梢的全过程-淮上论坛")
    ('雪线上的家书', '换竿梢的全过程')
    >>> bare_headline("专栏 | 一座菜市场怎样留住老街坊")
    '专栏 | 一座菜市场怎样留住老街坊'
    """
    text = text.strip()
    while True:
        folded = fold(text)
        tag = _TAG.match(text)
        cut = tag.span() if tag else _cut(folded)
        if cut is None or len(text) - (cut[1] - cut[0]) < 2:
            return text
        text = (text[: cut[0]] + text[cut[1] :]).strip()


def _cut(folded: str) -> tuple[int, int] | None:
    """The span of one thing that is not the headline."""
    for pattern in (_TAIL, _FRONT, _UNDERSCORE):
        match = pattern.search(folded)
        if match:
            return match.span()
    match = _SITE.search(folded)
    return match.span() if match and is_outlet(match["site"].strip()) else None


def key(text: str) -> str:
    """What is compared: the letters and digits, in the folded form.

    >>> key("抗“疫”在基层 丨鹤岭镇：逆行")
    '抗疫在基层鹤岭镇逆行'
    """
    return re.sub(r"[\W_]+", "", fold(text)).lower()


def same_headline(text: str, headline: str) -> bool:
    """True where *text* is the headline, the name of a site around it set aside.

    >>> same_headline("守牢关键防线——全国社区见闻-新川网", "守牢关键防线——全国社区见闻")
    True
    """
    return key(bare_headline(text)) == key(headline)
