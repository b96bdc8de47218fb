"""What holds of `unify_punctuation` whatever the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpusclean.document import Document, Mark
from corpusclean.normalize.marks_stage import unify_marks
from corpusclean.normalize.protect import protected_spans
from corpusclean.normalize.punctuation import unify_punctuation
from corpusclean.normalize.signs import HAN_CHARACTER
from corpusclean.options import Options
from corpusclean.trail import backward, forward

STYLES = ("curly", "corner", "keep")
# pieces that rules speak of, next to one another more often than in any page
PIECES = st.sampled_from(
    [
        *"中文好吗电一二斯日的" * 2,
        *",;:!?.()\"'-–—―─…⋯。，、：；？！“”‘’「」『』（）《》•・·％．Ａ５ \u3000\xa0\t\n",
        *"\u200b\u200d\ufeff\u200eaBX19%&#`=<>{}[]/\\@の한👨",
        *["...", "——", "……", "--", "http://a.cn/?x=1,y", "f(x,y)", "15:11", "1,234", " , ", "OK", "He said so"],
        *["`a,b`", '{"k":"好,坏"}', '="好,坏"', "#好,坏#", "报告(好).docx", ":)", "&nbsp;", "<b>"],
    ]
)
TEXTS = st.lists(PIECES, max_size=24).map("".join)


@settings(max_examples=1500, deadline=None)
@given(TEXTS, st.sampled_from(STYLES))
def test_twice_is_once(text: str, style: str) -> None:
    once = unify_punctuation(text, quotes=style)
    assert unify_punctuation(once, quotes=style) == once


@settings(max_examples=500, deadline=None)
@given(TEXTS, st.sampled_from(STYLES))
def test_words_and_digits_stay(text: str, style: str) -> None:
    """Han, Latin letters and digits are the same, in their order, but for their width."""
    kept = re.compile(r"[^\W_]")
    after = unify_punctuation(text, quotes=style)
    narrow = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    assert kept.findall(after.translate(narrow)) == kept.findall(text.translate(narrow))
    assert after.count("\n") == text.count("\n")


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(STYLES))
def test_stage_is_function(text: str, style: str) -> None:
    """The stage makes the text the function makes, and its trail leads there and back."""
    doc = unify_marks(Options(quotes=style))(Document.of(text))
    assert doc.text == unify_punctuation(text, quotes=style)
    assert forward(text, doc.edits) == doc.text
    assert backward(doc.text, doc.edits) == text


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(max_codepoint=127), max_size=80))
def test_ascii_is_left_alone(text: str) -> None:
    assert unify_punctuation(text) == text


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_code_is_left_alone(text: str) -> None:
    line = text.replace("\n", "")
    doc = Document(line, (Mark(1, kind="code"),))
    assert unify_marks(Options())(doc).text == line


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
@pytest.mark.parametrize("address", ["https://a.cn/b?c=1,2;d=3:4!/x", "name.last@mail.example.com", "`见,此(处)`"])
def test_addresses_and_code_stay(address: str, before: str, after: str) -> None:
    before, after = before.replace("`", ""), after.replace("`", "")
    line = f"{before} {address} {after}".replace("\n", "")
    start = line.index(address)
    if all(end <= start or first >= start for first, end in protected_spans(line)):
        assert address in unify_punctuation(line, quotes="curly")


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60), st.sampled_from(STYLES))
def test_any_text_goes_through(text: str, style: str) -> None:
    after = unify_punctuation(text, quotes=style)
    assert len(HAN_CHARACTER.findall(after)) == len(HAN_CHARACTER.findall(text))


@given(st.text("好a1 ,;:!?.…—-“”‘’\"'()（）「」，。！\u3000", max_size=14))
def test_marks_in_any_order_are_parted(text: str) -> None:
    """Changes of marks that share a blank or a run never overlap."""
    doc = unify_marks(Options())(Document.of(text))
    assert doc.text == unify_punctuation(text)
