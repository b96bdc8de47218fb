"""What speaks for a template being its site's and not the article's: where it stands, what stands around it, its words.

The sampled pages of a site come in, one `Evidence` for each template that comes again goes out.  Only facts are
gathered here; `verdict` says what follows from them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from corpusclean.debris.lines import weights
from corpusclean.debris.shape import is_office, is_prose, pairs
from corpusclean.learning.pages import Printed, sightings
from corpusclean.learning.templates import NAME, is_pure

# raw lines of a template that are shown and become examples
EXAMPLES = 6
# a letter and a date or an office stand under the last paragraph; further down they are the site's
_SIGNATURE = 5
# Words of a sentence that a site prints, and of a label that debris has: 编辑, 来源.  审判长 is none, and what stands
# above its names is the document's, as all is above 特此公告。
_DEBRIS = 0.3
# what a line that speaks of its site counts for debris, and what can be a site's name
NAMES_SITE = 0.4
_WORD = re.compile("[㐀-鿿]{3,8}")
_SIGNING_DATE = "年0月0日"


@dataclass(frozen=True)
class Evidence:
    """What the sample shows of one template.

    ``place`` is where it mostly stands and ``purity`` how much so; ``connected`` is the share of its places outside the
    article between which and the edge of the page all comes again; ``beside`` that where the line before or after does;
    ``words`` what its words count for debris, or against it; ``times`` how often a page has it; ``heads`` the share of
    its places above the article where nothing else stands that could be the headline, and ``rim`` that of its places
    under the article with no line of debris between.
    """

    template: str
    texts: tuple[str, ...]
    on: int
    sampled: int
    place: str
    purity: float
    connected: float
    beside: float
    words: float
    times: float
    heads: float
    rim: float
    at: float

    @property
    def share(self) -> float:
        """The share of the sampled pages that have it."""
        return self.on / self.sampled

    @property
    def is_prose(self) -> bool:
        """True for a sentence."""
        return is_sentence(self.texts[0])

    @property
    def has_names(self) -> bool:
        """True where other names stand there on other pages."""
        return NAME in self.template and self.varies

    @property
    def varies(self) -> bool:
        """True where pages print it with other numbers or names."""
        return len(self.texts) > 1


def gather(pages: Sequence[Printed]) -> list[Evidence]:
    """The evidence on each template that comes again on *pages*."""
    found = list(_gathered(pages))
    names = names_of_site(found)
    return [replace(one, words=one.words + NAMES_SITE) if _speaks_of(one, names) else one for one in found]


def says_the_same(pages: Sequence[Printed]) -> bool:
    """True where more sentences come again than do not: these are prints of a few articles, and teach nothing."""
    own = again = 0
    for page in pages:
        for line, text, known, prose in zip(page.lines, page.texts, page.again, page.prose, strict=True):
            if prose:
                own += 0 if known else len(text)
                again += len(text) if known and words(line) < _DEBRIS else 0
    return again > own


def names_of_site(found: Sequence[Evidence]) -> set[str]:
    """Words of the outermost lines that stand in other lines of the frame, too: what the site calls itself."""
    frame = [one for one in found if one.connected == 1 and not one.varies]
    names = {word for one in frame for word in _WORD.findall(one.template)}
    return {name for name in names if sum(name in one.template for one in found) > 1}


def _speaks_of(one: Evidence, names: Collection[str]) -> bool:
    return one.place in ("head", "tail") and not one.is_prose and any(name in one.template for name in names)


def _gathered(pages: Sequence[Printed]) -> Iterator[Evidence]:
    solid = [_Edges(page) for page in pages]
    telling = _telling(pages)
    for line, places in sightings(pages).items():
        found = [(number, row, pages[number].place(row)) for number, row in places if number in telling]
        kinds = Counter(place for _, _, place in found if place)
        if not kinds:
            continue
        place, most = min(kinds.items(), key=lambda item: (-item[1], item[0]))
        inside = [(number, row) for number, row, where in found if where == place]
        texts = Counter(pages[number].texts[row] for number, row in places)
        on = len({number for number, _ in places})
        yield Evidence(
            template=line,
            texts=tuple(text for text, _ in sorted(texts.items(), key=lambda item: (-item[1], item[0]))[:EXAMPLES]),
            on=on,
            sampled=len(pages),
            place=place,
            purity=most / sum(kinds.values()),
            connected=sum(solid[number].reaches(row, place) for number, row in inside) / len(inside),
            beside=sum(solid[number].beside(row) for number, row in inside) / len(inside),
            words=words(line),
            times=len(places) / on,
            rim=sum(place == "tail" and row < solid[number].debris for number, row in inside) / len(inside),
            heads=sum(place == "head" and solid[number].bare for number, _ in inside) / len(inside),
            at=sum(row / len(pages[number].lines) for number, row in inside) / len(inside),
        )


def _telling(pages: Sequence[Printed]) -> set[int]:
    """The pages on which one sees where the article is: those with sentences, if most of the site's have some."""
    speaking = {number for number, page in enumerate(pages) if page.sentences}
    return speaking if 2 * len(speaking) >= len(pages) else set(range(len(pages)))


class _Edges:
    """How far the frame of a page reaches from its two ends."""

    def __init__(self, page: Printed) -> None:
        self._page = page
        own = [row for row in range(len(page.lines)) if self._is_own(row)]
        self._top = own[0] if own else len(page.lines)
        self._bottom = own[-1] if own else -1
        under = range(page.span[1] + 1, len(page.lines))
        self.debris = next(
            (row for row in under if page.again[row] and words(page.lines[row]) >= _DEBRIS), len(page.lines)
        )
        self.bare = self._top >= page.span[0]  # nothing above the article is this page's own

    def reaches(self, row: int, place: str) -> bool:
        """Does all between *row* and the edge on its side come again?"""
        return row < self._top if place == "head" else row > self._bottom if place == "tail" else False

    def beside(self, row: int) -> bool:
        """Does the line above or below come again?"""
        again = self._page.again
        return (row > 0 and again[row - 1]) or (row + 1 < len(again) and again[row + 1])

    def _is_own(self, row: int) -> bool:
        """True for what belongs to this page alone: its text, the date and the names that sign it."""
        page = self._page
        if not page.again[row]:
            return True
        line = page.lines[row]
        if page.place(row) != "tail":
            return False
        if NAME in line or is_sentence(page.texts[row]):
            return words(line) < _DEBRIS
        if row > page.span[1] + _SIGNATURE:
            return False
        return (line.endswith(_SIGNING_DATE) and is_pure(line)) or (is_office(line) and ":" not in line)


def is_sentence(text: str) -> bool:
    """True for a line that ends like a sentence, however short, and for prose.

    >>> is_sentence("特此公告。"), is_sentence("首页 时政 民生")
    (True, False)
    """
    return text.endswith("。") or is_prose(text)


@cache
def words(template: str) -> float:
    """What the words of a line count for debris (above zero) or against it, whatever its place.

    >>> words("本站所有内容未经许可不得转载。") > 1 > 0 > words("特此公告。")
    True
    """
    known = weights()
    return round(sum(known.get(f"has-{pair}", 0.0) for pair in sorted(pairs(template))), 3)
