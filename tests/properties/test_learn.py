"""Promises of learning that hold for any pages: sound rules, the same from any order, nothing of one page alone."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import corpusclean
from corpusclean.debris.rules.loader import parse, problems
from corpusclean.learning.patterns import literal_of, pattern_of
from corpusclean.learning.templates import templates
from tests.unit.learned_sites import site

WORDS = (
    "渡口",
    "夜话",
    "关注",
    "编辑：",
    "王小明",
    "2024-03-05",
    "12",
    " ",
    "。",
    "，",
    "www.dukou.example",
    "更多",
    "（",
    "）",
    "首页",
    "a",
)
line = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map("".join)
lines = st.lists(line, min_size=0, max_size=4)
quick = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@quick
@given(head=lines, tail=lines, between=lines, order=st.randoms(use_true_random=False))
def test_proposals_are_sound_and_do_not_depend_on_order(
    head: list[str], tail: list[str], between: list[str], order: random.Random
) -> None:
    pages = []
    for page in site(12, "", ""):
        first, *rest = page.strip("\n").split("\n")
        pages.append(("\n".join([*head, first, *between, *rest, *tail]), "https://dukou.example/1"))
    found = corpusclean.learn(pages)
    order.shuffle(pages)
    assert corpusclean.learn(pages) == found
    if found.rules:
        rules = parse(found.toml, "learned.toml")
        assert list(problems(rules)) == []
    printed = {text.strip() for text in (*head, *tail, *between)}
    for rule in found.rules:
        if rule.does != "cut":
            assert {text.strip() for text in rule.removes} <= printed


@quick
@given(texts=st.lists(line, min_size=1, max_size=5))
def test_a_pattern_fits_every_line_of_its_template(texts: list[str]) -> None:
    from corpusclean.debris.rules.model import Rule

    for text in texts:
        (template,) = templates(text)
        alike = [other for other in texts if templates(other) == [template]]
        literal = literal_of(template)
        if template and literal:
            rule = Rule("a:b", "drop-line", "why", pattern_of(template, alike), (literal,))
            assert all(map(rule.acts_on, alike))


@pytest.mark.parametrize("seed", range(3))
def test_lines_of_one_page_alone_are_never_proposed(seed: int) -> None:
    rng = random.Random(seed)
    pages = [
        f"{page}\n{''.join(rng.choice(WORDS) for _ in range(8))}{chr(0x4E00 + n)}" for n, page in enumerate(site(20))
    ]
    own = {text for page in pages for text in page.split("\n") if sum(text in other for other in pages) == 1}
    found = corpusclean.learn(pages)
    assert not [rule for rule in found.rules for text in own if rule.does != "cut" and rule.acts_on(text)]
