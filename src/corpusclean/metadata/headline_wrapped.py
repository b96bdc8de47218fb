"""Joins a headline that goes over two lines: a page breaks it where its box ends, or where its setter liked it.

A document, its head and the choice of one line come in, the choice of both lines comes out where something shows that
they are one: a bracket left open, a small word at the edge, a word of the text broken in two, the whole said elsewhere.
Two lines that could each be a headline are left alone.
"""

from __future__ import annotations

import re

from corpusclean.document import Document
from corpusclean.fold import fold
from corpusclean.metadata.choice import TITLE, Choice
from corpusclean.metadata.echo import pairs, text_under
from corpusclean.metadata.head import Head
from corpusclean.metadata.head_line import CANDIDATE, OTHER, HeadLine
from corpusclean.metadata.headline_text import bare_headline, key
from corpusclean.metadata.looks import LONGEST

_PAIRS = (("(", ")"), ("《", "》"), ("“", "”"), ("「", "」"), ("『", "』"), ("[", "]"))
# what no headline ends with, and what none begins with
_GOES_ON = re.compile(r"[的和与及或在为将把被向对从、,:]$|(?:关于|以及|或者|因为|如果|不是|而是|成为|进行)$|—$")
_COMES_AFTER = re.compile(r"^(?:[的了着和与及之]|[、,)》”」』\]])")
# 渡口周刊 - 每天读一点: a site above its headline
_SITE = re.compile(r"[-/|>_]")


def joined_lines(doc: Document, head: Head, choice: Choice | None) -> Choice | None:
    """The choice, with the line above it or under it where the two are one headline."""
    if choice is None or choice.row is None or choice.rule != TITLE or choice.more:
        return choice
    lines = head.filled()
    place = next((place for place, item in enumerate(lines) if item.line.row == choice.row), None)
    if place is None or bare_headline(lines[place].text) != choice.text:
        return choice
    for first in (place - 1, place):
        pair = lines[max(first, 0) : first + 2]
        if len(pair) == 2 and _is_one(doc, *pair):
            return Choice(pair[0].text + pair[1].text, pair[0].line.row, TITLE, (pair[1].line.row,))
    return choice


def _is_one(doc: Document, upper: HeadLine, lower: HeadLine) -> bool:
    """True for two lines of a head that something shows to be one headline."""
    kinds = {upper.kind, lower.kind}
    if not kinds <= {CANDIDATE, OTHER} or CANDIDATE not in kinds or len(upper.text) + len(lower.text) > LONGEST:
        return False
    above, below = fold(upper.text), fold(lower.text)
    if _leaves_open(above, below) or _GOES_ON.search(above) or _COMES_AFTER.search(below):
        return True
    return _breaks_word(doc, lower, above, below) or _is_said_whole(doc, upper, lower)


def _leaves_open(above: str, below: str) -> bool:
    """True where a bracket or a quotation opens on the first line and closes on the second."""
    return any(
        above.count(left) > above.count(right) and below.count(right) > below.count(left) for left, right in _PAIRS
    )


def _breaks_word(doc: Document, lower: HeadLine, above: str, below: str) -> bool:
    """True where the characters at the break are a word that the text says: 老街修伞 / 铺今日搬家."""
    text = text_under(doc, lower.line.row) if pairs(above[-1] + below[0]) and not _SITE.search(above) else ""
    return any(word in text for word in (above[-2:] + below[0], above[-1] + below[:2]))


def _is_said_whole(doc: Document, upper: HeadLine, lower: HeadLine) -> bool:
    """True where the page says both lines as one elsewhere, in its path or a list."""
    whole = key(upper.text + lower.text)
    near = (
        line for line in doc.lines if line.row not in (upper.line.row, lower.line.row) and upper.text[:4] in line.text
    )
    return any(whole in key(line.text) for line in near)
