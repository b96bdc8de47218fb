"""Readings that a site's tool put after characters, taken out again.

A page comes in; where it is judged as a whole to be full of inserted readings (``堅(jiān)守`` for ``堅守``) it goes out
without them, and with a finding that says so, for such a page is a republished or hijacked one.  A page that teaches,
glosses or lists readings is never touched, whatever its single brackets look like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusclean.damage import gbk
from corpusclean.damage.readings import BLANKS, SYLLABLE, is_syllable, matches
from corpusclean.damage.verdict import CONVERTED, converts, judge
from corpusclean.document import Change, Document, Finding

RULE = "repair:annotation"
EMOJI_RULE = "repair:stray-emoji"

_BRACKETED = rf"[(（]{BLANKS}{SYLLABLE}{BLANKS}[)）]"
_ANNOTATION = re.compile(rf"[(（](?<=([\u3400-\u9fff])[(（]){BLANKS}({SYLLABLE}){BLANKS}[)）]((?:{_BRACKETED})*)")
_AFTER_ASCII = re.compile(rf"([^\x00-\x7f])([@-~])([(（]{BLANKS}({SYLLABLE}){BLANKS}[)）])")
_LETTERS = re.compile(rf"{SYLLABLE}")
_EMOJI = "[\u231a-\u23ff\u2600-\u27bf\u2b1b-\u2b55\U0001f000-\U0001faff]\ufe0f?"
# an emoji glued to a character or to its reading; one of them in mid-word shows that the page's are not meant
_GLUED = re.compile(rf"(?<=[\u4e00-\u9fff)）])(?:{_EMOJI})+")
_IN_WORD = re.compile(rf"(?<=[\u4e00-\u9fff)）])(?:{_EMOJI})+(?=[\u4e00-\u9fff])")


def remove_annotations(doc: Document) -> Document:
    """Take inserted readings out of a page that is full of them.

    Parameters
    ----------
    doc : Document
        A page, judged as a whole.

    Returns
    -------
    Document
        Without its readings, each an edit of rule ``repair:annotation``; emoji dropped into words go with them.
        Unchanged where the page is not judged to be full of them.

    Examples
    --------
    >>> page = "他們堅(jiān)守崗(gǎng)位,堅(jiān)持值班,堅(jiān)守陣(zhèn)地。"
    >>> remove_annotations(Document.of(page)).text
    '他們堅守崗位,堅持值班,堅守陣地。'
    >>> remove_annotations(Document.of("亳(bó)州位于安徽。")).text
    '亳(bó)州位于安徽。'
    """
    family = judge(doc.text)
    if family is None:
        return doc
    changes = list(_readings(doc.text, family))
    if family != CONVERTED:
        changes += _emoji(doc.text)
    out = doc.edit(changes)
    lines = tuple(sorted({edit.line for edit in out.edits[len(doc.edits) :]}))
    message = f"{len(changes)} readings were inserted into the text: a republished or hijacked page"
    return out.noting(findings=[Finding("inserted-readings", message, lines, len(changes))])


def _readings(text: str, family: str) -> Iterator[Change]:
    yield from _between(text) if family == CONVERTED else ()
    for found in _ANNOTATION.finditer(text):
        host, reading, more = found.groups()
        if converts(host) and is_syllable(reading) if family == CONVERTED else matches(host, reading):
            end = found.end() if not more or _repeats(more, host) else found.start(3)
            yield Change(found.start(), end, "", RULE)


def _between(text: str) -> Iterator[Change]:
    """Readings of two bytes of which the second is a letter or mark of its own: 青](yóu), for E05D is 遊."""
    for found in _AFTER_ASCII.finditer(text):
        pair = gbk.encoding().get(found[1])
        char = gbk.decoding().get((pair[1], ord(found[2]))) if pair else None
        if char and matches(char, found[4]):
            yield Change(found.start(3), found.end(3), "", RULE)


def _repeats(more: str, host: str) -> bool:
    """True where all further brackets are readings of *host* too: 中(zhong)(zhong)."""
    return all(matches(host, reading) for reading in _LETTERS.findall(more))


def _emoji(text: str) -> list[Change]:
    if not _IN_WORD.search(text):
        return []
    return [Change(found.start(), found.end(), "", EMOJI_RULE) for found in _GLUED.finditer(text)]
