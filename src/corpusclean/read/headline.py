"""Finds the headline of an HTML page where rows and markup agree.

Rows and the markup's claims come in; out goes one clue with the headline and the row it stands in, or nothing where no
row shows it.  A title element is never believed whole: it carries the site's name and the column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from corpusclean.document import Clue
from corpusclean.fold import fold
from corpusclean.read.outline import Row

_NOT_WORD = re.compile(r"[\W_]+")
# what sites put between headline, column and their name
_SEAM = re.compile(r"\s*(?:[|｜_»«]|--+|——|\s[-–—·]\s|[-–—](?=[^-–—]{2,12}$))\s*")
_SHORTEST = 4
# a row inside a title element is its headline when it makes up this share: `千龙网--汽车--标题`
_SHARE = 0.4
# and a title's part inside a row, this share of the row
_MOST = 0.6
# titles of a page have a headline, a column and a site; one made to take time has thousands of parts
_MOST_PARTS = 12
_LONGEST = 120
# a headline broken by <br> stands in at most this many rows
_BROKEN = 4
# how long the names of sites are
_SITE = range(2, 17)
# what begins the title is the headline, unless it is as short as a site's name
_SURE = 6


class _Title(NamedTuple):
    """A title that the markup claims: its key, the keys of its parts, and whether it is the page's title element."""

    key: str
    parts: tuple[str, ...]


class _Rank(NamedTuple):
    """What makes one row a better headline than another, in order."""

    unlinked: bool
    begins_title: bool
    heading: bool
    length: int
    upper: int


def headline_clue(rows: Sequence[Row], claims: Iterable[Clue]) -> Clue | None:
    """The headline, with the number of its row; None where no row shows what the markup claims."""
    said = {clue.value for clue in claims if clue.field in ("title", "title-element")}
    titles = [title for title in map(_title, sorted(said)) if title]
    best: _Rank | None = None
    value = ""
    keys = "\n".join(title.key for title in titles)
    letters = frozenset("".join((*said, keys)))
    for row, text in _candidates(rows, letters, keys) if titles else ():
        rank = _rank(rows[row], row, _key(text), titles)
        if rank is not None and (best is None or rank > best):
            best, value = rank, text
    return Clue("headline", value, "markup:headline", 1 - best.upper) if best else None


def row_around_title(rows: Sequence[Row], claims: Iterable[Clue]) -> int | None:
    """The row that holds a part of the page's title and little else: ［经验］标题, 标题_某某网 as a heading."""
    said = sorted({clue.value for clue in claims if clue.field in ("title", "title-element")})
    every = {part for title in map(_title, said) if title for part in title.parts if len(part) >= _SURE}
    parts = sorted(every, key=len, reverse=True)[:_MOST_PARTS]
    beginnings = {part[:2] for part in parts}
    best, longest = None, 0
    for row, item in enumerate(rows if parts else ()):
        if len(item.text) <= _LONGEST and not _is_link(item):
            key = _key(item.text)
            if any(start in key for start in beginnings):
                length = max((len(part) for part in parts if part in key and len(part) >= _MOST * len(key)), default=0)
                if length > longest:
                    best, longest = row, length
    return best


def title_clue(claims: Iterable[Clue]) -> Clue | None:
    """The longest part of the page's title element, for a page that brings its text along as data and shows no line."""
    for clue in claims:
        if clue.field == "title-element":
            part = max(_SEAM.split(clue.value), key=len).strip()
            return Clue("title", part, "markup:title", 0) if len(_key(part)) >= _SURE else None
    return None


def site_clue(claims: Iterable[Clue], headline: Clue | None) -> Clue | None:
    """The name of the site, which a title element carries behind the headline: 标题_频道_某某网."""
    if headline is None:
        return None
    for clue in claims:
        if clue.field == "title-element" and _key(clue.value).startswith(_key(headline.value)):
            name = _SEAM.split(clue.value)[-1].strip()
            if len(name) in _SITE and _key(name) not in _key(headline.value):
                return Clue("site", name, "markup:title-end", 0)
    return None


def _title(value: str) -> _Title | None:
    key = _key(value)
    return _Title(key, tuple(filter(None, map(_key, _SEAM.split(value))))) if key else None


def _candidates(rows: Sequence[Row], letters: frozenset[str], keys: str) -> Iterator[tuple[int, str]]:
    """Rows that may be a headline, alone or with the rows that <br> broke off; *letters* are those of the titles.

    The first letter is compared as it stands: a page seldom writes its headline in another script than its title.  It
    stands in the *keys* of the titles with the second one after it.
    """
    for row, first in enumerate(rows):
        begins = first.text[:2]
        if begins[:1] not in letters and begins[:1].isalnum():
            continue
        if len(first.text) > _LONGEST or (begins.isalnum() and fold(begins).lower() not in keys):
            continue
        text = ""
        for part in rows[row : row + _BROKEN]:
            if (part.kind, part.level) != (first.kind, first.level) or _is_link(part) != _is_link(first):
                break
            text += part.text
            if len(text) > _LONGEST:
                break
            yield row, text


def _rank(row: Row, number: int, key: str, titles: Sequence[_Title]) -> _Rank | None:
    """How good a headline the row is; None where it is none.  A link to the page counts where nothing else does."""
    linked, heading, begins = _is_link(row), row.kind == "heading", any(title.key.startswith(key) for title in titles)
    part = any(key in title.parts for title in titles)
    if len(key) < (_SURE if linked else 2 if part and begins and heading else _SHORTEST):
        return None
    if not begins and not any(key in title.key and len(key) >= _SHARE * len(title.key) for title in titles):
        return None
    if not part and key.isascii():  # half of a site's name
        return None
    return _Rank(not linked, begins and len(key) >= _SURE, heading, len(key), -number)


def _is_link(row: Row) -> bool:
    """True for menu entries and related stories; a heading may link to its own page, as blogs do."""
    return row.kind != "heading" and row.linked * 2 > len(row.text)


def _key(text: str) -> str:
    return _NOT_WORD.sub("", fold(text)).lower()
