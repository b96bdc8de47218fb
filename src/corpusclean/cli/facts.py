"""The facts of an article as short strings, for the terminal.

An `Article` comes in, pairs of name and value go out; a fact that the page does not state is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusclean import glance
from corpusclean.article import Article
from corpusclean.glance import PICTURES

_FIELDS = (
    *("kicker", "title", "subtitle", "authors", "editors", "credits", "source", "site", "dateline", "published"),
    *("updated", "url", "section", "keywords", "references", "document", "script", "encoding"),
)


def facts(article: Article) -> Iterator[tuple[str, str]]:
    """Name and value of each fact that *article* has, in the order of its fields."""
    return glance.facts(article, _FIELDS)


def visible(text: str, *, blanks: bool = False) -> str:
    """*text* with control characters as pictures, so that a page cannot steer the terminal; with *blanks*, those too.

    >>> visible("红\\x1b[31m字")
    '红␛[31m字'
    >>> visible("a\\xa0b c", blanks=True)
    'a⍽b␣c'
    """
    return text.translate(_WITH_BLANKS if blanks else PICTURES)


_WITH_BLANKS = {**PICTURES, 0x20: 0x2423, 0xA0: 0x237D, 0x3000: 0x25A1}
