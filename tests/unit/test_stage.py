"""The shapes a stage may be written in."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest

from corpusclean.document import Change, Document
from corpusclean.errors import OptionError
from corpusclean.layout import tidy_layout
from corpusclean.stage import finding, installed, labelling, rewriting, smallest


def dashes(line: str) -> str:
    """Write dashes."""
    return line.replace("--", "——")


def test_rewriting_records_the_smallest_change_of_each_line() -> None:
    doc = rewriting("demo:dash", dashes)(Document.of("一\n他说--好\n三"))
    assert doc.text == "一\n他说——好\n三"
    assert [(edit.rule, edit.line, edit.old, edit.new) for edit in doc.edits] == [("demo:dash", 2, "--", "——")]


def test_rewriting_nothing_is_the_same_document() -> None:
    doc = Document.of("一\n二")
    assert rewriting("demo:dash", dashes)(doc) is doc


def test_labelling_nothing_is_the_same_document() -> None:
    doc = Document.of("一\n二")
    assert labelling(lambda doc: [])(doc) is doc


def test_a_stage_has_name_and_words_of_its_function() -> None:
    @finding
    def drop_bells(doc: Document) -> Iterator[Change]:
        """Take bells away."""
        yield from ()

    assert (drop_bells.__name__, drop_bells.__doc__) == ("drop_bells", "Take bells away.")
    assert rewriting("demo:dash", dashes).__name__ == "dashes"


def test_a_decorated_stage_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(tidy_layout)) is tidy_layout


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("前后", "前中后", (1, 1, "中")),
        ("前中后", "前后", (1, 2, "")),
        ("同", "同", (1, 1, "")),
        ("哈哈", "哈哈哈", (2, 2, "哈")),  # one place of several: the last
        ("甲", "乙", (0, 1, "乙")),
        ("", "新", (0, 0, "新")),
    ],
)
def test_smallest(old: str, new: str, change: tuple[int, int, str]) -> None:
    start, end, put, rule, guessed = smallest(0, old, new, "demo:x")
    assert (start, end, put) == change
    assert old[:start] + put + old[end:] == new
    assert (rule, guessed) == ("demo:x", False)


def test_a_stage_nobody_installed_is_named() -> None:
    with pytest.raises(OptionError, match="'no-such-stage'"):
        installed("no-such-stage")
