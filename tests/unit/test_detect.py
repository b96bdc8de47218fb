"""Detection of the script: by characters that stand in one script only."""

from __future__ import annotations

from typing import Any

import pytest

from corpusclean import detect_script
from corpusclean.errors import InputError
from corpusclean.normalize.classical import is_classical
from corpusclean.normalize.detect import SAMPLE, is_japanese, script_sets, tally

HANS = "他们说这里的图书馆还没开门。"
HANT = "他們說這裡的圖書館還沒開門。"


@pytest.mark.parametrize(
    ("text", "script"),
    [
        (HANS, "Hans"),
        (HANT, "Hant"),
        (HANS + HANT, "mixed"),
        ("山水之后是乾坤著于书".replace("书", ""), "none"),
        ("", "none"),
        ("English 123", "none"),
        ("これは日本語の文です", "none"),
        (HANS * 3 + "陳", "Hans"),
        (HANT * 3 + "国", "Hant"),
        (HANS + "\nこれは東京駅へ行く電車です", "Hans"),
    ],
)
def test_detect(text: str, script: str) -> None:
    assert detect_script(text) == script


@pytest.mark.parametrize(
    "text", [HANS * 100 + HANT * 20, HANT * 100 + HANS * 20, HANS * 100 + HANT, "山" * 2000 + HANT]
)
def test_a_long_text_is_judged_as_by_all_its_characters(text: str) -> None:
    assert len(text) > SAMPLE
    assert detect_script(text) == tally(text).script


def test_only_text() -> None:
    value: Any = b"text"
    with pytest.raises(InputError, match="takes text"):
        detect_script(value)


def test_the_sets_do_not_meet() -> None:
    sets = script_sets()
    assert not set(sets.traditional) & set(sets.simplified)
    assert not set("后里干乾著於") & set(sets.traditional + sets.simplified)
    assert len(sets.traditional) > 2900
    assert len(sets.simplified) > 2400


@pytest.mark.parametrize(("text", "japanese"), [("優の良品", False), ("お茶", True), ("カード", True), ("茶", False)])
def test_japanese(text: str, japanese: bool) -> None:
    assert is_japanese(text) is japanese


@pytest.mark.parametrize(
    ("text", "classical"),
    [
        ("師者，所以傳道受業解惑也。人非生而知之者，孰能無惑？", True),
        ("學而不思則罔矣，思而不學則殆矣，此之謂也。", True),
        ("會議於昨日召開，與會者就其中三項議題交換意見。", False),
        ("這是他的書，其中之一已經賣完，而且不會再印。", False),
        ("幾乎全數代表出席，並就預算案進行表決", False),
    ],
)
def test_classical(text: str, classical: bool) -> None:
    assert is_classical(text) is classical
