"""Headlines over two lines: joined where something shows that they are one, else left alone."""

from __future__ import annotations

import pytest

import corpusclean

IMPRINT = "2020-03-10 08:15 来源：禾声网"
BODY = "这条老渠今年春灌比往年早了半个月，修渠的人说，老渠从没有这么早放过水，水闸也是新换的。"


def title_of(*lines: str) -> str | None:
    return corpusclean.clean("\n".join((*lines, IMPRINT, BODY))).title


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“老渠今年", "不一样”"),  # a quotation that goes on
        ("老渠春灌（修", "闸记）来了"),
        ("守渠三十年的", "老闸工退休了"),  # a small word at the break
        ("两岸人家关于", "老渠春灌的记忆"),
        ("岸上的人和", "一条老渠的春天"),
        ("村里今年春", "灌又早了几天"),  # 春灌 is a word of the text
    ],
)
def test_two_lines_are_one_headline(first: str, second: str) -> None:
    assert title_of(first, second) == first + second


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("乡村振兴看变化", "老渠今年不一样"),  # a kicker
        ("禾声网 - 每天读一点", "老渠今年不一样"),  # a site and its slogan
        ("社会新闻", "老渠今年不一样"),
    ],
)
def test_what_stands_above_a_headline_is_none_of_it(first: str, second: str) -> None:
    assert title_of(first, second) == second


def test_the_path_says_both_lines_as_one() -> None:
    assert title_of("首页 > 三月放水忙两岸人家", "三月放水忙", "两岸人家") == "三月放水忙两岸人家"


def test_evidence_names_the_first_line_and_neither_stays_in_the_text() -> None:
    article = corpusclean.clean(f"“老渠今年\n不一样”\n{IMPRINT}\n{BODY}")
    assert article.evidence["title"].line == 1
    assert article.text == BODY
