"""Finds what bounds the parts of an imprint: its labels, dates and addresses.

A line and its folded form come in, `Bound`s come out from left to right, none over another.  What stands between two of
them is for `imprint` to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from corpusclean.metadata.date import OLDEST, find_dates
from corpusclean.metadata.labels import ADDRESS, ANY_DATE, FIELD, GLUED, LABEL, LABEL_SCREEN, OPENS_GLUED
from corpusclean.metadata.names import has_surname
from corpusclean.metadata.outlets import is_outlet


class Bound(NamedTuple):
    """A label, a date or an address: where it stands, and its field."""

    start: int
    end: int
    field: str
    label: str = ""
    moment: datetime | date | None = None


# 网站发布时间 says what 发布时间 says
_LABEL = 4
_LONGEST_WORD = 4
_WORD_BEFORE = re.compile(r"(?:^|(?<=[\s|,;(\[]))(?P<word>[\u3400-\u9fff]{1,4})$")


def read_bounds(text: str, folded: str) -> list[Bound]:
    """The labels, dates and addresses of a line.

    >>> text = "来源:澜安日报 2020-02-03"
    >>> [bound.field for bound in read_bounds(text, text)]
    ['source', 'published']
    """
    bounds = [Bound(match.start(), match.end(), "address") for match in ADDRESS.finditer(folded)]
    for found in find_dates(text, since=OLDEST):
        if _is_free(bounds, found.start, found.end):
            bounds.append(Bound(found.start, found.end, "published", "", found.value))
    for start, end, word in _labels(folded):
        if _is_free(bounds, start, end):
            bounds.append(Bound(start, end, FIELD.get(word, "other"), word))
    return sorted(bounds, key=lambda bound: bound.start)


def _is_free(bounds: list[Bound], start: int, end: int) -> bool:
    return all(end <= bound.start or start >= bound.end for bound in bounds)


def _labels(folded: str) -> Iterator[tuple[int, int, str]]:
    """The labels with their spans; such as are glued to what stands before only in a line that opens as imprints do."""
    if not LABEL_SCREEN.search(folded):
        return
    for match in LABEL.finditer(folded):
        yield match.start(), match.end(), re.sub(r"\s", "", match["colon"] or match["bare"]).lower()
    for match in ANY_DATE.finditer(folded):
        word = match["word"]
        known = word if word in FIELD else word[-_LABEL:] if word[-_LABEL:] in FIELD else ""
        start = _start_of_label(folded, match.end("word") - len(known)) if known else match.start()
        yield start, match.end(), known or word
    if folded.count(":") > 1 and OPENS_GLUED.match(folded):
        for match in GLUED.finditer(folded):
            yield _start_of_label(folded, match.start()), match.end(), match["colon"].lower()


def _start_of_label(folded: str, start: int) -> int:
    """Where the word begins that a label ends: 媒体来源, and not 王小明来源 or 澜安日报来源, which are glued."""
    word = _WORD_BEFORE.search(folded, max(0, start - _LONGEST_WORD - 1), start)
    if word is None or has_surname(word["word"]) or is_outlet(word["word"]):
        return start
    return word.start("word")
