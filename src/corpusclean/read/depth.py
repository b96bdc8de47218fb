"""Keeps markup from nesting so deep, and tags from having so many attributes, that parsing would take minutes.

Markup comes in and goes out unchanged, unless its tags nest deeper than any page's do; then the tags beyond that depth
are taken out and their text stays.  Of a tag with more attributes than any has the first ones stay.
"""

from __future__ import annotations

import re
from itertools import islice

# lexbor takes time that grows with the square of the depth: 0.2 s at 10,000, 20 s at 100,000
DEEPEST = 2_000
# tags that are never closed seem to nest: 10,000 <li> stand side by side in a page
_DEEP = 10 * DEEPEST
_TAG = re.compile(r"<(/?)[a-zA-Z][^<>]*>")
# lexbor compares each attribute of a tag with all before it: 1 s for 20,000; no page's tag has a hundred
_MOST_ATTRIBUTES = 256
# a tag with so many attributes has at least so many characters
_LONG = 2 * _MOST_ATTRIBUTES
# a tag, and no comparison in a script
_OPENS = re.compile(r"<[a-zA-Z][\w:-]{0,40}[\s/]")
# what ends an attribute; values in quotes are one, for an address may hold a thousand slashes
_ENDS = re.compile(r"""[\s/]+|"[^"]*"|'[^']*'""")


def flattened(markup: str) -> str:
    """*markup* with the tags taken out that stand deeper than `DEEPEST`.

    >>> flattened("<p>正文</p>")
    '<p>正文</p>'
    """
    markup = _with_few_attributes(markup)
    if markup.count("<") <= _DEEP:
        return markup
    depth = deepest = 0
    for match in _TAG.finditer(markup):
        depth += -1 if match.group(1) else 1
        deepest = max(deepest, depth)
    return markup if deepest <= _DEEP else _TAG.sub(_Shallow(), markup)


def _with_few_attributes(markup: str) -> str:
    """*markup* with what a tag has beyond `_MOST_ATTRIBUTES` taken out."""
    pieces = markup.split(">")
    cut = False
    for number in [number for number, piece in enumerate(pieces) if len(piece) > _LONG]:
        piece = pieces[number]
        start = piece.rfind("<")
        if start >= 0 and len(piece) - start > _LONG and _OPENS.match(piece, start):
            too_many = next(islice(_ENDS.finditer(piece, start), 2 * _MOST_ATTRIBUTES, None), None)
            if too_many is not None:
                pieces[number], cut = piece[: too_many.start()], True
    return ">".join(pieces) if cut else markup


class _Shallow:
    """Replaces tags while they stand too deep."""

    def __init__(self) -> None:
        self.depth = 0

    def __call__(self, match: re.Match[str]) -> str:
        closes = bool(match.group(1))
        self.depth += -1 if closes else 1
        return match.group() if self.depth + closes <= DEEPEST else ""
