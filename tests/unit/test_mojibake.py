"""Misread text, case by case: files of cases with label, comment, original and fixed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpusclean import clean, repair
from corpusclean.damage.mojibake import _is_western, reread, screen, undo_misreading
from corpusclean.damage.stretches import replaced
from corpusclean.document import Document
from corpusclean.errors import InputError

CASES = Path(__file__).parents[1] / "cases"


def cases(name: str) -> list[Any]:
    return [pytest.param(case, id=case["label"]) for case in json.loads((CASES / f"{name}.json").read_text("utf-8"))]


@pytest.mark.parametrize("case", cases("in-the-wild") + cases("synthetic"))
def test_is_put_right(case: dict[str, str]) -> None:
    assert repair(case["original"]) == case["fixed"]
    assert repair(case["fixed"]) == case["fixed"]


@pytest.mark.parametrize("case", cases("negative"))
def test_stays(case: dict[str, str]) -> None:
    assert repair(case["original"]) == case["original"]


@pytest.mark.parametrize("case", cases("known-failures"))
@pytest.mark.xfail(strict=True, reason="see the comment of the case")
def test_is_not_put_right_yet(case: dict[str, str]) -> None:
    assert repair(case["original"]) == case["fixed"]


def test_stretches_are_edits_of_their_own() -> None:
    doc = undo_misreading(Document.of("标题\n好ä½\xa0好，ä»–们"))
    assert [(edit.line, edit.rule, edit.old, edit.new) for edit in doc.edits] == [
        (2, "repair:utf8-as-western", "ä½\xa0", "你"),
        (2, "repair:utf8-as-western", "ä»–", "他"),
    ]


@pytest.mark.parametrize("around", ["暗(àn)夜里的路，{}", "{}堅(jiān)守暗(àn)哨?àn)", "他说“好”……{}"])
def test_a_misread_part_beside_readings_and_marks_is_put_right(around: str) -> None:
    page = around.format("天气很好".encode().decode("latin-1"))
    assert replaced(page, reread(page)) == around.format("天气很好")


@pytest.mark.parametrize("line", ["暗(àn)夜里的路長(cháng)又彷徨磅礴", "他说“藥袋人”……邯鄲—“好”"])
def test_readings_and_marks_are_no_bytes(line: str) -> None:
    assert reread(line) == []
    assert not _is_western(line)


def test_clean_text_does_not_reach_the_readers() -> None:
    assert screen().search("他们说“好”——café，50°C…… ①②③ ★★★ 😀😀 ┌──┐") is None


def test_a_page_of_utf16_read_as_latin1() -> None:
    text = "上海的雨下了一夜。\n第二天，街上全是水。"
    assert repair(text.encode("utf-16-le").decode("latin-1")) == text


@pytest.mark.parametrize("value", [None, b"bytes", 3])
def test_repair_takes_str_only(value: object) -> None:
    with pytest.raises(InputError, match="str"):
        repair(value)  # type: ignore[arg-type]


def test_the_good_half_of_a_line_is_not_lost_with_the_misread_half() -> None:
    line = "他说：中文很好，浠婂ぉ澶╂皵寰堝ソ銆\ufffd。"
    assert clean(line).text.startswith("他说：中文很好，今天天气很好")
