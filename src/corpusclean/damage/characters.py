"""Mends single characters: references and escapes become characters, look-alikes their own, the invisible go.

A document comes in whose lines end at newlines; it goes out without control characters, lone surrogates and characters
that no reader sees.  Clean text passes four scans at C speed.  Nothing a reader sees is dropped, but for icon glyphs of
fonts that the page brought along, and nothing is normalised as Unicode does it: ｋｍ² and ㈱ stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusclean.damage.entities import entity_changes
from corpusclean.damage.escapes import escape_changes
from corpusclean.damage.forms import has_odd, mended, odd_characters
from corpusclean.damage.losses import losses
from corpusclean.document import Change, Document
from corpusclean.stage import finding

# "&amp;" and a reference after it are one reference at the second look
ROUNDS = 3
# joiners, and what else may stay, in a row: only hostile pages have them, by the million
LONG = 8
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_ESCAPE = re.compile(r"%[0-9A-Fa-fu]|\\u[0-9a-fA-F]|=[0-9A-F]{2}=")


def mend_characters(doc: Document) -> Document:
    """Turn references, escapes and odd characters into what they stand for, and say what is lost."""
    for _ in range(ROUNDS):
        if "&" in doc.text:
            doc = _resolve_references(doc)
        if any(sign in doc.text for sign in "%\\=") and _ESCAPE.search(doc.text):
            doc = _resolve_escapes(doc)
        if not has_odd(doc.text):
            break
        before = doc
        doc = _mend(_join_pairs(doc))
        if doc is before:
            break
    return losses(doc)


@finding
def _resolve_references(doc: Document) -> Iterator[Change]:
    return entity_changes(doc.text)


@finding
def _resolve_escapes(doc: Document) -> Iterator[Change]:
    return escape_changes(doc.text)


@finding
def _join_pairs(doc: Document) -> Iterator[Change]:
    """Two surrogates in a row are one character (CESU-8, or JSON that was cut and joined)."""
    for match in _PAIR.finditer(doc.text):
        char = match.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le")
        yield Change(match.start(), match.end(), char, "repair:surrogate-pair")


@finding
def _mend(doc: Document) -> Iterator[Change]:
    text = doc.text
    end = 0  # of the run of odd characters so far: "\r\n" is one break
    for match in odd_characters(text):
        start = match.start()
        if start < end:
            continue
        end = match.end()
        if text.startswith("\r\n", start):
            end += 1
        new = mended(match.group(), text[start - 1 : start] if start else "", text[end : end + 1])
        if new is not None:
            yield Change(start, end, *new)
        elif start and text.startswith(match.group() * LONG, start - 1):  # what stays inside a run stays all through it
            run = re.compile(f"{re.escape(match.group())}+").match(text, end)
            end = run.end() - 1 if run else end
