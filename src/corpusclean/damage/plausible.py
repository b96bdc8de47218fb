"""What stands around a run, and what marks are plausible there.

A page and a span come in; the characters next to it and the open quotation marks go out, and a cost for what does not
fit: a quotation mark that closes nothing, a full stop before a comma, a conjunction before one.  Words are the language
model's business.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import repeat

from corpusclean.damage.language_model import load
from corpusclean.damage.readings import BLANKS, SYLLABLE

MOSTLY = 0.95  # of the characters of a Simplified page are in GB 2312, of a Traditional one about 0.7
REACH = 6  # characters on either side that a word may reach into
QUOTE = 4.0  # nats for a quotation mark that closes what is open, and against one that does not
DOUBLED = 8.0  # nats against a stop behind a stop, an opening bracket or a line's end: 。，
SEEN = 0.8  # nats for a character that the page has elsewhere: its subject
OTHER_SCRIPT = 3.0  # nats against a Simplified character on a Traditional page, and the other way
REPEATED = 3.0  # nats for three characters that stand side by side elsewhere on the page: names, the page's subject
BESIDE = 2  # of those three, the characters before the one that is asked about, or behind it
LOOKED_AT = 50_000  # characters of a page that are looked through for threes: its subject shows in less
BACK = 600  # characters of a line before a run within which a bracket may be open
CHARACTERS = 16384  # whose cost is kept: those of GBK
UNFINISHED = 3.0  # nats against a character that no clause ends with (74 -> 76 % of last characters of clauses right)
_OPENERS = (
    "和與与及或并並而但把被从從向对對给給将將就才很更最该該各每这這那某其"
    "所因如若虽雖即且又再还還只仅僅都也已正由自不未没沒无無非"
)
# how much rarer or commoner a character is before a mark than elsewhere, in nats, counted on our own pages: 他 ends a
# clause in 4 % of its places, 说 in 36 %, all characters together in 11 %
_BEFORE_MARKS = {
    **dict.fromkeys(_OPENERS, UNFINISHED),
    **dict.fromkeys("他她我是", 1.0),
    **dict.fromkeys("说說道", -0.8),
}
MARKS = "。，、；：！？”“’‘》《）（」「』『…—"
UNLIKE_OTHERS = frozenset((*MARKS, *_BEFORE_MARKS))  # the characters that `cost_of_marks` tells from others

_READING = re.compile(rf"[(（]{BLANKS}{SYLLABLE}{BLANKS}[)）]")
_HAN = re.compile("[\u4e00-\u9fff]")
_STOPS = re.compile("[。，、；：！？,;:!?（(“「『《\n][。，、；：！？,;:!?]")
_CLAUSE_END = re.compile(f"([{''.join(_BEFORE_MARKS)}])[。，、；：！？,;:!?”」]")
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
        han = _HAN.findall(self.text)
        return sum(map(is_simplified, han)) < MOSTLY * len(han)

    @cached_property
    def neighbours(self) -> set[str]:
        """All threes of characters that stand side by side on the page, as far as it is looked at."""
        bare = self.bare[:LOOKED_AT]
        return set(map("".join, zip(bare, bare[1:], bare[2:], strict=False)))

    def familiarity(self, before: str, chars: str, after: str) -> dict[str, float]:
        """Nats for those of *chars* beside which the two before them, or those after, stand elsewhere too."""
        known: dict[str, float] = {}
        if len(before) == BESIDE:
            for found in self.neighbours.intersection(map(before.__add__, chars)):
                known[found[-1]] = REPEATED
        if len(after) == BESIDE:
            for found in self.neighbours.intersection(map(str.__add__, chars, repeat(after))):
                known[found[0]] = known.get(found[0], 0.0) + REPEATED
        return known

    @cached_property
    def settled(self) -> dict[Hashable, tuple[str, float]]:
        """Text that was found for runs of the page, and its gain: the same run may come again."""
        return {}

    def prior(self, slot: str) -> list[float]:
        """Nats for and against each candidate, wherever it stands: seen elsewhere on the page, of the other script."""
        if slot not in self._priors:
            odd = _is_only_simplified if self.is_traditional else _is_not_simplified
            self._priors[slot] = [OTHER_SCRIPT * odd(char) - SEEN * (char in self.characters) for char in slot]
        return self._priors[slot]

    @cached_property
    def _priors(self) -> dict[str, list[float]]:
        return {}

    def now(self, text: str) -> Page:
        """The page with another text; what is familiar on it stays what it was."""
        page = Page(text)
        page.__dict__.update({name: value for name, value in self.__dict__.items() if name not in ("text", "bare")})
        return page


@dataclass(frozen=True, slots=True)
class Context:
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


def cost_of_marks(text: str, context: Context) -> float:
    """The cost in nats of the marks of *text*, less than 0 where they close what is open.

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
