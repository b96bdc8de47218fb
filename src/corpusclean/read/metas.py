"""Reads the meta elements of a page's head: what sites, and the content systems behind them, state about an article.

A lexbor tree comes in, `Clue`s go out in the order of the table, the most trusted name of each field first.  Names are
compared without case and marks; an empty content, a number where a name should stand and a label (来源：) say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpusclean.document import Clue

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

# OpenGraph and its kin, the standard of Chinese government sites (ArticleTitle, PubDate, ContentSource), what papers of
# the People's Daily family write (publishdate, source, editor), Dublin Core, and what scholars' indexes ask for
_NAMES = {
    "title": ("og:title", "twitter:title", "ArticleTitle", "DC.title", "citation_title"),
    "published": (
        "article:published_time", "og:published_time", "og:release_date", "bytedance:published_time", "publishdate",
        "publish_date", "pubdate", "publish_time", "pubtime", "datePublished", "weibo: article:create_at",
        "DC.date.issued", "DC.date.created", "DC.date", "dcterms.issued", "sailthru.date", "parsely-pub-date",
        "citation_publication_date", "citation_online_date",
    ),
    "updated": (
        "article:modified_time", "og:updated_time", "bytedance:updated_time", "dateModified", "DC.date.modified",
    ),
    "site": ("og:site_name", "SiteName"),
    "source": ("ContentSource", "mediaid", "source", "copyfrom"),
    "author": ("article:author", "og:article:author", "author", "DC.creator", "citation_author", "parsely-author"),
    "editor": ("editor", "article:editor", "responsible_editor", "bianji"),
    "keyword": ("keywords", "news_keywords", "article:tag"),
    "section": ("article:section", "ColumnName"),
    "url": ("og:url", "url"),
}  # fmt: skip
_NOT_LETTER = re.compile("[^a-z:]+")
_MARKS = re.compile("[^a-z]+")
_LABEL = re.compile(r"^(?:(?:文章|信息|稿件)?[来來]源|作者|[责責]任[编編][辑輯]|[责責][编編]|[编編][辑輯])\s?[:：]\s*")
# what a field of people or outlets holds that no one was named for: the number of an account
_NUMBER = re.compile(r"[\d\s,;-]+")
_NAMED = ("source", "author", "editor")
# editors stand in one meta element, parted by blanks
_PARTED = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")


def _key(name: str) -> str:
    """A name without case and marks: ``publish-date`` and ``publish_date`` are one."""
    return _NOT_LETTER.sub("", name.lower())


_FIELDS = tuple(
    (_key(name), field, f"markup:meta-{_MARKS.sub('-', name.lower())}")
    for field, names in _NAMES.items()
    for name in names
)


def meta_clues(tree: LexborHTMLParser) -> Iterator[Clue]:
    """What the meta elements state, of each name the first that says something."""
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = (attributes.get("content") or "").strip()
        if name and content:
            found.setdefault(_key(name), content)
    for key, field, rule in _FIELDS:
        if key in found:
            yield from (Clue(field, value, rule, 0) for value in _values(field, found[key]))


def _values(field: str, content: str) -> list[str]:
    if field not in _NAMED:
        return [content]
    content = _LABEL.sub("", content)
    if _NUMBER.fullmatch(content):
        return []
    return _PARTED.split(content) if field == "editor" else [content] if content else []
