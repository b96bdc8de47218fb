"""Is this page full of inserted readings, and of which family?

A text comes in and a verdict on the whole goes out: `CONVERTED` (Traditional pages on which certain characters always
carry their reading), `SCATTERED` (a reading after every few characters, whatever they are), or None.  Both gates ask
for what no author would write; neither looks at a single bracket, and nothing is changed here.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from corpusclean.damage.readings import BLANKS, SYLLABLE, matches, toneless
from corpusclean.fold import fold, table

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

# the bracket comes first in the pattern, the character before it second: so `re` looks for brackets at C speed
_ANNOTATION = re.compile(rf"[(（](?<=([\u3400-\u9fff])[(（]){BLANKS}({SYLLABLE}){BLANKS}[)）]")
_HAN = re.compile("[\u3400-\u9fff]")


def judge(text: str) -> str | None:
    """The family of the readings that *text* is full of, or None.

    >>> judge("他們堅(jiān)守崗(gǎng)位,堅(jiān)持值班,堅(jiān)守陣(zhèn)地。")
    'converted'
    >>> judge("“行(háng)业”的行(háng)，“行(xíng)走”的行(xíng)。") is None
    True
    """
    if "(" not in text and "（" not in text:
        return None
    found = _ANNOTATION.findall(text)
    if len(found) < FEW:
        return None
    page = _Page(text, Counter(found))
    if page.is_converted:
        return CONVERTED
    return SCATTERED if page.is_scattered else None


def converts(char: str) -> bool:
    """True for a character that conversion to Simplified changes.

    >>> converts("國"), converts("人")
    (True, False)
    """
    return ord(char) in table()


@dataclass(frozen=True)
class _Page:
    """A text and how often each character stands before each reading."""

    text: str
    pairs: Counter[tuple[str, str]]

    @property
    def is_converted(self) -> bool:
        total, hosts = self.total, self.hosts
        enough = total > len(hosts) or (total >= MANY and self.share(self._mid_text) >= 0.5)
        return (
            enough
            and sum(count for host, count in hosts.items() if converts(host)) >= ON_CONVERTED * total
            and self.matching >= MATCHING * total
            and self.two_readings <= TWO_READINGS * len(hosts)
            and total >= EVERYWHERE * sum(map(self.text.count, hosts))
            and OF_ALL_HAN * self.han <= total <= PRIMER * self.han
        )

    @property
    def is_scattered(self) -> bool:
        total = self.total
        return (
            total >= MANY
            and self.matching >= SCATTERED_MATCHING * total
            and total >= SCATTERED_OF_HAN * self.han
            and sum(count for host, count in self.hosts.items() if fold(host) in _COMMON) >= ON_COMMON * total
            and self.two_readings <= TWO_READINGS * len(self.hosts)
            and (SHORTEST_GAP_TONELESS if self.toneless else SHORTEST_GAP) <= self.gap <= LONGEST_GAP
        )

    @cached_property
    def total(self) -> int:
        return sum(self.pairs.values())

    @cached_property
    def han(self) -> int:
        return len(_HAN.findall(self.text))

    @cached_property
    def hosts(self) -> Counter[str]:
        hosts: Counter[str] = Counter()
        for (host, _), count in self.pairs.items():
            hosts[host] += count
        return hosts

    @cached_property
    def matching(self) -> int:
        return sum(count for (host, reading), count in self.pairs.items() if matches(host, reading))

    @cached_property
    def two_readings(self) -> int:
        """How many characters carry readings that differ by more than the tone mark being there or not."""
        readings: dict[str, set[str]] = {}
        for host, reading in self.pairs:
            readings.setdefault(host, set()).add(toneless(reading))
        return sum(len(found) > 1 for found in readings.values())

    @property
    def toneless(self) -> bool:
        """True where most readings have no tone mark."""
        return 2 * sum(count for (_, reading), count in self.pairs.items() if reading.isascii()) > self.total

    @property
    def _mid_text(self) -> re.Pattern[str]:
        return re.compile(rf"{_ANNOTATION.pattern}(?=[\u3400-\u9fff])")

    def share(self, pattern: re.Pattern[str]) -> float:
        """The share of the readings that *pattern* finds."""
        return len(pattern.findall(self.text)) / self.total

    @cached_property
    def gap(self) -> float:
        """The median of the characters between two readings."""
        spans = [found.span() for found in _ANNOTATION.finditer(self.text)]
        return median(len(_HAN.findall(self.text, end, start)) for (_, end), (start, _) in pairwise(spans))
