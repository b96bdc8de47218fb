"""Lists the images of the article: address, caption, and the line they stand before.

Images that the walk met, the rows and the range of the article come in; `Image`s go out, their position counted in
lines of the page until the article's blocks are known.  Icons, buttons and trackers are left out by what their
attributes say; no image is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpusclean.article import Image
from corpusclean.read.addresses import joined
from corpusclean.read.outline import Place, Row

# where a page that loads images late keeps the address, before src, which then holds a blank picture
_ADDRESSES = (
    "data-original", "data-src", "data-lazy-src", "data-actualsrc", "data-actual", "data-echo", "data-lazyload",
    "file", "zoomfile", "src",
)  # fmt: skip
_BLANK = re.compile(
    r"data:|about:|javascript:|.*(?:blank|spacer|transparent|loading|placeholder|grey|pixel|1x1)[^/]*$", re.I
)
_ICON = re.compile(
    r"(?:^|[/_.-])(?:icons?|logos?|avatar|emoji|emoticon|face|smil(?:ey|ies)|btn|button|qrcode|ewm|share|arrow|dot)"
    r"(?:[/_.-]|\d|$)",
    re.I,
)
# what is smaller is a bullet, a rule or a button
_SMALLEST = 40
# an alt text of a word says what kind of thing the image is; a longer one than this is the description of the page
_ALT = range(4, 120)
_ITEMS = ("a", "li", "td", "dt", "dd")
_FILE = re.compile(r"\S*\.(?:jpe?g|png|gif|webp|bmp)$", re.I)


def images_of(
    places: Sequence[Place], rows: Sequence[Row], inside: Sequence[bool], base: str | None
) -> tuple[Image, ...]:
    """The images that stand inside the article, each address once.

    Parameters
    ----------
    places : sequence of Place
        All images of the page, in reading order.
    rows : sequence of Row
        The lines of the page.
    inside : sequence of bool
        For each line, whether it is inside the article.
    base : str or None
        The address of the page, which relative addresses are resolved against.
    """
    last = len(inside) - 1
    first, end = (inside.index(True), last - inside[::-1].index(True) + 1) if True in inside else (0, -1)
    found: dict[str, Image] = {}
    for node, row in places:
        # an image right under the last line is the article's too, unless it is an item of something else
        beside = row == end and getattr(node.parent, "tag", "") not in _ITEMS
        if (first <= row < end and (inside[row] or inside[row - 1])) or beside:
            attributes = node.attributes
            address = _address(attributes)
            if address and not _is_icon(address, attributes):
                url = joined(base, address)
                found.setdefault(url, Image(url, _caption(attributes, rows, row), row))
    return tuple(found.values())


def _address(attributes: Mapping[str, str | None]) -> str:
    for name in _ADDRESSES:
        value = (attributes.get(name) or "").strip()
        if value and not _BLANK.match(value):
            return value
    several = (attributes.get("srcset") or attributes.get("data-srcset") or "").strip()
    return several.split(",")[-1].split()[0] if several.strip(", ") else ""


def _is_icon(address: str, attributes: Mapping[str, str | None]) -> bool:
    sizes = [attributes.get("width") or "", attributes.get("height") or ""]
    small = any(size.removesuffix("px").isdigit() and int(size.removesuffix("px")) < _SMALLEST for size in sizes)
    return small or _ICON.search(address.partition("?")[0].rpartition("//")[2].partition("/")[2]) is not None


def _caption(attributes: Mapping[str, str | None], rows: Sequence[Row], row: int) -> str | None:
    """The line under the image that the markup calls its caption, or what the image is described by."""
    if row < len(rows) and rows[row].caption:
        return rows[row].text
    words = " ".join((attributes.get("alt") or attributes.get("title") or "").split())
    return words if len(words) in _ALT and not _FILE.match(words) else None
