"""Ordinary sentences that hold the words rules look for: none of them may go, wherever it stands.

The examples of a rule are near misses of that rule; these are what articles say about reprints, passwords, hotlines and
shops, each with the words of some rule in it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from corpusclean import clean
from corpusclean.debris.rules.loader import built_in

SENTENCES = (Path(__file__).parents[1] / "cases" / "ordinary-sentences.txt").read_text("utf-8").splitlines()
LEAD = "青禾县的春天来得很晚，三月里山上还有积雪，河面上的冰要到月底才化开。"
REST = "老人们说，往年这个时候，渡口的船已经开了，今年却还要再等上半个月。"


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_rule_that_holds_everywhere_acts_on_it(sentence: str) -> None:
    assert [rule.id for rule in built_in() if rule.where == "anywhere" and rule.acts_on(sentence)] == []


def test_all_stay_between_paragraphs() -> None:
    pages = {sentence: f"{LEAD}\n{sentence}\n{REST}" for sentence in SENTENCES}
    assert [sentence for sentence, page in pages.items() if sentence not in clean(page).text.split("\n")] == []
