"""How likely a piece of Chinese text is, under a small model of words and characters.

Text comes in, Simplified or Traditional, and a cost in nats goes out (the negative logarithm of a probability, roughly
normalised, so less is likelier); a repair keeps the cheapest of its candidates.  The data are our own files, built once
by tools/build_language_model.py and loaded when first needed.  The model never changes text and never says what is
right, only what is likelier.

    model = load()                   # cached; the first call reads 2 MB
    model.cost("福海县")              # the text as words: the one to compare candidates with, context included
    model.char_cost("海")            # one character alone
    model.step("福", "海")            # a character after another: for searches that go from left to right
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

from corpusclean.damage.open_words import OpenWords
from corpusclean.fold import table

LONGEST = 6  # characters of the longest word in the data
USUAL = 4  # and of nearly all: the others are not looked up where many candidates are weighed
TENTHS = 10  # of a nat: the words' costs are whole numbers of these, whose sums are exact in whatever order
UNKNOWN_HAN = 18.0  # a Han character the data lack: rarer than the rarest they have (17.9)
DAMAGED = 22.0  # private use, U+FFFD, control characters, lone surrogates: hardly ever meant
FOREIGN = 15.0
ASCII = 5.5
SMOOTHING = 0.05  # weight of the bare character, where a pair was never seen

# one mark, digit or blank in running text, half and full width alike; from the proportions of news and web text
_MARKS = {
    2.8: ",，",
    3.2: "。",
    4.2: "、",
    4.4: "“”",
    4.5: " \n\u3000",
    4.6: ":：「」",
    5.0: "0123456789",
    5.6: "《》!！?？()（）",
    5.8: ";；",
    6.0: "…—-.%",
    7.0: "·‘’『』〈〉【】[]",
}


@dataclass(frozen=True)
class LanguageModel:
    """Costs of words, in tenths of a nat; of characters, pairs and texts, in nats.

    >>> model = load()
    >>> model.cost("福海縣") < model.cost("福。縣")
    True
    >>> model.cost("消毒水味") < model.cost("消毒水文")
    True
    """

    words: dict[str, int]

    @cached_property
    def chars(self) -> dict[str, float]:
        """The cost of each character alone."""
        return {**self._columns[0], **_marks()}

    @cached_property
    def pairs(self) -> dict[str, float]:
        """The cost of the second character of a pair inside a word, after the first."""
        pairs: dict[str, float] = {}
        for row in _rows("language-pairs.txt"):
            cost, found = row.split("\t")
            pairs.update(dict.fromkeys(found.split(" "), int(cost) / TENTHS))
        return pairs

    @cached_property
    def _columns(self) -> tuple[dict[str, float], ...]:
        """Of each character: its cost, its cost as the first of a word, the cost of a word ending after it."""
        table = [row.split("\t") for row in _rows("language-characters.txt")]
        return tuple({row[0]: int(row[place]) / TENTHS for row in table} for place in (1, 2, 3))

    def cost(self, text: str) -> float:
        """The cost of *text* read as words, in the cheapest way; Traditional characters count as Simplified ones."""
        return self.backwards(text.translate(table()))[0] / TENTHS

    @cached_property
    def open_words(self) -> OpenWords:
        """The usual words by what stands around one of their characters."""
        return OpenWords(self.words, USUAL)

    def alone(self, char: str) -> int:
        """The cost of a Simplified character as a word of its own, in tenths of a nat."""
        return self.words.get(char) or round(TENTHS * _other(char))

    def next(self, text: str, before: Sequence[int]) -> int:
        """The cost of *text*, Simplified and read as words, where the costs of what stands *before* its end are known.

        The costs are in tenths of a nat, those of the first 0, 1, 2... characters, the last of *text* left out.
        """
        least, size, words = before[-1] + self.alone(text[-1]), len(text), self.words
        for start in range(max(0, size - LONGEST), size - 1):
            word = words.get(text[start:])
            if word is not None and before[start] + word < least:
                least = before[start] + word
        return least

    def backwards(self, text: str) -> list[int]:
        """The costs of *text* from character 0, 1, 2... on, Simplified and read as words, in tenths of a nat."""
        words, size = self.words, len(text)
        best = [0] * (size + 1)
        for start in range(size - 1, -1, -1):
            least = best[start + 1] + self.alone(text[start])
            for end in range(start + 2, min(start + LONGEST, size) + 1):
                word = words.get(text[start:end])
                if word is not None and word + best[end] < least:
                    least = word + best[end]
            best[start] = least
        return best

    def char_cost(self, char: str) -> float:
        """The cost of one character, whatever stands around it.

        >>> load().char_cost("國") == load().char_cost("国") < load().char_cost("囸")
        True
        """
        char = char.translate(table())
        return self.chars.get(char) or _other(char)

    def step(self, prev: str, char: str) -> float:
        """The cost of *char* after *prev*: inside a word, or as the end of one and the beginning of the next.

        >>> load().step("鸳", "鸯") < load().step("鸳", "的")
        True
        """
        prev, char = prev.translate(table()), char.translate(table())
        alone = self.chars.get(char) or _other(char)
        _, firsts, lasts = self._columns
        if prev not in lasts or char not in firsts:
            return alone
        odds = SMOOTHING * math.exp(-alone) + math.exp(-lasts[prev] - firsts[char])
        pair = self.pairs.get(prev + char)
        return -math.log(odds if pair is None else odds + math.exp(-pair))


def _other(char: str) -> float:
    """The cost of a character that the data lack."""
    code = ord(char)
    if code < 0x80:
        return ASCII if code >= 0x20 else DAMAGED
    if 0x3400 <= code < 0xA000 or 0x20000 <= code < 0x40000:
        return UNKNOWN_HAN
    if code < 0xA0 or 0xD800 <= code < 0xF900 or code == 0xFFFD:
        return DAMAGED
    return FOREIGN


@cache
def load() -> LanguageModel:
    """The model, read from the package's data once."""
    words: dict[str, int] = {}
    for row in _rows("language-words.txt"):
        cost, found = row.split("\t")
        words.update(dict.fromkeys(found.split(" "), int(cost)))
    return LanguageModel({**words, **{mark: round(TENTHS * cost) for mark, cost in _marks().items()}})


def _marks() -> dict[str, float]:
    return {mark: cost for cost, marks in _MARKS.items() for mark in marks}


def _rows(name: str) -> list[str]:
    return resources.files("corpusclean.data").joinpath(name).read_text("utf-8").splitlines()
