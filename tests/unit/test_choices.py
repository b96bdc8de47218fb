"""What candidates for an open character cost is what the whole text costs with each of them in it."""

from __future__ import annotations

import pytest

from corpusclean.damage.choices import Choices
from corpusclean.damage.language_model import TENTHS, load

CHARS = "海。的味囸灣湾"


@pytest.mark.parametrize("left", ["", "福", "他在福", "他们在中华人民共", "臺"])
@pytest.mark.parametrize("right", ["", "县", "县的路", "国的路上", "，他说"])
def test_costs_are_those_of_the_whole(left: str, right: str) -> None:
    choices = Choices.of(CHARS, right)
    cost, joined = choices.behind(left) if left else (0, {})
    for place, char in enumerate(CHARS):
        assert joined.get(place, cost + choices.costs[place]) == round(TENTHS * load().cost(left + char + right))


def test_only_candidates_that_make_a_word_with_what_stands_before_them_are_told_apart() -> None:
    choices = Choices.of("海，", "县")
    assert list(choices.behind("福")[1]) == [0]
    assert choices.behind("中华人")[1] == {}
