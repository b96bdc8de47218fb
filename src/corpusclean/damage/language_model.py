"""How likely a piece of Chinese text is, under a small model of words and characters.

Text comes in, Simplified or Traditional, and a cost in nats goes out (the negative logarithm of a probability, roughly
normalised, so less is likelier); a repair keeps the cheapest of its candidates.  The data are our own files, built once
by tools/build_language_model.py and loaded when first needed.  The model never changes text and never says what is
right, only what is likelier.

    model = load()                   # cached; the first call reads 2 MB
    model.cost("福海县")              # the text as words: the one to compare candidates with, context included
    model.choices("福", "海何", "县")  # the same for many candidates of one character, ten times as fast
    model.char_cost("海")            # one character alone
    model.step("福", "海")            # a character after another: for searches that go from left to right
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources

from corpusclean.damage.open_words import OpenWords
from corpusclean.fold import table

LONGEST = 6  # characters of the longest word in the data
USUAL = 4  # and of nearly all: the others are not looked up where many candidates are weighed
CANDIDATE_SETS = 4096  # sets of candidates that are kept: what a lost byte allows, some 500, and pairs of such bytes
CONTEXTS = 4096  # contexts of a few characters that are kept: those of a long damaged page
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
    """Costs of words, characters and pairs, in nats.

    >>> model = load()
    >>> model.cost("福海縣") < model.cost("福。縣")
    True
    >>> model.cost("消毒水味") < model.cost("消毒水文")
    True
    """

    words: dict[str, float]

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
            pairs.update(dict.fromkeys(found.split(" "), int(cost) / 10))
        return pairs

    @cached_property
    def _columns(self) -> tuple[dict[str, float], ...]:
        """Of each character: its cost, its cost as the first of a word, the cost of a word ending after it."""
        table = [row.split("\t") for row in _rows("language-characters.txt")]
        return tuple({row[0]: int(row[place]) / 10 for row in table} for place in (1, 2, 3))

    def cost(self, text: str) -> float:
        """The cost of *text* read as words, in the cheapest way; Traditional characters count as Simplified ones."""
        return self._up_to(text.translate(table()))[-1]

    def choices(self, left: str, chars: str, right: str) -> list[float]:
        """The cost of *left*, a character and *right* read as words, for each character of *chars*.

        >>> model = load()
        >>> model.choices("福", "海。", "县")[0] == model.cost("福海县")
        True
        """
        left, right = left.translate(table()), right.translate(table())
        before, after = self._before(left), self._behind(right)
        first, last = before[-1], after[0]
        alone, places = self._alone(chars)
        costs = [min(first + last + cost, first + cost + last) for cost in alone]
        for start in range(max(0, len(left) - USUAL + 1), len(left) + 1):
            head, cost = left[start:], before[start]
            for end in range(0 if head else 1, min(USUAL - len(head), len(right) + 1)):
                words, rest = self.open_words.between(head, right[:end]), after[end]
                for char in words.keys() & places.keys():
                    whole = cost + words[char] + rest
                    for place in places[char]:
                        costs[place] = min(costs[place], whole)
        return costs

    @cached_property
    def open_words(self) -> OpenWords:
        """The usual words by what stands around one of their characters."""
        return OpenWords(self.words, USUAL)

    @cached_property
    def _alone(self) -> Callable[[str], tuple[list[float], dict[str, list[int]]]]:
        """Of candidates: the cost of each as a word of its own, and at which places each Simplified form stands."""

        @lru_cache(CANDIDATE_SETS)
        def alone(chars: str) -> tuple[list[float], dict[str, list[int]]]:
            plain = chars.translate(table())
            places: dict[str, list[int]] = {}
            for place, char in enumerate(plain):
                places.setdefault(char, []).append(place)
            return [self.words.get(char) or _other(char) for char in plain], places

        return alone

    @cached_property
    def _before(self) -> Callable[[str], list[float]]:
        """`_up_to` that remembers: one context is asked about for many places and many ways to fill them."""
        return lru_cache(CONTEXTS)(self._up_to)

    @cached_property
    def _behind(self) -> Callable[[str], list[float]]:
        """`_from` that remembers."""
        return lru_cache(CONTEXTS)(self._from)

    def _up_to(self, text: str) -> list[float]:
        """The cheapest costs of the first 0, 1, 2... characters."""
        words, size = self.words, len(text)
        best = [0.0] + [math.inf] * size
        for start in range(size):
            here = best[start]
            best[start + 1] = min(best[start + 1], here + (words.get(text[start]) or _other(text[start])))
            for end in range(start + 2, min(start + LONGEST, size) + 1):
                word = words.get(text[start:end])
                if word is not None and here + word < best[end]:
                    best[end] = here + word
        return best

    def _from(self, text: str) -> list[float]:
        """The cheapest costs of the text from character 0, 1, 2... on."""
        words, size = self.words, len(text)
        best = [0.0] * (size + 1)
        for start in range(size - 1, -1, -1):
            least = best[start + 1] + (words.get(text[start]) or _other(text[start]))
            for end in range(start + 2, min(start + LONGEST, size) + 1):
                word = words.get(text[start:end])
                if word is not None:
                    least = min(least, word + best[end])
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
    words: dict[str, float] = {}
    for row in _rows("language-words.txt"):
        cost, found = row.split("\t")
        words.update(dict.fromkeys(found.split(" "), int(cost) / 10))
    return LanguageModel({**words, **_marks()})


def _marks() -> dict[str, float]:
    return {mark: cost for cost, marks in _MARKS.items() for mark in marks}


def _rows(name: str) -> list[str]:
    return resources.files("corpusclean.data").joinpath(name).read_text("utf-8").splitlines()
