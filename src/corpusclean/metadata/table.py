"""Reads rows of a table that a tag stripper broke: the label on one line, its value on the next.

Lines come in, `Row`s go out: 索引号 / 000014349, 来源： / 澜安日报, and dates whose parts stand on lines of their own.
A value is taken only where it has the form that its label asks for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from corpusclean.document import Clue, Line
from corpusclean.fold import fold
from corpusclean.metadata.date import OLDEST, find_dates
from corpusclean.metadata.labels import FIELD
from corpusclean.metadata.names import has_surname, split_names
from corpusclean.metadata.outlets import is_outlet

RULE = "doc-index:row"
# the longest value of an index that was no sentence
_LONGEST = 40
# labels that stand without a colon where they are a cell of a table
_CELLS = ("number", "issuer", "index", "written", "other", "published")


class Row(NamedTuple):
    """The rows of the document that make one statement, and the statement (None for a label of no interest)."""

    rows: tuple[int, ...]
    clue: Clue | None


def read_rows(lines: Sequence[Line]) -> Iterator[Row]:
    """Pairs of label and value on consecutive lines, and dates in pieces."""
    place = 0
    while place < len(lines):
        row = _pair(lines[place : place + 2]) or _date_in_pieces(lines[place : place + 5])
        if row is not None:
            yield row
            place += len(row.rows)
        else:
            place += 1


def _pair(lines: Sequence[Line]) -> Row | None:
    field, colon = _field(lines[0].text)
    if len(lines) < 2 or not field or not (colon or field in _CELLS):
        return None
    value = lines[1].text.strip()
    if len(value) > _LONGEST or _field(value)[0] or not _FORM[field](value):
        return None
    clue = None if field == "other" else Clue(field, value, RULE, lines[1].mark.number)
    return Row((lines[0].row, lines[1].row), clue)


def _field(text: str) -> tuple[str, bool]:
    """The field of a line that is a label and nothing else, and whether a colon ends it."""
    folded = re.sub(r"^[•·●\-*]|\s", "", fold(text.strip()))
    bare = folded.rstrip(":")
    return (FIELD.get(bare.lower(), "") if len(bare) > 1 else ""), bare != folded


def _has_date(value: str) -> bool:
    return bool(find_dates(value, since=OLDEST))


def _is_text(value: str) -> bool:
    return not re.search("[。!?！？]", value)


def _has_digit(value: str) -> bool:
    return re.search(r"\d", value) is not None and _is_text(value)


def _is_name(value: str) -> bool:
    names = split_names(value)
    return bool(names) and all(map(has_surname, names))


def _is_address(value: str) -> bool:
    return value.startswith("http")


def _is_class(value: str) -> bool:
    return _CLASS.fullmatch(fold(value)) is not None


def _never(value: str) -> bool:
    return False


# 商贸、海关、旅游\国内贸易; 有效; a count
_CLASS = re.compile(
    r"[\u3400-\u9fff、]{2,20}(?:[\\/][\u3400-\u9fff、]{2,20})+|[\d,]+|有效|失效|主动公开|通知|公告|意见|公示|报告|函"
)
# what a value looks like, by field; a headline under an empty label has none of these forms
_FORM: dict[str, Callable[[str], bool]] = {
    "published": _has_date, "updated": _has_date, "written": _has_date, "number": _has_digit, "index": _has_digit,
    "issuer": is_outlet, "source": is_outlet, "author": _is_name, "editor": _is_name, "credit": _is_name,
    "url": _is_address, "keyword": _never, "section": _never, "original-title": _never,
    "other": _is_class,
}  # fmt: skip


def _date_in_pieces(lines: Sequence[Line]) -> Row | None:
    """2021/ 06/ 25 16:10 and 2020 03/10 21:56:12, each part a line."""
    if not re.match(r"\s*(?:19|20)\d\d\s?[-/.年]?\s*$", lines[0].text):
        return None
    for count in range(len(lines), 1, -1):
        parts = [fold(line.text.strip()) for line in lines[:count]]
        text = re.sub(r"^(\d{4}) (?=\d)", r"\1/", " ".join(parts))
        found = find_dates(text)
        if found and found[0].start == 0 and found[0].end == len(text) and all(len(part) <= 10 for part in parts):
            clue = Clue("published", text, RULE, lines[0].mark.number)
            return Row(tuple(line.row for line in lines[:count]), clue)
    return None
