"""The facts of an article as short strings, for the terminal.

An `Article` comes in, pairs of name and value go out; a fact that the page does not state is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from corpusclean.article import Article

_FIELDS = (
    *("kicker", "title", "subtitle", "authors", "editors", "credits", "source", "site", "dateline", "published"),
    *("updated", "url", "section", "keywords", "references", "document", "script", "encoding"),
)


def facts(article: Article) -> Iterator[tuple[str, str]]:
    """Name and value of each fact that *article* has, in the order of its fields."""
    for name in _FIELDS:
        value = getattr(article, name)
        if value:
            yield name, _shown(value)
    if article.captions:
        yield "captions", str(len(article.captions))


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{key} {_shown(item)}" for key, item in value.items())
    if isinstance(value, (tuple, list)):
        return ", ".join(map(str, value))
    return str(value)


def visible(text: str, *, blanks: bool = False) -> str:
    """*text* with control characters as pictures, so that a page cannot steer the terminal; with *blanks*, those too.

    >>> visible("红\\x1b[31m字")
    '红␛[31m字'
    >>> visible("a\\xa0b c", blanks=True)
    'a⍽b␣c'
    """
    return text.translate(_WITH_BLANKS if blanks else _PICTURES)


_PICTURES = {**{code: 0x2400 + code for code in range(32)}, 0x7F: 0x2421, **dict.fromkeys(range(0x80, 0xA0), 0xFFFD)}
_WITH_BLANKS = {**_PICTURES, 0x20: 0x2423, 0xA0: 0x237D, 0x3000: 0x25A1}
