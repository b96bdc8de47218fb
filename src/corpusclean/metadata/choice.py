"""A headline that was chosen, and the shape of the functions that choose one.

Finders of a headline return a `Choice` or None; nothing here looks at a page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from corpusclean.document import Document
from corpusclean.metadata.head import Head
from corpusclean.metadata.head_line import HeadLine
from corpusclean.metadata.headline_split import split_joined
from corpusclean.metadata.headline_text import bare_headline

TITLE, JOINED, PATH = "metadata:title", "metadata:title-and-imprint", "metadata:path"
# pen names and ranks between headline and imprint are shorter (阿蕨, 金牌会员), and so are names of columns (社会)
SHORTEST_SURE = 5
# without an imprint, a headline is told from a button or a column by its length
SHORTEST_BELOW_DEBRIS = 7
# as much of a line as is looked for elsewhere on the page before anything else is compared
OPENING = 4


class Choice(NamedTuple):
    """A headline: its text, its row (None where no line is it), the rule, the rows it goes on in, and the line read."""

    text: str
    row: int | None
    rule: str
    more: tuple[int, ...] = ()
    line: int = 0


Finder = Callable[[Document, Head], "Choice | None"]


def choose(item: HeadLine) -> Choice:
    """The choice of one line, its site, its column and an imprint behind it taken off."""
    parts = split_joined(item.text)
    return Choice(bare_headline(parts[0] if parts else item.text), item.line.row, JOINED if parts else TITLE)
