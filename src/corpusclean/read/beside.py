"""Reads what a page's data states beside the text of its article: title, moment of publication, source, author.

The object that holds the text comes in, `Clue`s go out.  Only the text's own neighbours are read: what stands in other
objects of the data speaks of other stories.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

from corpusclean.document import Clue

# the keys of each field, in order of trust, without case and marks
_KEYS = {
    "title": ("title", "headline", "articletitle", "newstitle"),
    "published": (
        "publishtime", "pubtime", "publishedat", "publishdate", "pubdate", "datepublished", "newstime", "releasetime",
        "createtime", "ptime", "ctime", "articletime", "time", "date",
    ),
    "source": ("source", "sourcename", "copyfrom", "medianame", "media", "articlesource", "origin"),
    "author": ("author", "authorname", "writer", "articleauthor"),
    "editor": ("editor", "editorname"),
}  # fmt: skip
_NOT_LETTER = re.compile("[^a-z]+")
# seconds or milliseconds since 1970, of this century
_STAMP = re.compile(r"(1[0-9]{9}|20[0-9]{8})(?:[0-9]{3})?")
_CHINA = timezone(timedelta(hours=8))
_LONGEST = 120


def facts_beside(holder: Mapping[str, Any]) -> tuple[Clue, ...]:
    """The facts that an object states beside the article that it holds.

    >>> holder = {"content": "…", "pubTime": 1622593800000, "source": {"name": "江城晚报"}}
    >>> [clue.value for clue in facts_beside(holder)]
    ['2021-06-02T08:30:00+08:00', '江城晚报']
    """
    said = {_NOT_LETTER.sub("", str(key).lower()): value for key, value in holder.items()}
    return tuple(_facts(said))


def _facts(said: Mapping[str, Any]) -> Iterator[Clue]:
    for field, keys in _KEYS.items():
        values = (text for key in keys if key in said for text in _texts(said[key]))
        value = next(values, "")
        if value and (field == "published" or not value.isdigit()):
            yield Clue(field, moment_of(value) if field == "published" else value, "markup:data", 0)


def _texts(value: Any) -> Iterator[str]:
    """What a value says in words: itself, or the name of an object."""
    if isinstance(value, Mapping):
        value = value.get("name")
    text = str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    if 0 < len(text) <= _LONGEST:
        yield text


def moment_of(text: str) -> str:
    """The moment that a stamp of seconds or milliseconds stands for, as pages in China show it; other text unchanged.

    >>> moment_of("1622593800"), moment_of("2021-06-02 08:30")
    ('2021-06-02T08:30:00+08:00', '2021-06-02 08:30')
    """
    stamp = _STAMP.fullmatch(text)
    return datetime.fromtimestamp(int(stamp.group(1)), _CHINA).isoformat() if stamp else text
