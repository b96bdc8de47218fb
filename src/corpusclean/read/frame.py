"""Puts the words of a site's frame together: the links of a menu, far from the article, become one line.

Rows and whether each is inside the article come in; fewer rows go out, where each of the old rows is among them, and
which of the new ones are of the frame.  No word is lost, and nothing near the article is touched, for headline, date
and source may stand there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpusclean.read.apart import link_share
from corpusclean.read.outline import Row

# how many lines over and under the article stay as they are; a longer line would be taken for a paragraph
_OVER, _UNDER = 12, 8
_WORD, _LONGEST = 12, 60
_MARKS = re.compile("[。！？：:>»›＞]")


class Frame(NamedTuple):
    """The rows with those of the frame put together; for each old row the place of the new one; the frame's rows."""

    rows: list[Row]
    where: list[int]
    framed: set[int]


def put_together(rows: Sequence[Row], inside: Sequence[bool], headline: int | None) -> Frame:
    """The rows with those of the frame put together."""
    places = [row for row, is_inside in enumerate(inside) if is_inside]
    first = min(places[0], places[0] if headline is None else headline) if places else 0
    near = range(first - _OVER, places[-1] + _UNDER + 1) if places else range(0)
    kept: list[Row] = []
    where: list[int] = []
    framed: set[int] = set()
    open_to_more = False
    for number, row in enumerate(rows):
        frame = number not in near and number != headline and _is_of_frame(row)
        if frame and open_to_more and len(kept[-1].text) + len(row.text) < _LONGEST:
            last = kept[-1]
            kept[-1] = last._replace(text=f"{last.text} {row.text}", linked=last.linked + row.linked, kind="", level=0)
        else:
            kept.append(row)
        if frame:
            framed.add(len(kept) - 1)
        open_to_more = frame
        where.append(len(kept) - 1)
    return Frame(kept, where, framed)


def _is_of_frame(row: Row) -> bool:
    short = len(row.text) <= _WORD or link_share(row) > 0.5
    return short and row.kind != "code" and not _MARKS.search(row.text)
