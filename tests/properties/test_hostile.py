"""Pages that were made to hurt: every one gives an article, exactly restored, in a time bound to that of a real page.

Times are those of the processor, and ratios: to a page of the same length that is as dirty as scraped pages get.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from time import process_time

import pytest

import corpusclean

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
FEW, MANY = 4_000, 1_000_000
# times the processor time of the dirty page of that length; the worst that was seen is 6.5, of joiners
MOST_TIMES = 15
CHARS = [
    *"\n\t\r \x00\x01\x1b\x7f\x85\xa0\xad\u200b\u200d\u200e\u2028\u3000\ufeff\ufffd\uffff",
    *"\ue000\uf8ff\U000f0000\U0010ffff",
    *"\ud800\udfff\u0301\ufe0f的一來は한aZ0９ā?！!,，.。…-—~*#=_|/\\<>&;:：()（）[]【】{}“”‘’\"'`@%$^+①Ⅷㄅ丨\U0001f600",
]
PARTS = [
    *(
        "（",
        "([{（【《「『“‘",
        "「『",
        "“",
        '"我',
        "<div>",
        "<!--",
        "&amp;amp;",
        "&#38;",
        "&#x26;#x26;",
        "&#0;",
        "%E4=",
        "\\u",
    ),
    *(
        "ä¸",
        "浣犲",
        "\ufffd?",
        "(a",
        "堅(jiān)",
        "——“",
        "作者：",
        "来源:",
        "1. ",
        "http://",
        "上一篇：\n",
        "\n> ",
        "\r\n\r",
    ),
    *("&lt;p&gt;" + "\u3000" * 20 + "x", "分享到QQ空间QQ空间", "热门:a,b,,", "<br x=a/>", "价格价格价格 ", "| 浏览次 "),
]


def shown(part: str) -> str:
    return part.encode("unicode_escape").decode()[:24]


def seconds(page: str) -> float:
    began = process_time()
    corpusclean.clean(page, kind="text")
    return process_time() - began


@cache
def allowed(size: int) -> float:
    """The seconds that a hostile page of *size* characters may take."""
    dirty = SEEDS[2].read_text("utf-8")
    page = (dirty * (size // len(dirty) + 1))[:size]
    for seed in SEEDS:
        corpusclean.clean(seed.read_text("utf-8"))
    return MOST_TIMES * max(seconds(page), 0.02)


def hold(page: str) -> None:
    """Hold *page* to all promises at once."""
    most = allowed(max(len(page), FEW))  # before the clock runs: it loads what cleaning needs
    began = process_time()
    article = corpusclean.clean(page, kind="text")
    assert process_time() - began < most
    assert article.restore() == page
    assert corpusclean.replay(page, article.edits, kind="text") == article.text
    left = {unicodedata.category(char) for char in set(article.text) - {"\n", "\t"}}
    assert not left & {"Cc", "Cs"}


@pytest.mark.parametrize("char", CHARS, ids=shown)
def test_nothing_but_one_character(char: str) -> None:
    hold(char * FEW)


@pytest.mark.parametrize("part", PARTS, ids=shown)
def test_nothing_but_one_part(part: str) -> None:
    hold(part * (FEW // len(part)))


@pytest.mark.slow
@pytest.mark.parametrize("char", CHARS, ids=shown)
def test_a_million_of_one_character(char: str) -> None:
    hold(char * MANY)


@pytest.mark.slow
@pytest.mark.parametrize("char", "(（[【《“‘\"'<", ids=shown)
def test_a_hundred_thousand_that_never_close(char: str) -> None:
    hold(("文" + char) * 100_000)


@pytest.mark.slow
def test_a_line_of_ten_megabytes() -> None:
    hold("今天下雨，路上人少。" * 340_000)


def test_references_in_references() -> None:
    hold("&" + "amp;" * 5_000 + "lt;")
    hold("&amp;" * 5_000 + "lt;")


PRIVATE = [range(0xE000, 0xF900), range(0xF0000, 0xF0400), range(0x10FC00, 0x10FFFE)]


def test_every_private_use_character() -> None:
    hold("".join(f"字{chr(code)}" for codes in PRIVATE for code in codes))


def test_every_character_there_is() -> None:
    """In the order of their codes, a thousand to a line: the first planes here, all in the slow run."""
    hold("\n".join("".join(map(chr, range(start, start + 1000))) for start in range(0, 0x3000, 1000)))


@pytest.mark.slow
def test_all_of_unicode() -> None:
    hold("\n".join("".join(map(chr, range(start, start + 0x100))) for start in range(0, 0x110000, 0x100)))


@pytest.mark.parametrize("rounds", [40, 400])
@pytest.mark.parametrize(
    "page",
    [
        "font-size: 1;{};。", "<p z={}☃", "文档序号:13736973 {}。", "热门搜索:{}。", "娱乐城棋牌投注{}。",
        "鲸湾在线入口{}。", "热门搜索:{}☃",
    ],
)  # fmt: skip
def test_what_rules_once_lost_themselves_in(page: str, rounds: int) -> None:
    for again in (" x;zz:", "/><p z=x", " 阅读x", ",,", "|x", "-x入口x", "培训培训 ", "|浏览次"):
        hold(page.format(again * rounds))
