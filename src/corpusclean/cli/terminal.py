"""Lines for the terminal: pieces with looks, folded under themselves where they are wider than the window.

Pieces of text and an indent come in, lines on standard output go out.  Where the output is no terminal every line stays
one line and without colours, for `grep` and files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

# the figures at the head of a row of a table: what stands behind them goes on behind them
_FIGURES = re.compile(r"\s*(?:[+-]?[\d,.]+%?\s+)*")
# marks that no line begins with
_NEVER_FIRST = "，。、；：？！）》」』”’…"
# a window narrower than this behind the indent is left to fold by itself
_NARROWEST = 20


class Printer:
    """Prints lines to standard output, with colours and folds where it is a terminal."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.text import Text

        self._console = Console(highlight=False, soft_wrap=True)
        self._assemble: Callable[..., Text] = Text.assemble

    def line(self, pieces: Iterable[tuple[str, str]], indent: int = 0) -> None:
        """Print *pieces* of text and style as one line; what does not fit goes on *indent* columns from the left."""
        text = self._assemble(*pieces)
        columns = self._console.width - indent
        if not self._console.is_terminal or columns < _NARROWEST:
            self._console.print(text)
            return
        first, *rest = text.divide(list(folds(text.plain, self._console.width, columns)))
        for part in (first, *rest[:-1]):  # a blank at a fold would be copied along
            part.rstrip()
        self._console.print(first)
        for part in rest:
            self._console.print(self._assemble(" " * indent, part[len(part) - len(part.plain.lstrip(" ")) :]))

    def row(self, text: str, style: str) -> None:
        """Print a row of a table; what does not fit goes on under the words behind its figures."""
        figures = _FIGURES.match(text)
        self.line([(text, style)], figures.end() if figures else 0)


def folds(text: str, first: int, columns: int) -> Iterator[int]:
    """The places where *text* goes to the next line: *first* columns in the first line, *columns* in the others.

    >>> list(folds("雨停之后街上的人多了起来", 8, 6))
    [4, 7, 10]
    >>> list(folds("雨停了，街上", 6, 6))
    [2, 5]
    >>> list(folds("a word too long", 9, 6))
    [7, 11]
    """
    from rich.cells import get_character_cell_size as size

    width, limit, start, word = 0, first, 0, 0
    for place, char in enumerate(text):
        width += size(char)
        if width > limit:
            start = word if word > start else place
            # the character before such a mark goes to the next line with it
            start -= char in _NEVER_FIRST and start == place and place > 1
            yield start
            limit, width = columns, sum(map(size, text[start : place + 1]))
        # Chinese may part anywhere, a word, a path or an address is held together
        if char == " " or size(char) > 1:
            word = place + 1
