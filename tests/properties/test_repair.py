"""What holds for every text that is repaired and for all bytes that are decoded."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from corpusclean import decode, repair, trail
from corpusclean.document import Document
from corpusclean.pipeline import REPAIR, Pipeline
from tests.forward_models import CLASSES, LOSSY
from tests.sentences import SIMPLIFIED, TRADITIONAL

LINES = st.sampled_from(SIMPLIFIED + TRADITIONAL)
ODD = st.text(
    st.sampled_from(
        "浣犲ソ鐨勪腑銆锛ä¸\xadæ–‡ÄãºÃいゅチ\ufffd?&#;nbspamp"
        "%E4=\\u4\x00\x85\u200b\u200d\ufe0f\ud83d\ude00\ue000\ue815⼀豈놆锟斤拷 中文。\n"
    ),
    max_size=60,
)
TEXT = st.one_of(
    ODD, st.text(st.characters(exclude_categories=()), max_size=60), st.builds("".join, st.lists(LINES | ODD))
)


def page(text: str) -> Document:
    return Pipeline(REPAIR)(Document.of(text))


@given(TEXT)
def test_twice_is_once(text: str) -> None:
    once = repair(text)
    assert repair(once) == once


@given(TEXT)
def test_every_change_is_on_record(text: str) -> None:
    doc = page(text)
    assert trail.forward(text, doc.edits) == doc.text
    assert trail.backward(doc.text, doc.edits) == text


@given(TEXT)
def test_no_control_character_or_surrogate_is_left(text: str) -> None:
    assert not {unicodedata.category(char) for char in repair(text) if char not in "\n\t"} & {"Cc", "Cs"}


@given(
    st.lists(LINES, min_size=1, max_size=8), st.integers(0, 7), st.sampled_from([*CLASSES.values(), *LOSSY.values()])
)
def test_damage_to_one_line_leaves_the_others(lines: list[str], place: int, damage: object) -> None:
    place %= len(lines)
    bad = damage(lines[place])  # type: ignore[operator]
    if bad is None or "\n" in bad:
        return
    whole = [*lines[:place], bad, *lines[place + 1 :]]
    fixed = repair("\n".join(whole)).split("\n")
    assert fixed[:place] == lines[:place]
    assert fixed[place + 1 :] == lines[place + 1 :]


@given(st.binary(max_size=200))
def test_bytes_never_raise(data: bytes) -> None:
    result = decode(data)
    assert isinstance(result.text, str)
    assert decode(bytearray(data)) == decode(memoryview(data)) == result


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=80))
def test_valid_utf8_is_never_read_otherwise(text: str) -> None:
    data = ("他们说：" + text).encode()
    assert decode(data) == ("他们说：" + text, "utf-8", False)
