"""What stands around a run, and what marks are plausible there.

A page and a span come in; the characters next to it and the open quotation marks go out, and a cost for what does not
fit: a quotation mark that closes nothing, a full stop before a comma, a conjunction before one.  Words are the language
model's business.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Set
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from operator import add
from typing import NamedTuple

from corpusclean.damage.language_model import load
from corpusclean.damage.readings import BLANKS, SYLLABLE

MOSTLY = 0.95  # of the characters of a Simplified page are in GB 2312, of a Traditional one about 0.7
REACH = 6  # characters on either side that a word may reach into
QUOTE = 40  # tenths of a nat for a quotation mark that closes what is open, and against one that does not
DOUBLED = 80  # against a stop behind a stop, an opening bracket or a line's end: 。，
SEEN = 8  # for a character that the page has elsewhere: its subject
OTHER_SCRIPT = 30  # against a Simplified character on a Traditional page, and the other way
REPEATED = 30  # for three characters that stand side by side elsewhere on the page: names, the page's subject
LOOKED_AT = 20_000  # characters of a page that are looked through for threes: its subject shows in less
BACK = 600  # characters of a line before a run within which a bracket may be open
CHARACTERS = 16384  # whose cost is kept: those of GBK
UNFINISHED = 30  # against a character that no clause ends with (74 -> 76 % of last characters of clauses right)
_OPENERS = (
    "和與与及或并並而但把被从從向对對给給将將就才很更最该該各每这這那某其"
    "所因如若虽雖即且又再还還只仅僅都也已正由自不未没沒无無非"
)
# how much rarer or commoner a character is before a mark than elsewhere, in tenths of a nat, counted on our own pages:
# 他 ends a clause in 4 % of its places, 说 in 36 %, all characters together in 11 %
_BEFORE_MARKS = {
    **dict.fromkeys(_OPENERS, UNFINISHED),
    **dict.fromkeys("他她我是", 10),
    **dict.fromkeys("说說道", -8),
}
MARKS = "。，、；：！？”“’‘》《）（」「』『…—"
UNLIKE_OTHERS = frozenset((*MARKS, *_BEFORE_MARKS))  # the characters that `cost_of_marks` tells from others

_READING = re.compile(rf"[(（]{BLANKS}{SYLLABLE}{BLANKS}[)）]")
_NOT_HAN = re.compile("[^\u4e00-\u9fff]+")
_STOPS = re.compile("[。，、；：！？,;:!?（(“「『《\n][。，、；：！？,;:!?]")
_CLAUSE_END = re.compile(f"([{''.join(_BEFORE_MARKS)}])[。，、；：！？,;:!?”」]")
_NONE: frozenset[str] = frozenset()
_PAIRS = {"”": "“", "」": "「", "』": "『", "》": "《", "）": "（"}
_OPENING = frozenset(_PAIRS.values())


@dataclass(frozen=True)
class Page:
    """A text, and the same without readings."""

    text: str

    @cached_property
    def bare(self) -> str:
        """The text without readings, in which neighbours stand side by side."""
        return _READING.sub("", self.text)

    @cached_property
    def characters(self) -> frozenset[str]:
        """All characters of the page, marks left out."""
        return frozenset(self.text).difference(MARKS)

    @cached_property
    def is_narrow(self) -> bool:
        """True where all marks are written half as wide."""
        return "," in self.text and "，" not in self.text

    @cached_property
    def is_traditional(self) -> bool:
        """True where many characters are none of GB 2312, which holds the Simplified ones."""
        han = _NOT_HAN.sub("", self.text)
        return len(han.encode("gb2312", "ignore")) < MOSTLY * 2 * len(han)

    def behind(self, pair: str) -> Set[str]:
        """The characters that stand behind the two of *pair* on the page; none behind one alone."""
        return self._beside(pair, 2)

    def before(self, pair: str) -> Set[str]:
        """The characters that stand before the two of *pair* on the page; none before one alone."""
        return self._beside(pair, -1)

    def _beside(self, pair: str, step: int) -> Set[str]:
        """The characters so many steps from each place of *pair*; most that are asked about stand nowhere."""
        if pair not in self._pairs:
            return _NONE
        if (pair, step) not in self._found:
            text = self._looked_at
            found = self._found[pair, step] = set()
            place = text.find(pair)
            while place >= 0:
                found.update(text[max(0, place + step) : place + step + 1])
                place = text.find(pair, place + 1)
        return self._found[pair, step]

    @cached_property
    def _looked_at(self) -> str:
        return self.bare[:LOOKED_AT]

    @cached_property
    def _pairs(self) -> set[str]:
        """All twos of characters that stand side by side."""
        return set(map(add, self._looked_at, self._looked_at[1:]))

    @cached_property
    def _found(self) -> dict[tuple[str, int], set[str]]:
        return {}

    @cached_property
    def settled(self) -> dict[Hashable, tuple[str, float]]:
        """Text that was found for runs of the page, and its gain: the same run may come again."""
        return {}

    def prior(self, slot: str) -> list[int]:
        """The costs against each candidate, wherever it stands: seen elsewhere on the page, of the other script."""
        if slot not in self._priors:
            odd = _is_only_simplified if self.is_traditional else _is_not_simplified
            self._priors[slot] = [OTHER_SCRIPT * odd(char) - SEEN * (char in self.characters) for char in slot]
        return self._priors[slot]

    @cached_property
    def _priors(self) -> dict[str, list[int]]:
        return {}

    def now(self, text: str) -> Page:
        """The page with another text; what is familiar on it stays what it was."""
        page = Page(text)
        page.__dict__.update({name: value for name, value in self.__dict__.items() if name not in ("text", "bare")})
        return page


class Context(NamedTuple):
    """The characters before and after a run, readings left out, with the brackets open before it and closed behind."""

    left: str
    right: str
    opened: str
    awaited: str = ""

    @classmethod
    def of(cls, page: str, start: int, end: int, after: str) -> Context:
        """The context of ``page[start:end]``; *after* is a character that the page lost behind it."""
        line = max(0, start - BACK)
        line = page.rfind("\n", line, start) + 1 or line
        before = _READING.sub("", page[max(line, start - 60) : start])
        behind = _READING.sub("", page[end : end + 60].partition("\n")[0])
        opened = "".join(mark for mark in _OPENING if _is_open(page, line, start, mark))
        return cls(before[-REACH:], (after.strip() + behind)[:REACH], opened, _awaited(behind, opened))

    def around(self, chosen: list[str], place: int) -> tuple[str, str]:
        """What stands before and after character *place* of the run, as far as a word may reach."""
        head = self.left + "".join(chosen[max(0, place - REACH) : place])
        tail = "".join(chosen[place + 1 : place + 1 + REACH]) + self.right
        return head[-REACH:], tail[:REACH]


@lru_cache(CHARACTERS)
def char_cost(char: str) -> float:
    """The language model's cost of one character alone.

    >>> char_cost("的") < char_cost("喆")
    True
    """
    return load().char_cost(char)


@cache
def is_simplified(char: str) -> bool:
    """True for a character of GB 2312.

    >>> is_simplified("门"), is_simplified("門"), is_simplified("人")
    (True, False, True)
    """
    return bool(char.encode("gb2312", "ignore"))


@cache
def _is_only_simplified(char: str) -> bool:
    return is_simplified(char) and not char.encode("big5", "ignore")


def _is_not_simplified(char: str) -> bool:
    return not is_simplified(char)


def cost_of_marks(text: str, context: Context) -> int:
    """The cost of the marks of *text* in tenths of a nat, less than 0 where they close what is open.

    >>> quoted = Context("他说“好", "", "“")
    >>> cost_of_marks("。”", quoted) < 0 < cost_of_marks("。“", quoted)
    True
    """
    framed = (context.left[-1:] or "\n") + text + context.right[:1]
    cost = DOUBLED * len(_STOPS.findall(framed)) + sum(map(_BEFORE_MARKS.__getitem__, _CLAUSE_END.findall(framed)))
    opened = set(context.opened)
    for char in _BRACKETS.findall(text):
        if char in _OPENING:
            cost += QUOTE if char in opened else -QUOTE if char in context.awaited else 0
            opened.add(char)
        else:
            cost -= QUOTE if _PAIRS[char] in opened else -QUOTE
            opened.discard(_PAIRS[char])
    return cost


def _is_open(page: str, line: int, start: int, mark: str) -> bool:
    return page.rfind(mark, line, start) > page.rfind(_CLOSING[mark], line, start)


def _awaited(behind: str, opened: str) -> str:
    """The brackets that *behind* closes and neither opens nor finds *opened*."""
    awaited, seen = "", set(opened)
    for char in _BRACKETS.findall(behind.translate(_WIDE)):
        opening = _PAIRS.get(char, char)
        if opening not in seen and opening != char:
            awaited += opening
        seen.add(opening)
    return awaited


_CLOSING = {opening: closing for closing, opening in _PAIRS.items()}
_BRACKETS = re.compile(f"[{''.join((*_PAIRS, *_OPENING))}]")
_WIDE = str.maketrans("()", "（）")
