"""One scan tells of a Traditional page what single scans tell of any."""

from __future__ import annotations

import pytest

from corpusclean.normalize.classical import classical_rows
from corpusclean.normalize.detect import leading
from corpusclean.normalize.survey import survey

PAGE = "這裡的圖書館開門了，請問幾點關門？\n" * 20


@pytest.mark.parametrize(
    "tail", ["", "不亦說乎？有朋自遠方來也。", "這畧書靑年", "简体字们说话", "汉" * 200, "乎" * 200]
)
def test_same_as_single_scans(tail: str) -> None:
    text = PAGE + tail + "\n" + PAGE
    found = survey(text)
    assert found.page.script == leading(text).script
    assert found.classical == frozenset(classical_rows(text))
    assert not found.kana


def test_odd_forms_are_named_on_a_traditional_page_only() -> None:
    assert survey(PAGE + "畧𠇮").odd_forms == {"畧", "𠇮"}
    assert survey("这里的图书馆开门了，畧").odd_forms is None


def test_kana() -> None:
    assert survey(PAGE + "東京へ行く").kana
    assert survey("东京へ行く").kana
