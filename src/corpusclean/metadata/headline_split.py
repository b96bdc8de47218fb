"""Splits a line that has a headline and its imprint, as tag strippers leave them: 老渠春灌 2020-02-03 来源：澜安日报.

A line comes in, its two parts come out, or nothing where either is no such thing.  Whether the words in front are the
headline of the page is decided elsewhere.
"""

from __future__ import annotations

import re

from corpusclean.fold import fold
from corpusclean.metadata.imprint import read_imprint
from corpusclean.metadata.looks import could_be_headline

# a shorter one is a name
_SHORTEST = 5
# where an imprint begins: a date or a label behind a blank, or 发布时间： and its like behind anything
_BEGINS = re.compile(
    r"\s+(?=[(\[]?(?:19|20)\d\d[-/.年]\s?\d|[■☉◎●]|(?:文章|信息|稿件)?来源\s?:|(?:本[报网刊])?(?:记者|通讯员)\s"
    r"|(?:作者|文|撰文|撰稿|记者|编辑|责任编辑|时间|日期)\s?[:/|])"
    r"|\s*(?=(?:发布|发表|更新)(?:时间|日期)\s?:)"
)


def split_joined(text: str) -> tuple[str, str] | None:
    """The headline and the imprint of a line that has both.

    >>> split_joined("老渠今年不一样 2020-02-03 15:11 来源：澜安日报")
    ('老渠今年不一样', '2020-02-03 15:11 来源：澜安日报')
    >>> split_joined("他说 2020-02-03 会来。") is None
    True
    """
    bare = text.strip()
    match = _BEGINS.search(fold(bare))
    if match is None or match.start() < _SHORTEST:
        return None
    headline, imprint = bare[: match.start()], bare[match.end() :]
    return (headline, imprint) if could_be_headline(headline) and read_imprint(imprint).whole else None
