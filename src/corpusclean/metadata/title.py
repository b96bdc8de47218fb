"""Finds the headline of a page, and labels it, its imprint and its repetitions.

A document whose debris is labelled comes in; out goes one with the headline's line labelled and the facts title and
subtitle stated.  A line is a headline only where something on the page corroborates it: the markup, a label, an
imprint under it, a repetition, debris beside it.  A sentence of the body never is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice

from corpusclean.debris.shape import body_span
from corpusclean.document import BODY, Document, Fact
from corpusclean.fold import fold
from corpusclean.metadata.choice import Choice, Finder
from corpusclean.metadata.echo import echoes, text_under
from corpusclean.metadata.head import Head, is_bare, read_head, states_imprint
from corpusclean.metadata.head_context import events
from corpusclean.metadata.head_line import BARE, BLANK, CANDIDATE, DEBRIS, IMPRINT, MENU, OTHER, HeadLine
from corpusclean.metadata.headline_anchors import by_anchor
from corpusclean.metadata.headline_finders import NAMING, PLACING
from corpusclean.metadata.headline_notices import below_notices
from corpusclean.metadata.headline_repeated import with_site
from corpusclean.metadata.headline_text import key, same_headline
from corpusclean.metadata.headline_wrapped import joined_lines
from corpusclean.metadata.imprint import read_imprint
from corpusclean.metadata.statements import HANDLE_RULE
from corpusclean.metadata.table import RULE as TABLE_RULE
from corpusclean.metadata.tail import label_tail

REPEATED, IMPRINT_RULE = "metadata:repeated-title", "metadata:imprint"
SUBTITLE, KICKER = "metadata:subtitle", "metadata:kicker"
# ——在建桥工人座谈会上的讲话 says when the text was spoken, and is no part of the headline
_OCCASION = re.compile(r"在.{2,40}[上时](?:的)?(?:讲话|致辞|发言|演讲|报告)$")
# what digital newspapers call the lines above and below a headline
_CALLED = re.compile(r"(?P<label>肩题|引题|眉题|肩标题|副题|副标题|子标题)\s?:\s?(?P<value>\S.{1,60})")
_CLOCK = "side-boxes:date"
# the longest name of a writer alone on a line
_LONGEST_HANDLE = 12
# where nothing else is debris, headline and imprint stand within these
_FIRST_LINES, _FIRST_OF_BARE = 4, 2
# a shorter headline may be a line of a poem
_SHORTEST_REPEATED, _OPENING = 7, 4

Labels = dict[int, tuple[str, str]]


def find_headline(doc: Document) -> Document:
    """Find the headline and label it, its imprint and its repetitions."""
    bare = is_bare(doc)
    tail = label_tail(doc, IMPRINT_RULE)
    if tail:
        doc = doc.relabel((row, *label) for row, label in tail.items())
    head = read_head(doc)
    if bare and not tail and all(item.kind != IMPRINT for item in head.lines):
        # in verse and in lists any line may be the first of those that look like it
        finders = NAMING if head.body is None else (*NAMING, *PLACING)
        return _of_bare_page(doc, _first(finders, doc, head))
    head, choice = _choose(doc, head)
    choice = joined_lines(doc, head, choice)
    if bare and not tail and (choice is None or choice.row not in _first_rows(head)):
        return doc.relabel(_first_imprint(head))  # a later line is a subhead
    labels: Labels = {**dict(_imprints(head, choice)), **dict(_dates_under(head, choice))}
    facts: dict[str, Fact] = {}
    if choice is not None:
        number = doc.marks[choice.row].number if choice.row is not None else choice.line
        facts["title"] = Fact(choice.text, choice.rule, number)
        labels.update(_repetitions(doc, choice))
        if choice.row is not None:
            labels.update((row, ("title", choice.rule)) for row in (choice.row, *choice.more))
            facts.update(_subtitle(head, choice, labels))
            facts.update(_labelled_lines(head, labels))
    if choice is not None and not any(line.is_body and line.row not in labels for line in doc.lines):
        return doc  # the only sentence of a page is its text
    clues = [row.clue for row in head.table if row.clue]
    if labels:
        doc = doc.relabel((row, *label) for row, label in labels.items())
    return doc.noting(clues=clues).stating(facts) if clues or facts else doc


def find_imprints(doc: Document) -> Document:
    """Label imprints and repetitions as `find_headline` does, where the page's own headline has been read before."""
    found = find_headline(doc)
    if found is doc:
        return doc
    rows = [row for row, mark in enumerate(found.marks) if mark.label in ("title", "subtitle")]
    found = found.relabel((row, BODY, "") for row in rows) if rows else found
    return replace(found, facts=doc.facts)


