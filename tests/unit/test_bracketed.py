"""Bracketed syllables: what is taken apart, where it stands, what is known of each."""

from __future__ import annotations

import pytest

from corpusclean.damage.bracketed import Brackets, reading, syllable


def test_the_pieces_make_the_text_again():
    text = "門(mén)開( kāi )了（bó）(zhong)(zhong)，函数main()和(BBC)，(1980)年(未知)"
    page = Brackets.of(text)
    assert "".join(page.pieces) == text
    assert [text[start:end] for start, end in zip(page.ends[0::2], page.ends[1::2], strict=False)] == page.shown
    assert page.shown == ["(mén)", "( kāi )", "（bó）", "(zhong)", "(zhong)", "(BBC)"]
    assert page.hosts == ["門", "開", "了", "", "", "和"]


@pytest.mark.parametrize("text", ["", "()", "(", "main()", "(１)", "（）" * 1000, "(abcdefg)"])
def test_no_brackets_no_pieces(text):
    page = Brackets.of(text)
    assert (page.texts, page.shown, page.hosts, page.ends) == ([text], [], [], [len(text)])


@pytest.mark.parametrize("shown", ["(nü)", "(nv)", "(nu:)", "（nǚ）", "( nǚ )"])
def test_each_spelling_of_a_syllable_is_the_same(shown):
    found = reading("女", shown)
    assert found is not None
    assert (found.syllable, found.matches, found.converts) == ("nü", True, False)


def test_a_bracket_that_is_no_reading():
    found = reading("視", "(BBC)")
    assert found is not None
    assert (found.matches, found.is_syllable, found.converts) == (False, False, True)
    assert syllable("(BBC)") == "BBC"
