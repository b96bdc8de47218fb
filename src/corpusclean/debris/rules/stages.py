"""The two stages that carry out rules: one cuts inside lines, one says what whole lines are.

A document comes in, changes or labels come out, each with the rule's id; what named groups caught becomes clues.  A
line that is labelled already keeps its label, and a list that a header takes along ends where prose begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from corpusclean.debris.rules.found import Hit
from corpusclean.debris.rules.match import RuleSet
from corpusclean.debris.rules.model import Rule
from corpusclean.debris.shape import HEADLINE_LONGEST, ends_sentence, is_prose
from corpusclean.document import BODY, Change, Clue, Document
from corpusclean.stage import Stage

# A cut can bring together what the next cut takes; more rounds than this were never needed.
_ROUNDS = 4


def cutting(rules: RuleSet) -> Stage:
    """The stage that takes out parts of lines."""

    def cut_debris(doc: Document) -> Document:
        """Cut debris inside lines: （请扫描下方二维码关注）."""
        for _ in range(_ROUNDS):
            changes, clues = [], []
            for hit in rules.hits(doc):
                for change, found in _cuts(hit):
                    changes.append(change)
                    clues += found
            if not changes:
                break
            doc = doc.edit(changes).noting(clues=clues)
        return doc

    return cut_debris


def _cuts(hit: Hit) -> Iterator[tuple[Change, list[Clue]]]:
    line, margin = hit.line, hit.found.margin if hit.found.cuts else 0
    for rule, match in hit.found.cuts:
        start, end = match.span()
        clues = list(rule.clues(match, line.text[margin:], line.mark.number))
        yield Change(line.start + margin + start, line.start + margin + end, "", rule.id), clues


class _Fit(NamedTuple):
    """A rule that fits a line."""

    hit: Hit
    rule: Rule
    match: re.Match[str]


def labelling_by(rules: RuleSet) -> Stage:
    """The stage that labels whole lines."""

    def label_debris(doc: Document) -> Document:
        """Label lines that a phrase gives away: 责任编辑：…, 相关新闻 and its list."""
        hits = [hit for hit in rules.hits(doc) if hit.line.mark.label == BODY]
        if not hits:
            return doc
        fits = _fits(hits, lambda rule, row: rule.where == "anywhere")
        first, last = _span(_labelled(doc, fits))
        rest = [hit for hit in hits if hit.line.row not in fits]
        fits |= _fits(rest, lambda rule, row: rule.where in _places(row, first, last))
        clues = (clue for fit in fits.values() for clue in _clues(fit))
        return _labelled(doc, fits).noting(clues=clues) if fits else doc

    return label_debris


def _fits(hits: list[Hit], applies: Callable[[Rule, int], bool]) -> dict[int, _Fit]:
    """By row, the first rule that applies there and fits."""
    fits: dict[int, _Fit] = {}
    for hit in hits:
        for rule, match in hit.found.fits:
            if applies(rule, hit.line.row):
                fits[hit.line.row] = _Fit(hit, rule, match)
                break
    return fits


def _clues(fit: _Fit) -> Iterator[Clue]:
    return fit.rule.clues(fit.match, fit.hit.line.text, fit.hit.line.mark.number)


def _labelled(doc: Document, fits: dict[int, _Fit]) -> Document:
    """The document with the lines labelled that rules fit, and the lists that headers take along."""
    labels = {row: (fit.rule.label, fit.rule.id) for row, fit in fits.items()}
    headers = {row for row, fit in fits.items() if fit.rule.takes}
    if headers:
        # above the body a list runs into the headline
        first = _span(doc)[0]
        for row, header in _taken_along(doc, {row for row in headers if row > first}):
            labels.setdefault(row, labels[header])
    return doc.relabel((row, label, rule) for row, (label, rule) in labels.items())


def _span(doc: Document) -> tuple[int, int]:
    """The first and the last row that is a sentence of the body; all rows where none is."""
    lines = doc.lines
    first = next((line.row for line in lines if line.is_body and _is_sentence(line.text)), None)
    if first is None:
        return 0, len(lines) - 1
    return first, next(line.row for line in reversed(lines) if line.is_body and _is_sentence(line.text))


def _is_sentence(text: str) -> bool:
    """True for prose that is no headline: too long for one, or with a full stop, which 谁在为高价餐买单？ has not."""
    return is_prose(text) and (len(text.strip()) > HEADLINE_LONGEST or ("。" in text and ends_sentence(text)))


def _places(row: int, first: int, last: int) -> tuple[str, ...]:
    """The places that *row* is in, where sentences of the body stand from row *first* to row *last*."""
    if row < first:
        return ("head", "outside")
    return ("tail", "outside") if row > last else ()


def _taken_along(doc: Document, headers: set[int]) -> Iterator[tuple[int, int]]:
    """The rows of the lists under *headers*, each with its header: a list goes on until a sentence of the body begins.

    The line right before the sentence stays if others stand above it: it may be the sentence's own subhead.
    """
    header, rows = -1, list[tuple[int, int]]()
    for line in doc.lines[min(headers, default=len(doc.marks)) :]:
        if line.row in headers:
            header = line.row
        elif header >= 0 and _is_sentence(line.text):
            yield from rows[: max(1, len(rows) - 1)]
            header, rows = -1, []
        elif header >= 0 and line.is_body:
            rows.append((line.row, header))
    yield from rows
