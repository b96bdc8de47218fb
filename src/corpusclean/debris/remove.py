"""Takes labelled lines out of the text, or keeps them and lists what would have gone.

A judged document comes in; out goes one whose text is the body alone.  Which lines go was decided before: nothing is
judged here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from itertools import groupby

from corpusclean.document import BODY, Change, Document, Line
from corpusclean.stage import Stage, finding, labelling


@finding
def drop_labelled(doc: Document) -> Iterator[Change]:
    """Take every line out that is not body, each with the rule that says so."""
    last = len(doc.marks) - 1
    for leaves, group in groupby(doc.lines, lambda line: line.mark.label != BODY):
        run = list(group)
        if leaves:
            ends_page = run[-1].row == last
            yield from (_removal(line, ends_page) for line in run)


def _removal(line: Line, ends_page: bool) -> Change:
    """A line goes with its newline; in the run that ends the page, with the newline before it."""
    start, end = line.start, line.end
    if not ends_page:
        end += 1
    elif line.row:
        start -= 1
    return Change(start, end, "", line.mark.rule)


@labelling
def keep_captions(doc: Document) -> Iterator[tuple[int, str, str]]:
    """Leave captions in the text."""
    return ((line.row, BODY, line.mark.rule) for line in doc.lines if line.mark.label == "caption")


def drop_captions(doc: Document) -> Document:
    """Forget captions: their lines leave the text like any other."""
    return replace(doc, facts={name: fact for name, fact in doc.facts.items() if name != "captions"})


def without_cutting(cut: Stage, *judges: Stage) -> Stage:
    """The stage for ``debris="label"``: judge the page as if it had been cut, and leave every character in place."""

    def label_only(doc: Document) -> Document:
        """Label lines and list cuts; take nothing out."""
        cut_doc = cut(doc)
        judged = reduce(lambda judged, stage: stage(judged), judges, cut_doc)
        cuts: dict[int, list[tuple[str, str]]] = {}
        for edit in cut_doc.edits[len(doc.edits) :]:
            cuts.setdefault(edit.line, []).append((edit.rule, edit.old))
        marks = tuple(mark._replace(cuts=tuple(cuts.get(mark.number, ()))) for mark in judged.marks)
        return replace(judged, text=doc.text, edits=doc.edits, marks=marks)

    return label_only
