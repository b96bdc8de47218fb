"""The two stages that carry out rules: one cuts inside lines, one says what whole lines are.

A document comes in, changes or labels come out, each with the rule's id; what named groups caught becomes clues.  A
line that is labelled already keeps its label, and a list that a header takes along ends where prose begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from corpusclean.debris.rules.match import Hit, RuleSet
from corpusclean.debris.rules.model import Rule
from corpusclean.debris.shape import body_span, is_prose
from corpusclean.document import BODY, Change, Clue, Document
from corpusclean.stage import Stage

# A cut can bring together what the next cut takes; more rounds than this were never needed.
_ROUNDS = 4


def cutting(rules: RuleSet) -> Stage:
    """The stage that takes out parts of lines."""
    cutters = RuleSet((rule for rule in rules.rules if rule.cuts), screened=rules.screened)

    def cut_debris(doc: Document) -> Document:
        """Cut debris inside lines: （请扫描下方二维码关注）."""
        for _ in range(_ROUNDS):
            changes, clues = [], []
            for hit in cutters.hits(doc):
                for change, found in _cuts(hit):
                    changes.append(change)
                    clues += found
            if not changes:
                break
            doc = doc.edit(changes).noting(clues=clues)
        return doc

    return cut_debris


def _cuts(hit: Hit) -> Iterator[tuple[Change, list[Clue]]]:
    line, taken = hit.line, [False] * len(hit.folded)
    for rule in hit.rules:
        for match in rule.parts(hit.folded):
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = [True] * (end - start)
                clues = list(rule.clues(match, line.text, line.mark.number))
                yield Change(line.start + start, line.start + end, "", rule.id), clues


def labelling_by(rules: RuleSet) -> Stage:
    """The stage that labels whole lines."""
    judges = RuleSet((rule for rule in rules.rules if not rule.cuts), screened=rules.screened)

    def label_debris(doc: Document) -> Document:
        """Label lines that a phrase gives away: 责任编辑：…, 相关新闻 and its list."""
        hits = judges.hits(doc)
        if not hits:
            return doc
        doc = _label(doc, hits, lambda rule, index: rule.where == "anywhere")
        first, last = body_span(doc)
        beyond = {"head": lambda index: index < first, "tail": lambda index: index > last}
        return _label(doc, hits, lambda rule, index: rule.where in beyond and beyond[rule.where](index))

    return label_debris


def _label(doc: Document, hits: list[Hit], applies: Callable[[Rule, int], bool]) -> Document:
    labels: dict[int, tuple[str, str]] = {}
    clues: list[Clue] = []
    for hit in hits:
        index = hit.line.row
        if doc.marks[index].label != BODY or index in labels:
            continue
        for rule in hit.rules:
            match = rule.fits(hit.folded) if applies(rule, index) else None
            if match is not None:
                labels[index] = (rule.label, rule.id)
                clues += rule.clues(match, hit.line.text, hit.line.mark.number)
                labels.update(_taken_along(doc, index, rule))
                break
    labelled = doc.relabel((index, label, rule) for index, (label, rule) in labels.items())
    return labelled.noting(clues=clues) if labels else doc


def _taken_along(doc: Document, index: int, rule: Rule) -> Iterator[tuple[int, tuple[str, str]]]:
    """The list under a header: the lines after it until prose begins."""
    if rule.takes:
        for line in doc.lines[index + 1 :]:
            if is_prose(line.text):
                return
            if line.text.strip() and doc.marks[line.row].label == BODY:
                yield line.row, (rule.label, rule.id)
