"""The headline that the page says twice: at the end of its path, with the site's name behind it, in a related list.

A document and its head come in, a `Choice` or None comes out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpusclean.document import BODY, Document, Line
from corpusclean.metadata.choice import OPENING, SHORTEST_BELOW_DEBRIS, SHORTEST_SURE, Choice, choose
from corpusclean.metadata.head import Head, is_bare
from corpusclean.metadata.head_line import BARE, CANDIDATE, HeadLine
from corpusclean.metadata.headline_text import bare_headline, key

# how many filled lines on, at most, the copy of a headline stands
_NEAR = 2
# such lines say the name of the site again
_NAME_SITES = ("copyright:", "disclaimers:", "follow-us:", "site-foot:", "advertising:", "filings:")
# names of columns, which menus repeat, are shorter
_LONGER_THAN_COLUMNS = 10


def repeated(doc: Document, head: Head) -> Choice | None:
    """A line that the page says again: at the end of its path, or with the name of the site behind it."""
    for item in head.filled():
        if item.kind in (CANDIDATE, BARE) and _said_again(doc, head, item):
            return choose(item)
    return None


def _said_again(doc: Document, head: Head, item: HeadLine) -> bool:
    wanted = key(bare_headline(item.text))
    if doc.text.count(item.text[:OPENING]) < 2:
        return False
    for other in doc.lines:
        if item.text[:OPENING] not in other.text or other.row == item.line.row or len(other.text) > len(item.text) + 80:
            continue
        path = other.row < item.line.row and re.search("[>›»＞→/]", other.text) is not None
        same = key(other.text) == wanted
        if same and _are_together(doc, head, wanted, item, other):
            return not _is_refrain(doc, wanted) and not _is_sung(doc, item.line.row, other.row)
        if path and key(other.text).endswith(wanted) and key(other.text) != wanted:
            return True
        named = other.mark.label != BODY and not other.mark.rule.startswith(_NAME_SITES)
        if len(wanted) >= SHORTEST_BELOW_DEBRIS and named and wanted in key(other.text):
            return True
        if other.row > item.line.row and with_site(other.text, item.text):
            return True
    return False


def _are_together(doc: Document, head: Head, wanted: str, item: HeadLine, other: Line) -> bool:
    """True for two copies of a headline: next to each other, or both above the text where they are long enough."""
    rows = (item.line.row, other.row)
    near = len(wanted) >= SHORTEST_SURE and _are_near(doc, *rows)
    return near or (_is_long(item.text, wanted) and _are_above(doc, head, *rows))


def _is_long(text: str, wanted: str) -> bool:
    """Too long for a button or a column; a question is none."""
    return len(wanted) >= (SHORTEST_BELOW_DEBRIS if text.rstrip()[-1:] in "?？" else _LONGER_THAN_COLUMNS)


def _are_above(doc: Document, head: Head, *rows: int) -> bool:
    """True where both lines stand above the text of a page that has debris."""
    return head.body is not None and max(rows) < head.body and not is_bare(doc)


def _are_near(doc: Document, *rows: int) -> bool:
    """True where at most one line stands between the two; blank lines, which a cleaned text has lost, do not count."""
    row, last = sorted(rows)
    between = 0
    while row < last and between <= _NEAR:
        between += bool(doc.lines[row].text.strip())
        row += 1
    return between <= _NEAR


def _is_refrain(doc: Document, wanted: str) -> bool:
    """True where the text says the line three times or more: a headline comes twice, a refrain comes back."""
    return sum(line.is_body and key(line.text) == wanted for line in doc.lines) > 2


def _is_sung(doc: Document, *rows: int) -> bool:
    """True where the same line stands over it or under it both times: 河水流啊流 / 流不到尽头, and again."""
    above = {_next(doc.lines[row - 1 :: -1] if row else ()) for row in rows}
    below = {_next(doc.lines[row + 1 :]) for row in rows}
    return any(len(beside) == 1 and "" not in beside for beside in (above, below))


def _next(lines: Sequence[Line]) -> str:
    """The first line that says something, if that is no debris: under a headline a button stands both times."""
    line = next((line for line in lines if line.text.strip()), None)
    return key(line.text) if line is not None and line.is_body else ""


def with_site(text: str, headline: str) -> bool:
    """True for the headline with a site's name behind a bar or a hyphen."""
    bare, said = headline.strip(), text.strip()
    found = len(bare) >= SHORTEST_BELOW_DEBRIS and said.startswith(bare)
    return found and re.match(r"\s?[-_|—–]", said[len(bare) :]) is not None
