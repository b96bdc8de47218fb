"""Words with one character open, found by what stands around it.

The words of a model come in once; a head and a tail come in and the characters that make a word of both go out, with
the cost of each word.  An index is made for the first character asked about and kept, so that a candidate is not
looked up word by word; where very many are kept they are forgotten.  It holds what the model holds and judges nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from corpusclean.remember import Kept

# words whose index is kept, of 200,000: all would take 150 MB, and one page asks about some hundred characters
MOST = 50_000
_Tails = dict[str, dict[str, int]]


class OpenWords:
    """Finds the characters that stand between a head and a tail in a word.

    >>> words = OpenWords({"福海县": 9, "福海": 7, "福山": 8, "海": 5}, longest=4)
    >>> words.between("福", ""), words.between("福", "县"), words.between("", "山"), words.between("水", "")
    ({'海': 7, '山': 8}, {'海': 9}, {'福': 8}, {})
    """

    def __init__(self, words: Mapping[str, int], longest: int) -> None:
        self._words = words
        self._by_first: dict[str, list[str]] = defaultdict(list)
        self._by_second: dict[str, list[str]] = defaultdict(list)
        for word in words:
            if 2 <= len(word) <= longest:
                self._by_first[word[0]].append(word)
                self._by_second[word[1]].append(word)
        self._begun: Kept[dict[str, _Tails]] = Kept(MOST)
        self._headless: Kept[_Tails] = Kept(MOST)

    def between(self, head: str, tail: str) -> Mapping[str, int]:
        """The characters that make a word with *head* before and *tail* behind them, one of which is not empty."""
        return (self.begun(head) if head else self._ending(tail)).get(tail, {})

    def begun(self, head: str) -> Mapping[str, Mapping[str, int]]:
        """For each tail that an open word beginning with *head* may have, the characters that make one with both."""
        heads = self._begun.get(head[0])
        if heads is None:
            words = self._by_first.get(head[0], [])
            heads = self._begun.keep(head[0], {}, weight=len(words))
            for word in words:
                for place in range(1, len(word)):
                    tails = heads.setdefault(word[:place], {})
                    tails.setdefault(word[place + 1 :], {})[word[place]] = self._words[word]
        return heads.get(head, {})

    def _ending(self, tail: str) -> Mapping[str, Mapping[str, int]]:
        """The same for all words whose first character is open and whose second is that of *tail*."""
        tails = self._headless.get(tail[0])
        if tails is None:
            words = self._by_second.get(tail[0], [])
            tails = self._headless.keep(tail[0], {}, weight=len(words))
            for word in words:
                tails.setdefault(word[1:], {})[word[0]] = self._words[word]
        return tails
