"""Finds what a page prints twice: a lead that comes again in the article, the headline as a line of its own.

The lines of a judged document come in; rows and rules of the copies that may go come out.  Short lines are never taken
for copies, for a refrain is meant to come back, and one copy of a paragraph always stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpusclean.debris.shape import HAN
from corpusclean.document import BODY, Line
from corpusclean.fold import fold

# A sentence of this length comes twice only when it is copied; refrains of essays had up to 21 characters.
_SENTENCE = 12
_SHORTEST_COPY = 40
# A lead may be cut off at its end, so its last sentence need not be found again.
_FOUND_SHARE = 0.75
# A piece of a lead that neither the word in front of it nor a cut at its end touches; leads stand among the first.
_PROBE, _PROBES = slice(18, 30), 100
# a sentence that stands in more paragraphs than this is looked up in the first of them
_HOSTS = 4
_SHORTEST_HEADLINE = 6
# What is cut off is looked for piece by piece, for a subhead may have slipped into it.
_SHORTEST_CUT, _PIECE, _DOTS = 16, 8, ("...", "…")
# What an image's description or a crumb adds to the headline: -车圈, _新闻中心.
_SITE_TAIL = re.compile(r"[-_—|](?:[^。！？，]{1,12})?")
# 本文摘要：, [导读] in front of a lead
_LEAD_LABEL = re.compile(r"\A[\[【［(（]?[^，。：:\s]{2,6}[】\]］)）：:]+\s*")
_SENTENCES = re.compile(r"[^。！？!?；;…\n]+")


def copies(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Rows of copies, each with the rule that says what of."""
    yield from _headlines(lines)
    yield from _paragraphs(lines)
    yield from _cut_off(lines)


def _headlines(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    titles = {fold(line.text).strip() for line in lines if line.mark.label == "title"}
    titles = {title for title in titles if len(title) >= _SHORTEST_HEADLINE}
    if not titles:
        return
    longest = max(map(len, titles)) + 20
    for line in lines:
        if line.mark.label == BODY and _SHORTEST_HEADLINE <= len(line.text.strip()) <= longest:
            bare = fold(line.text).strip()
            if any(bare.startswith(title) and _is_site_tail(bare[len(title) :]) for title in titles):
                yield line.row, "neighbours:repeated-headline"


def _is_site_tail(rest: str) -> bool:
    return not rest or _SITE_TAIL.fullmatch(rest.strip()) is not None


def _paragraphs(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Paragraphs whose sentences all stand in another one: the first of two equal ones, else the shorter."""
    long = (line for line in lines if line.mark.label == BODY and len(line.text) >= _SHORTEST_COPY)
    texts = {line.row: _LEAD_LABEL.sub("", line.text.strip()) for line in long}
    if not _may_repeat(list(texts.values())):
        return
    parts = {row: _sentences(text) for row, text in texts.items()}
    where: dict[str, list[int]] = {}
    for row, sentences in parts.items():
        for sentence in sentences:
            where.setdefault(sentence, []).append(row)
    gone: set[int] = set()
    for row, sentences in parts.items():
        found = {host for sentence in sentences for host in where[sentence][:_HOSTS]}
        hosts = found - gone - {row}
        if any(_holds(texts[host], texts[row], {*sentences} & {*parts[host]}) for host in hosts):
            gone.add(row)
            yield row, "neighbours:printed-twice"


def _cut_off(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Lines cut off with dots, nearly all of which stands in a longer line: the summary on a card, a lead in a list."""
    body = [line for line in lines if line.mark.label == BODY and len(line.text) >= _SHORTEST_CUT]
    for line in [line for line in body if line.text.rstrip().endswith(_DOTS)][:_PROBES]:
        text = line.text.strip().rstrip(".…")
        pieces = [text[at : at + _PIECE] for at in range(0, len(text) - _PIECE + 1, _PIECE)]
        if len(HAN.findall(text)) < _SHORTEST_CUT:
            continue
        rest = "\n".join(other.text for other in body if other.row > line.row and len(other.text) > len(text))
        if sum(piece in rest for piece in pieces) >= _FOUND_SHARE * len(pieces):
            yield line.row, "neighbours:printed-twice"


def _holds(host: str, text: str, common: set[str]) -> bool:
    """True where the paragraph *host* has nearly all of *text*, of which *common* are the sentences found in both."""
    if len(host) < len(text) or len(HAN.findall(text)) < _SHORTEST_COPY:
        return False
    return sum(map(len, common)) >= _FOUND_SHARE * len(text.strip())


def _may_repeat(texts: Sequence[str]) -> bool:
    """A quick look: does a piece from the inside of a paragraph stand on the page twice?"""
    page = "\n".join(texts)
    return any(page.count(text[_PROBE]) > 1 for text in texts[:_PROBES])


def _sentences(text: str) -> list[str]:
    return [part for part in (match.strip() for match in _SENTENCES.findall(text)) if len(part) >= _SENTENCE]
