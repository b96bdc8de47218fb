"""Judges the lines that no phrase decides: by shape, place and neighbours.

A document whose rules, headline and captions are labelled comes in; lines that stand like debris among debris get a
label and a rule that says why.  A line goes only if it hangs together with an anchor, a line that was labelled before,
without a paragraph between; a page without such lines passes untouched, so a cleaned text loses nothing.
"""

from __future__ import annotations

from corpusclean.debris.counted import counted
from corpusclean.debris.encyclopedia import headings, values
from corpusclean.debris.lines import scores
from corpusclean.debris.neighbours import ANCHORS, Row, look, rows
from corpusclean.debris.recurring import announced, furniture
from corpusclean.debris.repeated import copies
from corpusclean.debris.shape import is_whole, of_the_text, outline
from corpusclean.debris.signature import signatures
from corpusclean.document import Document, Finding

# Scores above which a line goes, by place: between anchors, and beside a paragraph, to which it may belong; under the
# last one it may be a signature, an appendix, the last items of a list.  Set by cross-validation on two thirds of
# benchmarks/pages with the rules forgotten that few other pages need (tools/train_lines.py): on four such copies of the
# pages one to four of 1,400 body lines go.
THRESHOLDS = {
    "before-title": (0.8, 0.8),
    "head": (0.9, 2.1),
    "core": (1.8, 1.5),
    "tail": (1.1, 3.2),
    "nowhere": (0.5, 0.8),
}
# Rows of buttons and lone numbers under the last paragraph are none of these.
UNDER_PROSE_BY_OUTLINE = {"menu": 1.0, "number": 1.0, "one-character": 1.0, "cut-off": 1.5, "label": 2.0}
# Replies stand between the buttons of a forum and are as short as these.
IN_THREADS, SHORTEST_REPLY = 4.0, 8
# A whole sentence or a quoted speech goes by its place only where all speaks against it: the notices of copyright and
# the disclaimers that no rule knew had 1.2 to 3.6, sentences of articles up to 2.6.
WHOLE_SENTENCE = 3.0
# On an HTML page without prose the reader has found the list that is its text; what it holds is as safe as a subhead.
IN_THE_BOX = 1.8
# Where the article has certainly ended, little more is asked of a line.
AFTER_END = -1.5
# A page without one sentence is no article when debris outnumbers the rest by this much.
_MOST_DEBRIS = 3
_SAYS_SOMETHING = ("prose", "clauses", "sentence", "question", "open", "long", "foreign")


_PLACES = {
    "before-title": "position:before-headline",
    "head": "position:before-body",
    "core": "neighbours:between-debris",
    "nowhere": "neighbours:between-debris",
}
# One labelled line may be a slip of a rule, two are what is left of a page's frame; a headline is no debris.
FEWEST_ANCHORS = 2


def judge_lines(doc: Document) -> Document:
    """Label what shape, place and neighbours give away."""
    if not _is_open(doc):
        return doc
    doc = _without_copies(doc)
    gone = [(row.line.row, "debris", _rule(row)) for row, _ in _gone(doc)]
    return without_article(doc.relabel(gone) if gone else doc)


def condemned(doc: Document) -> list[tuple[Row, float]]:
    """The lines that `judge_lines` takes from *doc* by their score, each with it."""
    return _gone(_without_copies(doc)) if _is_open(doc) else []


def _is_open(doc: Document) -> bool:
    """True where enough has given itself away."""
    return sum(mark.label in ANCHORS for mark in doc.marks) >= FEWEST_ANCHORS


def _without_copies(doc: Document) -> Document:
    lines = doc.lines
    found = [*copies(lines), *furniture(lines), *counted(lines), *values(lines)]
    return doc.relabel((row, "debris", rule) for row, rule in found) if found else doc


def _gone(doc: Document) -> list[tuple[Row, float]]:
    judged = rows(look(doc))
    gone = [(row, score) for row, score in zip(judged, scores(judged), strict=True) if score > threshold(row)]
    if not gone:
        return []
    kept = {*signatures([line for line in doc.lines if line.text]), *announced(doc.lines), *headings(doc.lines)}
    return [(row, score) for row, score in gone if row.line.row not in kept and not of_the_text(row.line.text)]


def threshold(row: Row) -> float:
    """The score above which a line goes: that of its place, and more where it is a whole sentence."""
    place = _threshold_of_place(row)
    return WHOLE_SENTENCE if place < WHOLE_SENTENCE and is_whole(row.line.text) else place


def _threshold_of_place(row: Row) -> float:
    if row.after_end:
        return AFTER_END
    if row.place == "tail" and row.above.what == "prose" and row.outline in UNDER_PROSE_BY_OUTLINE:
        return UNDER_PROSE_BY_OUTLINE[row.outline]
    if row.place == "nowhere" and row.line.mark.region == "inside":
        return IN_THE_BOX
    if row.page.thread and row.place in ("core", "tail") and _may_be_a_reply(row.line.text.strip()):
        return IN_THREADS
    return THRESHOLDS[row.place]["prose" in (row.above.what, row.below.what)]


def _may_be_a_reply(text: str) -> bool:
    """True for a line that says more than a button does, and for one word of applause."""
    return len(text) >= SHORTEST_REPLY or (len(text) == 1 and not text.isascii())


def without_article(doc: Document) -> Document:
    """The document with nothing left of it, and a finding, where what is left is no article: a list, an error page."""
    left = [line for line in doc.lines if line.is_body]
    # the frame of an HTML page is no sign: the reader has told it from the article, and a list from an article
    labelled = sum(mark.label == "debris" and mark.region != "outside" for mark in doc.marks)
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
