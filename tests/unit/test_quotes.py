"""Which quotes open and close, and what form they get."""

from __future__ import annotations

import pytest

from corpusclean.normalize.quote_pairs import paired_quotes
from corpusclean.normalize.quotes import may_change_quotes, quote_changes, quote_screens, unpaired


def written(line: str, style: str = "curly") -> str:
    text = list(line)
    for start, end, new, rule, _ in quote_changes(line, [], style):
        assert (end, rule) == (start + 1, "punctuation:quote")
        text[start] = new
    return "".join(text)


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("“甲”“乙”", "+-+-"),
        ("甲”，“乙", "-+"),
        ("“甲“乙”丙”", "++--"),
        ("“甲“和”乙”", "+-+-"),
        ('“甲"', "+-"),
        ('他说"甲"和"乙"', "+-+-"),
        ("“甲‘乙’丙”", "++--"),
        ("it’s 甲", ""),
        ("在’80年", ""),
        ("“‘甲’2次”", "++--"),
        ("students’ 甲", ""),
        ('"only English"', ""),
    ],
)
def test_directions(line: str, opens: str) -> None:
    quotes, lost = paired_quotes(line, [])
    assert "".join("+" if quote.opens else "-" for quote in quotes) == opens
    assert lost == 0


@pytest.mark.parametrize(
    ("line", "lost"), [("“甲“乙”丙", 3), ("“甲", 0), ("甲”", 0), ('甲"乙', 1), ('27"显示器', 0), ("‘甲‘乙’丙", 3)]
)
def test_what_cannot_be_paired(line: str, lost: int) -> None:
    assert unpaired(line, []) == lost
    assert written(line) == line


def test_quotes_in_code_do_not_count() -> None:
    assert next(quote_changes('“甲`"`乙“', [(2, 5)], "curly")).start == 6


@pytest.mark.parametrize(
    ("line", "curly", "corner"),
    [
        ("「甲『乙「丙」』」", "“甲‘乙“丙”’”", "「甲『乙「丙」』」"),
        ("“甲‘乙’”", "“甲‘乙’”", "「甲『乙』」"),
        ("『甲』", "“甲”", "『甲』"),
        ("‘甲’", "‘甲’", "「甲」"),
        ("『甲』，他说。」", "‘甲’，他说。”", "『甲』，他说。」"),
        ("“甲「乙」”", "“甲‘乙’”", "「甲『乙』」"),
        ("“甲‘乙”", "“甲‘乙”", "「甲『乙」"),
    ],
)
def test_forms(line: str, curly: str, corner: str) -> None:
    assert written(line, "curly") == curly
    assert written(line, "corner") == corner


@pytest.mark.parametrize("style", ["curly", "corner"])
def test_screens_agree_on_a_line(style: str) -> None:
    for line in ("“甲”乙“丙”", "「甲」", "“甲“", "‘甲’", "甲"):
        found = any(screen.search(line) for screen in quote_screens(line, style))
        assert may_change_quotes(line, style) == found
