"""Readings that a site's tool put after characters, taken out again.

A page comes in; where it is judged as a whole to be full of inserted readings (``堅(jiān)守`` for ``堅守``) it goes out
without them, and with a finding that says so, for such a page is a republished or hijacked one.  A page that teaches,
glosses or lists readings is never touched, whatever its single brackets look like.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from itertools import compress, repeat
from operator import itemgetter

from corpusclean.damage import gbk
from corpusclean.damage.bracketed import Brackets, brackets_of, reading, syllable
from corpusclean.damage.readings import matches
from corpusclean.damage.verdict import CONVERTED, judge
from corpusclean.document import Change, Document, Edit, Finding

RULE = "repair:annotation"
EMOJI_RULE = "repair:stray-emoji"

_EMOJI = "[\u231a-\u23ff\u2600-\u27bf\u2b1b-\u2b55\U0001f000-\U0001faff]\ufe0f?"
_EMOJIS = re.compile(f"{_EMOJI}(?:{_EMOJI})*")
_BEFORE_EMOJI = re.compile("[\u4e00-\u9fff)）]")  # an emoji glued to a character or to its reading
_HAN = re.compile("[\u4e00-\u9fff]")

_line = itemgetter(Edit._fields.index("line"))
# a Change of a tuple of its five fields, faster than the class that checks them
_change: Callable[[tuple[int, int, str, str, bool]], Change] = partial(tuple.__new__, Change)


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
    changes = _readings(brackets_of(doc.text), family)
    if family != CONVERTED:
        changes += _emoji(doc.text)
    out = doc.edit(changes)
    lines = tuple(sorted(set(map(_line, out.edits[len(doc.edits) :]))))
    message = f"{len(changes)} readings were inserted into the text: a republished or hijacked page"
    return out.noting(findings=[Finding("inserted-readings", message, lines, len(changes))])


def _readings(brackets: Brackets, family: str) -> list[Change]:
    wanted = {pair for pair in brackets.pairs if _is_inserted(*pair, family)}
    gone = list(map(wanted.__contains__, zip(brackets.hosts, brackets.shown, strict=True)))
    for place in _odd_places(brackets):
        if not brackets.hosts[place]:
            gone[place] = place > 0 and gone[place - 1] and _repeats(brackets, place)
        elif family == CONVERTED:
            gone[place] = _is_between(brackets.texts[place][-2:], brackets.shown[place])
    ends = brackets.ends
    spans = zip(ends[0::2], ends[1::2], repeat(""), repeat(RULE), repeat(False))  # the last piece is no bracket
    return list(map(_change, compress(spans, gone)))


def _odd_places(brackets: Brackets) -> list[int]:
    """The brackets that stand right behind another, or behind a letter."""
    odd = {host for host, _ in brackets.pairs if host < "\x7f"}
    return [place for place, host in enumerate(brackets.hosts) if host in odd] if odd else []


def _is_inserted(host: str, shown: str, family: str) -> bool:
    """True where the bracket *shown* is one that the page's family of readings has behind *host*."""
    found = reading(host, shown)
    if found is None:
        return False
    return found.converts and found.is_syllable if family == CONVERTED else found.matches


def _is_between(before: str, shown: str) -> bool:
    """True for the reading of two bytes of which the second is a mark of its own: 青](yóu), for E05D is 遊."""
    pair = gbk.encoding().get(before[:1])
    char = gbk.decoding().get((pair[1], ord(before[-1]))) if pair else None
    return char is not None and matches(char, syllable(shown))


def _repeats(brackets: Brackets, place: int) -> bool:
    """True where the bracket that stands right behind another is a reading of the same character: 中(zhong)(zhong)."""
    first = place
    while first and not brackets.hosts[first]:
        first -= 1
    return matches(brackets.hosts[first], syllable(brackets.shown[place]))


def _emoji(text: str) -> list[Change]:
    """The emoji glued to characters; one of them in mid-word shows that the page's are not meant."""
    glued = [found.span() for found in _EMOJIS.finditer(text) if _BEFORE_EMOJI.match(text, found.start() - 1)]
    if not any(_HAN.match(text, end) for _, end in glued):
        return []
    return [Change(start, end, "", EMOJI_RULE) for start, end in glued]
