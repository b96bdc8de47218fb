"""Glued paragraphs are split; columns, spaced names and verse are not."""

from __future__ import annotations

import pytest

from corpusclean.document import Document
from corpusclean.segment.glue import split_glued

FIRST = "渡口的老船工每天清早把船舱里的水舀干净，再去桥头买两个烧饼。"
SECOND = "今年三月，镇上在下游两公里的地方修好了一座人行桥。"
THIRD = "“船还得开，”他说，“对岸还有三户人家呢。”"


def split(text: str) -> str:
    return split_glued(Document.of(text)).text


@pytest.mark.parametrize("seam", ["　　", "　　　　", " 　　 ", "/br", "  /br　　", "/BR"])
def test_split(seam: str) -> None:
    assert split(FIRST + seam + SECOND) == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize("seam", ["  ", "\xa0\xa0", "    "])
def test_plain_blanks_count_when_there_are_several(seam: str) -> None:
    assert split(seam.join((FIRST, SECOND, THIRD))) == "\n".join((FIRST, SECOND, THIRD))
    assert split(seam.join((FIRST, SECOND))) == seam.join((FIRST, SECOND))


def test_an_indent_in_front_stays() -> None:
    assert split(f"　　{FIRST}　　{SECOND}") == f"　　{FIRST}\n{SECOND}"


def test_a_subhead_is_set_free() -> None:
    assert split(f"{FIRST}　　二、桥修好以后　　{SECOND}") == f"{FIRST}\n二、桥修好以后\n{SECOND}"


@pytest.mark.parametrize(
    "text",
    [
        "舂坎角渡口　　　　　　　水面以下三米的范围以内都算航道",
        "车　　型：云垚混动版　　价　　格：十三万九千八百元整（含税）",
        "空山新雨后，天气晚来秋。　　明月松间照，清泉石上流。",
        "图片说明：船工在舀水。　　本报摄",
        f"{FIRST} {SECOND} {THIRD}",
        "",
    ],
)
def test_left_alone(text: str) -> None:
    assert split(text) == text


def test_a_second_pass_changes_nothing() -> None:
    once = split("　　".join((FIRST, SECOND, THIRD, "　", FIRST)))
    assert split(once) == once
