"""The two stages that carry out rules: one cuts inside lines, one says what whole lines are.

A document comes in, changes or labels come out, each with the rule's id; what named groups caught becomes clues.  A
line that is labelled already keeps its label, and a list that a header takes along ends where prose begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from corpusclean.debris.rules.found import Hit
from corpusclean.debris.rules.match import RuleSet
from corpusclean.debris.rules.model import Rule
from corpusclean.debris.rules.sites import WithSite
from corpusclean.debris.shape import HEADLINE_LONGEST, ends_sentence, is_prose
from corpusclean.document import BODY, Change, Clue, Document
from corpusclean.stage import Stage

Rules: TypeAlias = RuleSet | WithSite
# Lines of debris between the article and what is below it, and the length of what is no teaser: a summary on a card has
# some 100 characters, the comments that are shown under an article as many.
_FAR, _LARGE = 4, 160
# no headline ends so, however short: 夜间免费。 1954年大水，桥栏冲毁，次年重修。[1]
_STATEMENT = re.compile(r"[㐀-鿿]{2}[”’」』）)]?[。｡](?:\s*[\[［【(（][0-9\-,、 ]{1,9}[\]］】)）]){0,3}[”’」』]?\s*\Z")
# A cut can bring together what the next cut takes; more rounds than this were never needed.
_ROUNDS = 4
# the family whose lists are facts of an encyclopaedia: 中文名 / 青石桥
_FACTS = "contents"


def cutting(rules: Rules) -> Stage:
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


def labelling_by(rules: Rules) -> Stage:
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
    headers = {row: fit.rule.family for row, fit in fits.items() if fit.rule.takes}
    if headers:
        # above the body a list runs into the headline
        first = _span(doc)[0]
        for row, header in _taken_along(doc, {row: family for row, family in headers.items() if row > first}):
            labels.setdefault(row, labels[header])
    return doc.relabel((row, label, rule) for row, (label, rule) in labels.items())


def _span(doc: Document) -> tuple[int, int]:
    """The first and the last row that is a sentence of the body; all rows where none is.

    A comment or a teaser far below, with debris between it and the body, is not its last sentence; a reply in a
    thread is.
    """
    lines = doc.lines
    first = next((line.row for line in lines if line.is_body and _is_sentence(line.text)), None)
    if first is None:
        return 0, len(lines) - 1
    thread = any(mark.rule.startswith("forum:") for mark in doc.marks)
    end, island, known = -1, 0, 0  # the last row of the lowest island, its length, what rules know above it
    for line in reversed(lines[first:]):
        if not line.is_body:
            known += line.mark.label == "debris"
        elif _is_sentence(line.text):
            if end < 0 or (known >= _FAR and not thread):
                end, island = line.row, 0
            island, known = island + len(line.text), 0
            if island >= _LARGE or line.row == first:
                break
    return first, end


def _is_sentence(text: str) -> bool:
    """True for prose that is no headline: too long for one, or with a full stop, which 谁在为高价餐买单？ has not."""
    return is_prose(text) and (len(text.strip()) > HEADLINE_LONGEST or ("。" in text and ends_sentence(text)))


def _places(row: int, first: int, last: int) -> tuple[str, ...]:
    """The places that *row* is in, where sentences of the body stand from row *first* to row *last*."""
    if row < first:
        return ("head", "outside")
    return ("tail", "outside") if row > last else ()


def _taken_along(doc: Document, headers: dict[int, str]) -> Iterator[tuple[int, int]]:
    """The rows of the lists under *headers*, each with its header: a list goes on until a sentence of the body begins.

    The line right before the sentence stays if others stand above it: it may be the sentence's own subhead.  What the
    markup calls a heading ends a box of facts; in a list of articles each may be one.
    """
    header, rows = -1, list[tuple[int, int]]()
    for line in doc.lines[min(headers, default=len(doc.marks)) :]:
        if line.row in headers:
            header = line.row
        elif header >= 0 and (_is_sentence(line.text) or _STATEMENT.search(line.text)):
            yield from rows[: max(1, len(rows) - 1)]
            header, rows = -1, []
        elif header >= 0 and line.mark.kind == "heading" and headers[header] == _FACTS:
            yield from rows
            header, rows = -1, []
        elif header >= 0 and line.is_body:
            rows.append((line.row, header))
    yield from rows
