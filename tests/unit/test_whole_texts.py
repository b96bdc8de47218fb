"""Whole texts of kinds that are all short lines: an interview, a schedule, a letter, a song; nothing of them may go.

Each stands by itself and in the frame of a site.  Its headline leaves the text for `Article.title`, and who wrote a
song leaves it for the credits; every other line must be there.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpusclean import clean

FOLDER = Path(__file__).parents[1] / "cases" / "texts"
TEXTS = {path.stem: path.read_text("utf-8").strip() for path in sorted(FOLDER.glob("*.txt"))}
HEAD = "首页 > 社区 > 正文\n设为首页 | 加入收藏\n"
TAIL = "\n【打印】【关闭】\n上一篇：河边的春天\n下一篇：没有了\n版权所有 青禾在线 苏ICP备10000001号-1"
_NOT_WORD = re.compile(r"[\W_]")
_WRITERS = re.compile("(?:词|曲|编曲)：.+")


def words(text: str) -> str:
    return _NOT_WORD.sub("", text)


def lost(text: str, page: str) -> list[str]:
    article = clean(page)
    left = words(article.text + (article.title or ""))
    return [line for line in text.split("\n") if words(line) not in left and not _WRITERS.fullmatch(line)]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_by_itself_stays_whole(text: str) -> None:
    assert lost(text, text) == []


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_frame_of_a_site_goes_alone(text: str) -> None:
    page = HEAD + text + TAIL
    assert lost(text, page) == []
    assert [word for word in ("打印", "河边的春天", "备10000001") if word in clean(page).text] == []
