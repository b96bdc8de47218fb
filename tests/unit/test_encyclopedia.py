"""The values of a sidebar go with its labels, and headings stay beside their buttons."""

from __future__ import annotations

import pytest

from corpusclean.debris.encyclopedia import headings, values
from corpusclean.document import Document

SIDEBAR = ["中文名", "渡口桥", "跨越", "河川", "所属地区", "河川县", "桥面铺条石，宽四米，两边有栏。"]


def labelled(lines: list[str], *rows: int, rule: str = "contents:infobox-label") -> Document:
    """The document in which the rows named are labelled by *rule*."""
    return Document.of("\n".join(lines)).relabel((row, "debris", rule) for row in rows)


def test_values_between_the_labels_and_under_the_last() -> None:
    doc = labelled(SIDEBAR, 0, 4)
    assert [SIDEBAR[row] for row, _ in values(doc.lines)] == ["渡口桥", "跨越", "河川", "河川县"]


def test_labels_that_nobody_knows_go_on_under_the_last_and_a_heading_stays() -> None:
    lines = [*SIDEBAR[:-1], "桥长", "62米", "历史沿革", SIDEBAR[-1]]
    assert [lines[row] for row, _ in values(labelled(lines, 0, 4).lines)][-3:] == ["河川县", "桥长", "62米"]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        # one label may be a word of the text
        (SIDEBAR, (0,)),
        # a paragraph stands between
        (["中文名", "渡口的老船工每天清早把船舱里的水舀干净。", "所属地区", "桥面铺条石，宽四米，两边有栏。"], (0, 2)),
        # far apart
        (["中文名", *(f"第{n}行" for n in "一二三四五六七八九"), "国籍"], (0, 10)),
    ],
)
def test_text_is_no_value(lines: list[str], rows: tuple[int, ...]) -> None:
    assert not [lines[row] for row, _ in values(labelled(lines, *rows).lines) if row < rows[-1]]


def test_the_line_over_the_button_is_a_heading() -> None:
    lines = ["建筑结构", "", "[编辑]", "桥面铺条石。", "桥墩", "播报", "编辑", "首页", "编辑部"]
    doc = labelled(lines, 2, 5, 6, 8, rule="wiki:menu")
    assert [lines[row] for row in headings(doc.lines)] == ["建筑结构", "桥墩"]
