"""GBK and Big5 in runs of a misread line: what is believed, and what a line keeps."""

from __future__ import annotations

import pytest

from corpusclean.damage.misreadings import WESTERN
from corpusclean.damage.pairs import as_pairs
from corpusclean.damage.stretches import replaced
from corpusclean.damage.western import undo_western


def mended(line: str) -> str:
    runs = [match.span() for match in WESTERN.runs.finditer(line)]
    return replaced(line, as_pairs(line, WESTERN.raw(line), runs, WESTERN))


@pytest.mark.parametrize(
    ("line", "fixed"),
    [
        ("先生说：“ÒæÕß”", "先生说：“益者”"),
        ("在编辑Ä£式下", "在编辑模式下"),
        ("年初的9ÔÂ 版", "年初的9月 版"),
        ("“foo”里是ÎÄ¼þÄÚÈÝ", "“foo”里是文件内容"),
    ],
)
def test_is_read(line: str, fixed: str) -> None:
    assert mended(line) == fixed


@pytest.mark.parametrize(
    "line", ["字母 Åå 和 Ää", "Îª", "导热 5 W/(m²·K)", "问“¿Él está?”的人", "第2章 —— Debian", "“rusers”和“foo”|"]
)
def test_stays(line: str) -> None:
    assert mended(line) == line


def test_the_encoding_of_the_lines_own_script_wins() -> None:
    line = "这个文件 »ò 那个文件"
    assert replaced(line, undo_western(line)) == "这个文件 或 那个文件"
