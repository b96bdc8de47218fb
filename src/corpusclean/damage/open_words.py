"""Words with one character open, found by what stands around it.

The words of a model come in once; a head and a tail come in and the characters that make a word of both go out, with
the cost of each word.  An index is made for the first character asked about and kept, so that a candidate is not
looked up word by word.  It holds what the model holds and judges nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

OPEN = "\0"
_NONE: Mapping[str, float] = {}
_Index = dict[str, dict[str, float]]


class OpenWords:
    """Finds the characters that stand between a head and a tail in a word.

    >>> words = OpenWords({"福海县": 9.0, "福海": 7.0, "福山": 8.0, "海": 5.0}, longest=4)
    >>> words.between("福", ""), words.between("福", "县"), words.between("", "山"), words.between("水", "")
    ({'海': 7.0, '山': 8.0}, {'海': 9.0}, {'福': 8.0}, {})
    """

    def __init__(self, words: Mapping[str, float], longest: int) -> None:
        self._words = words
        self._by_first: dict[str, list[str]] = defaultdict(list)
        self._by_second: dict[str, list[str]] = defaultdict(list)
        for word in words:
            if 2 <= len(word) <= longest:
                self._by_first[word[0]].append(word)
                self._by_second[word[1]].append(word)
        self._begun: dict[str, _Index] = {}
        self._headless: dict[str, _Index] = {}

    def between(self, head: str, tail: str) -> Mapping[str, float]:
        """The characters that make a word with *head* before and *tail* behind them, one of which is not empty."""
        return self._index(head, tail).get(head + OPEN + tail, _NONE)

    def _index(self, head: str, tail: str) -> _Index:
        """All open words that begin with the first character of *head*; without one, that end in that of *tail*."""
        indexes, first = (self._begun, head[0]) if head else (self._headless, tail[0])
        if first not in indexes:
            index: _Index = defaultdict(dict)
            for word in (self._by_first if head else self._by_second).get(first, ()):
                for place in range(1, len(word)) if head else (0,):
                    index[word[:place] + OPEN + word[place + 1 :]][word[place]] = self._words[word]
            indexes[first] = index
        return indexes[first]
