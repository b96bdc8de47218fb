"""Drafts rules: lines of one place together, and what is glued to paragraphs.

Verdicts on the lines of a site and its glued pieces come in, `Draft`s go out, in the order of the page.  Whether one
holds as a rule is for `proof` to say.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, islice

from corpusclean.fold import fold
from corpusclean.learning.glued import Glued
from corpusclean.learning.patterns import literal_of, pattern_of
from corpusclean.learning.proof import Context, Draft, Site
from corpusclean.learning.verdict import Verdict

# a person reads a rule of so many lines at a glance
_LINES = 24
# lines of one rule are about equally sure
_BANDS = (0.9, 0.75)
_EXAMPLES_OF_ONE = 3
CONTEXTS, _AROUND = 3, 2
_PLACES = {"head": "above the text", "tail": "under the text", "between": "between paragraphs"}


def of_lines(site: Site, verdicts: Iterable[Verdict]) -> list[Draft]:
    """The drafts for lines that are the frame of *site*."""
    usable = [verdict for verdict in verdicts if literal_of(verdict.evidence.template)]
    return [_of_block(site, block) for block in sorted(_blocks(usable), key=_order)]


def _blocks(verdicts: Iterable[Verdict]) -> Iterator[list[Verdict]]:
    """Verdicts that one rule can carry out, in the order of the page."""
    ordered = sorted(verdicts, key=lambda found: (*_kind(found), found.evidence.at, found.evidence.template))
    for _, group in groupby(ordered, _kind):
        members = iter(group)
        while block := list(islice(members, _LINES)):
            yield block


def _order(block: Sequence[Verdict]) -> tuple[float, str]:
    """Blocks stand in a file as on the page."""
    first = min(block, key=lambda verdict: (verdict.evidence.at, verdict.evidence.template))
    return first.evidence.at, first.evidence.template


def _kind(verdict: Verdict) -> tuple[str, str, str, int, int]:
    band = sum(verdict.confidence < limit for limit in _BANDS)
    return verdict.where, verdict.evidence.place, verdict.does, band, verdict.total


def _of_block(site: Site, block: Sequence[Verdict]) -> Draft:
    patterns = dict.fromkeys(pattern_of(verdict.evidence.template, verdict.evidence.texts) for verdict in block)
    most = _EXAMPLES_OF_ONE if len(block) > 1 else None
    return Draft(
        why=_why(site, block),
        confidence=min(verdict.confidence for verdict in block),
        where=block[0].where,
        does=block[0].does,
        needs=tuple(dict.fromkeys(literal_of(verdict.evidence.template) for verdict in block)),
        pattern=next(iter(patterns)) if len(patterns) == 1 else f"(?:{'|'.join(patterns)})",
        removes=tuple(text for verdict in block for text in verdict.evidence.texts[:most]),
        contexts=_contexts(site, {text for verdict in block for text in verdict.evidence.texts}),
    )


def _why(site: Site, block: Sequence[Verdict]) -> str:
    low, high = min(verdict.pages for verdict in block), max(verdict.pages for verdict in block)
    pages = f"{high:,}" if low == high else f"{low:,} to {high:,}"
    lines = "Seen" if len(block) == 1 else f"{len(block)} lines, each seen"
    of = f"{block[0].total:,} pages{'' if block[0].counted else ' looked at'}"
    return f"{lines} on {pages} of {of} of {site.called}, {_PLACES[block[0].evidence.place]}."


def _contexts(site: Site, wanted: Collection[str]) -> tuple[Context, ...]:
    """Places of *wanted* lines with what stands around them."""
    found: list[Context] = []
    for page in site.sample:
        row = next((row for row, text in enumerate(page.texts) if text in wanted), None)
        if row is not None:
            start = max(0, row - _AROUND)
            around = enumerate(page.texts[start : row + _AROUND + 1], start)
            found.append(tuple(f"{'>' if at == row else ' '} {text}" for at, text in around))
        if len(found) == CONTEXTS:
            break
    return tuple(found)


def of_glued(site: Site, pieces: Iterable[Glued]) -> list[Draft]:
    """The drafts for what *site* adds to paragraphs; at their ends where it stands nowhere else."""
    return [_of_piece(site, piece) for piece in pieces if len(literal_of(piece.template)) > 2]


def _of_piece(site: Site, piece: Glued) -> Draft:
    pattern, need = pattern_of(piece.template, piece.texts), literal_of(piece.template)
    place = "at the ends of" if piece.at_end else "within"
    several = f", {piece.times:.1f} times on a page" if piece.times > 1 else ""
    if piece.at_end:
        pattern += "$"
    elif all(re.fullmatch(re.escape(need), fold(text)) for text in piece.texts):
        need = need[: len(need) // 2 + 1]  # a near miss has the literal, but not all of the piece
    return Draft(
        why=f"Seen {place} paragraphs on {piece.on} of {piece.sampled} pages looked at of {site.called}{several}.",
        confidence=_confidence(piece),
        where="anywhere",
        does="cut",
        needs=(need,),
        pattern=pattern,
        removes=piece.lines,
        contexts=_contexts(site, piece.lines),
    )


def _confidence(piece: Glued) -> float:
    """How sure it is that a piece is the site's: an address, words, and that it comes again on one page say so."""
    share = min(piece.on / piece.sampled, 1.0)
    says = 0.15 * piece.has_address + 0.15 * min(max(piece.words, 0.0), 1.0) + 0.1 * min(piece.times - 1, 1.0)
    return round(min(0.99, 0.5 + 0.2 * share + says - 0.3 / math.sqrt(piece.sampled)), 2)
