"""The stages of rules: what is cut, what is labelled, where, and how far a list reaches."""

from __future__ import annotations

import time

from corpusclean.debris.rules.match import RuleSet
from corpusclean.debris.rules.model import Rule
from corpusclean.debris.rules.stages import cutting, labelling_by
from corpusclean.document import Clue, Document
from corpusclean.stage import Stage

PROSE = "雨停之后，街上的人多了起来，卖菜的老人也回到了桥头。"


def rule(
    name: str, pattern: str, *needs: str, does: str = "drop-line", where: str = "anywhere", takes: str = ""
) -> Rule:
    return Rule(name, does, "why", pattern, needs=needs, where=where, takes=takes)


def labels(stage: Stage, *lines: str) -> list[str]:
    return [mark.rule or mark.label for mark in stage(Document.of("\n".join(lines))).marks]


SHARE = rule("sharing:word", "分享", "分享", where="outside")
HEAD = rule("nav:word", "新闻", "新闻", where="head")
TAIL = rule("end:word", "完", "完", where="tail")
RELATED = rule("related:header", "相关阅读:?", "相关阅读", takes="list")
DATE = rule("dates:day", r"(?P<published>\d{4}-\d\d-\d\d)", "-", does="label:meta")
END = rule("a:end", r"\(完\)", "完", does="cut")
PLACES = labelling_by(RuleSet([SHARE, HEAD, TAIL]))
LISTS = labelling_by(RuleSet([RELATED, DATE]))


class TestPlaces:
    def test_head_tail_and_outside(self) -> None:
        lines = ("新闻", "分享", "完", PROSE, "新闻", "分享", "完", PROSE, "新闻", "分享", "完")
        assert labels(PLACES, *lines) == [
            *("nav:word", "sharing:word", "body"),
            "body",
            *("body", "body", "body"),
            "body",
            *("body", "sharing:word", "end:word"),
        ]

    def test_without_a_sentence_no_place_is_known(self) -> None:
        assert labels(PLACES, "新闻", "分享", "完") == ["body"] * 3

    def test_a_headline_with_a_question_mark_is_no_sentence(self) -> None:
        assert labels(PLACES, "谁在为山城的高价夜宵一次次买单？", "分享", PROSE) == ["body", "sharing:word", "body"]

    def test_a_comment_below_other_debris_is_not_the_last_sentence(self) -> None:
        below = ("新闻0", "新闻1", "新闻2", "新闻3", "写得真好，我小时候也坐过这条船，船票五分钱。", "分享")
        stage = labelling_by(RuleSet([rule("nav:words", r"新闻\d", "新闻"), SHARE]))
        assert labels(stage, PROSE, "分享", *below) == [
            *("body", "sharing:word"),
            *["nav:words"] * 4,
            *("body", "sharing:word"),
        ]

    def test_a_reply_in_a_thread_is(self) -> None:
        below = ("新闻0", "新闻1", "新闻2", "新闻3", "写得真好，我小时候也坐过这条船，船票五分钱。", "分享")
        stage = labelling_by(RuleSet([rule("forum:words", r"新闻\d", "新闻"), SHARE]))
        assert labels(stage, PROSE, "分享", *below)[:2] == ["body", "body"]


