"""Which lines can change at all.

A text comes in, and the spans of the lines that hold something a rule might change go out.  A few scans at C speed
decide; the rules themselves look again, so a line may be named and stay as it is.  A line that is not named never
changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusclean.normalize.latin import FULL_MARKS
from corpusclean.normalize.protect import Span
from corpusclean.normalize.quotes import STYLES, may_change_quotes, quote_screens
from corpusclean.normalize.signs import BLANK, HAN, KANA
from corpusclean.normalize.spacing import INVISIBLE

_WIDE = "０-９Ａ-Ｚａ-ｚ．％"
_BEYOND_ASCII = "[^\\x00-\\x7f]"
# the class comes first, so that the scan skips at C speed over all that is not in it
_MARKS = re.compile(
    f"[,;:!?.()\"'＂{BLANK}{_WIDE}{INVISIBLE}\\-―─—…⋯•‧・･](?:"
    f"(?<=[(){_WIDE}{INVISIBLE}―⋯])"
    f"|(?<=[,;:!?.])(?:(?<={_BEYOND_ASCII}.)|(?<={_BEYOND_ASCII} .)|(?= ?{_BEYOND_ASCII}))"
    f"|(?<=[;!?])(?=[\"'”’]?(?:\n|\\Z))"
    f"|(?<=[\"'])(?:(?<={_BEYOND_ASCII}.)|(?={_BEYOND_ASCII}))"
    f"|(?<=[{BLANK}])(?:(?=[，。、；：？！）》”’」』】])|(?<=[，。、；：？！（《“‘「『【].))"
    "|(?<=-)(?=-)|(?<=─)(?=─)|(?<=—)(?=——)|(?<=…)(?=……)"
    f"|(?<=[{HAN}”》]—)(?=[{HAN}“《])"
    f"|(?<=[{HAN}][•‧・･])(?=[{HAN}])"
    ")",
    re.DOTALL,
)
_REPEATED = re.compile("，[，、。]|。。|！！！！")
# one scan for three pairs; `re` is at its fastest where a pattern begins with one character
_AFTER_COMMA = re.compile("，[，、。]")
# a line that has no Han and a full-width mark
_ENGLISH = re.compile(f"\\n(?=[^{HAN}{KANA}\\n]*(?:\\n|\\Z))(?=[^{FULL_MARKS}\\n]*[{FULL_MARKS}])")


def lines_to_read(text: str, style: str) -> list[Span]:
    """The lines of *text* that may change, in order; *style* is that of the quotes.

    >>> lines_to_read("干净的一行。\\n逗号,在这里", "curly")
    [(7, 13)]
    """
    page = "\n" + text  # a newline before every line
    found = {line for screen in _screens(text, style) for line in _lines_with(page, screen)}
    return sorted((start - 1, end - 1) for start, end in found)


def may_change(line: str, style: str) -> bool:
    """May this one line change?"""
    return bool(
        _MARKS.search(line)
        or _REPEATED.search(line)
        or (style in STYLES and may_change_quotes(line, style))
        or _ENGLISH.match("\n" + line)
    )


def _screens(text: str, style: str) -> list[re.Pattern[str]]:
    """The patterns one of which a line must hold to change at all."""
    if text.isascii():
        return []
    repeated = [_REPEATED] if _AFTER_COMMA.search(text) or "。。" in text or "！！！！" in text else []
    return [_MARKS, _ENGLISH, *repeated, *(quote_screens(text, style) if style in STYLES else ())]


def _lines_with(page: str, screen: re.Pattern[str]) -> Iterator[Span]:
    """The lines of a page in which the pattern is found."""
    end = 0
    while match := screen.search(page, end):
        place = match.start() + (page[match.start()] == "\n")
        start = page.rfind("\n", 0, place) + 1
        end = page.find("\n", place)
        end = len(page) if end < 0 else end
        yield start, end
