"""Reads a parsed page in the way that shows its article: as it stands, else with what is hidden, else from its data.

A lexbor tree and the markup's claims come in; a `Reading` goes out, with a finding where the page holds no article of
its own or holds it as data only.  The later ways are tried only where the earlier ones find next to nothing.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from corpusclean.document import Clue, Finding
from corpusclean.read.article import Inside, inside_article
from corpusclean.read.headline import headline_clue
from corpusclean.read.scripted import LEAST, han, scripted_article
from corpusclean.read.tags import hidden_classes
from corpusclean.read.tree import Outline, Row, outline_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

LIST = Finding("no-article", "the page lists other pages and holds no article of its own")
NO_TEXT = Finding("no-text", "the page shows no text")
FROM_DATA = Finding("from-data", "the markup holds no article; the text is that of the page's JSON data")
# an article of fewer characters may be the rest of one that a script shows; another way must give so many times as much
_SHORT, _MORE = 60, 3
# a page of frames names so many in its warning
_FRAMES = 9


class Reading(NamedTuple):
    """One way to read a page: its outline, the headline among the rows, what is inside the article, what to warn of."""

    outline: Outline
    headline: Clue | None
    inside: Inside
    findings: tuple[Finding, ...] = ()

    def length(self, enough: int) -> int:
        """How many Chinese characters stand inside; when *enough* are found no more are counted."""
        length = 0
        for row, is_inside in zip(self.outline.rows, self.inside.rows, strict=True):
            length += han(row.text[:enough]) if is_inside else 0
            if length >= enough:
                break
        return length


def best_reading(tree: LexborHTMLParser, claims: Sequence[Clue]) -> Reading:
    """The reading that shows the article."""
    sheets = [node.text() or "" for node in tree.css("style")]
    hidden = frozenset().union(*(hidden_classes(sheet) for sheet in sheets if "none" in sheet))
    best = _reading(outline_of(tree, hidden), claims)
    length = best.length(_SHORT)
    if length >= _SHORT:
        return best
    shown = _reading(outline_of(tree, all_shown=True), claims)
    least = max(LEAST, _MORE * length)
    if shown.length(least) >= least:
        return shown
    data = scripted_article(tree)
    if han(data) >= least:
        return _with_data(best, data, claims)
    frames = [node.attributes.get("src") or "" for node in tree.css("frame, iframe")[:_FRAMES]]
    return best._replace(findings=(_in_frames(frames),)) if frames and best.findings == (NO_TEXT,) else best


def _in_frames(addresses: Sequence[str]) -> Finding:
    """The warning for a page that has no text of its own."""
    return Finding("no-text", f"the page shows no text but in frames: {', '.join(addresses)}")


def _reading(outline: Outline, claims: Sequence[Clue]) -> Reading:
    headline = headline_clue(outline.rows, claims)
    inside = inside_article(outline.rows, outline.boxes, headline.line - 1 if headline else None)
    findings = (LIST,) if inside.is_list else () if outline.rows else (NO_TEXT,)
    return Reading(outline, headline, inside, findings)


def _with_data(reading: Reading, data: str, claims: Sequence[Clue]) -> Reading:
    """The reading with the page's data behind its rows, as the article."""
    own = len(reading.outline.rows)
    rows = [*reading.outline.rows, *_rows_of_data(data)]
    inside = Inside([number >= own for number in range(len(rows))])
    headline = reading.headline or headline_clue(rows, claims)
    return Reading(reading.outline._replace(rows=rows), headline, inside, (FROM_DATA,))


def _rows_of_data(data: str) -> list[Row]:
    """The lines of a string of the page's data, which may be markup, and may be markup with its marks escaped."""
    from selectolax.lexbor import LexborHTMLParser

    if "&lt;p" in data or "&lt;div" in data:
        data = html.unescape(data)
    if "<" in data:
        return outline_of(LexborHTMLParser(data)).rows
    return [Row(line.strip(), "", 0, 0) for line in data.splitlines() if line.strip()]
