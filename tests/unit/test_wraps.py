"""Hard-wrapped lines are joined; what only looks like them is not."""

from __future__ import annotations

import pytest

from corpusclean.document import Document
from corpusclean.segment.wraps import columns, join_wrapped

TEXT = (
    "渡口的老船工每天清早把船舱里的水舀干净,再去桥头买两个烧饼,一个自己吃,一个留给摆渡的学生,风雨无阻。"
    "今年三月,镇上在下游两公里的地方修好了一座人行桥,从学校走过去只要十分钟,坐船的人一下子少了一大半,"
    "船工却没有把船卖掉,他说对岸还有三户人家,老的老,小的小,桥再近也走不动,总得有人去接。"
)


def wrapped(text: str, width: int = 30, indent: str = "") -> str:
    """The text at a fixed width, its first line indented."""
    text = indent + text
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def joined(text: str) -> str:
    return join_wrapped(Document.of(text)).text


@pytest.mark.parametrize("width", [22, 30, 38])
def test_a_paragraph_is_made_whole(width: int) -> None:
    assert joined(wrapped(TEXT, width)) == TEXT


def test_blank_lines_separate_paragraphs() -> None:
    page = f"{wrapped(TEXT)}\n\n{wrapped(TEXT[40:])}"
    assert joined(page) == f"{TEXT}\n\n{TEXT[40:]}"


def test_an_indent_opens_a_paragraph() -> None:
    page = "\n".join(wrapped(TEXT[at:], indent="　　") for at in (0, 20, 40))
    assert joined(page) == "\n".join("　　" + TEXT[at:] for at in (0, 20, 40))


def test_every_join_is_recorded() -> None:
    doc = join_wrapped(Document.of(wrapped(TEXT)))
    assert {(edit.rule, edit.old, edit.new) for edit in doc.edits} == {("layout:hard-wrap", "\n", "")}


def test_a_blank_between_latin_words() -> None:
    words = "船名 Swallow of the Old Harbour 是请人写的，漆掉了一半，剩下的几个字母要凑近了才看得出来，"
    page = f"{words}没有人认得它\n{words}只有他认得出\n{words}后来重漆了 Old\nHarbour 两个词，就再没有掉过。"
    assert "重漆了 Old Harbour 两个词" in joined(page)


@pytest.mark.parametrize(
    "page",
    [
        "\n".join(
            f"{name}镇连续三年办起冬泳，{name}的人说明年还要接着办下去" for name in ("桥头", "渡口", "上河", "下河")
        )
        + "\n",
        "灯灭了，\n冰箱也不再说话，\n我们坐着，\n听楼上的孩子，\n数到一百，\n有人划火柴，",
        "\n".join("雨停之后，街上的人多了起来，他们三三两两地走过桥头，谁也没有说话。" for _ in range(6)),
        "\n".join(f"2024-03-0{day} 12:00 老穆,下午的船票还有没有,给我留两张靠窗的位子" for day in range(1, 9)),
        "\n".join(f"    total = total + price[{row}] * count[{row}]  # 加上一行的钱,单位是分" for row in range(9)),
        "\n".join(f"{row}、渡口的船每半小时一班,过河的人要提前十分钟到码头排队等候" for row in range(1, 8)),
        "",
        "\n\n\n",
    ],
    ids=["headlines", "verse", "paragraphs", "chat", "code", "numbered", "empty", "blank"],
)
def test_left_alone(page: str) -> None:
    assert joined(page) == page


def test_a_second_pass_changes_nothing() -> None:
    once = joined(f"{wrapped(TEXT)}\n\n{wrapped(TEXT[30:], 29)}")
    assert joined(once) == once


def test_columns() -> None:
    assert columns("渡口ab。  ") == 8
