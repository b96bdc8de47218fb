"""What the markup itself states: JSON-LD, OpenGraph, meta elements, microdata, in this order of trust.

A lexbor tree comes in, `Clue`s go out, the most trusted first and each with the place it stood in as its rule.  They
are raw claims: whether one is believed is decided where the text's own statements are known too.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from corpusclean.document import Clue
from corpusclean.read.addresses import day_of_address, joined
from corpusclean.read.beside import moment_of
from corpusclean.read.metas import meta_clues

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

ADDRESS = "markup:address"
_CDATA = re.compile(r"(?://\s?|/\*\s?)?(?:<!\[CDATA\[|\]\]>)(?:\s?\*/)?|<!--|-->")
_LAST_COMMA = re.compile(r",\s*([}\]])")
# with keywords and the site behind it
_LONGEST_TITLE = 600
# what browsers write above a page that they save
_SAVED = re.compile(r"\s*saved from url=\(\d+\)(https?://\S+)")
# WeChat fills in the time of publication by a script: var ct = "1622593800"; in seconds, shown as Chinese time
_WECHAT = "#js_content"
_SECONDS = re.compile(r"\b(?:ct|create_time|publish_time)\s?[:=]\s?[\"']?(1[0-9]{9})\b")
_DAY_OF = re.compile(r"\D")
# types of schema.org whose fields speak of the article and not of the site
_ARTICLE_TYPES = re.compile(r"Article|Posting|Report|WebPage|Recipe|QAPage")
_JSON_FIELDS = (
    ("headline", "title"),
    ("datePublished", "published"),
    ("pubDate", "published"),  # Baidu's cambrian dialect
    ("dateModified", "updated"),
    ("upDate", "updated"),
    ("author", "author"),
    ("editor", "editor"),
    ("keywords", "keyword"),
    ("publisher", "site"),
    ("articleSection", "section"),
)
_MICRODATA = (
    ("headline", "title"),
    ("datePublished", "published"),
    ("dateModified", "updated"),
    ("author", "author"),
    ("editor", "editor"),
    ("publisher", "site"),
    ("keywords", "keyword"),
    ("articleSection", "section"),
)


def markup_clues(tree: LexborHTMLParser, url: str | None = None) -> list[Clue]:
    """All claims of the markup, the most trusted first; of days, those that most places agree on."""
    clues = [*_json_ld(tree), *meta_clues(tree), *_microdata(tree), *_elements(tree), *_wechat(tree)]
    address = url or address_of(clues)
    day = day_of_address(address) if address else None
    if day:
        clues.append(Clue("published", day, ADDRESS, 0))
    return _agreed(clues)


def address_of(clues: Sequence[Clue]) -> str | None:
    """The page's own address, where the markup states it whole."""
    return next((clue.value for clue in clues if clue.field == "url" and clue.value.startswith("http")), None)


def base_of(tree: LexborHTMLParser, address: str | None) -> str | None:
    """What relative addresses of the page are resolved against: what ``<base>`` says, seen from its *address*."""
    node = tree.css_first("base[href]")
    stated = (node.attributes.get("href") or "").strip() if node is not None else ""
    return joined(address, stated) if stated and (address or stated.startswith("http")) else address


def _agreed(clues: list[Clue]) -> list[Clue]:
    """The clues with the dates of publication in order of how many places say the same day."""
    dates = [clue for clue in clues if clue.field == "published" and clue.rule != ADDRESS]
    if len({day[:10] for day in (clue.value for clue in dates)}) < 2:
        return clues
    said = Counter(_DAY_OF.sub("", clue.value)[:8] for clue in clues if clue.field == "published")
    dates.sort(key=lambda clue: -said[_DAY_OF.sub("", clue.value)[:8]])
    return [*dates, *(clue for clue in clues if clue not in dates)]


def _json_ld(tree: LexborHTMLParser) -> Iterator[Clue]:
    for node in tree.css('script[type="application/ld+json"]'):
        for item in _objects(_loaded(node.text() or "")):
            if _ARTICLE_TYPES.search(str(item.get("@type", ""))) or "pubDate" in item:
                for key, field in _JSON_FIELDS:
                    yield from (Clue(field, value, "markup:json-ld", 0) for value in _values(item.get(key)))


def _loaded(text: str) -> Any:
    """The value of a JSON script, in CDATA or with commas before closing brackets, too; None where it is broken."""
    # real pages have raw newlines inside strings
    for attempt in (str, _mended):
        try:
            return json.loads(attempt(text), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _mended(text: str) -> str:
    return _LAST_COMMA.sub(r"\1", _CDATA.sub("", text))


def _objects(content: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD script, which may be one, a list, or under @graph."""
    if isinstance(content, list):
        for item in content[:50]:
            yield from _objects(item)
    elif isinstance(content, dict):
        yield content
        yield from _objects(content.get("@graph"))


def _values(value: Any) -> Iterator[str]:
    if isinstance(value, str) and value.strip():
        yield value.strip()
    elif isinstance(value, dict):
        yield from _values(value.get("name"))
    elif isinstance(value, list):
        for item in value[:50]:
            yield from _values(item)


def _microdata(tree: LexborHTMLParser) -> Iterator[Clue]:
    first: dict[str, LexborNode] = {}
    for node in tree.css("[itemprop]"):
        for prop in (node.attributes.get("itemprop") or "").split():
            first.setdefault(prop, node)
    for prop, field in _MICRODATA:
        if prop in first:
            value = _item_value(first[prop])
            if value and len(value) <= 200:
                yield Clue(field, value, "markup:microdata", 0)


def _item_value(node: LexborNode) -> str:
    """What an item says: of a person or a publisher the name, which stands in an item inside it."""
    name = node.css_first('[itemprop="name"]') if "itemscope" in node.attributes else None
    attributes = (name or node).attributes
    return (attributes.get("datetime") or attributes.get("content") or (name or node).text(strip=True) or "").strip()


def _elements(tree: LexborHTMLParser) -> Iterator[Clue]:
    """The canonical address, and the page's title element, which often carries the site's name behind the headline."""
    link = tree.css_first('link[rel="canonical"]')
    if link is not None and (link.attributes.get("href") or "").startswith("http"):
        yield Clue("url", link.attributes["href"] or "", "markup:canonical", 0)
    saved = _SAVED.match(_comment_above(tree))
    if saved:
        yield Clue("url", saved.group(1), "markup:saved-from", 0)
    title = tree.css_first("title")
    if title is not None and title.text().strip():
        yield Clue("title-element", " ".join(title.text().split())[:_LONGEST_TITLE], "markup:title", 0)


def _wechat(tree: LexborHTMLParser) -> Iterator[Clue]:
    """The moment of publication that a page of WeChat keeps in a script until it is shown."""
    if tree.css_first(_WECHAT) is None:
        return
    for node in tree.css("script"):
        seconds = _SECONDS.search(node.text() or "")
        if seconds:
            yield Clue("published", moment_of(seconds.group(1)), "markup:wechat", 0)
            return


def _comment_above(tree: LexborHTMLParser) -> str:
    """The comment between the type of the document and its root."""
    above = tree.root.prev if tree.root is not None else None
    return (above.comment_content or "") if above is not None and above.tag == "-comment" else ""
