"""Words with one character open are those that a look-up of each candidate finds."""

from __future__ import annotations

import pytest

from corpusclean.damage.language_model import USUAL, load
from corpusclean.damage.open_words import OpenWords

WORDS = {"福海县": 9, "福海": 7, "福山": 8, "海": 5, "上海": 4, "海上花列传": 12}


@pytest.mark.parametrize(
    ("head", "tail", "found"),
    [
        ("福", "", {"海": 7, "山": 8}),
        ("", "海", {"福": 7, "上": 4}),
        ("福", "县", {"海": 9}),
        ("福海", "", {"县": 9}),
        ("", "海县", {"福": 9}),
        ("水", "", {}),
        ("福", "山", {}),
        ("海上", "列传", {}),  # longer than the words that are looked for
    ],
)
def test_what_stands_between(head: str, tail: str, found: dict[str, int]) -> None:
    words = OpenWords(WORDS, longest=4)
    assert dict(words.between(head, tail)) == found
    assert dict(words.between(head, tail)) == found  # and again, from the index


@pytest.mark.parametrize("word", ["社区", "共产党", "众志成城"])
def test_the_model_finds_each_of_its_words_whichever_character_is_open(word: str) -> None:
    model = load()
    assert len(word) <= USUAL
    for place, char in enumerate(word):
        assert model.open_words.between(word[:place], word[place + 1 :])[char] == model.words[word]
