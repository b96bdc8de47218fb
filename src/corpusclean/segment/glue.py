"""Splits lines that hold several paragraphs: 前段。　　后段 or 前段。/br后段.

A document comes in, newlines take the place of the blanks or the written-out break between two paragraphs.  A line is
split only after a sentence that has ended and before a stretch long enough to be a paragraph; aligned columns, spaced
names and verse stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusclean.document import Change, Document, Line
from corpusclean.stage import finding

# An indent in mid-line, or a break that a tag stripper wrote out; two plain blanks may also be a slip of the typist.
_SEAM = re.compile(
    r"(?<=\S)[ \t\xa0\u3000]*(?:\u3000\u3000|/br(?![A-Za-z])|[ \t\xa0]{2})[ \t\xa0\u3000]*(?=\S)", re.IGNORECASE
)
_SCREEN = ("\u3000\u3000", "  ", "\xa0\xa0", "\t\t", "/br", "/BR")
_SENTENCE_END = re.compile(r"[。！？!?…；;][”’」』\"')）》]*\Z")
# The shortest paragraph that such pages glue on; two halves of a couplet are shorter.
_SHORTEST = 15
# A subhead glued to its paragraph: 一、总体要求　　坚持…
_SUBHEAD = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)])[^，。,；;\s\u3000]{2,30}\Z"
)
_LOOK_BACK = 8
# Plain blanks count where a line has as many seams as this, each after a sentence.
_PLAIN_SEAMS = 2


@finding
def split_glued(doc: Document) -> Iterator[Change]:
    """Split lines into the paragraphs that were glued together."""
    if any(seam in doc.text for seam in _SCREEN):
        for line in doc.lines:
            if len(line.text) > 2 * _SHORTEST:
                yield from _seams(line)


def _seams(line: Line) -> Iterator[Change]:
    matches = [match for match in _SEAM.finditer(line.text) if match.start() > len(line.text) - len(line.text.lstrip())]
    seams = [(match, _ends_paragraph(line.text, match)) for match in matches]
    plain = sum(1 for match, ends in seams if ends and not _is_plain(match.group()))
    begin = 0
    for place, (match, ends) in enumerate(seams):
        stop = matches[place + 1].start() if place + 1 < len(matches) else len(line.text)
        before, after = line.text[begin : match.start()].strip(), line.text[match.end() : stop].strip()
        if not _is_plain(match.group()) and plain < _PLAIN_SEAMS:
            continue
        if _may_begin(after) and ((ends and len(before) >= _SHORTEST) or _SUBHEAD.match(before)):
            yield Change(line.start + match.start(), line.start + match.end(), "\n", "layout:glued-paragraphs")
            begin = match.end()


def _may_begin(text: str) -> bool:
    return len(text) >= _SHORTEST or _SUBHEAD.match(text) is not None


def _is_plain(blanks: str) -> bool:
    """True for a seam that no typist makes by chance."""
    return "\u3000\u3000" in blanks or "/" in blanks


def _ends_paragraph(text: str, match: re.Match[str]) -> bool:
    return _SENTENCE_END.search(text, max(0, match.start() - _LOOK_BACK), match.start()) is not None
