"""Full-width marks in English."""

from __future__ import annotations

import pytest

from corpusclean.normalize.latin import latin_changes


@pytest.mark.parametrize(
    ("line", "fixed"),
    [
        ("Said：Come and，join us！", "Said: Come and, join us!"),
        ("It costs 1，000 dollars。", "It costs 1,000 dollars."),
        ("The mark （old） stays， he said", "The mark (old) stays, he said"),
        ("OK！", "OK！"),
        ("A，B，C", "A，B，C"),
    ],
)
def test_marks(line: str, fixed: str) -> None:
    text = line
    for change in reversed(list(latin_changes(line, []))):
        assert change.rule == "width:english"
        text = text[: change.start] + change.new + text[change.end :]
    assert text == fixed


def test_protected_marks_stay() -> None:
    assert list(latin_changes("Come here，now", [(4, 10)])) == []
