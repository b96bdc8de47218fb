"""The trail walked forward and backward."""

from __future__ import annotations

import pytest

from corpusclean.document import Change, Document, Edit
from corpusclean.errors import TrailError
from corpusclean.trail import backward, forward

PAGE = "甲,乙...丙\n广告\n丁(wù)戊"


@pytest.fixture
def doc() -> Document:
    """A page after three rounds: two repairs, a line removed, and a repair before the others."""
    doc = Document.of(PAGE).edit([Change(1, 2, "，", "demo:comma"), Change(3, 6, "……", "demo:dots")])
    doc = doc.edit([Change(7, 10, "", "demo:ad"), Change(11, 15, "", "demo:reading")])
    return doc.edit([Change(0, 1, "", "demo:first")])


def test_forward_gives_the_text(doc: Document) -> None:
    assert forward(PAGE, doc.edits) == doc.text == "，乙……丙\n丁戊"


def test_backward_gives_the_page(doc: Document) -> None:
    assert backward(doc.text, doc.edits) == PAGE


def test_every_prefix_replays(doc: Document) -> None:
    """Each span refers to the text as the edits before it left it, so one may stop after any of them."""
    text = PAGE
    for count, edit in enumerate(doc.edits, 1):
        text = text[: edit.start] + edit.new + text[edit.end :]
        assert forward(PAGE, doc.edits[:count]) == text


def test_no_edits_change_nothing() -> None:
    assert forward(PAGE, ()) == backward(PAGE, ()) == PAGE


def test_edits_of_another_page_are_refused() -> None:
    edit = Edit("punctuation:comma", 7, 1, 2, ",", "，")
    with pytest.raises(TrailError, match=r"punctuation:comma, line 7: the text has '、' where the edit expects ','"):
        forward("甲、乙", [edit])
    with pytest.raises(TrailError, match="punctuation:comma"):
        backward("甲、乙", [edit])


def test_the_order_of_edits_matters(doc: Document) -> None:
    with pytest.raises(TrailError):
        forward(PAGE, doc.edits[::-1])


def test_a_hundred_thousand_edits_take_one_pass() -> None:
    """Edits in ascending order are applied by slicing once; one by one this would copy 20 GB."""
    page = ",甲" * 100_000
    doc = Document.of(page).edit(Change(place, place + 1, "，", "demo:comma") for place in range(0, len(page), 2))
    assert forward(page, doc.edits) == doc.text
    assert backward(doc.text, doc.edits) == page
