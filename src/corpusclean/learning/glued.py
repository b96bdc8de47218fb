"""Finds what a site glues to its articles' paragraphs: a slogan at the end, its address amid a sentence.

The sampled pages of a site come in, marked; `Glued` pieces go out, each standing in lines that else have nothing in
common.  What authors write there is left alone: （完）, datelines, sentences that many articles share.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from corpusclean.learning.evidence import EXAMPLES, NAMES_SITE, words
from corpusclean.learning.pages import Printed
from corpusclean.learning.templates import letters, templates

# a shorter line is no paragraph with something at its end
_SHORTEST_LINE = 15
_SHORTEST, _LONGEST = 4, 60
LEAST_SHARE, FEWEST_PAGES = 0.2, 4
# What the words of a piece must count: behind the last full stop, and for a sentence.  With the site's name there, its
# address, or where it stands in several paragraphs of a page, less will do: no author says a thing twice.
_SLOGAN, _SENTENCE, _SURE = 0.6, 1.2, 0.0
_SEVERAL = 1.5
# a sentence with the quotes that close it, and what stands behind the last
_SEGMENT = re.compile(r"[^。！？!?…]*[。！？!?…]+[”」』\"]*|[^。！？!?…]+$")
_ENDED = re.compile(r"[。！？!?…][”」』\"]*$")
_ADDRESS = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
# 新华社渡口电, （记者 王小明）, （完）: what news agencies put before and behind a text
_AGENCY = re.compile("[电訊讯]$|记者|記者|报道|報道|摄影?|攝影?|[（(]完[）)]|未完|综合|據|据")


@dataclass(frozen=True)
class Glued:
    """A piece that a site adds to lines: as a template, with lines that have it, and on how many sampled pages."""

    template: str
    texts: tuple[str, ...]
    lines: tuple[str, ...]
    on: int
    sampled: int
    times: float
    at_end: bool
    words: float
    has_address: bool
    has_name: bool = False


def glued(pages: Sequence[Printed], host: str, names: Collection[str] = ()) -> Iterator[Glued]:
    """The pieces that are the site's, longest first; *names* are what the site calls itself."""
    least = max(LEAST_SHARE * len(pages), FEWEST_PAGES)
    found = [piece for piece in _pieces(pages, host, names) if piece.on >= least and _is_the_sites(piece)]
    yield from sorted(found, key=lambda piece: (-len(piece.template), piece.template))


def _is_the_sites(piece: Glued) -> bool:
    if _AGENCY.search(piece.template) and not piece.has_address:
        return False
    if piece.has_address or piece.times >= _SEVERAL:
        return piece.words >= _SURE
    if _ENDED.search(piece.template) or not piece.at_end:
        return piece.words >= _SENTENCE
    return piece.words >= (_SURE if piece.has_name else _SLOGAN)


def _pieces(pages: Sequence[Printed], host: str, names: Collection[str]) -> Iterator[Glued]:
    seen: dict[str, list[tuple[int, int, str, bool]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for row, text in enumerate(page.texts):
            if not page.again[row] and len(text) >= _SHORTEST_LINE:
                for piece, at_end in _segments(text):
                    seen[templates(piece)[0]].append((number, row, piece, at_end))
    for template, places in seen.items():
        if letters(template) >= _SHORTEST and len(places) >= FEWEST_PAGES:
            found = _gathered(template, places, pages, host)
            named = any(name in template for name in names)
            yield replace(found, words=found.words + NAMES_SITE, has_name=True) if named else found


def _segments(text: str) -> Iterator[tuple[str, bool]]:
    """The sentences of a line but for the first, with whether it is the last."""
    parts = [part.strip() for part in _SEGMENT.findall(text)]
    for place, part in enumerate(parts[1:], 2):
        if _SHORTEST <= len(part) <= _LONGEST:
            yield part, place == len(parts)


def _gathered(
    template: str, places: Sequence[tuple[int, int, str, bool]], pages: Sequence[Printed], host: str
) -> Glued:
    texts = Counter(piece for _, _, piece, _ in places)
    lines = dict.fromkeys(pages[number].texts[row] for number, row, _, _ in places)
    on = len({number for number, _, _, _ in places})
    return Glued(
        template=template,
        texts=tuple(text for text, _ in sorted(texts.items(), key=lambda item: (-item[1], item[0]))[:EXAMPLES]),
        lines=tuple(sorted(lines, key=lambda line: (len(line), line))[:EXAMPLES]),
        on=on,
        sampled=len(pages),
        times=len(places) / on,
        at_end=all(at_end for _, _, _, at_end in places),
        words=words(_ADDRESS.sub("", template)),  # the w of www is no word
        has_address=any(_is_own(address, host) for address in _ADDRESS.findall(template)),
    )


def _is_own(address: str, host: str) -> bool:
    """True for an address of the site itself; where no host is known, for any."""
    return not host or f".{address.lower()}".endswith(f".{host}") or f".{host}".endswith(f".{address.lower()}")
