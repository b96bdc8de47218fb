"""What kind of block a line is."""

from __future__ import annotations

import pytest

import corpusclean
from corpusclean.document import Document
from corpusclean.segment.code import code_rows
from corpusclean.segment.kinds import recognise_kinds

PROSE = "渡口的老船工每天清早把船舱里的水舀干净，再去桥头买两个烧饼，一个自己吃，一个留给摆渡的学生。"
VERSE = ("灯灭了", "冰箱也不再说话", "我们坐着", "听楼上的孩子", "数到一百")
CODE = ("import socket", "def alive(host, port):", "    # 能连上返回 True", "    return True", "print(alive('a', 1))")


def kinds(*lines: str) -> list[tuple[str, int]]:
    return [(line.mark.kind, line.mark.level) for line in recognise_kinds(Document.of("\n".join(lines))).lines]


@pytest.mark.parametrize(
    "subhead",
    [
        "甘当渡口“守门员”",
        "船还得开 桥也得修",
        "风雨无阻三十年，摆渡的人不下船",
        "挨家挨户接人，不落一户、不漏一人——",
        "——默默摆渡，接送对岸的学生",
    ],
)
def test_subheads(subhead: str) -> None:
    assert kinds(PROSE, subhead, PROSE) == [("", 0), ("heading", 2), ("", 0)]


def test_a_subhead_in_two_lines() -> None:
    assert kinds(PROSE, "风雨无阻——", "他们守在渡口的两岸", PROSE)[1:3] == [("heading", 2)] * 2


def test_a_subhead_over_one_spoken_line() -> None:
    assert kinds("甘当“守门员”", "“开船！”", PROSE)[0] == ("heading", 2)


@pytest.mark.parametrize("line", ["何止一个船工。", "他说：", "“开船！”", "第一，不要着急，", "12:30"])
def test_no_subheads(line: str) -> None:
    assert kinds(PROSE, line, PROSE)[1] == ("", 0)


def test_the_last_line_is_no_subhead() -> None:
    assert kinds(PROSE, "渡口镇人民政府") == [("", 0), ("", 0)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("## 安装", ("heading", 2)),
        ("第三章 桥修好以后", ("heading", 1)),
        ("1. 把船舱里的水舀干净。", ("list-item", 1)),
        ("（2）去桥头买烧饼", ("list-item", 1)),
        ("• 风雨无阻", ("list-item", 1)),
        ("> 船还得开", ("quote", 0)),
        ("| 船名 | 年份 | 载重 |", ("table-row", 0)),
        ("3.14 是圆周率", ("", 0)),
        ("第三章的结尾写得好，他一口气读完，又翻回去读了一遍。", ("", 0)),
        (PROSE, ("", 0)),
    ],
)
def test_marks_in_front(line: str, kind: tuple[str, int]) -> None:
    assert kinds(line) == [kind]


def test_verse() -> None:
    assert set(kinds(*VERSE)) == {("verse", 0)}


def test_verse_of_even_lines() -> None:
    assert set(kinds("渡口潮初落，", "孤船晚未归。", "灯明桥上客，", "雨湿岸边衣。")) == {("verse", 0)}


@pytest.mark.parametrize(
    "lines",
    [
        ("“谁？”", "“我。”", "“进来吧！”", "“不了。”", "“那走好。”"),
        ("船长：八米", "船宽：两米", "载重：一吨", "年份：2003"),
        ("雨停了。", "他走了。", "船还在。", "桥通了。", "没有人来。"),
        VERSE[:3],
    ],
)
def test_no_verse(lines: tuple[str, ...]) -> None:
    assert ("verse", 0) not in kinds(*lines)


def test_code() -> None:
    assert set(kinds(*CODE)) == {("code", 0)}
    assert kinds(PROSE, *CODE, PROSE)[0] == kinds(PROSE, *CODE, PROSE)[-1] == ("", 0)


@pytest.mark.parametrize(
    "lines",
    [
        ("GitHub 上的 for 循环写法很多，选一种就好。", PROSE),
        ("The old ferry still runs.", "It has run for thirty years."),
        ("import 是进口的意思", "for 是为了"),
    ],
)
def test_no_code(lines: tuple[str, ...]) -> None:
    assert not list(code_rows(Document.of("\n".join(lines)).lines))


def test_blank_lines_do_not_count() -> None:
    apart = [kind for kind in kinds(*(text for line in (*VERSE, "", PROSE) for text in (line, "")))[::2] if kind]
    assert apart[:5] == [("verse", 0)] * 5


def test_code_and_verse_are_one_block_each_with_their_indents() -> None:
    page = "\n".join((PROSE, *CODE, PROSE))
    article = corpusclean.clean(page)
    assert [block.kind for block in article.blocks] == ["paragraph", "code", "paragraph"]
    assert "\n    return True\n" in article.text
    assert corpusclean.clean_text(article.text) == article.text
