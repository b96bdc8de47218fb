"""The small values that a page is described in: edits, lines and their marks, clues, facts, findings.

Each is a plain record without behaviour beyond its own fields.  `Document` keeps them together; nothing here knows
where they come from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

BODY = "body"
# families whose edits take nothing from the article: damage undone, marks and blanks, what stood outside an HTML page's
# article
NO_LOSS = ("layout", "markup", "punctuation", "repair", "spacing")


class Edit(NamedTuple):
    """One change of the text, as it stands in `Article.edits`.

    Parameters
    ----------
    rule : str
        What made the change, as ``family:name`` (``credits:editor``, ``punctuation:comma``).
    line : int
        Number of the line in the page as read, from 1.
    start, end : int
        The span that was replaced, in characters of the whole text *as the earlier edits left it*.
    old, new : str
        What stood there and what stands there now.  ``new`` is empty where text was removed.
    guessed : bool
        True where the page does not determine the repair and a model chose.

    Examples
    --------
    >>> Edit("punctuation:comma", line=1, start=2, end=3, old=",", new="，").family
    'punctuation'
    """

    rule: str
    line: int
    start: int
    end: int
    old: str
    new: str
    guessed: bool = False

    @property
    def family(self) -> str:
        """The part of the rule before the colon."""
        return self.rule.partition(":")[0]

    @property
    def removes(self) -> bool:
        """True where text left the article and nothing came in its place; damage undone and blanks do not count."""
        return not self.new and self.family not in NO_LOSS


class Change(NamedTuple):
    """What a stage asks for: replace ``text[start:end]`` by *new*, in the text the stage was given."""

    start: int
    end: int
    new: str
    rule: str
    guessed: bool = False


class Mark(NamedTuple):
    """What is known of one line besides its text.

    ``number`` is the line of the page as read, from 1; ``label`` is body, title, meta, caption or debris; ``rule`` is
    what set the label; ``kind`` and ``level`` are those of the `Block` the line will be; ``cuts`` are parts that a
    rule takes for debris (rule and text), where debris is labelled and not removed; ``region`` is inside or outside the
    article's box on an HTML page, and empty on plain text.
    """

    number: int
    label: str = BODY
    rule: str = ""
    kind: str = ""
    level: int = 0
    cuts: tuple[tuple[str, str], ...] = ()
    region: str = ""


class Line(NamedTuple):
    """One line of a Document: which row it is, where it begins in the text, what it says, and its mark."""

    row: int
    start: int
    text: str
    mark: Mark

    @property
    def end(self) -> int:
        """The offset just after the last character, before the newline."""
        return self.start + len(self.text)

    @property
    def is_body(self) -> bool:
        """True where the line holds text that stays in the article."""
        return self.mark.label == BODY and bool(self.text.strip())


class Clue(NamedTuple):
    """Something a rule or the markup captured on the way, not yet judged: ``Clue("editor", "王小明", ...)``."""

    field: str
    value: str
    rule: str
    line: int


class Fact(NamedTuple):
    """A value of one field of the article, with the rule and the line it was read from."""

    value: Any
    rule: str
    line: int


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was found and could not be put right: what it is, where, and how much of it there is.

    Parameters
    ----------
    code : str
        A stable name to filter by, such as ``lost-characters``.
    message : str
        One sentence for people.
    lines : tuple of int
        Lines of the page as read, from 1.
    count : int
        How many characters (or places) it concerns.

    Examples
    --------
    >>> Finding("lost-characters", "3 characters cannot be put back", (4,), 3).code
    'lost-characters'
    """

    code: str
    message: str
    lines: tuple[int, ...] = ()
    count: int = 0
