"""Which quotation marks of a line open, and which close.

A line comes in; its quotes go out, each known to open or to close, and the number of those of which that cannot be
known.  A line may begin or end inside a quotation, so a sequence that is part of a balanced one is taken as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpusclean.normalize.protect import Span, outside
from corpusclean.normalize.signs import POINTS, ends_chinese, is_han

QUOTE = re.compile("[“”‘’「」『』\"'＂]")
# form -> (double or single, curly or corner or straight, opens: None where the form does not say)
_FORMS: dict[str, tuple[int, str, bool | None]] = {
    "“": (0, "curly", True),
    "”": (0, "curly", False),
    "‘": (1, "curly", True),
    "’": (1, "curly", False),
    "「": (0, "corner", True),
    "」": (0, "corner", False),
    "『": (1, "corner", True),
    "』": (1, "corner", False),
    '"': (0, "straight", None),
    "＂": (0, "straight", None),
    "'": (1, "straight", None),
}
# how far back a single quote looks for the one that opens
REACH = 100
# what follows an opening quote is neither the end of the line nor one of these
_NEVER_FIRST = frozenset(("", *"、，。；：！？）和与與及或的是"))


@dataclass
class Quote:
    """One quotation mark of a line: where, of which kind and style, and whether it opens (None: not known)."""

    at: int
    kind: int
    style: str
    opens: bool | None


def paired_quotes(line: str, spans: list[Span]) -> tuple[list[Quote], int]:
    """The quotes of which it is known whether they open, in order; and how many are left over."""
    found = [quote for quote in _quotes(line) if outside(spans, quote.at, quote.at + 1)]
    known: list[Quote] = []
    lost = 0
    for kind, styles in ((0, ("curly", "straight")), (1, ("curly", "straight")), (0, ("corner",)), (1, ("corner",))):
        family = [quote for quote in found if quote.kind == kind and quote.style in styles]
        settled, left = _settle(line, family)
        known += settled
        lost += left
    return sorted(known, key=lambda quote: quote.at), lost


def _quotes(line: str) -> Iterator[Quote]:
    """All quotes of the line; apostrophes are none: it’s, ’80."""
    for match in QUOTE.finditer(line):
        at = match.start()
        kind, style, opens = _FORMS[match.group()]
        if kind == 1 and style != "corner" and _is_apostrophe(line, at):
            continue
        yield Quote(at, kind, style, opens)


def _is_apostrophe(line: str, at: int) -> bool:
    """Is this single quote that of it’s, students’ or ’80?  A ’ that ends a quotation before a digit is none."""
    if line[at] == "‘":
        return False
    left, right = line[max(0, at - 1) : at], line[at + 1 : at + 2]
    if right.isdecimal():
        start = max(0, at - REACH)
        return line.rfind("‘", start, at) <= line.rfind("’", start, at)
    return _is_latin(left) and not ends_chinese(right) and (_is_latin(right) or right in "' ")


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _settle(line: str, family: list[Quote]) -> tuple[list[Quote], int]:
    """Say of each quote of one family whether it opens, by the fewest changes; and count those left over."""
    straight = [quote for quote in family if quote.style == "straight"]
    if straight and len(family) % 2 == 0 and _alternates(family, True):
        return list(_paired_straight(line, family)), 0
    lost = sum(_touches(line, quote) and not _is_inch(line, quote) for quote in straight) % 2
    family = [quote for quote in family if quote.style != "straight"]
    if _alternates(family, True) or _alternates(family, False) or _nests(line, family):
        return family, lost
    if len(family) % 2:
        return [], lost + len(family)
    right = sum(quote.opens is (place % 2 == 0) for place, quote in enumerate(family))
    _alternate(family, 2 * right >= len(family))
    return family, lost


def _paired_straight(line: str, family: list[Quote]) -> Iterator[Quote]:
    """The family paired by turns; straight pairs only where one of the two touches Chinese text."""
    _alternate(family, True)
    for opening, closing in zip(family[::2], family[1::2], strict=True):
        straight = opening.style == closing.style == "straight"
        if not straight or _touches(line, opening) or _touches(line, closing):
            yield from (opening, closing)


def _alternates(family: list[Quote], first: bool) -> bool:
    """Do they open and close by turns, beginning with *first*?  A straight quote may be either."""
    return all(quote.opens in (None, (place % 2 == 0) is first) for place, quote in enumerate(family))


def _alternate(family: list[Quote], first: bool) -> None:
    """Make them open and close by turns."""
    for place, quote in enumerate(family):
        quote.opens = (place % 2 == 0) is first


def _nests(line: str, family: list[Quote]) -> bool:
    """Do all close, each inside another: “甲“乙”丙”?  But “晚报“和”早报” has two turned round."""
    depth = 0
    for quote in family:
        depth += 1 if quote.opens else -1
        if depth < 0 or (quote.opens and line[quote.at + 1 : quote.at + 2] in _NEVER_FIRST):
            return False
    return depth == 0


def _touches(line: str, quote: Quote) -> bool:
    """Does Han or a Chinese mark, but not another quote, stand beside it?"""
    beside = line[max(0, quote.at - 1) : quote.at], line[quote.at + 1 : quote.at + 2]
    return any(is_han(char) or (char != "" and char in POINTS + "（）《》…—") for char in beside)


def _is_inch(line: str, quote: Quote) -> bool:
    """27"显示器 has no quotation."""
    return quote.style == "straight" and line[max(0, quote.at - 1) : quote.at].isdecimal()
