"""The table of odd forms: one character for one, no standard character among the forms, no chains."""

from __future__ import annotations

import pytest

from corpusclean.normalize.detect import script_sets
from corpusclean.normalize.variants import forms


@pytest.mark.parametrize("script", ["hans", "hant"])
def test_no_chains(script: str) -> None:
    table = forms(script, japanese=True).standard
    assert not set(table) & set(table.values())
    assert all(len(new) == 1 for new in table.values())


def test_no_character_that_only_simplified_text_has() -> None:
    assert not set(forms("hans", japanese=True).standard) & set(script_sets().simplified)


@pytest.mark.parametrize("char", "乾著於徵藉邨甦昇后余祇姊")
def test_characters_of_their_own_are_no_forms(char: str) -> None:
    assert char not in forms("hans", japanese=True).standard


def test_japanese_forms_only_where_asked() -> None:
    assert forms("hans", japanese=True).unify("県畧") == "县略"
    assert forms("hans", japanese=False).unify("県畧") == "県略"


def test_a_form_beyond_the_bmp() -> None:
    assert forms("hans", japanese=False).unify("𠇮令𠮷") == "命令𠮷"
