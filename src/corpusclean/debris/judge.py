"""Judges the lines that no phrase decides: by shape, place and neighbours.

A document whose rules, headline and captions are labelled comes in; lines that stand like debris among debris get a
label and a rule that says why.  A line goes only if it hangs together with an anchor, a line that was labelled before,
without a paragraph between; a page without such lines passes untouched, so a cleaned text loses nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from corpusclean.debris.lines import reasons, scores
from corpusclean.debris.neighbours import ANCHORS, Row, look, rows
from corpusclean.debris.repeated import copies
from corpusclean.debris.shape import outline
from corpusclean.document import Document, Finding

# Scores above which a line goes, set by cross-validation on two thirds of benchmarks/pages (tools/train_lines.py).
# Between two anchors it takes the least; beside a paragraph the line may belong to it; right under a paragraph with no
# anchor between it may be a signature, an appendix, the last items of a list.  Rows of buttons and lone numbers are
# none of these.
BETWEEN_ANCHORS, OVER_PROSE, UNDER_PROSE = 1.5, 2.5, 3.0
UNDER_PROSE_BY_OUTLINE = {"menu": 1.0, "number": 1.0, "one-character": 1.0, "cut-off": 1.5, "label": 2.0}
# A page without one sentence is no article when debris outnumbers the rest by this much.
_MOST_DEBRIS = 3
_SAYS_SOMETHING = ("prose", "clauses", "sentence", "question", "open", "long")


_PLACES = {
    "before-title": "position:before-headline",
    "head": "position:before-body",
    "core": "neighbours:between-debris",
    "nowhere": "neighbours:between-debris",
}
# One labelled line may be a slip of a rule, two are what is left of a page's frame; a headline is no debris.
FEWEST_ANCHORS = 2


class Verdict(NamedTuple):
    """What the judge says of one line: the rule that names the reason, the score, the features that weighed most."""

    row: int
    rule: str
    score: float
    reasons: tuple[tuple[str, float], ...]


def judge_lines(doc: Document) -> Document:
    """Label what shape, place and neighbours give away."""
    if sum(mark.label in ANCHORS for mark in doc.marks) < FEWEST_ANCHORS:
        return doc
    found = list(copies(doc.lines))
    doc = doc.relabel((row, "debris", rule) for row, rule in found) if found else doc
    judged = verdicts(doc)
    doc = doc.relabel((item.row, "debris", item.rule) for item in judged) if judged else doc
    return without_article(doc)


def verdicts(doc: Document) -> list[Verdict]:
    """The lines of *doc* that are debris by their shape, place and neighbours, with the reasons.

    Parameters
    ----------
    doc : Document
        A page whose rules have spoken.
    """
    judged = rows(look(doc))
    return [
        Verdict(row.line.row, _rule(row), round(score, 2), reasons(row))
        for row, score in zip(judged, scores(judged), strict=True)
        if row.after_end or score > threshold(row)
    ]


def threshold(row: Row) -> float:
    """The score above which a line at this place goes."""
    if row.above.what == "prose" and row.place in ("tail", "core"):
        return UNDER_PROSE_BY_OUTLINE.get(row.outline, UNDER_PROSE) if row.place == "tail" else UNDER_PROSE
    return OVER_PROSE if "prose" in (row.above.what, row.below.what) else BETWEEN_ANCHORS


def without_article(doc: Document) -> Document:
    """The document with nothing left of it, and a finding, where what is left is no article: a list, an error page."""
    left = [line for line in doc.lines if line.is_body]
    labelled = sum(mark.label == "debris" for mark in doc.marks)
    if not left or labelled < _MOST_DEBRIS * len(left) or any(outline(line.text) in _SAYS_SOMETHING for line in left):
        return doc
    finding = Finding("no-article", "the page holds lists and buttons, and no text of its own", (), len(left))
    return doc.relabel((line.row, "debris", "position:no-article") for line in left).noting(findings=[finding])


def _rule(row: Row) -> str:
    """The name of the reason: where the line stands, or its shape where that says more."""
    if row.after_end:
        return "position:after-end"
    if row.outline == "one-character":
        return "shape:one-character-widget"
    if row.place == "tail":
        return "position:list-tail" if row.above.what == "debris" and row.above.gap else "position:after-body"
    return _PLACES[row.place]
