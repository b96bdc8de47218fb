"""How much of each class of damage comes back, on sentences of our own; the floors must never be lost again."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest

from corpusclean import repair
from corpusclean.document import Document
from corpusclean.pipeline import REPAIR, Pipeline
from tests.forward_models import CLASSES, LOSSY, Damage
from tests.sentences import SIMPLIFIED, TRADITIONAL

LINES = SIMPLIFIED + TRADITIONAL
# UTF-8 read as GBK keeps all bytes of hardly any line, but of a few words
PARTS = sorted({line[start : start + 4] for line in LINES for start in range(0, len(line) - 4, 2)})
# readings of the other encodings of East Asia seldom keep all bytes; what is left is short
FLOORS = {"GBK as Big5": 0.9, "GBK as EUC-KR": 0.9}
FLOORS_LOSSY = {
    "UTF-8 as GBK, U+FFFD": (0.6, 0.98),
    "UTF-8 as GBK, ?": (0.6, 0.98),
    "UTF-8 as Windows-936, ?": (0.2, 0.92),
    "UTF-8 as Windows-1252, C1 dropped": (0.7, 0.98),
    "UTF-8 as Windows-1252, C1 to U+FFFD": (0.7, 0.98),
    "UTF-8 as Windows-1252, blanks for NBSP": (0.6, 0.97),
}


def damaged(damage: Damage) -> list[tuple[str, str]]:
    pairs = [(line, bad) for line in LINES if (bad := damage(line)) is not None]
    return pairs or [(part, bad) for part in PARTS if (bad := damage(part)) is not None]


def likeness(text: str, other: str) -> int:
    return sum(block.size for block in SequenceMatcher(None, text, other, autojunk=False).get_matching_blocks())


@pytest.mark.parametrize("name", CLASSES)
def test_what_can_be_inverted_comes_back(name: str) -> None:
    pairs = damaged(CLASSES[name])
    assert pairs
    wrong = [(line, repair(bad)) for line, bad in pairs if repair(bad) != line]
    assert len(wrong) <= (1 - FLOORS.get(name, 0.98)) * len(pairs), wrong[:3]


@pytest.mark.parametrize("name", CLASSES)
def test_a_page_comes_back_as_its_lines_do(name: str) -> None:
    if name in FLOORS:
        pytest.skip("short lines of this class are left alone")
    pairs = damaged(CLASSES[name])[:12]
    assert repair("\n".join(bad for _, bad in pairs)) == "\n".join(line for line, _ in pairs)


@pytest.mark.parametrize("name", LOSSY)
def test_lost_bytes_are_guessed(name: str) -> None:
    lines, characters = FLOORS_LOSSY[name]
    results = [(line, repair(bad)) for line, bad in damaged(LOSSY[name])]
    assert len(results) > 15
    assert sum(line == new for line, new in results) >= lines * len(results)
    right = sum(likeness(line, new) for line, new in results)
    assert right >= characters * sum(len(line) for line, _ in results)


def test_guesses_are_marked() -> None:
    for name, damage in LOSSY.items():
        for line, bad in damaged(damage)[:3]:
            edits = Pipeline(REPAIR)(Document.of(bad)).edits
            assert any(edit.guessed for edit in edits), (name, line)


def test_exact_inverses_are_no_guesses() -> None:
    for damage in (CLASSES["UTF-8 as Latin-1"], CLASSES["GBK as Latin-1"], CLASSES["Big5 as GBK"]):
        for _, bad in damaged(damage):
            assert not any(edit.guessed for edit in Pipeline(REPAIR)(Document.of(bad)).edits)


@pytest.mark.parametrize("name", [*CLASSES, *LOSSY])
def test_twice_is_once(name: str) -> None:
    for _, bad in damaged({**CLASSES, **LOSSY}[name])[:10]:
        once = repair(bad)
        assert repair(once) == once


def test_clean_text_stays() -> None:
    for text in (*LINES, "\n".join(SIMPLIFIED), "\n".join(TRADITIONAL)):
        assert repair(text) == text
        half = text.translate(str.maketrans("，。！？：", ",.!?:"))
        assert repair(half) == half
        assert repair(f"“{text}?!”“真的??”") == f"“{text}?!”“真的??”"
