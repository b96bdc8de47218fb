"""Says of each line of a page whether it is inside the article, or that the page has none and lists others.

Rows, boxes and the row of the headline come in; what each line is worth is weighed here: sentences count for the box
they stand in, links against it.  Nothing is removed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpusclean.read.anchor import anchor
from corpusclean.read.apart import PARAGRAPH, SENTENCE, link_share, stand_apart, teasers
from corpusclean.read.discussion import comments
from corpusclean.read.following import before_next_article, later_articles
from corpusclean.read.outline import Box, Row
from corpusclean.read.stretch import UNDER_HEADLINE, stretch, without_tail

_MARKS = re.compile("[，。；：、！？,;!?…]")
_HAN = re.compile("[\u3400-\u9fff]+")
# a paragraph is worth at most this, so that one huge comment does not outweigh ten short paragraphs
_MOST_WORTH = 12.0
# a sentence has at least so many characters
_FEWEST_HAN = 8
# a line shows what it is worth in its first characters
_HEAD = 500
# a paragraph that is one link has at least so many characters
_LINKED_PARAGRAPH = 25
# a list item with so much link text and a blurb is a teaser of another story
_TEASER = 6
_APART_COSTS = 0.5
# lines of poems and lyrics have no marks; thirty of them outweigh the one sentence of a page's frame
_SHORT = 0.1
# a page of links has so many, and no paragraph
_MANY_LINKS, _LINKS_SHARE = 12, 0.6
# verses under a headline have at least so many characters in all
_FEWEST_CHARACTERS = 30


class Inside(NamedTuple):
    """For each row, whether it is inside the article; and whether the page is a list of other pages."""

    rows: list[bool]
    is_list: bool = False


def weight(row: Row) -> float:
    """What a line says for its box: sentences for it, links and menu words against it, linked paragraphs nothing."""
    share = link_share(row) if row.linked else 0.0
    if share > 0.5:
        return 0.0 if _is_linked_paragraph(row) else -1.0
    head = row.text[:_HEAD]
    han = len("".join(_HAN.findall(head)))
    marks = len(_MARKS.findall(head)) if han >= _FEWEST_HAN else 0
    if not marks:
        return 0.3 if han >= 12 else _SHORT if han > 1 else 0.0
    if row.kind == "list-item" and row.linked >= _TEASER:
        return -0.5
    return min(_MOST_WORTH, (marks + han / 20) * (1 - share))


def _is_linked_paragraph(row: Row) -> bool:
    """True for a sentence that is a link; the headline of another story has hardly two marks and ends without one."""
    text = row.text.rstrip("”」』）)")
    return row.linked >= _LINKED_PARAGRAPH and text.endswith("。") and len(_MARKS.findall(text[:_HEAD])) > 1


def _with_linked_paragraphs(rows: Sequence[Row], worth: list[float], headline: int | None) -> list[float]:
    """The worth of lines, that of a sentence for linked paragraphs which stand beside one.

    Some sites make links of all paragraphs; then those under the headline are the article.
    """
    linked = [row for row, value in enumerate(worth) if value == 0.0 and _is_linked_paragraph(rows[row])]
    if not linked:
        return worth
    all_linked = headline is not None and max(worth) < SENTENCE
    below = range(headline + 1, headline + 1 + UNDER_HEADLINE) if headline is not None and all_linked else range(0)
    worth = [*worth, 0.0]
    for row in (*linked, *reversed(linked)):
        if row in below or max(worth[row - 1], worth[row + 1]) >= SENTENCE:
            worth[row] = weight(rows[row]._replace(linked=0, kind=""))
    return worth[:-1]


def inside_article(rows: Sequence[Row], boxes: Sequence[Box], headline: int | None = None) -> Inside:
    """For each row, whether it stands inside the article; all do where no box stands out.

    Parameters
    ----------
    rows, boxes : sequences of Row and Box
        The outline of the page.
    headline : int or None
        The row that the page's title names.
    """
    worth = _with_linked_paragraphs(rows, list(map(weight, rows)), headline)
    nothing = Inside([False] * len(rows), is_list=True)
    if _is_list(rows, worth, headline):
        return nothing
    apart = stand_apart(rows, boxes, worth, headline)
    told = {row for box in teasers(rows, boxes, worth) for row in range(box.first, box.end)}
    later = later_articles(rows, boxes, worth) if headline is None else []
    said = {row for span in comments(rows, boxes, worth, headline) for row in span}
    said.update(row for box in later for row in range(box.first, box.end))
    apart = [away or row in told or row in said for row, away in enumerate(apart)]
    own = [-_APART_COSTS if away else value for value, away in zip(worth, apart, strict=True)]
    first, end = stretch(own, boxes, anchor(rows, own) if headline is None else headline)
    # a page whose teasers say more than the rest, and the rest less than a paragraph, is a list
    least = PARAGRAPH if headline is None else SENTENCE
    if sum(own[first:end]) < least and told and sum(map(worth.__getitem__, told)) > sum(own[first:end]):
        return nothing
    end = without_tail(own, boxes, first, end)
    if headline is not None:
        end = before_next_article(rows, boxes, worth, headline, range(first, end))
    return Inside([first <= row < end and not away for row, away in enumerate(apart)])


def _is_list(rows: Sequence[Row], worth: Sequence[float], headline: int | None) -> bool:
    """True for a page of links without a paragraph; not so where a poem or a notice stands under the headline."""
    links = sum(value == -1.0 for value in worth)
    if links < _MANY_LINKS or links < _LINKS_SHARE * len(rows) or max(worth, default=0.0) >= SENTENCE:
        return False
    below = range(headline + 1, min(headline + 1 + UNDER_HEADLINE, len(rows))) if headline is not None else range(0)
    own = [rows[row].text for row in below if worth[row] > 0]
    return 2 * len(own) < len(below) or sum(map(len, own)) < _FEWEST_CHARACTERS
