"""Tells where an article goes on that a site has spread over several pages.

A lexbor tree, the page's rows and what is inside the article come in; a warning with the next page's address goes out,
or nothing.  No address is opened, and the pages of a list are none of an article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpusclean.document import Finding
from corpusclean.read.addresses import joined
from corpusclean.read.outline import Row

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

# how far under the article its page numbers stand, in lines
_BELOW = 6
_WORDS = re.compile(r"[\[(（]?(?:下一?[页頁]|[后後]一[页頁]|余下全文|繼續閱讀下一頁)[\])）]?\s?[>›»→]{0,2}")
_LONGEST = 60
_NOWHERE = ("#", "javascript:", "about:")


def next_page(tree: LexborHTMLParser, rows: Sequence[Row], inside: Sequence[bool], base: str | None) -> Finding | None:
    """The warning that the article goes on at another address."""
    if True not in inside:
        return None
    address = _stated(tree)
    if not address:
        end = len(inside) - inside[::-1].index(True)
        near = rows[inside.index(True) : end + _BELOW]
        # a line of page numbers is short; most pages have none, and their links are not looked at
        if any(row.linked and len(row.text) <= _LONGEST and _WORDS.search(row.text) for row in near):
            address = _linked(tree)
    if not address:
        return None
    return Finding("more-pages", f"the article goes on at {joined(base, address)}")


def _stated(tree: LexborHTMLParser) -> str:
    """What the head says; blogs state there the next post, too, and its title with it."""
    link = tree.head.css_first('link[rel="next"]') if tree.head else None
    return "" if link is None or link.attributes.get("title") else (link.attributes.get("href") or "").strip()


def _linked(tree: LexborHTMLParser) -> str:
    for node in tree.css("a[href]"):
        address = (node.attributes.get("href") or "").strip()
        if not address.lower().startswith(_NOWHERE) and _WORDS.fullmatch(node.text(strip=True)):
            return address
    return ""
