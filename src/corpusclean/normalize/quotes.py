"""Quotation marks in one form: “” and ‘’, or 「」 and 『』.

A line comes in; the changes that pair its quotes and write them in one form go out, and the number of those that
cannot be paired.  Quotes of a form that does not change and that open and close by turns are never looked at.
Standards: GB/T 15834-2011 (“” outside, ‘’ inside), 重訂標點符號手冊 (「」 outside, 『』 inside).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusclean.document import Change
from corpusclean.normalize.protect import Span
from corpusclean.normalize.quote_pairs import QUOTE, Quote, paired_quotes

STYLES = {"curly": ("“”", "‘’"), "corner": ("「」", "『』")}
_FOREIGN = {"curly": STYLES["corner"], "corner": STYLES["curly"]}
_ANY = {pair: re.compile(f"[{pair}]") for pairs in STYLES.values() for pair in pairs}
# two that open, or two that close, with none of the other between
_BROKEN = {pair: re.compile("|".join(f"{one}[^{pair}\n]*{one}" for one in pair)) for pair in _ANY}
# all of that for a single line, and the quotes whose form does not say whether they open
_LINE = {
    style: re.compile(
        "|".join([*(_BROKEN[pair].pattern for pair in STYLES[style]), *"\"'＂", *"".join(_FOREIGN[style])])
    )
    for style in STYLES
}

# in place of the quote that a closing one closes, where that is in a line before
_LOOSE = -1


def quote_screens(text: str, style: str) -> list[re.Pattern[str]]:
    """What a line of *text* must hold for its curly and corner quotes to change; nothing where all take turns.

    >>> quote_screens("他说“好”，又说“不”。", "curly")
    []
    """
    native = [_BROKEN[pair] for pair in STYLES[style] if not _take_turns(text, *pair)]
    return native + [_ANY[pair] for pair in _FOREIGN[style] if pair[0] in text or pair[1] in text]


def _take_turns(text: str, opening: str, closing: str) -> bool:
    """Is every opening quote of the text followed by one closing quote?"""
    before, *quoted = text.split(opening)
    return closing not in before and all(piece.count(closing) == 1 for piece in quoted)


def has_quotes(text: str) -> bool:
    """Are there quotation marks of any form that Chinese text uses?"""
    return not text.isascii() and QUOTE.search(text) is not None


def may_change_quotes(line: str, style: str) -> bool:
    """May the quotes of this line change?"""
    return _LINE[style].search(line) is not None


def quote_changes(line: str, spans: list[Span], style: str) -> Iterator[Change]:
    """Pair the quotes of a line and write them in *style*, ``"curly"`` or ``"corner"``.

    >>> [(change.start, change.new) for change in quote_changes("“美团外卖“", [], "curly")]
    [(5, '”')]
    """
    quotes, _ = paired_quotes(line, spans)
    for quote, new in _rendered(quotes, style):
        if new != line[quote.at]:
            yield Change(quote.at, quote.at + 1, new, "punctuation:quote")


def unpaired(line: str, spans: list[Span]) -> int:
    """How many quotes of the line cannot be paired."""
    return paired_quotes(line, spans)[1]


def _rendered(quotes: list[Quote], style: str) -> Iterator[tuple[Quote, str]]:
    """Each quote with its form: outer and inner marks take turns, and those already in style keep their kind."""
    partners = _partners(quotes)
    # what a line before this one opened is open from the start
    enclosing = [
        quote.kind for quote, partner in zip(reversed(quotes), reversed(partners), strict=True) if partner == _LOOSE
    ]
    kinds: dict[int, int] = {}
    for place, (quote, partner) in enumerate(zip(quotes, partners, strict=True)):
        if quote.opens:
            kinds[place] = _kind(quote, enclosing[-1] if enclosing else None, style)
            enclosing.append(kinds[place])
        else:
            kinds[place] = kinds[partner] if partner >= 0 else quote.kind
            if enclosing:
                enclosing.pop()
        yield quote, STYLES[style][kinds[place]][not quote.opens]


def _kind(quote: Quote, outer: int | None, style: str) -> int:
    """Double (0) or single (1), for a quote that opens inside one of the kind *outer*."""
    if quote.style == style or (quote.style == "straight" and style == "curly"):
        return 1 - quote.kind if quote.kind == outer else quote.kind
    return 0 if outer is None else 1 - outer


def _partners(quotes: list[Quote]) -> list[int]:
    """For each closing quote, the place of the one it closes; `_LOOSE` where there is none."""
    partners = [_LOOSE] * len(quotes)
    opened: list[int] = []
    waiting: dict[tuple[int, bool], int] = {}
    for place, quote in enumerate(quotes):
        family = quote.kind, quote.style == "corner"
        if quote.opens:
            opened.append(place)
            waiting[family] = waiting.get(family, 0) + 1
            partners[place] = place
        elif waiting.get(family):
            while True:
                inner = quotes[opened[-1]]
                waiting[inner.kind, inner.style == "corner"] -= 1
                partners[place] = opened.pop()
                if (inner.kind, inner.style == "corner") == family:
                    break
    return partners
