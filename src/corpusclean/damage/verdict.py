"""Is this page full of inserted readings, and of which family?

A text comes in and a verdict on the whole goes out: `CONVERTED` (Traditional pages on which certain characters always
carry their reading), `SCATTERED` (a reading after every few characters, whatever they are), or None.  Both gates ask
for what no author would write; neither looks at a single bracket, and nothing is changed here.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property, lru_cache
from statistics import median

from corpusclean.damage.bracketed import brackets_of, reading
from corpusclean.fold import fold

CONVERTED = "converted"
SCATTERED = "scattered"

# Pages 002 and 003 have 1130 and 229 readings: 99-100 % on characters that conversion changes, 98 % of them matching
# before straddled ones are repaired, 100 % of the occurrences of their characters, 8 % of all Han.
FEW, MANY = 3, 8
ON_CONVERTED = 0.9
MATCHING = 0.8
EVERYWHERE = 0.6
OF_ALL_HAN = 0.004
# a list of characters with their readings, or a primer: nearly every character has one
PRIMER = 0.6
# the second family: every fourth to sixth character, measured on three pages of it
SCATTERED_MATCHING = 0.9
SCATTERED_OF_HAN = 0.03
SHORTEST_GAP, LONGEST_GAP = 3, 25
# readings without tones stand closer on some pages; no primer prints those
SHORTEST_GAP_TONELESS = 1
# of its readings at least this share stands after one of the hundred commonest characters, which nobody would gloss
ON_COMMON = 0.08
_COMMON = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都"
    "然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实"
)
# the share of hosts with two readings above which a page teaches: 行(háng)业, 行(xíng)走
TWO_READINGS = 0.05

_NOT_HAN = re.compile("[^\u3400-\u9fff\0]+")


def judge(text: str) -> str | None:
    """The family of the readings that *text* is full of, or None.

    >>> judge("他們堅(jiān)守崗(gǎng)位,堅(jiān)持值班,堅(jiān)守陣(zhèn)地。")
    'converted'
    >>> judge("“行(háng)业”的行(háng)，“行(xíng)走”的行(xíng)。") is None
    True
    """
    if text.count("(") + text.count("（") < FEW:
        return None
    return _judged(text) if len(brackets_of(text).shown) >= FEW else None


@lru_cache(1)
def _judged(text: str) -> str | None:
    """The verdict on a page with some brackets, remembered for the next stage."""
    page = _Page(text)
    if page.is_converted:
        return CONVERTED
    return SCATTERED if page.is_scattered else None


class _Page:
    """A text and what its readings have in common, each character with its bracket looked up once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.brackets = brackets_of(text)
        self.total = self.matching = self.converting = self.toneless = 0
        self.hosts: Counter[str] = Counter()
        read = set()
        for (host, shown), count in self.brackets.pairs.items():
            found = reading(host, shown)
            if found is not None:
                self.total += count
                self.hosts[host] += count
                self.matching += count * found.matches
                self.converting += count * found.converts
                self.toneless += count * (not found.has_tone)
                read.add((host, found.syllable))
        self.more_readings = len(read) - len(self.hosts)

    @property
    def is_converted(self) -> bool:
        total, hosts = self.total, self.hosts
        return (
            total >= FEW
            and self.converting >= ON_CONVERTED * total
            and self.matching >= MATCHING * total
            and (total > len(hosts) or (total >= MANY and self.in_mid_text >= 0.5 * total))
            and self.more_readings <= TWO_READINGS * len(hosts)
            and total >= EVERYWHERE * self.of_hosts
            and OF_ALL_HAN * self.han <= total <= PRIMER * self.han
        )

    @property
    def is_scattered(self) -> bool:
        total = self.total
        shortest = SHORTEST_GAP_TONELESS if 2 * self.toneless > total else SHORTEST_GAP
        return (
            total >= MANY
            and self.matching >= SCATTERED_MATCHING * total
            and self.more_readings <= TWO_READINGS * len(self.hosts)
            and sum(count for host, count in self.hosts.items() if fold(host) in _COMMON) >= ON_COMMON * total
            and total >= SCATTERED_OF_HAN * self.han
            and shortest <= self.gap <= LONGEST_GAP
        )

    @cached_property
    def pieces(self) -> list[str]:
        """The Han characters before the first bracket, between each and the next, and behind the last."""
        return _NOT_HAN.sub("", "\0".join(self.brackets.texts)).split("\0")

    @property
    def han(self) -> int:
        return sum(map(len, self.pieces))

    @property
    def gap(self) -> float:
        """The median of the Han characters between two readings."""
        return median([len(piece) for piece in self.pieces[1:-1] if piece] or [0])

    @property
    def of_hosts(self) -> int:
        """How often the page has the characters that carry readings, with one or without."""
        return sum(map(self.text.count, self.hosts))

    @property
    def in_mid_text(self) -> int:
        """How many readings stand before another Han character."""
        return sum("\u3400" <= text[:1] <= "\u9fff" for text in self.brackets.texts[1:])