class TestLists:
    def test_a_list_ends_where_a_short_sentence_stands(self) -> None:
        lines = ("相关阅读：", "一口老井", "桥的由来", "1954年大水，次年重修。[1]", "灯")
        assert labels(LISTS, PROSE, *lines) == ["body", *["related:header"] * 2, "body", "body", "body"]

    def test_a_list_goes_along_to_the_end_of_the_page(self) -> None:
        assert labels(LISTS, PROSE, "相关阅读：", "一口老井", "", "夜航船上的书店") == [
            "body",
            *["related:header"] * 2,
            "body",
            "related:header",
        ]

    def test_prose_ends_it_and_the_line_before_may_be_its_subhead(self) -> None:
        lines = (PROSE, "相关阅读", "一口老井", "夜航船上的书店", "桥头的早市", PROSE, "桥下")
        assert labels(LISTS, *lines) == ["body", *["related:header"] * 3, "body", "body", "body"]

    def test_a_list_of_one_goes(self) -> None:
        assert labels(LISTS, PROSE, "相关阅读", "一口老井", PROSE) == ["body", *["related:header"] * 2, "body"]

    def test_above_the_body_a_header_goes_alone(self) -> None:
        assert labels(LISTS, "相关阅读", "这是标题", PROSE) == ["related:header", "body", "body"]

    def test_a_line_with_a_rule_of_its_own_keeps_it_and_its_clue(self) -> None:
        doc = LISTS(Document.of(f"{PROSE}\n相关阅读\n一口老井\n2020-02-03\n夜航船"))
        assert [mark.rule for mark in doc.marks] == [
            "",
            "related:header",
            "related:header",
            "dates:day",
            "related:header",
        ]
        assert doc.clues == (Clue("published", "2020-02-03", "dates:day", 4),)

    def test_a_second_header_has_its_own_list(self) -> None:
        second = rule("hot:header", "热帖", "热帖", takes="list")
        stage = labelling_by(RuleSet([RELATED, second]))
        assert labels(stage, PROSE, "相关阅读", "一口老井", "热帖", "夜航船") == [
            "body",
            *["related:header"] * 2,
            *["hot:header"] * 2,
        ]

    def test_many_headers_cost_no_more_than_their_lines(self) -> None:
        doc = Document.of(PROSE + "\n相关阅读" * 20_000)
        start = time.process_time()
        LISTS(doc)
        assert time.process_time() - start < 5


class TestPrecedence:
    def test_the_first_rule_that_fits_wins(self) -> None:
        first = rule("a:one", "分享.*", "分享")
        second = rule("a:two", "分享到", "分享")
        assert labels(labelling_by(RuleSet([first, second])), "分享到", "分享") == ["a:one", "a:one"]
        assert labels(labelling_by(RuleSet([second, first])), "分享到", "分享") == ["a:two", "a:one"]

    def test_a_label_that_stands_is_left(self) -> None:
        doc = Document.of("分享到").relabel([(0, "caption", "captions:x")])
        assert labelling_by(RuleSet([rule("a:one", "分享到", "分享")]))(doc) is doc

    def test_a_page_without_hits_is_the_same_document(self) -> None:
        doc = Document.of(PROSE)
        assert labelling_by(RuleSet([RELATED]))(doc) is doc
        assert cutting(RuleSet([RELATED]))(doc) is doc


class TestCutting:
    def test_every_match_is_an_edit(self) -> None:
        doc = cutting(RuleSet([END]))(Document.of("他走了。（完）\n她也走了（完）。"))
        assert doc.text == "他走了。\n她也走了。"
        assert [(edit.rule, edit.line, edit.old) for edit in doc.edits] == [
            ("a:end", 1, "（完）"),
            ("a:end", 2, "（完）"),
        ]

    def test_what_a_cut_brings_together_is_cut_in_the_next_round(self) -> None:
        assert cutting(RuleSet([END]))(Document.of("他（（完）完）走了")).text == "他走了"

    def test_two_rules_on_one_place_make_one_change(self) -> None:
        wider = rule("a:wide", r"了\(完\)", "完", does="cut")
        doc = cutting(RuleSet([wider, END]))(Document.of("他走了（完）"))
        assert [(edit.rule, edit.old) for edit in doc.edits] == [("a:wide", "了（完）")]

    def test_clues_of_a_cut(self) -> None:
        named = rule("tags:glued", r"标签:(?P<keyword>\S+)", "标签", does="cut")
        assert cutting(RuleSet([named]))(Document.of("走了。标签：散文")).clues == (
            Clue("keyword", "散文", "tags:glued", 1),
        )
