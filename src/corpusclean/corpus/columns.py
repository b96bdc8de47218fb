"""Rows of tables: which column holds the text, and what a cleaned row looks like.

A row's fields come in; they go out in their order and untouched, but for the text, which is replaced, and the column
``article`` for facts and edits.  A row whose text is missing or is no text is an error, never an empty article.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from corpusclean.article import Article
from corpusclean.cleaner import Cleaner
from corpusclean.errors import InputError

Row = dict[str, Any]
# the first of these that a row has is its text
TEXT_COLUMNS = ("text", "content", "raw_content", "body", "html")
ARTICLE = "article"


def find_column(names: Iterable[str], given: str | None = None) -> str:
    """The text column among *names*: *given*, or the first known one.

    >>> find_column(["id", "html", "content"])
    'content'
    """
    names = list(names)
    wanted = (given,) if given else TEXT_COLUMNS
    for name in wanted:
        if name in names:
            return name
    raise InputError(f"no column {' or '.join(wanted)}; there are: {', '.join(map(str, names)) or 'none'}")


def clean_fields(cleaner: Cleaner, fields: Mapping[str, Any], column: str) -> Article:
    """The article of a row; ``url`` tells the site, and a column named html is read as HTML."""
    page = fields[column]
    if not isinstance(page, (str, bytes)):
        raise InputError(f"column {column} holds {type(page).__name__}, not text")
    url = fields.get("url")
    return cleaner.clean(page, url=url if isinstance(url, str) else None, kind="html" if column == "html" else "auto")


def cleaned_row(fields: Mapping[str, Any], column: str, article: Mapping[str, Any], name: str) -> Row:
    """*fields* with the clean text and the *article*, as a dict; a row without ``id`` gets *name*."""
    about = {field: value for field, value in article.items() if field != "text"}
    text = article["text"]
    identified = {} if "id" in fields else {"id": name}
    return {**identified, **fields, column: text, article_column(fields): about}


def article_column(fields: Mapping[str, Any]) -> str:
    """Where facts and edits go: ``article``, but not over a column of the source that is not ours.

    >>> article_column({"text": "正文。"}), article_column({"article": 7})
    ('article', 'corpusclean_article')
    """
    there = fields.get(ARTICLE)
    ours = ARTICLE not in fields or (isinstance(there, Mapping) and "rules_version" in there)
    return ARTICLE if ours else f"corpusclean_{ARTICLE}"
