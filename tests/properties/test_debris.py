"""What holds for the judgement of lines whatever the page is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpusclean
from corpusclean.debris.judge import judge_lines
from corpusclean.debris.rules.loader import built_in
from corpusclean.document import Document
from corpusclean.segment.glue import split_glued
from corpusclean.segment.kinds import recognise_kinds
from corpusclean.segment.wraps import join_wrapped

ARTICLE = (
    "渡口的老船工每天清早把船舱里的水舀干净，再去桥头买两个烧饼，一个自己吃，一个留给摆渡的学生，风雨无阻。",
    "今年三月，镇上在下游两公里的地方修好了一座人行桥，从学校走过去只要十分钟，坐船的人一下子少了一大半。",
    "“船还得开，”他说，“对岸还有三户人家，老的老，小的小，桥再近也走不动，我不去接，谁去接呢？”",
    "学生们知道以后，凑钱给他买了一件雨衣。他没有穿，叠好放在船头，说等下雨天再穿。",
)
ORDINARY = st.sampled_from(
    (
        *ARTICLE,
        "",
        "首页",
        "日",
        "12:30",
        "山村来了“车轮上的银行”",
        "灯灭了",
        "import os",
        "return 1;",
        "——他们守在渡口",
    )
)
STRANGE = st.text(
    st.sampled_from("渡口的船，。：！？“”　 \t|>#*-_/br()（）0123456789abcXYZ\x00\ud800\ufffd𠀀…=;{}"), max_size=60
)
LINES = st.lists(st.one_of(ORDINARY, STRANGE), min_size=1, max_size=40)
RULES = [
    ("body", ""), ("body", ""), ("body", ""), ("debris", "navigation:menu"), ("debris", "recommendations:header"),
    ("debris", "forum:floor"), ("meta", "dates:published"), ("meta", "credits:editor"), ("title", "metadata:title"),
    ("caption", "captions:taken-by"),
]  # fmt: skip


@st.composite
def labelled_pages(draw: st.DrawFn) -> Document:
    """A page on which rules have labelled some lines."""
    doc = Document.of("\n".join(draw(LINES)))
    marks = draw(st.lists(st.sampled_from(RULES), min_size=len(doc.marks), max_size=len(doc.marks)))
    return doc.relabel((row, *mark) for row, mark in enumerate(marks))


@given(labelled_pages())
def test_the_judge_labels_lines_that_were_body_and_nothing_else(doc: Document) -> None:
    judged = judge_lines(doc)
    assert (judged.text, judged.edits) == (doc.text, doc.edits)
    for now, was in zip(judged.marks, doc.marks, strict=True):
        assert now == was or (was.label, now.label) == ("body", "debris")
        assert now.label != "debris" or now.rule.count(":") == 1


@given(LINES)
def test_a_page_without_labels_passes_untouched(lines: list[str]) -> None:
    doc = Document.of("\n".join(lines))
    assert judge_lines(doc) is doc


@given(LINES)
def test_segmenting_twice_is_segmenting_once(lines: list[str]) -> None:
    once = join_wrapped(split_glued(Document.of("\n".join(lines))))
    twice = join_wrapped(split_glued(Document.of(once.text)))
    assert twice.text == once.text


@given(LINES)
def test_segmenting_moves_no_word(lines: list[str]) -> None:
    text = "\n".join(lines)
    segmented = join_wrapped(split_glued(Document.of(text))).text
    assert _words(segmented) == _words(text)


def _words(text: str) -> str:
    return "".join(text.replace("/br", "").split())


@given(LINES)
def test_kinds_change_no_text_and_know_their_names(lines: list[str]) -> None:
    doc = Document.of("\n".join(lines))
    shaped = recognise_kinds(doc)
    assert shaped.text == doc.text
    names = {"", "heading", "list-item", "quote", "table-row", "code", "verse"}
    assert {mark.kind for mark in shaped.marks} <= names


@given(LINES)
def test_kinds_do_not_depend_on_blank_lines_and_indents(lines: list[str]) -> None:
    lines = [line.strip() for line in lines if line.strip()]
    plain = recognise_kinds(Document.of("\n".join(lines)))
    loose = recognise_kinds(Document.of("\n\n".join("　　" + line for line in lines)))
    assert [mark.kind for mark in loose.marks[::2]] == [mark.kind for mark in plain.marks]


LINE_RULES = [rule for rule in built_in() if not rule.cuts and rule.label == "debris" and not rule.takes]


@pytest.mark.parametrize("rule", LINE_RULES, ids=lambda rule: rule.id)
def test_debris_put_around_an_article_goes_and_the_article_stays(rule) -> None:  # type: ignore[no-untyped-def]
    article = "\n".join(ARTICLE)
    page = (
        "\n".join((rule.removes[0], *ARTICLE, rule.removes[1]))
        if rule.where != "tail"
        else article + "\n" + rule.removes[0]
    )
    page = page if rule.where != "head" else "\n".join((rule.removes[0], *ARTICLE))
    assert corpusclean.clean_text(page) == article
