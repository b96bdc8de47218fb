"""The page while it is being cleaned: one immutable text, its lines, and the trail of every change.

A `Document` comes in from a reader and goes through the stages; each stage returns a new one.  Text changes in exactly
one place, `Document.edit`, which applies changes and remembers them as `Edit`s.  A Document never guesses, never reads
files and knows nothing of rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import accumulate, count
from typing import NamedTuple

from corpusclean.errors import TrailError
from corpusclean.records import BODY, Change, Clue, Edit, Fact, Finding, Line, Mark

__all__ = ["BODY", "Change", "Clue", "Document", "Edit", "Fact", "Finding", "Line", "Mark"]


# an Edit of a tuple of its seven fields, four times faster than the class that checks them
_edit: Callable[[tuple[str, int, int, int, str, str, bool]], Edit] = partial(tuple.__new__, Edit)


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
        return tuple(map(Line._make, zip(count(), starts, texts, self.marks)))

    def edit(self, changes: Iterable[Change]) -> Document:
        """Apply *changes* and remember them: the one place where text changes.

        Spans refer to the text of this document and must not overlap.  The edits are stored so that each span refers
        to the text as the edits before it left it, which lets a reader replay them one by one.
        """
        ordered = sorted(changes)
        if not ordered:
            return self
        text, marks = self.text, self.marks
        breaks: list[_Break] = []
        edits: list[Edit] = []
        pieces: list[str] = []
        position = line = shift = 0
        newline, number = text.find("\n"), marks[0].number  # the next line end, looked for only when it is passed
        for start, end, new, rule, guessed in ordered:
            if not position <= start <= end <= len(text):
                raise TrailError(f"{rule}: the change at characters {start}-{end} overlaps another or lies outside")
            if -1 < newline < start:
                line += text.count("\n", position, start)
                newline, number = text.find("\n", start), marks[line].number
            old = text[start:end]
            pieces += (text[position:start], new)
            owner = number
            if "\n" in old or "\n" in new:
                # a line removed together with the newline before it is that line, not the one above
                if len(old) > 1 and old[0] == "\n":
                    owner = marks[line + 1].number
                breaks.append(_break(text, line, start, old, new))
                line += breaks[-1].lost
                # looked for once: where none is left, each search would go to the end of the page
                newline, number = text.find("\n", end) if -1 < newline < end else newline, marks[line].number
            edits.append(_edit((rule, owner, start + shift, end + shift, old, new, guessed)))
            shift += len(new) - len(old)
            position = end
        pieces.append(text[position:])
        marks = _remark(marks, breaks) if breaks else marks
        return replace(self, text="".join(pieces), marks=marks, edits=(*self.edits, *edits))

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


def _break(text: str, line: int, start: int, old: str, new: str) -> _Break:
    whole = not new and (start == 0 or text[start - 1] == "\n")
    return _Break(line, old.count("\n"), new.count("\n"), whole)


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
