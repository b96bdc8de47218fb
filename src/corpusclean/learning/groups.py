"""Which pages may share a frame: those of one host, and where no address is known those whose edges are alike.

The address and the text of a page come in, the name of its group goes out.  A host is written without ``www.``; a group
of pages that are alike is named after the first of them.  Pages are never compared one by one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from corpusclean.learning.store import Store, hashed
from corpusclean.learning.templates import letters, templates
from corpusclean.read.addresses import host_of

LIKE = "like:"
# Lines at either end of a page that tell its site: the name and the menu above, the imprint below.
_LINES = 3
# What two pages must have in common there: a line counts one, the first and the last two, a long one of them three.
# Two links to other articles, which sites share, are not enough; nor are 首页 and 返回顶部.
_ALIKE, _LETTERS = 3, 8
_TELLING = 15
# A longer line at an edge is the article's.
_LONGEST = 80


def group_of(url: str | None, text: str, store: Store) -> str:
    """The name of the group of a page."""
    host = _host("/".join(url.split("/", 3)[:3])) if url else ""
    return host or _alike(text, store)


@lru_cache(4096)
def _host(address: str) -> str:
    return host_of(address).removeprefix("www.")


def host_in(group: str) -> str:
    """The host that a group of that name is of; nothing where its pages are only alike."""
    return "" if group.startswith(LIKE) else group


def slug_of(group: str) -> str:
    """The name of a group as ids of rules have it, other for each group.

    >>> slug_of("news.river.example"), slug_of("like:0a1b2c3d")
    ('news-river-example', 'like-0a1b2c3d')
    """
    slug = re.sub("[^a-z0-9]+", "-", group).strip("-")
    plain = re.fullmatch("[a-z0-9.:]+", group)
    return slug if plain and slug else f"{slug or 'site'}-{hashed(group) & 0xFFFFFFFF:08x}"


def _alike(text: str, store: Store) -> str:
    """The group whose pages have most of this page's edges, or a new one."""
    edges = edges_of(text)
    weights: dict[str, int] = {}
    common: dict[str, int] = {}
    for line, weight in edges.items():
        if group := store.group_of_edge(line):
            weights[group] = weights.get(group, 0) + weight
            common[group] = common.get(group, 0) + letters(line)
    best = max(weights, key=lambda group: (weights[group], common[group], group), default="")
    if not best or weights[best] < _ALIKE or common[best] < _LETTERS:
        best = f"{LIKE}{hashed(text) & 0xFFFFFFFF:08x}"
    store.add_edges(best, edges)
    return best


def edges_of(text: str) -> Mapping[str, int]:
    """The lines at the two ends of a page, as templates, with what each counts.

    >>> edges_of("渡口日报\\n\\n正文。\\n渡口日报社 版权所有")
    {'渡口日报': 2, '正文。': 1, '渡口日报社 版权所有': 2}
    """
    lines = [line for line in templates(text) if letters(line) > 1]
    ends = lines if len(lines) <= 2 * _LINES else [*lines[:_LINES], *lines[-_LINES:]]
    found = {line: 1 for line in ends if len(line) <= _LONGEST}
    for line in (*ends[:1], *ends[-1:]):
        if line in found:
            found[line] = 3 if letters(line) >= _TELLING else 2
    return found
