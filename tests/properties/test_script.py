"""What holds for any text: twice is once, lines and lengths stay, Simplified text does not change, nothing raises."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpusclean import detect_script, unify_script
from corpusclean.normalize.detect import script_sets
from corpusclean.normalize.script import TARGETS

# characters that decide or are decided, among plain ones, so that examples meet the rules
COMMON = "山水人大小中的了是在我他说說這这裡里裏面后後干幹乾斗鬥范範余餘著着看名土于於台臺灣湾為爲为峯靑県気の，。\n A1"
texts = st.text(st.sampled_from(COMMON), max_size=40) | st.text(max_size=20)
simplified = st.text(
    st.sampled_from("山水人大小中的了是在我他说这里面后干斗范余着著乾看名于台湾为们国学，。\n A1"), max_size=40
)


@settings(max_examples=150, deadline=None)
@given(text=texts)
@pytest.mark.parametrize("to", TARGETS)
def test_twice_is_once(to: str, text: str) -> None:
    once = unify_script(text, to)
    assert unify_script(once, to) == once


@settings(max_examples=100, deadline=None)
@given(text=st.text(st.sampled_from(script_sets().traditional + script_sets().either_in_traditional), max_size=30))
@pytest.mark.parametrize("to", TARGETS)
def test_twice_is_once_for_any_traditional_character(to: str, text: str) -> None:
    once = unify_script(text, to)
    assert unify_script(once, to) == once


@settings(max_examples=100, deadline=None)
@given(text=st.text(st.sampled_from(script_sets().simplified + script_sets().either_in_simplified), max_size=30))
@pytest.mark.parametrize("to", TARGETS)
def test_twice_is_once_for_any_simplified_character(to: str, text: str) -> None:
    once = unify_script(text, to)
    assert unify_script(once, to) == once


@settings(max_examples=200, deadline=None)
@given(text=simplified)
def test_simplified_text_does_not_change(text: str) -> None:
    assert unify_script(text) == text


@settings(max_examples=100, deadline=None)
@given(text=texts)
@pytest.mark.parametrize("to", TARGETS)
def test_lines_stay(to: str, text: str) -> None:
    assert unify_script(text, to).count("\n") == text.count("\n")


@settings(max_examples=100, deadline=None)
@given(text=st.text(st.characters(max_codepoint=127)))
@pytest.mark.parametrize("to", TARGETS)
def test_ascii_does_not_change(to: str, text: str) -> None:
    assert unify_script(text, to) == text


@settings(max_examples=100, deadline=None)
@given(text=st.text(st.characters(exclude_categories=())))
def test_nothing_raises(text: str) -> None:
    assert detect_script(text) in ("Hans", "Hant", "mixed", "none")
    for to in TARGETS:
        unify_script(text, to)