def _of_bare_page(doc: Document, choice: Choice | None) -> Document:
    """State the headline of a page on which nothing is debris or an imprint, and take its first line at most.

    Such a page may have been cleaned before.  A headline under another line stays in the text, which then comes out of
    a second cleaning as it went in; further down it is a subhead.
    """
    first = [line.row for line in islice((line for line in doc.lines if line.text.strip()), _FIRST_OF_BARE)]
    if choice is None or len(first) < _FIRST_OF_BARE or choice.row not in (*first, None):
        return doc
    if choice.row == first[0] and not choice.more:
        doc = doc.relabel([(choice.row, "title", choice.rule)])
    number = doc.marks[choice.row].number if choice.row is not None else choice.line
    return doc.stating({"title": Fact(choice.text, choice.rule, number)})


def _first_imprint(head: Head) -> Iterator[tuple[int, str, str]]:
    """An imprint that opens a page without a headline; a bare day may open a diary."""
    first = next(iter(head.filled()), None)
    if first is None or first.line.row in events(head.lines):
        return
    if first.kind == IMPRINT and states_imprint(first.line):
        items = read_imprint(first.line.text).items
        if any(item.label or isinstance(item.moment, datetime) for item in items):
            yield first.line.row, "meta", IMPRINT_RULE


def _first_rows(head: Head) -> list[int]:
    """The rows of the first lines, an imprint among them."""
    return [item.line.row for item in head.filled()[:_FIRST_LINES]]


def _choose(doc: Document, head: Head) -> tuple[Head, Choice | None]:
    """The headline, and the head that it stands in: what names it counts first, then a date, then the rest."""
    named = _first(NAMING, doc, head)
    anchored = by_anchor(doc, head) if named is None else None
    if named is not None or anchored is not None:
        return anchored or (head, named)
    placed = _first(PLACING, doc, head)
    main = below_notices(doc, head)
    if (
        main is head
        or main.body is None
        or (placed is not None and echoes(placed.text, text_under(doc, main.body - 1)))
    ):
        return head, placed
    below = _first(PLACING, doc, main)
    return (main, below) if below is not None else (head, placed)


def _first(finders: Iterable[Finder], doc: Document, head: Head) -> Choice | None:
    return next(filter(None, (finder(doc, head) for finder in finders)), None)


def _imprints(head: Head, choice: Choice | None) -> Iterator[tuple[int, tuple[str, str]]]:
    """Imprints leave the text; names alone do where they stand beside one or beside the headline."""
    lines = [item for item in head.lines if item.kind not in (BLANK, DEBRIS, MENU, OTHER)]
    filled = head.filled()
    row = choice.row if choice is not None else None
    text = set(events(head.lines))
    for place, item in enumerate(lines):
        taken = item.line.mark.label in ("debris", "caption") and item.kind == IMPRINT
        if item.line.row in (row, *text) or (item.line.mark.label != BODY and not taken):
            continue
        near = [lines[other] for other in (place - 1, place + 1) if 0 <= other < len(lines)]
        named = item.imprint is not None and item.imprint.of("name", "author")
        # over the headline a menu may stand between a site's name and it
        if row is not None and item.line.row < row and not named:
            near = [other for other in near if abs(filled.index(other) - filled.index(item)) == 1]
        beside = any(other.kind in (IMPRINT, BARE) or other.line.row == row for other in near)
        if item.kind == IMPRINT and item.imprint is None:
            yield item.line.row, ("meta", TABLE_RULE)
        elif item.kind == IMPRINT or (item.kind == BARE and beside and row is not None):
            yield item.line.row, ("meta", IMPRINT_RULE)
        elif place and lines[place - 1].line.row == row and _is_handle(filled, filled.index(item)):
            yield item.line.row, ("meta", HANDLE_RULE)


