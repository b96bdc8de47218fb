"""Tells whether the text echoes a line: a headline says what the text says, a button or a menu does not.

A line and the folded text come in, yes or no goes out.  The measure knows no list of words and alone makes no headline;
finders ask for it where nothing else on the page bears a line out.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise

from corpusclean.document import Document
from corpusclean.fold import fold

_RUN = re.compile("[\u3400-\u9fff]{2,}|[A-Za-z0-9]{2,}")
# the small words of connected speech stand in every text
_SMALL = frozenset("的了是在也就都着过吗呢吧把被他她我你们这那和与及为有不一个")
# a line shows what it is about in its first characters, a text in its first pages
_LINE_WITHIN, _TEXT_WITHIN = 60, 6000
# of 141 labelled headlines 88 in a hundred have as much in their text; of lines of menus above it 15
_ENOUGH, _GOOD_PART = 2, 0.2
# of a paragraph with so many pairs, ordinary text repeats two in 95 of 100 articles, notices in one of 20
_ENOUGH_TO_TELL = 15
# half of the headlines have that much
_LOUD_PART = 0.4


def pairs(line: str) -> set[str]:
    """The pairs of neighbouring Han characters in *line*, and its Latin words; those with small words left out.

    >>> sorted(pairs("老渠的春灌"))
    ['春灌', '老渠']
    """
    found: set[str] = set()
    for run in _RUN.findall(fold(line[:_LINE_WITHIN])):
        if run.isascii():
            found.add(run)
        else:
            found.update(a + b for a, b in pairwise(run) if a not in _SMALL and b not in _SMALL)
    return found


def echoes(line: str, folded: str) -> bool:
    """True where the folded text says two pairs of *line*, or a good part of a short one.

    >>> echoes("老渠春灌早", "这条老渠今年春灌早。"), echoes("返回列表", "这条老渠今年春灌早。")
    (True, False)
    """
    wanted = pairs(line)
    said = sum(pair in folded for pair in wanted)
    return said >= _ENOUGH or (said > 0 and said >= _GOOD_PART * len(wanted))


def echoes_loudly(line: str, folded: str) -> bool:
    """True where the folded text says several pairs of *line*, and two in five of all.

    >>> echoes_loudly("老渠春灌早", "这条老渠今年春灌早。"), echoes_loudly("老渠边的人们", "这条老渠今年春灌早。")
    (True, False)
    """
    wanted = pairs(line)
    said = sum(pair in folded for pair in wanted)
    return said > _ENOUGH and said >= _LOUD_PART * len(wanted)


def is_foreign(paragraph: str, folded: str) -> bool:
    """True for a paragraph of some length that the folded text says hardly anything of: a notice, a teaser.

    >>> notice = "本站使用必要的技术手段记录浏览偏好，继续浏览即表示您同意这一做法。"
    >>> is_foreign(notice, "这条老渠今年春灌早。"), is_foreign(notice, "本站记录了老渠的春灌。")
    (True, False)
    """
    wanted = pairs(paragraph.strip())
    said = (pair for pair in wanted if pair in folded)
    return len(wanted) >= _ENOUGH_TO_TELL and sum(1 for _ in islice(said, _ENOUGH)) < _ENOUGH


def text_under(doc: Document, row: int) -> str:
    """The folded text under a row, as much of it as shows what it is about."""
    place = doc.lines[row].end
    return fold(doc.text[place : place + _TEXT_WITHIN])
