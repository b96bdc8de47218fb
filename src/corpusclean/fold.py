"""The matching form of text: Simplified, half width, plain spaces, one character for one character.

Rules are written once, in this form.  `fold` takes any text and gives one of the same length, so a span found in the
folded line is a span of the page.  It never joins, drops or reorders characters, and it is never shown to a reader.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from itertools import product

from corpusclean.remember import remembering

_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# forms that pages use for one and the same mark, as (the mark, its other forms)
_MARKS = (
    (" ", "\u3000\xa0\t\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"),
    (":", "\ufe55\ufe30\u2236\ua789"),
    ("[", "【〔［"),
    ("]", "】〕］"),
    ("|", "丨｜│┃︱¦"),
    (">", "›»＞→"),
    ("·", "・•‧･∙⋅"),
    ("—", "―–─"),
    ("/", "∕⁄╱"),  # ╱ parts paper, reporter and place in Taiwanese bylines
    ("~", "～〜∼"),
    ("…", "⋯"),
)


@cache
def table() -> dict[int, int]:
    """The folding table, character code to character code."""
    old, new = resources.files("corpusclean.data").joinpath("fold-han.txt").read_text("utf-8").split("\n")[:2]
    marks = {ord(form): ord(mark) for mark, forms in _MARKS for form in forms}
    return {**dict(zip(map(ord, old), map(ord, new), strict=True)), **_WIDTH, **marks}


@cache
def _codes() -> list[int]:
    """The table as a list by code, in which `str.translate` looks up twice as fast as in a dict that has some codes."""
    codes = list(range(max(table()) + 1))
    for code, folded in table().items():
        codes[code] = folded
    return codes


# a line is folded by every stage that reads it, and the lines of a site's frame come again on each of its pages
@remembering(entries=4096, longest=400)
def fold(text: str) -> str:
    """The matching form of *text*, of the same length.

    >>> fold("（責任編輯：陳大文）")
    '(责任编辑:陈大文)'
    """
    return text.translate(_codes())


@cache
def _origins() -> dict[str, str]:
    """For each folded character, all characters that fold to it, itself first."""
    origins: dict[str, str] = {}
    for code, folded in table().items():
        if chr(folded) not in origins:
            origins[chr(folded)] = chr(folded)
        if code != folded:
            origins[chr(folded)] += chr(code)
    return origins


def spellings(literal: str) -> list[str]:
    """Every text that folds to *literal*, so that unfolded pages can be searched for it.

    >>> spellings("备案")
    ['备案', '備案']
    """
    return ["".join(chars) for chars in product(*(_origins().get(char, char) for char in literal))]
