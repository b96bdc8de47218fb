"""The page while it is being cleaned: one immutable text, its lines, and the trail of every change.

A `Document` comes in from a reader and goes through the stages; each stage returns a new one.  Text changes in exactly
one place, `Document.edit`, which applies changes and remembers them as `Edit`s.  A Document never guesses, never reads
files and knows nothing of rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate, count
from typing import Any, NamedTuple

from corpusclean.errors import TrailError

BODY = "body"


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


@dataclass(frozen=True)
class Document:
    """One page on its way through the stages.

    ``text`` is the whole text; ``marks`` has one entry a line; ``edits`` is the trail so far; ``clues`` are raw
    captures, ``facts`` the fields of the article; ``findings`` become its warnings.  Lines end at ``\\n`` only.
    """

    text: str
    marks: tuple[Mark, ...]
    edits: tuple[Edit, ...] = ()
    clues: tuple[Clue, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    url: str | None = None
    encoding: str | None = None

    @classmethod
    def of(cls, text: str, *, url: str | None = None, encoding: str | None = None) -> Document:
        """A fresh document of plain text, its lines numbered from 1."""
        marks = tuple(map(Mark, range(1, text.count("\n") + 2)))
        return cls(text, marks, url=url, encoding=encoding)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines with their offsets and marks."""
        texts = self.text.split("\n")
        starts = accumulate((len(text) + 1 for text in texts), initial=0)
        # marks and text agree on the number of lines; the counter and the starts run on
        return tuple(map(Line._make, zip(count(), starts, texts, self.marks)))  # noqa: B905

    def edit(self, changes: Iterable[Change]) -> Document:
        """Apply *changes* and remember them: the one place where text changes.

        Spans refer to the text of this document and must not overlap.  The edits are stored so that each span refers
        to the text as the edits before it left it, which lets a reader replay them one by one.
        """
        ordered = sorted(changes)
        if not ordered:
            return self
        text = self.text
        breaks: list[_Break] = []
        edits: list[Edit] = []
        pieces: list[str] = []
        position = line = shift = 0
        for start, end, new, rule, guessed in ordered:
            if start < position or not start <= end <= len(text):
                raise TrailError(f"{rule}: the change at characters {start}-{end} overlaps another or lies outside")
            old = text[start:end]
            line += text.count("\n", position, start)
            # a line removed together with the newline before it is that line, not the one above
            number = self.marks[line + (len(old) > 1 and old[0] == "\n")].number
            edits.append(Edit(rule, number, start + shift, end + shift, old, new, guessed))
            pieces += (text[position:start], new)
            lost, gained = old.count("\n"), new.count("\n")
            if lost or gained:
                whole = not new and (start == 0 or text[start - 1] == "\n")
                breaks.append(_Break(line, lost, gained, whole))
            shift += len(new) - len(old)
            line += lost
            position = end
        pieces.append(text[position:])
        marks = _remark(self.marks, breaks) if breaks else self.marks
        return replace(self, text="".join(pieces), marks=marks, edits=self.edits + tuple(edits))

    def relabel(self, labels: Iterable[tuple[int, str, str]]) -> Document:
        """Give lines a label and the rule that set it: triples of row, label and rule."""
        return self._marked({row: self.marks[row]._replace(label=label, rule=rule) for row, label, rule in labels})

    def shaped(self, kinds: Iterable[tuple[int, str, int]]) -> Document:
        """Give lines the kind and level of the block they will be: triples of row, kind and level."""
        return self._marked({row: self.marks[row]._replace(kind=kind, level=level) for row, kind, level in kinds})

    def noting(self, *, clues: Iterable[Clue] = (), findings: Iterable[Finding] = ()) -> Document:
        """Add clues and findings."""
        doc = replace(self, clues=self.clues + tuple(clues), findings=self.findings + tuple(findings))
        return self._handing_lines_to(doc)

    def stating(self, facts: Mapping[str, Fact]) -> Document:
        """Add facts; a field that already has one gets the new value."""
        return self._handing_lines_to(replace(self, facts={**self.facts, **facts}))

    def _marked(self, changed: Mapping[int, Mark]) -> Document:
        if not changed:
            return self
        marks = list(self.marks)
        lines = list(self.lines)
        for row, mark in changed.items():
            marks[row] = mark
            lines[row] = Line(row, lines[row].start, lines[row].text, mark)
        doc = replace(self, marks=tuple(marks))
        doc.__dict__["lines"] = tuple(lines)
        return doc

    def _handing_lines_to(self, doc: Document) -> Document:
        """*doc*, which has the same text and marks, with the lines that were worked out here."""
        if "lines" in self.__dict__:
            doc.__dict__["lines"] = self.__dict__["lines"]
        return doc


class _Break(NamedTuple):
    """A change that touches line ends: on which line, how many newlines it lost and gained, from a line's first
    character on and leaving nothing behind?"""

    line: int
    lost: int
    gained: int
    whole: bool


def _remark(marks: tuple[Mark, ...], breaks: list[_Break]) -> tuple[Mark, ...]:
    """The marks after line ends changed: a joined line keeps its first mark, a line after a removed one its own."""
    out: list[Mark] = []
    done, current = 0, marks[0]
    for line, lost, gained, whole in breaks:
        if line > done:
            out.append(current)
            out += marks[done + 1 : line]
            current = marks[line]
        last = line + lost
        if gained:
            out.append(current)
            out += (marks[min(line + step, last)] for step in range(1, gained))
        if gained or whole:
            current = marks[last]
        done = last
    return (*out, current, *marks[done + 1 :])
