"""Keeps markup from nesting so deep that parsing it would take minutes.

Markup comes in and goes out unchanged, unless its tags nest deeper than any page's do; then the tags beyond that depth
are taken out and their text stays.
"""

from __future__ import annotations

import re

# lexbor takes time that grows with the square of the depth: 0.2 s at 10,000, 20 s at 100,000
DEEPEST = 2_000
# tags that are never closed seem to nest: 10,000 <li> stand side by side in a page
_DEEP = 10 * DEEPEST
_TAG = re.compile(r"<(/?)[a-zA-Z][^<>]*>")


def flattened(markup: str) -> str:
    """*markup* with the tags taken out that stand deeper than `DEEPEST`.

    >>> flattened("<p>正文</p>")
    '<p>正文</p>'
    """
    if markup.count("<") <= _DEEP:
        return markup
    depth = deepest = 0
    for match in _TAG.finditer(markup):
        depth += -1 if match.group(1) else 1
        deepest = max(deepest, depth)
    return markup if deepest <= _DEEP else _TAG.sub(_Shallow(), markup)


class _Shallow:
    """Replaces tags while they stand too deep."""

    def __init__(self) -> None:
        self.depth = 0

    def __call__(self, match: re.Match[str]) -> str:
        closes = bool(match.group(1))
        self.depth += -1 if closes else 1
        return match.group() if self.depth + closes <= DEEPEST else ""
