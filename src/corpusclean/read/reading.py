"""Reads a parsed page in the way that shows its article: as it stands, else with what is hidden, else from its data.

A lexbor tree and the markup's claims come in; a `Reading` goes out, with a finding where the page holds no article of
its own or holds it as data only.  The later ways are tried only where the earlier ones find next to nothing.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from corpusclean.document import Clue, Finding
from corpusclean.fold import fold
from corpusclean.read.apart import PARAGRAPH, SENTENCE
from corpusclean.read.article import Inside, inside_article, weight
from corpusclean.read.headline import headline_clue, row_around_title, title_clue
from corpusclean.read.outline import Outline, Row
from corpusclean.read.scripted import LEAST, Data, han, scripted_article
from corpusclean.read.tags import hidden_classes
from corpusclean.read.tree import outline_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

LIST = Finding("no-article", "the page lists other pages and holds no article of its own")
NO_CHINESE = Finding("no-chinese", "the page shows no Chinese text")
NO_TEXT = Finding("no-text", "the page shows no text")
FROM_DATA = Finding("from-data", "the markup holds no article; the text is that of the page's JSON data")
# an article of fewer characters may be the rest of one that a script shows; another way must give so many times as much
_SHORT, _MORE = 60, 3
# what shows the rest of an article, among its lines or right under them; two paragraphs may begin alike, but not so far
_BUTTON = re.compile(r"展开(?:全文|全部|剩余|更多|阅读)|(?:阅读|查看|显示|点击查看)(?:全文|全部|剩余|更多)|继续阅读")
_LONGEST_BUTTON, _BUTTON_BELOW, _SAME = 16, 6, 12
# and stands so many lines under the headline, a date and a source between them
_BRIEFLY_UNDER = 4
# a page of frames names so many in its warning
_FRAMES = 9


class Reading(NamedTuple):
    """One way to read a page: its outline, the headline among the rows, what is inside the article, what to warn of.

    *top* is the row of the headline, or of a line around it that is not the headline alone;
    *clues* are what the data states beside the article.
    """

    outline: Outline
    headline: Clue | None
    inside: Inside
    findings: tuple[Finding, ...] = ()
    top: int | None = None
    clues: tuple[Clue, ...] = ()

    def said(self) -> list[Row]:
        """The rows inside the article."""
        return [row for row, is_inside in zip(self.outline.rows, self.inside.rows, strict=True) if is_inside]

    def length(self, enough: int) -> int:
        """How many Chinese characters stand inside; when *enough* are found no more are counted."""
        length = 0
        for row in self.said():
            length += han(row.text[:enough])
            if length >= enough:
                break
        return length


def best_reading(tree: LexborHTMLParser, claims: Sequence[Clue]) -> Reading:
    """The reading that shows the article."""
    sheets = [node.text() or "" for node in tree.css("style")]
    hidden = frozenset().union(*(hidden_classes(sheet) for sheet in sheets if "none" in sheet))
    best = _reading(outline_of(tree, hidden), claims)
    length = best.length(_SHORT)
    if _waits_for_click(best):
        whole = _reading(outline_of(tree, hidden, blocks_shown=True), claims)
        if _continues(best, whole):
            return whole
    if length >= _SHORT:
        return best
    least = max(LEAST, _MORE * length)
    brief = _tells_briefly(best)
    if not brief:
        shown = _reading(outline_of(tree, all_shown=True), claims)
        if shown.length(least) >= least:
            return shown
    data = scripted_article(tree)
    if _completes(data.text, best, least=_MORE * length, brief=brief):
        return _with_data(best, data, claims)
    frames = [node.attributes.get("src") or "" for node in tree.css("frame, iframe")[:_FRAMES]]
    return best._replace(findings=(_in_frames(frames),)) if frames and best.findings == (NO_TEXT,) else best


def _completes(data: str, best: Reading, *, least: int, brief: bool) -> bool:
    """True for data with an article that says much more; more than flash news only where it says the same."""
    if not data or han(data) < least:
        return False
    return not brief or any(row.text[:_SAME] in data for row in best.said() if weight(row) >= SENTENCE)


def _waits_for_click(reading: Reading) -> bool:
    """True where a button beside the article shows the rest of it."""
    inside = reading.inside.rows
    if True not in inside:
        return False
    end = len(inside) - inside[::-1].index(True) + _BUTTON_BELOW
    near = reading.outline.rows[inside.index(True) : end]
    return any(len(row.text) <= _LONGEST_BUTTON and _BUTTON.search(fold(row.text)) for row in near)


def _continues(reading: Reading, whole: Reading) -> bool:
    """True where *whole* has all lines of the article and paragraphs besides, none of which says a line again."""
    own, more = reading.said(), whole.said()
    said = {row.text for row in own}
    added = [row for row in more if row.text not in said]
    beginnings = {text[:_SAME] for text in said}
    return (
        len(added) == len(more) - len(own)
        and sum(map(weight, added)) >= PARAGRAPH
        and 2 * sum(weight(row) >= SENTENCE for row in added) >= len(added)
        and all(row.text[:_SAME] not in beginnings for row in added)
    )


def _tells_briefly(reading: Reading) -> bool:
    """True for flash news: one sentence or two, and nothing else, right under the headline of the page."""
    rows = reading.said()
    if reading.top is None or not rows:
        return False
    return (
        0 <= reading.inside.rows.index(True) - reading.top <= _BRIEFLY_UNDER
        and rows[-1].text.rstrip("”」』）)")[-1:] in ("。", "！", "？")
        and any(weight(row) >= SENTENCE for row in rows)
    )


def _in_frames(addresses: Sequence[str]) -> Finding:
    """The warning for a page that has no text of its own."""
    return Finding("no-text", f"the page shows no text but in frames: {', '.join(addresses)}")


def _reading(outline: Outline, claims: Sequence[Clue]) -> Reading:
    headline = headline_clue(outline.rows, claims)
    top = headline.line - 1 if headline else row_around_title(outline.rows, claims)
    inside = inside_article(outline.rows, outline.boxes, top)
    findings = (LIST,) if inside.is_list else _lacking(outline.rows)
    return Reading(outline, headline, inside, findings, top)


def _lacking(rows: Sequence[Row]) -> tuple[Finding, ...]:
    if not rows:
        return (NO_TEXT,)
    return () if any(han(row.text) for row in rows) else (NO_CHINESE,)


def _with_data(reading: Reading, data: Data, claims: Sequence[Clue]) -> Reading:
    """The reading with the page's data behind its rows, as the article."""
    own = len(reading.outline.rows)
    rows = [*reading.outline.rows, *_rows_of_data(data.text)]
    inside = Inside([number >= own for number in range(len(rows))])
    headline = reading.headline or headline_clue(rows, claims)
    clues = data.clues
    if headline is None and not any(clue.field == "title" for clue in clues):
        clues = (*clues, *filter(None, (title_clue(claims),)))
    top = headline.line - 1 if headline else None
    return Reading(reading.outline._replace(rows=rows), headline, inside, (FROM_DATA,), top, clues)


def _rows_of_data(data: str) -> list[Row]:
    """The lines of a string of the page's data, which may be markup, and may be markup with its marks escaped."""
    from selectolax.lexbor import LexborHTMLParser

    if "&lt;p" in data or "&lt;div" in data:
        data = html.unescape(data)
    if "<" in data:
        return outline_of(LexborHTMLParser(data)).rows
    return [Row(line.strip(), "", 0, 0) for line in data.splitlines() if line.strip()]
