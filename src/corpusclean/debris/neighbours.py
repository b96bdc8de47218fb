"""Where each line stands: its place on the page, and what stands above and below it.

A document whose rules have spoken comes in; for every line still taken for body that hangs together with an anchor its
place and its neighbours come out.  One pass down and one pass up the page find them, so a page costs time in
proportion to its lines.  Nothing is judged here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from corpusclean.debris.echoes import PARAGRAPHS, Echo, Voice
from corpusclean.debris.extent import RUNNING, extent_of
from corpusclean.debris.shape import outline
from corpusclean.document import BODY, Document, Line

ANCHORS = ("debris", "meta")
# how far around a line its neighbourhood reaches
_WINDOW = 6
_TINY, _SPEECH = ("one-character", "number", "word"), ("sentence", "question", "clauses", "prose", "foreign")
_SENTENCES = ("sentence", "clauses", "prose", "foreign")
_SIDES = {"meta": "meta", "caption": "caption", "title": "title", "subtitle": "title", "kicker": "title"}
_NO_ANCHOR = ("prose", "edge")


class Seen(NamedTuple):
    """A line that is not blank: its outline, how that is grouped, its label, and the family of the rule that set it."""

    line: Line
    outline: str
    group: str
    label: str
    family: str


class Side(NamedTuple):
    """What stands on one side of a line: a label, ``prose`` or ``edge``, how many lines stand between, whose rule."""

    what: str
    gap: int
    family: str


_PROSE = Side("prose", 0, "prose")


class Page(NamedTuple):
    """What the whole page is like: the share of prose in what is not labelled, islands of body, paragraphs.

    ``thread`` is True where a rule knows a forum: replies stand between buttons, and are body.
    """

    prose: float
    islands: int
    paragraphs: int
    thread: bool


class Row(NamedTuple):
    """A line to be judged: its outline, place and neighbours.

    ``place`` is before-title, head, core, tail or nowhere; ``upper`` and ``lower`` are next to it; ``alike`` counts
    the lines of its outline in the ``run`` of lines it stands in; ``share`` is that of anchors around it, ``zone`` and
    ``passed`` count those in its part of the page and between the article and the line; ``ended`` is the family of the
    line that ended the article above, and ``after_end`` is True where that is certain; ``echo`` is what of the line the
    article says elsewhere.
    """

    line: Line
    outline: str
    group: str
    place: str
    above: Side
    below: Side
    upper: str
    lower: str
    run: int
    alike: int
    share: float
    zone: int
    passed: int
    ended: str
    after_end: bool
    repeated: bool
    page: Page
    echo: Echo


def look(doc: Document) -> list[Seen]:
    """The lines that are not blank, each with its outline."""
    return [_see(line) for line in doc.lines if line.text and not line.text.isspace()]


def _see(line: Line) -> Seen:
    mark = line.mark
    if mark.label != BODY:  # what it looks like no longer matters
        return Seen(line, "", "", mark.label, mark.rule.partition(":")[0])
    shape = outline(line.text)
    group = "tiny" if shape in _TINY else "speech" if shape in _SPEECH else "fragment"
    return Seen(line, shape, group, BODY, "")


def rows(seen: Sequence[Seen]) -> list[Row]:
    """The lines still taken for body that hang together with an anchor, a line that was labelled before.

    The anchor stands above or below with no paragraph between, or it ended the article.
    """
    view = _View(seen)
    return [view.row(at) for at, item in enumerate(seen) if item.label == BODY and view.is_open(at)]


class _View:
    """A page seen as a whole: what stands beside each line, and the sums that the rows are made from."""

    def __init__(self, seen: Sequence[Seen]) -> None:
        self.seen = seen
        self.above = sides(seen)
        self.below = sides(seen[::-1])[::-1]
        self.marked = [0, *accumulate(item.label in ANCHORS for item in seen)]
        self.extent = extent_of([(item.outline, item.label, item.line.mark.rule) for item in seen], self.marked)

    @cached_property
    def times(self) -> Counter[str]:
        """How often each line of the text stands on the page."""
        return Counter(item.line.text.strip() for item in self.seen if item.label == BODY)

    @cached_property
    def page(self) -> Page:
        """The page as a whole."""
        return _page(self.seen)

    @cached_property
    def voice(self) -> Voice:
        """What the paragraphs say."""
        return Voice((item.line, item.outline) for item in self.seen)

    def is_open(self, at: int) -> bool:
        """True for a line that hangs together with an anchor."""
        linked = self.above[at].what not in _NO_ANCHOR or self.below[at].what not in _NO_ANCHOR
        return linked or self.is_after_end(at)

    def is_after_end(self, at: int) -> bool:
        """True below the end of the article, but for sentences; a headline may be a question."""
        return self.extent.after_end[at] and self.seen[at].outline not in _SENTENCES

    def row(self, at: int) -> Row:
        """One line with its place and neighbours."""
        seen, marked, extent = self.seen, self.marked, self.extent
        item, above, below = seen[at], self.above[at], self.below[at]
        low, high = max(0, at - _WINDOW), min(len(seen), at + _WINDOW + 1)
        first, last = at - min(above.gap, _WINDOW), at + min(below.gap, _WINDOW)
        return Row(
            line=item.line,
            outline=item.outline,
            group=item.group,
            place=extent.place(at),
            above=above,
            below=below,
            upper=_name(seen[at - 1]) if at else "edge",
            lower=_name(seen[at + 1]) if at + 1 < len(seen) else "edge",
            run=last - first + 1,
            alike=sum(other.outline == item.outline for other in seen[first : last + 1]) - 1,
            share=(marked[high] - marked[low]) / max(1, high - low - 1),
            zone=extent.anchors(at, marked),
            passed=marked[at] - marked[extent.last + 1] if at > extent.last else 0,
            ended=extent.ended[at],
            after_end=self.is_after_end(at),
            repeated=self.times[item.line.text.strip()] > 1,
            page=self.page,
            echo=self.voice.echo(item.line.text, item.outline),
        )


def sides(seen: Sequence[Seen]) -> list[Side]:
    """For each line what stands above it: the nearest label, or a paragraph, and how many other lines are between.

    Page numbers are looked through.
    """
    out, side = [], Side("edge", 0, "edge")
    for item in seen:
        out.append(side)
        if item.line.mark.rule in RUNNING:
            continue  # the text goes on on the next page
        if item.label != BODY:
            side = Side(_SIDES.get(item.label, "debris"), 0, item.family)
        elif item.outline not in PARAGRAPHS:
            side = Side(side.what, side.gap + 1, side.family)
        else:
            side = _PROSE
    return out


def _name(item: Seen) -> str:
    if item.label == BODY:
        return "+" + item.group
    return item.family if item.label == "debris" else item.label


def _page(seen: Sequence[Seen]) -> Page:
    body = [item.outline in PARAGRAPHS for item in seen if item.label == BODY]
    islands = sum(a.label == "debris" and b.label == BODY for a, b in pairwise(seen))
    thread = any(item.family == "forum" for item in seen)
    return Page(sum(body) / max(1, len(body)), islands, sum(body), thread)
