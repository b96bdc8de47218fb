"""Finds the headline of an HTML page where rows and markup agree.

Rows and the markup's claims come in; out goes one clue with the headline and the row it stands in, or nothing where no
row shows it.  A title element is never believed whole: it carries the site's name and the column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpusclean.document import Clue
from corpusclean.fold import fold
from corpusclean.read.tree import Row

_NOT_WORD = re.compile(r"[\W_]+")
_SHORTEST = 4
# a row inside a title element is its headline when it makes up this share: `千龙网--汽车--标题`
_SHARE = 0.4
_LONGEST = 120
# a headline broken by <br> stands in at most this many rows
_BROKEN = 4


def headline_clue(rows: Sequence[Row], claims: Iterable[Clue]) -> Clue | None:
    """The headline, with the number of its row; None where no row shows what the markup claims."""
    titles = [_key(clue.value) for clue in claims if clue.field in ("title", "title-element")]
    best: tuple[bool, int, int] | None = None
    for row, text in _candidates(rows):
        key = _key(text)
        if len(key) >= _SHORTEST and any(_names(key, title) for title in titles):
            # headings before other rows, longer texts before shorter ones, upper rows before lower ones
            rank = (rows[row].kind == "heading", len(key), -row)
            if best is None or rank > best:
                best, value = rank, text
    return Clue("headline", value, "markup:headline", 1 - best[2]) if best else None


def _candidates(rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """Rows that may be a headline, alone or with the rows that <br> broke off."""
    for row, first in enumerate(rows):
        text = ""
        for part in rows[row : row + _BROKEN]:
            if (part.kind, part.level) != (first.kind, first.level) or _is_link(part):
                break
            text += part.text
            if len(text) > _LONGEST:
                break
            yield row, text


def _is_link(row: Row) -> bool:
    """True for menu entries and related stories; a heading may link to its own page, as blogs do."""
    return row.kind != "heading" and row.linked * 2 > len(row.text)


def _names(key: str, title: str) -> bool:
    return title.startswith(key) or (key in title and len(key) >= _SHARE * len(title))


def _key(text: str) -> str:
    return _NOT_WORD.sub("", fold(text)).lower()
