"""The language model: words before characters, both scripts alike, fast to load, from the tool's own data."""

from __future__ import annotations

import math

import pytest

from corpusclean.damage.language_model import load


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("福海县环城西路", "福。县环城西路"),
        ("刺鼻的消毒水味", "刺鼻的消毒水文"),
        ("我們的網格員", "我們的網恪員"),
        ("他说完就走了", "他锟完就走了"),
        ("今天天气很好", "今天\ue000气很好"),
        ("一条信息", "一条\ufffd息"),
    ],
)
def test_likelier_text_costs_less(better, worse):
    assert load().cost(better) < load().cost(worse)


def test_traditional_text_costs_what_simplified_text_costs():
    assert load().cost("社區黨員") == load().cost("社区党员")
    assert load().step("黨", "員") == load().step("党", "员")


@pytest.mark.parametrize("text", ["", "\x00", "\ud800", "abc", "\U0001f600", "，。！", "㐀", "𠮷"])
def test_every_text_has_a_finite_cost(text):
    model = load()
    assert math.isfinite(model.cost(text))
    assert all(model.char_cost(char) > 0 and model.step("中", char) > 0 for char in text)


@pytest.mark.parametrize("char", "剁涓浜棣彧澶撅寮岖")
def test_rare_characters_that_misread_text_has_too_are_known(char):
    assert char in load().words
    assert 110 < load().words[char] < 150


@pytest.mark.parametrize("char", "銆殑槸鍙鏄竴")
def test_characters_that_only_misread_text_has_are_not(char):
    assert char not in load().words


def test_a_word_whose_parts_cost_the_same_is_not_kept_but_costs_the_same():
    assert load().cost("不了") == pytest.approx(9.3, abs=0.05)
