"""What a paragraph is written in."""

from __future__ import annotations

import pytest

from corpusclean.normalize.language import language_of


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("他用Python写程序", "chinese"),
        ("日剧《の》很好看", "chinese"),
        ("书名:The Old Man and the Sea,很好", "chinese"),
        ("iPhone Pro,很贵", "chinese"),
        ("歌词 I will always love you", "chinese"),
        ("彼は学生です。", "other"),
        ("한국어 中國", "other"),
        ("カタカナ", "other"),
        ("All visitors to 故宫 need a ticket", "other"),
        ("Said：Come", "latin"),
        ("15:11", "latin"),
        ("", "latin"),
    ],
)
def test_language(line: str, language: str) -> None:
    assert language_of(line) == language
