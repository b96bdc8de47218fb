"""Reads the people of an imprint: names behind a label, and names that a role is glued to.

A line and where its value stands come in, names as printed go out, with the place where they end.  A verb phrase behind
记者 is no name, and what a label that stands for other things, too, introduces (图文：) is one only where it looks it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from corpusclean.fold import fold
from corpusclean.metadata.labels import CHUNK, FIELD, FILLER, GLUED_ROLE, OWN_REPORTER
from corpusclean.metadata.names import has_surname, is_compound, is_named, may_be_person, split_names
from corpusclean.metadata.outlets import is_outlet

# behind these and a blank anything may stand: 记者 走进渡口, 编辑 有话说
_TRADES = re.compile(r"(?:记者|通讯员|实习生|编辑|责编|评论员|校对|审核|监制|采访|翻译|译|by)\s*$", re.I)
# labels of other things, too: 图文：老街今日重开, 文：, 投稿：
_LOOSE = re.compile(r"(?:图文|文图|文|文字|词|曲|投稿|原创|采访|采编)\s*[:=]")
# a value that is longer and names nobody is a sentence
_LONGEST_NAME = 16
_OPEN, _CLOSE = "(（[【", ")）]】"


class Behind(NamedTuple):
    """The names behind a label, where they end, and whether something else stood there."""

    names: tuple[str, ...]
    stop: int
    foreign: bool


def names_behind(text: str, folded: str, label: tuple[int, int], end: int, *, strict: bool = True) -> Behind:
    """The names between a label and the next bound, up to the first chunk that is none: 编辑：温酒　平澜体育.

    Parameters
    ----------
    text, folded : str
        The line as printed, and folded.
    label : tuple of int
        Where the label stands.
    end : int
        Where its value ends at the latest.
    strict : bool
        False where an office or an agency may be named, too: 图：柏川晚报提供.

    Returns
    -------
    Behind

    Examples
    --------
    >>> names_behind("记者 王小明 打印", "记者 王小明 打印", (0, 3), 9).names
    ('王小明',)
    >>> names_behind("记者 走进渡口", "记者 走进渡口", (0, 3), 7)
    Behind(names=(), stop=7, foreign=True)
    """
    start, said = label[1], folded[label[0] : label[1]]
    stop = _end_of_name(folded, start, _first_other(folded, start, end))
    value = unwrapped(text[start:stop])
    names = split_names(value)
    if not strict or all(_may_stand_behind(said, name) for name in names):
        return Behind(names, stop, not names and len(value) > _LONGEST_NAME)
    return Behind((), stop, True)


def _first_other(folded: str, start: int, end: int) -> int:
    """Where the first chunk stands that is no name: a button, an outlet, the next role."""
    for count, match in enumerate(CHUNK.finditer(folded, start, end)):
        chunk = match.group()
        other = (is_outlet(chunk) and not has_surname(chunk)) or chunk in FIELD or GLUED_ROLE.fullmatch(chunk)
        if FILLER.fullmatch(chunk) or (count and other):
            return match.start()
    return end


def _may_stand_behind(said: str, name: str) -> bool:
    """True for what is a name behind this label: of any form behind 作者：, no phrase behind 记者 and a blank."""
    if _TRADES.search(said):
        return is_named(name) if said.strip().isascii() else may_be_person(name)
    return is_plain(name) or (":" in said and not _LOOSE.fullmatch(said))


def is_plain(name: str) -> bool:
    """True for a name of ordinary length, which needs no colon before it.

    >>> is_plain("阿蕨"), is_plain("一条老街的早晨")
    (True, False)
    """
    return len(name.replace(" ", "")) <= 4 or "·" in fold(name) or name.isascii()


def _end_of_name(folded: str, start: int, stop: int) -> int:
    """Where the name ends that an outlet is glued to: 王小明澜安网."""
    value = folded[start:stop].strip()
    start += folded[start:stop].find(value)
    lengths = (3, 2, 4) if "-" not in value else ()  # 黄小涛-云汀站 is one
    for length in lengths:
        if len(value) > length + 2 and has_surname(value[:length]) and is_outlet(value[length:]):
            return start + length
    return stop


def glued_people(chunk: str, printed: str) -> list[tuple[str, str, str]]:
    """The people of one chunk with the role in front, each as field, role and name: 新川社记者王小明, 编辑陈大文.

    >>> glued_people("编辑陈大文", "编辑陈大文"), glued_people("记者会上没有说", "记者会上没有说")
    ([('editor', '编辑', '陈大文')], [])
    """
    role = GLUED_ROLE.fullmatch(chunk)
    if role:
        name = printed[role.start("name") :]
        return [(FIELD[role["role"]], role["role"], name)] if has_surname(name) else []
    reporter = OWN_REPORTER.match(chunk)
    names = split_names(printed[reporter.end() :]) if reporter else ()
    people = (name for name in names if has_surname(name) or is_compound(name))
    return [("author", reporter["role"], name) for name in people] if reporter else []


def unwrapped(value: str) -> str:
    """The value without blanks and brackets around it; those inside stay: （王小明）, 王小明（实习）.

    >>> unwrapped(" 王小明】"), unwrapped("王小明（实习）")
    ('王小明', '王小明（实习）')
    """
    value = value.strip(" \u3000" + _OPEN)
    opened, closed = sum(value.count(mark) for mark in _OPEN), sum(value.count(mark) for mark in _CLOSE)
    return value.rstrip(" \u3000" + _CLOSE) if closed > opened else value
