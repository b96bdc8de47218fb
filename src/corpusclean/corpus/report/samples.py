"""Edits in their context: what stood around a passage when a rule changed it.

A cleaned page comes in, a `Sample` for each of the edits asked for goes out.  The page is walked backward from its
clean text, so nothing but the edits themselves is needed; what does not fit together gives no sample, never an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpusclean import trail
from corpusclean.document import Edit
from corpusclean.errors import TrailError
from corpusclean.glance import PICTURES

# characters before and after: enough to judge a cut by
AROUND = 40
# of a long passage its two ends tell what it was
LONGEST = 300


@dataclass(frozen=True)
class Sample:
    """A change of a page: where it was, and what stood before, in and after the passage."""

    page: str
    line: int
    before: str
    old: str
    new: str
    after: str


def samples(page: str, text: str, edits: Sequence[Mapping[str, Any]], places: Sequence[int]) -> Iterator[Sample]:
    """The samples of the edits at *places* in *edits*, last first.

    >>> edit = {"rule": "share:buttons", "line": 2, "start": 5, "end": 9, "old": "分享到:", "new": ""}
    >>> [(found.before, found.old, found.after) for found in samples("1", "一二三四五六", [edit], [0])]
    [('一二三四五', '分享到:', '六')]
    """
    trail_of_page = [Edit(**edit) for edit in edits]
    end = len(trail_of_page)
    for place in sorted(places, reverse=True):
        try:
            text, end = trail.backward(text, trail_of_page[place:end]), place
        except TrailError:  # a text that another hand changed after the run
            return
        edit = trail_of_page[place]
        edges = text[max(edit.start - AROUND, 0) : edit.start], text[edit.end : edit.end + AROUND]
        yield Sample(page, edit.line, edges[0], shortened(edit.old), shortened(edit.new), edges[1])


def shortened(text: str) -> str:
    """*text*, or where it is long its two ends.

    >>> shortened("长" * 301).count("长")
    300
    """
    half = LONGEST // 2
    return text if len(text) <= LONGEST else f"{text[:half]} … {text[-half:]}"


_BREAKS = re.compile("\n+")
_PICTURES = {**PICTURES, ord("\n"): ord("⏎")}


def visible(text: str) -> str:
    """*text* in one line, its line breaks and control characters as pictures.

    >>> visible("晴。\\n\\x1b[31m")
    '晴。⏎␛[31m'
    """
    return text.translate(_PICTURES)


def around(text: str) -> str:
    """What stands around a passage, in one line: a run of line breaks is one picture.

    >>> around("晴。\\n\\n\\n")
    '晴。⏎'
    """
    return visible(_BREAKS.sub("\n", text))
