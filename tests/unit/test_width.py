"""Full-width letters, digits and signs."""

from __future__ import annotations

import pytest

from corpusclean.document import Change
from corpusclean.normalize import width


def test_a_word_is_one_change() -> None:
    assert width.full_width_word("甲ＨＴＭＬ５乙", 1) == Change(1, 6, "HTML5", "width:letter")


@pytest.mark.parametrize("char", "①㎡Ⅲ℃½²ア，")
def test_characters_of_their_own_stay(char: str) -> None:
    assert width.full_width_word(char, 0) is None


@pytest.mark.parametrize(
    ("line", "at", "new"),
    [
        ("１０．５", 2, "."),
        ("10．5", 2, "."),
        ("１０％", 2, "%"),
        ("甲．5", 1, None),
        ("1．甲", 1, None),
        ("1．", 1, None),
        ("％", 0, None),
        ("甲％", 1, None),
    ],
)
def test_signs(line: str, at: int, new: str | None) -> None:
    change = width.full_width_sign(line, at)
    assert (change and change.new) == new
