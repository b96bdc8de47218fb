"""The finders of a headline, in order of trust: each looks for one kind of evidence and answers or passes.

A document and its head come in, a `Choice` or None comes out.  No finder takes a line without evidence beside its
looks, and none labels anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusclean.document import BODY, Document
from corpusclean.fold import fold
from corpusclean.metadata.choice import OPENING, SHORTEST_BELOW_DEBRIS, SHORTEST_SURE, Choice, Finder, choose
from corpusclean.metadata.dateline import read_dateline
from corpusclean.metadata.echo import echoes, text_under
from corpusclean.metadata.head import Head
from corpusclean.metadata.head_line import BARE, CANDIDATE, DEBRIS, IMPRINT, MENU, HeadLine
from corpusclean.metadata.headline_echoed import (
    above_text,
    after_topic,
    beside_debris,
    end_of_path,
    joined,
    joined_loudly,
    opens_page,
    under_path,
)
from corpusclean.metadata.headline_entries import of_a_poem, of_a_recipe, of_an_entry
from corpusclean.metadata.headline_papers import of_a_chapter, of_a_document, of_a_judgement, of_a_wrapped_paper
from corpusclean.metadata.headline_repeated import repeated
from corpusclean.metadata.headline_text import bare_headline, same_headline
from corpusclean.metadata.looks import could_be_headline
from corpusclean.metadata.outlets import is_outlet

# a page may have a column's name and its own above the headline; with more lines the one above the body is a subhead
_FEW_LINES = 3
# 稻草人关注, 释净法师 主讲: a writer and what he did; —— opens a subtitle
_NAMED = re.compile(r"^—{1,2}|关注$|\s(?:主讲|讲述|口述|整理|编译|主持|著)$")

# 王小明河霄学院教授: a writer and what he is
_PROFILE = re.compile(r"^[\u3400-\u9fff]{6,30}(?:院长|教授|研究员|主任|主席|会长|评论员|总编辑|主编|博士|作家|学者)$")


def by_markup(doc: Document, head: Head) -> Choice | None:
    """The headline that the markup or a label names; its line is the one that says the same."""
    for field in ("headline", "title"):
        for clue in doc.clues:
            if clue.field == field and clue.value.strip():
                wanted = bare_headline(clue.value) if clue.rule != "titles:label" else clue.value
                row = _row_of(doc, wanted)
                if row is not None:
                    return Choice(bare_headline(doc.lines[row].text), row, clue.rule)
    return None


def _row_of(doc: Document, headline: str) -> int | None:
    """The first line that says the headline and little else."""
    longest = 2 * len(headline) + OPENING
    lines = (line for line in doc.lines if headline[:OPENING] in line.text and len(line.text) <= longest)
    return next((line.row for line in lines if same_headline(line.text, headline)), None)


def by_markup_alone(doc: Document, head: Head) -> Choice | None:
    """What the markup names, though no line says it; the name or the slogan of a site is no headline."""
    for clue in doc.clues:
        if clue.field == "title" and clue.rule.startswith("markup:") and clue.value.strip():
            wanted = bare_headline(clue.value)
            slogan = is_outlet(wanted) or wanted[-1] in "!！" or clue.value.strip()[0] in "-_|—"
            if could_be_headline(wanted) and not slogan:
                return Choice(wanted, None, clue.rule)
    return None


def by_label(doc: Document, head: Head) -> Choice | None:
    """A line that a rule labels as the headline."""
    for item in head.filled():
        if item.line.mark.label == "title":
            said = [clue.value for clue in doc.clues if clue.field == "title" and clue.line == item.line.mark.number]
            return Choice(said[0] if said else bare_headline(item.text), item.line.row, item.line.mark.rule)
    return None


def above_imprint(doc: Document, head: Head) -> Choice | None:
    """The line above an imprint, names and ranks between them skipped: the last one where a body follows."""
    found = [item for _, item in _above_imprints(doc, head)]
    return _nearest(found, head) if found else None


def above_dated_imprint(doc: Document, head: Head) -> Choice | None:
    """The line above an imprint with a date, no shorter than headlines of news are."""
    lines = (item for dated, item in _above_imprints(doc, head) if dated)
    found = [item for item in lines if len(item.text) >= SHORTEST_BELOW_DEBRIS]
    return _nearest(found, head) if found else None


def _nearest(found: list[HeadLine], head: Head) -> Choice:
    return choose(found[-1] if head.body is not None else found[0])


def _above_imprints(doc: Document, head: Head) -> Iterator[tuple[bool, HeadLine]]:
    """Lines above imprints, each with whether its imprint is dated."""
    lines = _essential(head)
    for place in range(1, len(lines)):
        if _closes_text(head, lines[place]):
            return
        if _is_imprint(lines, place) and lines[place - 1].kind == CANDIDATE:
            sure = list(filter(_is_sure, _candidates_up(lines, place - 1)))
            if sure:
                yield _is_dated(lines, place), _best(doc, sure)


def _closes_text(head: Head, item: HeadLine) -> bool:
    """True under a text of short lines, which no paragraph tells from the head: a list of prices and its source."""
    if head.body is not None:
        return False
    said = [other for other in head.filled() if other.kind not in (DEBRIS, MENU)]
    place = said.index(item)
    return place > _FEW_LINES + 1 and all(other.kind == IMPRINT for other in said[place:])


def _best(doc: Document, run: list[HeadLine]) -> HeadLine:
    """The line next to the imprint; the next but one where only that is long and echoed: headline, button, imprint."""
    nearest, *others = run[:2]
    for other in others:
        text = text_under(doc, nearest.line.row)
        short = len(nearest.text) < SHORTEST_BELOW_DEBRIS  # a pen name, a button
        foreign = short or _PROFILE.search(fold(nearest.text)) or not echoes(nearest.text, text)
        if foreign and len(other.text) >= SHORTEST_BELOW_DEBRIS and echoes(other.text, text):
            return other
    return nearest


def _essential(head: Head) -> list[HeadLine]:
    """The lines of the head that are not debris, menus or bits of neither kind."""
    return [item for item in head.filled() if item.kind in (IMPRINT, BARE, CANDIDATE)]


def _is_dated(lines: list[HeadLine], place: int) -> bool:
    """True where the imprint, which may go over several lines, has a date of publication."""
    for item in lines[place:]:
        if item.kind not in (IMPRINT, BARE):
            return False
        if item.imprint is None or any(part.moment for part in item.imprint.of("published", "updated")):
            return True
    return False


def _candidates_up(lines: list[HeadLine], place: int) -> list[HeadLine]:
    run = []
    while place >= 0 and lines[place].kind == CANDIDATE:
        run.append(lines[place])
        place -= 1
    return run


def _is_sure(item: HeadLine) -> bool:
    """Long enough for a headline; no name with a role or 关注 behind it, no translation, no subtitle."""
    return len(item.text) >= SHORTEST_SURE and not _NAMED.search(fold(item.text))


def _is_imprint(lines: list[HeadLine], place: int) -> bool:
    """An imprint, or a name with an imprint under it or a mark before it; a name alone is none."""
    item = lines[place]
    if item.kind == BARE:
        after = lines[place + 1].kind if place + 1 < len(lines) else ""
        return after in (IMPRINT, BARE) or item.text[0] in "■□●◎☉◆"
    return item.kind == IMPRINT


def below_imprint(doc: Document, head: Head) -> Choice | None:
    """The last line between an imprint and the body: date, then headline, then text."""
    lines = _essential(head)
    if len(lines) >= 2 and head.body is not None and lines[-1].kind == CANDIDATE and lines[-2].kind in (IMPRINT, BARE):
        return None if _NAMED.search(fold(lines[-1].text)) else choose(lines[-1])
    return None


def above_dateline(doc: Document, head: Head) -> Choice | None:
    """The last line before a paragraph that opens with a dateline."""
    lines = _essential(head)
    if lines and head.body is not None and lines[-1].kind == CANDIDATE and read_dateline(doc.lines[head.body].text):
        return choose(lines[-1])
    return None


def short_above_imprint(doc: Document, head: Head) -> Choice | None:
    """A headline of two to four characters that has an imprint right under it and nothing but debris above."""
    lines = _essential(head)
    if len(lines) > 1 and lines[0].kind in (CANDIDATE, BARE) and lines[1].kind == IMPRINT:
        return choose(lines[0])
    return None


def above_body(doc: Document, head: Head) -> Choice | None:
    """The line right above the body, on a page that has debris somewhere: a cleaned text has none."""
    lines = head.filled()
    while lines and lines[-1].kind == BARE and len(lines) > 1:  # 山居秋暝 / 王维
        lines.pop()
    debris = any(mark.label != BODY for mark in doc.marks)
    if not debris or head.body is None or not 0 < len(lines) <= _FEW_LINES or lines[-1].kind != CANDIDATE:
        return None
    last = lines[-1]
    return choose(last) if len(last.text) >= (2 if len(lines) < len(head.filled()) else SHORTEST_SURE) else None


# what names the headline, and what only shows where it stands
NAMING: tuple[Finder, ...] = (
    by_label,
    by_markup,
    by_markup_alone,
    of_a_wrapped_paper,
    of_a_judgement,
    after_topic,
    joined_loudly,
)
PLACING: tuple[Finder, ...] = (
    of_a_poem,
    above_imprint,
    repeated,
    below_imprint,
    above_dateline,
    of_an_entry,
    of_a_recipe,
    under_path,
    end_of_path,
    of_a_document,
    of_a_chapter,
    opens_page,
    beside_debris,
    short_above_imprint,
    joined,
    above_body,
    above_text,
)
