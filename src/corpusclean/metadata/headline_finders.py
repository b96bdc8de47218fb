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
from corpusclean.metadata.head import BARE, CANDIDATE, DEBRIS, IMPRINT, MENU, OTHER, Head, HeadLine
from corpusclean.metadata.headline_papers import of_a_document, of_a_wrapped_paper
from corpusclean.metadata.headline_repeated import repeated
from corpusclean.metadata.headline_text import bare_headline, same_headline
from corpusclean.metadata.looks import could_be_headline
from corpusclean.metadata.names import is_outlet

# a page may have a column's name and its own above the headline; with more lines the one above the body is a subhead
_FEW_LINES = 3
# 稻草人关注, 释净法师 主讲: a writer and what he did; —— opens a subtitle
_NAMED = re.compile(r"^—{1,2}|关注$|\s(?:主讲|讲述|口述|整理|编译|主持|著)$")


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
    """The line above an imprint, names and ranks between them skipped; a dated imprint before others, then the last."""
    lines = _essential(head)
    found = list(_above_imprints(lines))
    if not found:
        return None
    every = [item for _, item in found]
    dated = [item for dated, item in found if dated and len(item.text) >= SHORTEST_BELOW_DEBRIS]
    best = dated or every
    return choose(best[-1] if head.body is not None else best[0])


def above_dated_imprint(doc: Document, head: Head) -> Choice | None:
    """The line above the first imprint with a date; of all evidence the only that counts below a paragraph."""
    return next((choose(item) for dated, item in _above_imprints(_essential(head)) if dated), None)


def _above_imprints(lines: list[HeadLine]) -> Iterator[tuple[bool, HeadLine]]:
    """Lines above imprints, each with whether its imprint is dated."""
    for place in range(1, len(lines)):
        if _is_imprint(lines, place) and lines[place - 1].kind == CANDIDATE:
            sure = next(filter(_is_sure, _candidates_up(lines, place - 1)), None)
            if sure is not None:
                yield _is_dated(lines, place), sure


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
        return choose(lines[-1])
    return None


def above_dateline(doc: Document, head: Head) -> Choice | None:
    """The last line before a paragraph that opens with a dateline."""
    lines = _essential(head)
    if lines and head.body is not None and lines[-1].kind == CANDIDATE and read_dateline(doc.lines[head.body].text):
        return choose(lines[-1])
    return None


def beside_debris(doc: Document, head: Head) -> Choice | None:
    """The longest line right below debris, or above it at the top of the page."""
    lines = head.filled()
    found = [
        item
        for place, item in enumerate(lines)
        if item.kind == CANDIDATE
        and len(item.text) >= SHORTEST_BELOW_DEBRIS
        and (_under_debris(lines, place, head.body is not None) or _opens_page(lines, place))
    ]
    if not found or not any(item.kind in (DEBRIS, MENU) for item in lines):
        return None
    return choose(max(found, key=lambda item: len(item.text)))


def _under_debris(lines: list[HeadLine], place: int, body: bool) -> bool:
    """Right below debris; where no body follows, a bit that is neither debris nor menu is no evidence."""
    return place > 0 and lines[place - 1].kind in ((DEBRIS, MENU, OTHER) if body else (DEBRIS, MENU))


def _opens_page(lines: list[HeadLine], place: int) -> bool:
    """The first line of the page with debris right under it: the headline, and then the buttons."""
    return place == 0 and len(lines) > 1 and lines[1].kind == DEBRIS


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


FINDERS: tuple[Finder, ...] = (
    by_label,
    by_markup,
    by_markup_alone,
    of_a_wrapped_paper,
    above_imprint,
    repeated,
    below_imprint,
    above_dateline,
    of_a_document,
    beside_debris,
    short_above_imprint,
    above_body,
)
