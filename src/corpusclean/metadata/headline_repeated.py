"""The headline that the page says twice: at the end of its path, with the site's name behind it, in a related list.

A document and its head come in, a `Choice` or None comes out.
"""

from __future__ import annotations

import re

from corpusclean.document import BODY, Document
from corpusclean.metadata.choice import OPENING, SHORTEST_BELOW_DEBRIS, SHORTEST_SURE, Choice, choose
from corpusclean.metadata.head import BARE, CANDIDATE, Head, HeadLine
from corpusclean.metadata.headline_text import bare_headline, key

# how many filled lines on, at most, the copy of a headline stands
_NEAR = 2


def repeated(doc: Document, head: Head) -> Choice | None:
    """A line that the page says again: at the end of its path, or with the name of the site behind it."""
    for item in head.filled():
        if item.kind in (CANDIDATE, BARE) and _said_again(doc, item):
            return choose(item)
    return None


def _said_again(doc: Document, item: HeadLine) -> bool:
    wanted = key(bare_headline(item.text))
    if doc.text.count(item.text[:OPENING]) < 2:
        return False
    for other in doc.lines:
        if item.text[:OPENING] not in other.text or other.row == item.line.row or len(other.text) > len(item.text) + 80:
            continue
        path = other.row < item.line.row and re.search("[>›»＞→/]", other.text) is not None
        if key(other.text) == wanted and len(wanted) >= SHORTEST_SURE and _are_near(doc, other.row, item.line.row):
            return not _is_refrain(doc, wanted)
        if path and key(other.text).endswith(wanted) and key(other.text) != wanted:
            return True
        if len(wanted) >= SHORTEST_BELOW_DEBRIS and other.mark.label != BODY and wanted in key(other.text):
            return True
        if other.row > item.line.row and with_site(other.text, item.text):
            return True
    return False


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


def with_site(text: str, headline: str) -> bool:
    """True for the headline with a site's name behind a bar or a hyphen."""
    bare, said = headline.strip(), text.strip()
    found = len(bare) >= SHORTEST_BELOW_DEBRIS and said.startswith(bare)
    return found and re.match(r"\s?[-_|—–]", said[len(bare) :]) is not None
