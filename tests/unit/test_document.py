"""The Document: its lines, the one place where text changes, and what becomes of the marks."""

from __future__ import annotations

import pytest

from corpusclean.document import Change, Clue, Document, Fact, Finding
from corpusclean.errors import TrailError


def numbers(doc: Document) -> list[int]:
    return [mark.number for mark in doc.marks]


class TestLines:
    def test_an_empty_page_has_one_empty_line(self) -> None:
        assert [(line.start, line.text, line.mark.number) for line in Document.of("").lines] == [(0, "", 1)]

    def test_lines_end_at_newlines_only(self) -> None:
        assert [line.text for line in Document.of("一\r二\u2028三\n四").lines] == ["一\r二\u2028三", "四"]

    def test_spans_are_those_of_the_text(self) -> None:
        doc = Document.of("甲乙\n\n丙")
        for row, line in enumerate(doc.lines):
            assert line.row == row
            assert doc.text[line.start : line.end] == line.text

    def test_body_is_what_has_the_label_and_text(self) -> None:
        doc = Document.of("正文\n  \n广告").relabel([(2, "debris", "demo:ad")])
        assert [line.is_body for line in doc.lines] == [True, False, False]


class TestEdit:
    def test_no_change_is_the_same_document(self) -> None:
        doc = Document.of("正文")
        assert doc.edit([]) is doc

    def test_changes_apply_together_whatever_their_order(self) -> None:
        doc = Document.of("甲,乙,丙").edit([Change(3, 4, "；", "demo:b"), Change(1, 2, "，", "demo:a")])
        assert doc.text == "甲，乙；丙"
        assert [edit.rule for edit in doc.edits] == ["demo:a", "demo:b"]

    def test_spans_are_recorded_as_the_earlier_edits_left_the_text(self) -> None:
        doc = Document.of("甲...乙...").edit([Change(1, 4, "……", "demo:dots"), Change(5, 8, "……", "demo:dots")])
        assert [(edit.start, edit.end, edit.old, edit.new) for edit in doc.edits] == [
            (1, 4, "...", "……"),
            (4, 7, "...", "……"),
        ]

    def test_the_line_is_that_of_the_page_as_read(self) -> None:
        doc = Document.of("一\n二\n三").edit([Change(0, 2, "", "demo:drop")])
        doc = doc.edit([Change(2, 3, "叁", "demo:three")])
        assert [edit.line for edit in doc.edits] == [1, 3]

    def test_a_guess_is_marked(self) -> None:
        assert Document.of("?").edit([Change(0, 1, "。", "repair:lost", guessed=True)]).edits[0].guessed

    @pytest.mark.parametrize(
        "changes",
        [
            [Change(0, 2, "", "demo:a"), Change(1, 3, "", "demo:b")],
            [Change(2, 9, "", "demo:outside")],
            [Change(2, 1, "", "demo:backward")],
        ],
    )
    def test_overlaps_and_strays_are_refused_by_name(self, changes: list[Change]) -> None:
        with pytest.raises(TrailError, match=changes[-1].rule):
            Document.of("甲乙丙丁").edit(changes)

    def test_insertions_may_touch_a_change(self) -> None:
        doc = Document.of("甲乙").edit([Change(1, 1, "，", "demo:in"), Change(1, 2, "丙", "demo:swap")])
        assert doc.text == "甲，丙"


class TestMarks:
    """A joined line keeps its first number, a line after a removed one its own; a split line has its number twice."""

    def test_one_a_line_at_all_times(self) -> None:
        doc = Document.of("一\n二\n三\n四")
        for change in (
            Change(1, 2, "", "demo:join"),
            Change(0, 0, "\n\n", "demo:split"),
            Change(3, 4, "", "demo:join"),
        ):
            doc = doc.edit([change])
            assert len(doc.marks) == doc.text.count("\n") + 1

    def test_join(self) -> None:
        assert numbers(Document.of("一\n二\n三").edit([Change(1, 2, "", "demo:join")])) == [1, 3]

    def test_split(self) -> None:
        assert numbers(Document.of("一二\n三").edit([Change(1, 1, "\n", "demo:split")])) == [1, 1, 2]

    def test_remove_first(self) -> None:
        assert numbers(Document.of("一\n二\n三").edit([Change(0, 2, "", "demo:drop")])) == [2, 3]

    def test_remove_middle(self) -> None:
        doc = Document.of("一\n二\n三").edit([Change(2, 4, "", "demo:drop")])
        assert numbers(doc) == [1, 3]
        assert doc.edits[0].line == 2

    def test_remove_last_with_the_newline_before_it(self) -> None:
        doc = Document.of("一\n二\n三").edit([Change(3, 5, "", "demo:drop")])
        assert numbers(doc) == [1, 2]
        assert doc.edits[0].line == 3

    def test_remove_two_neighbours(self) -> None:
        doc = Document.of("一\n二\n三\n四").edit([Change(2, 4, "", "demo:drop"), Change(4, 6, "", "demo:drop")])
        assert numbers(doc) == [1, 4]
        assert [edit.line for edit in doc.edits] == [2, 3]

    def test_labels_move_with_their_lines(self) -> None:
        doc = Document.of("一\n二\n三").relabel([(2, "debris", "demo:ad")]).edit([Change(0, 2, "", "demo:drop")])
        assert [(line.text, line.mark.label, line.mark.rule) for line in doc.lines] == [
            ("二", "body", ""),
            ("三", "debris", "demo:ad"),
        ]


class TestNotes:
    def test_kinds(self) -> None:
        doc = Document.of("小标题\n正文").shaped([(0, "heading", 2)])
        assert [(mark.kind, mark.level) for mark in doc.marks] == [("heading", 2), ("", 0)]

    def test_clues_and_findings_add_up(self) -> None:
        doc = Document.of("").noting(clues=[Clue("editor", "甲", "demo:a", 1)])
        doc = doc.noting(clues=[Clue("editor", "乙", "demo:a", 2)], findings=[Finding("odd", "Odd.")])
        assert [clue.value for clue in doc.clues] == ["甲", "乙"]
        assert doc.findings == (Finding("odd", "Odd."),)

    def test_the_last_fact_counts(self) -> None:
        doc = Document.of("").stating({"title": Fact("一", "demo:a", 1)}).stating({"title": Fact("二", "demo:b", 2)})
        assert doc.facts == {"title": Fact("二", "demo:b", 2)}
