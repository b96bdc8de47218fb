"""OpenCC behind a function that takes any text: loaded when first used, and kept to characters that fonts have.

Text and the name of a configuration go in, converted text comes out.  Lone surrogates and NULs pass through; a
character beyond the BMP that OpenCC put in place of one inside it is taken back unless it is asked for (餔, not 𫗦).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

# OpenCC cannot encode a lone surrogate, and its s2tw and s2hk end the text at a NUL
_FOREIGN = re.compile("([\0\ud800-\udfff]+)")


@cache
def _converter(config: str) -> Callable[[str], str]:
    import opencc

    convert: Callable[[str], str] = opencc.OpenCC(config).convert
    return convert


def convert(text: str, config: str, *, beyond_bmp: bool = False) -> str:
    """*text* as OpenCC's *config* writes it.

    >>> convert("漢語", "t2s"), convert("餔", "t2s")
    ('汉语', '餔')
    """
    try:
        new = _in_parts(text, config) if "\0" in text else _converter(config)(text)
    except UnicodeEncodeError:
        new = _in_parts(text, config)
    return new if beyond_bmp or not leaves_bmp(new) else _within_bmp(text, new)


def _in_parts(text: str, config: str) -> str:
    """What OpenCC makes of the parts it can take, with what it cannot take between them."""
    parts = _FOREIGN.split(text)
    parts[::2] = map(_converter(config), parts[::2])
    return "".join(parts)


def leaves_bmp(text: str) -> bool:
    """Is there a character beyond the BMP?  UTF-16 is a mere copy of text in memory, faster than any search."""
    return len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


def _within_bmp(old: str, new: str) -> str:
    if len(old) != len(new):
        return new
    return "".join(a if b > "\uffff" else b for a, b in zip(old, new, strict=True))


def keeping(old: str, new: str, kept: re.Pattern[str]) -> str:
    """*new*, with the characters of *old* put back wherever *kept* matches in *old*.

    >>> keeping("張乾和餅乾", "张干和饼干", re.compile("(?<=張)乾"))
    '张乾和饼干'
    """
    if len(old) != len(new) or not kept.search(old):
        return new
    pieces: list[str] = []
    position = 0
    for match in kept.finditer(old):
        start, end = match.span()
        pieces += (new[position:start], old[start:end])
        position = end
    return "".join(pieces) + new[position:]
