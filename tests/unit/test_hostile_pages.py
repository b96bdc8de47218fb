"""Pages that once cost as the square of their length cost as their length: counted, not timed."""

from __future__ import annotations

import random

import pytest

from corpusclean.damage import characters, open_words
from corpusclean.damage.characters import mend_characters
from corpusclean.document import Change, Document
from corpusclean.layout import unify_line_breaks
from corpusclean.remember import remembering


class Counted(str):
    """A text that counts the characters that are searched in it."""

    searched = 0

    def find(self, part: str, start: int = 0, end: int | None = None) -> int:  # type: ignore[override]
        found = super().find(part, start, len(self) if end is None else end)
        Counted.searched += (found if found >= 0 else len(self)) - start
        return found


@pytest.mark.parametrize("page", ["\u2028" * 2000, "雨\u2028" * 2000, "雨\r\n" * 2000, "\n" + "雨\x0b" * 2000])
def test_line_ends_are_looked_for_once(page: str) -> None:
    Counted.searched = 0
    doc = Document(Counted(page), Document.of(page).marks)
    changes = [Change(*match.span(), "\n", "layout:line-break") for match in characters.odd_characters(page)]
    done = doc.edit(change for change in changes if page[change.start] not in "\n")
    assert len(done.edits) >= 2000
    assert Counted.searched < 4 * len(page)


def test_line_ends_keep_their_numbers() -> None:
    """What is looked for less often is found as before: each edit is on the line it was on."""
    chance = random.Random(4)
    for _ in range(200):
        page = "".join(chance.choice("雨,\n\u2028\r") for _ in range(30))
        doc = unify_line_breaks(Document.of(page))
        text = Document.of(page)
        lines = [text.text.count("\n", 0, edit_start) + 1 for edit_start in starts(page)]
        assert [edit.line for edit in doc.edits] == lines, page


def starts(page: str) -> list[int]:
    """Where *page* has a line end that is no plain one."""
    found = []
    for place, char in enumerate(page):
        if char in "\r\u2028":
            found.append(place)
    return found


@pytest.mark.parametrize("seed", range(20))
def test_a_long_run_is_mended_as_its_characters_are_one_by_one(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    kinds = "\u200d\ufe0f\u200c\ue000字a👨ब\U000e0100\U000e0031한놅"
    pages = ["".join(chance.choice(kinds) * chance.choice((1, 2, 9, 12)) for _ in range(8)) for _ in range(40)]
    quick = [mend_characters(Document.of(page)) for page in pages]
    monkeypatch.setattr(characters, "LONG", 10**6)
    slow = [mend_characters(Document.of(page)) for page in pages]
    assert [(doc.text, doc.edits) for doc in quick] == [(doc.text, doc.edits) for doc in slow]


def test_a_run_of_joiners_is_passed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    real = characters.mended
    monkeypatch.setattr(characters, "mended", lambda *given: asked.append(given) or real(*given))
    page = "👨" + "\u200d" * 5000 + "👩"
    assert mend_characters(Document.of(page)).text == page
    assert len(asked) < 20


def test_what_is_remembered_has_a_bound_in_bytes() -> None:
    asked = []

    @remembering(entries=10, longest=100)
    def size(text: str) -> int:
        asked.append(text)
        return len(text)

    for _ in range(2):
        assert [size("雨" * 100), size("雨" * 101)] == [100, 101]
    assert asked == ["雨" * 100, "雨" * 101, "雨" * 101]


def test_the_index_of_open_words_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_words, "MOST", 50)
    words = {first + second: 1 for first in "一二三四五六七八九十" for second in "甲乙丙丁戊己庚辛壬癸"}
    index = open_words.OpenWords(words, longest=4)
    for first in "一二三四五六七八九十":
        assert len(index.between(first, "")) == 10
    for second in "甲乙丙丁戊己庚辛壬癸":
        assert len(index.between("", second)) == 10
    assert [len(kept) for kept in (index._begun, index._headless)] == [5, 5]