def _dates_under(head: Head, choice: Choice | None) -> Iterator[tuple[int, tuple[str, str]]]:
    """A day of the week beside a date is a page's clock above the headline, and the article's date under it."""
    row = choice.row if choice is not None else None
    for item in head.lines if row is not None else ():
        if row is not None and item.line.row > row and item.line.mark.rule == _CLOCK and states_imprint(item.line):
            yield item.line.row, ("meta", IMPRINT_RULE)


_FOLLOW = re.compile(r"\+? ?(?:Follow|关注|關注|订阅|訂閱|追蹤)")


def _is_handle(lines: list[HeadLine], place: int) -> bool:
    """A pen name right under the headline, an imprint or a button under it: 外婆的咸菜坛子 / 阿蕨 / 2019.06.23."""
    item = lines[place]
    # 【时效性】现行有效 is no pen name
    if (
        item.kind not in (CANDIDATE, BARE)
        or len(item.text) > _LONGEST_HANDLE
        or re.search(r"[\s\[\]:]", fold(item.text))
    ):
        return False
    below = next((other for other in lines[place + 1 :] if other.kind not in (DEBRIS, OTHER)), None)
    button = place + 1 < len(lines) and _FOLLOW.fullmatch(lines[place + 1].text) is not None
    return button or (below is not None and below.kind == IMPRINT)


def _subtitle(head: Head, choice: Choice, labels: Labels) -> Iterator[tuple[str, Fact]]:
    """The line under the headline that begins with a dash; the two are one headline: 渡口纪行——水库区见闻."""
    below = next((item for item in head.filled() if choice.row is not None and item.line.row > choice.row), None)
    if below is not None and below.kind == CANDIDATE and re.match(r"[—–-]{2}\s?\S", below.text):
        labels[below.line.row] = ("subtitle", SUBTITLE)
        number = next(item.line.mark.number for item in head.lines if item.line.row == choice.row)
        if not _OCCASION.search(fold(below.text)):
            yield "title", Fact(choice.text + below.text, choice.rule, number)
        yield "subtitle", Fact(below.text.strip(" \u3000—–-"), SUBTITLE, below.line.mark.number)


def _labelled_lines(head: Head, labels: Labels) -> Iterator[tuple[str, Fact]]:
    """The kicker and the subtitle where the page calls them so: 引题：…, 副题：…."""
    for item in head.filled():
        match = _CALLED.fullmatch(fold(item.text))
        if match is not None:
            field = "subtitle" if match["label"][0] == "副" else "kicker"
            rule = SUBTITLE if field == "subtitle" else KICKER
            labels[item.line.row] = (field, rule)
            yield field, Fact(item.text[match.start("value") :].strip(), rule, item.line.mark.number)


def _repetitions(doc: Document, choice: Choice) -> Iterator[tuple[int, tuple[str, str]]]:
    """The headline said again on a line of its own, with or without the name of the site."""
    if len(key(choice.text)) < _SHORTEST_REPEATED:
        return
    first, last = body_span(doc)
    for line in doc.lines:
        if first <= line.row <= last or choice.text[:_OPENING] not in line.text:
            continue
        alone = line.row != choice.row and line.mark.label == BODY and len(line.text) <= len(choice.text) + 40
        if alone and (same_headline(line.text, choice.text) or with_site(line.text, choice.text)):
            yield line.row, ("debris", REPEATED)
