"""One line of the head of a page, and what it may be.

Nothing is looked at here: `head` describes the lines, `head_context` corrects what they are by their neighbours.
"""

from __future__ import annotations

from typing import NamedTuple

from corpusclean.document import Line
from corpusclean.metadata.imprint import Imprint

# what a line of the head is
BLANK, DEBRIS, MENU, OTHER = "blank", "debris", "menu", "other"
IMPRINT, BARE, CANDIDATE = "imprint", "bare", "candidate"


class HeadLine(NamedTuple):
    """One line of the head: the line, what it is, and what it states if it is an imprint."""

    line: Line
    kind: str
    imprint: Imprint | None = None

    @property
    def text(self) -> str:
        """What the line says, blanks at its ends aside."""
        return self.line.text.strip()

    def as_text(self) -> HeadLine:
        """The line as one of the page's text: no imprint and no headline."""
        return self._replace(kind=OTHER, imprint=None)
