"""Finds the shape of an encyclopaedia's page: the values of its sidebar, and the headings with a button beside them.

The lines of a page with labels come in; rows come out.  A label of a sidebar is known by its words, and the lines
between two labels are values and other labels; a line over the button 编辑 is a heading and stays.  Nothing is judged
here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpusclean.debris.shape import HEADLINE_LONGEST, outline
from corpusclean.document import BODY, Line
from corpusclean.fold import fold

VALUE = "neighbours:sidebar-value"
_LABEL_RULE = "contents:infobox-label"
# One label may be a word of the text; two are a sidebar.
_FEWEST_LABELS = 2
# Between two labels that are known stand their values and at most this many lines of labels that are not.
_MOST_BETWEEN = 8
# and under the last one at most this many
_MOST_UNDER = 24
_TEXT = ("prose", "clauses", "sentence", "question")
BESIDE_HEADINGS = ("编辑", "编辑本段", "播报", "编辑播报", "播报编辑")


def values(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Rows of the values between the labels of a sidebar, and of what goes on under the last label."""
    written = [line for line in lines if line.text and not line.text.isspace()]
    labels = [at for at, line in enumerate(written) if line.mark.rule == _LABEL_RULE]
    if len(labels) < _FEWEST_LABELS:
        return
    for at, after in pairwise(labels):
        between = written[at + 1 : after]
        if len(between) <= _MOST_BETWEEN and not any(_is_text(line) for line in between):
            yield from ((line.row, VALUE) for line in between if line.mark.label == BODY)
    yield from ((line.row, VALUE) for line in _under(written[labels[-1] + 1 :]))


def _under(below: Sequence[Line]) -> Sequence[Line]:
    """The value of the last label and the pairs under it whose labels nobody knows; not a heading over text."""
    end = next((at for at, line in enumerate(below) if line.mark.label != BODY or _is_text(line)), len(below))
    if end == len(below) or end > _MOST_UNDER:
        return below[:1] if end else ()
    return below[: end if end % 2 else max(0, end - 1)]


def _is_text(line: Line) -> bool:
    return line.mark.label == BODY and (len(line.text) > HEADLINE_LONGEST or outline(line.text) in _TEXT)


def headings(lines: Sequence[Line]) -> Iterator[int]:
    """Rows of the lines right over a button that an encyclopaedia sets beside headings."""
    above: Line | None = None
    for line in lines:
        if not line.text or line.text.isspace():
            continue
        if above is not None and line.mark.label != BODY and _is_button(line.text) and above.mark.label == BODY:
            yield above.row
        above = line


def _is_button(text: str) -> bool:
    return len(text) <= 8 and fold(text).replace(" ", "").strip("[]") in BESIDE_HEADINGS
