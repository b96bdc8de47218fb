"""Finds the furniture that a page repeats: a table of contents over its subheads, a button beside every subhead.

The lines of a page with labels come in; rows and rules of lines that may go come out.  What a table of contents says
the subheads say again, so nothing is lost with it; a button goes only where each of its copies stands beside a line
that a rule knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpusclean.debris.encyclopedia import BESIDE_HEADINGS
from corpusclean.document import BODY, Line
from corpusclean.fold import fold

CONTENTS = "neighbours:contents"
# Two lines that come again may be two verses; three in a row, each with text of its own under it later, are an outline.
_SHORTEST_CONTENTS = 3
_LONGEST_ENTRY = 40
_NUMBER = re.compile(r"\A(?:第?[0-9一二三四五六七八九十]{1,3}[章节篇、.．)）]?|[•·*○●\-])\s*")
# 目录, 本文目录: over a table of contents
_HEADER = re.compile(r"(?:本文|文章|内容|本页)?目[录次]|(?i:contents|table of contents)")
# 编辑, 更多, 展开全部
_LONGEST_BUTTON = 6
_FEWEST_BUTTONS = 2
_BLANK = ("", " ", "\u3000", "\u3000\u3000")
_ENDS_SENTENCE = re.compile("[。！？!?，,；;]$")


def furniture(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Rows of a table of contents and of recurring buttons, each with the rule that says which."""
    written = [line for line in lines if line.text not in _BLANK]
    for row in contents(written):
        yield row, CONTENTS
    for row in buttons(written):
        yield row, "neighbours:recurring-button"


def contents(written: Sequence[Line]) -> list[int]:
    """Rows of the lines that come again in the same order, later and apart from each other; the header with them."""
    again = _again(written)
    if len(again) - again.count(0) < _SHORTEST_CONTENTS:
        return []
    rows: list[int] = []
    at = 0
    while at < len(written):
        end = _run(again, at)
        if end - at >= _SHORTEST_CONTENTS:
            rows += (line.row for line in written[at:end])
            if at and written[at - 1].is_body and _HEADER.fullmatch(fold(written[at - 1].text).strip(" []:")):
                rows.append(written[at - 1].row)
        at = max(end, at + 1)
    return rows


def announced(lines: Sequence[Line]) -> Iterator[int]:
    """Rows of the subheads that a table of contents named: it went because they say it again, so they stay."""
    entries = {_entry(line) for line in lines if line.mark.rule == CONTENTS}
    if entries:
        yield from (line.row for line in lines if line.mark.label == BODY and _entry(line) in entries)


def _entry(line: Line) -> str:
    """What a line of a table of contents says, its number aside."""
    return _NUMBER.sub("", fold(line.text).strip())


def _again(written: Sequence[Line]) -> list[int]:
    """For each line where it stands next, its number aside; 0 where it does not."""
    last: dict[str, int] = {}
    again = [0] * len(written)
    for at in range(len(written) - 1, -1, -1):
        line = written[at]
        if line.mark.label == BODY and line.text[-1] not in "。！？" and len(line.text) <= _LONGEST_ENTRY:
            entry = _entry(line)
            again[at] = last.get(entry, 0) if entry else 0
            last[entry] = at
    return again


def _run(again: Sequence[int], start: int) -> int:
    """Where the run of entries ends that starts here: each stands again behind the run, with other lines in between."""
    end = start
    while end < len(again) and again[end] and (end == start or again[end] > again[end - 1] + 1) and again[start] > end:
        end += 1
    return end


def buttons(written: Sequence[Line]) -> list[int]:
    """Rows of short lines all of whose copies stand beside a line that a rule knows; in a thread such are replies."""
    thread = any(line.mark.rule.startswith("forum:") for line in written)
    copies: dict[str, list[int]] = {}
    for at, line in enumerate(written):
        if line.mark.label == BODY and len(line.text) <= _LONGEST_BUTTON:
            copies.setdefault(line.text, []).append(at)
    copies = {text: places for text, places in copies.items() if len(places) >= _FEWEST_BUTTONS}
    if not copies:
        return []
    known = [line.mark.label in ("debris", "meta") for line in written]
    return [
        written[at].row
        for text, places in copies.items()
        if _stands_beside_headings(text)
        or not (thread or _ENDS_SENTENCE.search(text) or not all(_beside(known, at) for at in places))
        for at in places
    ]


def _stands_beside_headings(text: str) -> bool:
    return fold(text).replace(" ", "").strip("[]") in BESIDE_HEADINGS


def _beside(known: Sequence[bool], at: int) -> bool:
    return any(known[max(0, at - 1) : at + 2])
