"""The screen lets through every line that a rule may act on, and next to no other."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from corpusclean.debris.rules.loader import built_in
from corpusclean.debris.rules.match import RuleSet, screen_of
from corpusclean.debris.rules.model import Rule
from corpusclean.document import Document
from corpusclean.fold import fold, spellings

RULES = built_in()
SCREENED, UNSCREENED = RuleSet(RULES), RuleSet(RULES, screened=False)


def rule(name: str, *needs: str, trigger: str = "", longest: int = 0) -> Rule:
    return Rule(name, "drop-line", "why", ".*", needs=needs, trigger=trigger, longest=longest)


def found(rules: RuleSet, text: str) -> list[tuple[int, list[str]]]:
    return [(hit.line.row, [rule.id for rule in hit.rules]) for hit in rules.hits(Document.of(text))]


def test_lines_come_with_the_rules_that_want_them_in_the_order_of_the_files() -> None:
    rules = RuleSet([rule("a:one", "分享"), rule("a:two", "微博", "分享到"), rule("a:three", trigger=r"\d{7}")])
    text = "正文。\n分享到微博\n微博\n电话1234567，分享"
    assert found(rules, text) == [(1, ["a:one", "a:two"]), (2, ["a:two"]), (3, ["a:one", "a:three"])]


def test_every_spelling_is_found() -> None:
    rules = RuleSet([rule("a:one", "责任编辑:"), rule("a:two", "Copyright")])
    assert found(rules, "責任編輯：陳\n责任編辑︰\nＣｏｐｙｒｉｇｈｔ\ncopyright\nCopy right") == [
        (0, ["a:one"]),
        (1, ["a:one"]),
        (2, ["a:two"]),
    ]


def test_a_part_of_a_literal_is_not_enough() -> None:
    rules = RuleSet([rule("a:one", "Powered by Discuz")])
    assert screen_of("Powered by Discuz") != "Powered by Discuz"
    assert found(rules, "Power\nPowered by\nPowered by Discuz! X3") == [(2, ["a:one"])]


def test_a_line_that_is_too_long_for_a_rule_is_not_tried() -> None:
    rules = RuleSet([rule("a:one", "分享", longest=4)])
    assert found(rules, "分享文章\n  分享文章  \n分享的文章") == [(0, ["a:one"]), (1, ["a:one"])]


def test_a_trigger_may_be_tied_to_the_ends_of_a_line() -> None:
    rules = RuleSet([rule("a:one", trigger=r"^\d+$")])
    assert found(rules, "12\na12\n34") == [(0, ["a:one"]), (2, ["a:one"])]


def test_no_rules_and_no_lines() -> None:
    assert found(RuleSet([]), "分享\n微博") == []
    assert found(SCREENED, "") == []


def test_lone_surrogates_hide_nothing() -> None:
    rules = RuleSet([rule("a:one", "分享")])
    assert found(rules, "\ud800\n分享\udfff") == [(1, ["a:one"])]


def test_a_rule_set_goes_to_another_process() -> None:
    again = pickle.loads(pickle.dumps(SCREENED))
    assert found(again, "分享到：微博") == found(SCREENED, "分享到：微博")
    assert not pickle.loads(pickle.dumps(UNSCREENED)).screened


@given(st.sampled_from([literal for rule in RULES for literal in rule.needs]))
def test_the_screen_of_a_literal_is_a_short_list_of_texts(literal: str) -> None:
    screen = screen_of(literal)
    assert screen
    assert screen in literal
    assert len(spellings(screen)) <= 300


PIECES = [text for rule in RULES for text in (*rule.removes, *rule.keeps, *rule.needs)]
LINES = st.lists(st.sampled_from([*PIECES, " ", "，", "正文。", "\ud800", "ｗｗｗ", "１２"]), max_size=4).map("".join)


@given(st.lists(LINES, max_size=6).map("\n".join))
def test_screened_is_unscreened(text: str) -> None:
    assert found(SCREENED, text) == found(UNSCREENED, text)


@given(st.lists(LINES, max_size=3).map("\n".join))
def test_the_folded_text_is_as_long_as_the_line(text: str) -> None:
    for hit in SCREENED.hits(Document.of(text)):
        assert hit.found.folded == fold(hit.line.text)
        assert len(hit.found.folded) == len(hit.line.text)


def test_what_was_seen_is_remembered_by_one_set_and_not_by_another() -> None:
    doc = Document.of("分享到微博\n正文。\n分享到微博")
    first, second = RuleSet([rule("a:one", "分享")]), RuleSet([rule("a:two", "微博")])
    assert first.hits(doc) == first.hits(doc)
    assert first.hits(doc)[0].found is first.hits(doc)[1].found
    assert found(second, doc.text) == [(0, ["a:two"]), (2, ["a:two"])]


def test_no_more_is_remembered_than_is_good() -> None:
    rules = RuleSet([rule("a:one", "分享")])
    for size in (60_000, 60_000, 120_000, 10):
        line = "分享" + "的" * size
        assert found(rules, f"{line}\n正文") == [(0, ["a:one"])] * (size < 600)
        assert sum(map(len, rules._remembered)) <= 100_000
