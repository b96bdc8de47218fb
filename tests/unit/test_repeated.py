"""A summary that is cut off goes where the article says it whole; what is said once stays."""

from __future__ import annotations

import pytest

from corpusclean.debris.repeated import copies
from corpusclean.document import Document

PARAGRAPH = "渡口的老船工每天清早把船舱里的水舀干净，再去桥头买两个烧饼，留一个给摆渡的学生，另一个掰开喂鱼。"


def found(*lines: str) -> list[str]:
    """The lines that are copies."""
    return [lines[row] for row, _ in copies(Document.of("\n".join(lines)).lines)]


@pytest.mark.parametrize("dots", ["...", "…", "……", "......"])
def test_a_summary_cut_off_with_dots(dots: str) -> None:
    assert found(PARAGRAPH[:30] + dots, PARAGRAPH) == [PARAGRAPH[:30] + dots]


def test_a_subhead_may_have_slipped_into_the_summary() -> None:
    summary = "一、渡口" + PARAGRAPH[:40] + "…"
    assert found(summary, "一、渡口", PARAGRAPH) == [summary]


@pytest.mark.parametrize(
    "lines",
    [
        # said once
        (PARAGRAPH[:30] + "……", "三月里的雨下了三天，河水涨到了第二级石阶，船工把缆绳又加了一道，在岸边守了一夜。"),
        # too short to be told from a refrain
        ("渡口的老船工……", PARAGRAPH),
        # the article says it first, and again at its end
        (PARAGRAPH, PARAGRAPH[:30] + "……"),
    ],
)
def test_what_is_no_summary_stays(lines: tuple[str, ...]) -> None:
    assert found(*lines) == []
