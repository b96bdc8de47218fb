"""The bracketed syllables of a page and the character before each: ``堅(jiān)``.

A text comes in and goes out in pieces, taken apart at C speed: the brackets that hold a syllable, and the texts between
them.  What is asked of a page is asked once for each character with its bracket, not for each place.  Nothing is judged
or changed here.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from corpusclean.damage.readings import BLANKS, PAIRS, SYLLABLE, is_syllable, matches, toneless
from corpusclean.fold import table

_BRACKET = re.compile(rf"([(（]{BLANKS}{SYLLABLE}{BLANKS}[)）])")
_AROUND = "()（） \xa0\u3000"


@dataclass(frozen=True)
class Brackets:
    """The bracketed syllables of a text.

    >>> page = Brackets.of("他們堅(jiān)守崗( gǎng)位")
    >>> page.texts, page.shown, page.hosts, page.ends
    (['他們堅', '守崗', '位'], ['(jiān)', '( gǎng)'], ['堅', '崗'], [3, 9, 11, 18, 19])
    >>> page.pairs
    Counter({('堅', '(jiān)'): 1, ('崗', '( gǎng)'): 1})
    """

    pieces: list[str]  # a text, a bracket, a text, a bracket... and the last text

    @classmethod
    def of(cls, text: str) -> Brackets:
        """The brackets of *text*."""
        return cls(_BRACKET.split(text))

    @cached_property
    def texts(self) -> list[str]:
        """What stands before each bracket, from the bracket before it on, and at last what stands behind them all."""
        return self.pieces[0::2]

    @cached_property
    def shown(self) -> list[str]:
        """The brackets as the page shows them."""
        return self.pieces[1::2]

    @cached_property
    def hosts(self) -> list[str]:
        """The character before each bracket: nothing where two stand side by side."""
        return [text[-1:] for text in self.texts[:-1]]

    @cached_property
    def pairs(self) -> Counter[tuple[str, str]]:
        """How often each character stands before each bracket."""
        return Counter(zip(self.hosts, self.shown, strict=True))

    @property
    def ends(self) -> list[int]:
        """Where each piece ends: a bracket stands between the ends of two."""
        return list(accumulate(map(len, self.pieces)))


@lru_cache(1)
def brackets_of(text: str) -> Brackets:
    """The brackets of *text*: the stages that ask stand next to each other, and one page is remembered."""
    return Brackets.of(text)


class Reading(NamedTuple):
    """What is known of a Han character and the syllable behind it, whatever the page."""

    syllable: str  # without its tone
    matches: bool  # the character may be read so
    is_syllable: bool  # some character is read so
    converts: bool  # conversion to Simplified changes the character
    has_tone: bool


@lru_cache(PAIRS)
def reading(host: str, shown: str) -> Reading | None:
    """What is known of the bracket *shown* behind *host*, or None where no Han character stands there.

    >>> reading("堅", "(jiān)")
    Reading(syllable='jian', matches=True, is_syllable=True, converts=True, has_tone=True)
    >>> reading("x", "(jiān)") is None
    True
    """
    if not "\u3400" <= host <= "\u9fff":
        return None
    found = syllable(shown)
    return Reading(toneless(found), matches(host, found), is_syllable(found), converts(host), not found.isascii())


def converts(char: str) -> bool:
    """True for a character that conversion to Simplified changes.

    >>> converts("國"), converts("人")
    (True, False)
    """
    return ord(char) in table()


def syllable(shown: str) -> str:
    """The syllable in a bracket.

    >>> syllable("(jiān)"), syllable("（ huì ）")
    ('jiān', 'huì')
    """
    return shown.strip(_AROUND)
