"""Reads the article of a page whose markup is empty until a script fills it, from the data the script would use.

A lexbor tree comes in; the text of JSON-LD's articleBody, or else the longest Chinese string of the page's JSON or
fields, goes out, still with its markup where it has any.  No script is run, and nothing that is not JSON is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_HAN = re.compile("[\u3400-\u9fff]")
# fewer characters may be a summary, a comment, a notice to users
LEAST = 100
_KEYS = re.compile(r"content|body|html|text|detail|article", re.I)
# {"props": ...} as a script of its own, or assigned: window.__INITIAL_STATE__ = {...};
_ASSIGNED = re.compile(r"=\s*(?=[\[{])")
_LONGEST = 5_000_000
_MOST = 200_000


def scripted_article(tree: LexborHTMLParser) -> str:
    """The text of the article in the page's data; empty where there is none."""
    for node in tree.css('script[type="application/ld+json"]'):
        said = [text for key, text in _strings(_json(node.text() or "")) if key == "articleBody" and han(text) >= LEAST]
        if said:
            return max(said, key=len)
    found: list[str] = []
    for node in tree.css("script"):
        text = node.text() or ""
        if len(text) <= _LONGEST and ("__" in text or "json" in (node.attributes.get("type") or "")):
            found += (text for key, text in _strings(_json(text)) if _KEYS.search(key) and han(text) >= LEAST)
    # some sites keep the article in a field that a script reads, old ones what readers without frames see
    fields = (node.text() or "" for node in tree.css("textarea, noframes"))
    found += (text for text in fields if han(text) >= LEAST)
    return max(found, key=han, default="")


def han(text: str) -> int:
    """How many Chinese characters *text* has."""
    return len(_HAN.findall(text))


def _json(text: str) -> Any:
    assigned = _ASSIGNED.search(text) if text.lstrip()[:1] not in ("{", "[") else None
    try:
        value, _ = json.JSONDecoder(strict=False).raw_decode(text[assigned.end() :] if assigned else text.strip())
    except (ValueError, RecursionError):
        return None
    return value


def _strings(value: Any) -> Iterator[tuple[str, str]]:
    """The strings of a JSON value with the keys they stand under, without recursion."""
    waiting: list[tuple[str, Any]] = [("", value)]
    for _ in range(_MOST):
        if not waiting:
            return
        key, item = waiting.pop()
        if isinstance(item, str):
            yield key, item
        elif isinstance(item, dict):
            waiting += ((str(name), inner) for name, inner in item.items())
        elif isinstance(item, list):
            waiting += ((key, inner) for inner in item)
