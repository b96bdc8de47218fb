"""Write the data of corpusclean.damage.language_model: words, pairs of characters and characters, with their costs.

Source: the word list of jieba 0.42.1 (MIT, Copyright 2013 Sun Junyi; 349,046 words with counts), and the words of
today that it lacks, from tools/modern_words.txt (our own).  A word goes where its parts in a row are no dearer than the
word itself: it could never be chosen.  Which rare characters are real says 通用规范汉字表 (State Council, 2013).  Run
`python tools/build_language_model.py PATH/TO/jieba/dict.txt PATH/TO/TABLE.txt` (the word list is in the source
distribution of jieba; the table has a character in the second column of each row); the data are checked in, so that
nothing is needed at run time.
"""

from __future__ import annotations

import math
import pathlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from corpusclean.fold import fold

ROOT = pathlib.Path(__file__).parent.parent
DATA = ROOT / "src/corpusclean/data"
MODERN = ROOT / "tools/modern_words.txt"
MODERN_COUNT = 400  # as frequent as a common word of the list, such as 网格 (104) or 防控 (74) taken to today's press
FLOOR = 3  # the count that the list gives to 159,318 words it never counted
LONGEST = 6
SEVERAL_ALONE = 20  # times a character's count in longer words: above are 锛 (12,605 to 3), 涓 (12,958 to 104)
FEW_ALONE = 50  # the count of a rare word: below it, misread text has added next to nothing
STEP = 10  # costs are kept in tenths of a nat


def is_han(word: str) -> bool:
    """True where *word* is of common Han characters alone."""
    return all("\u4e00" <= char <= "\u9fff" for char in word) and word != "丨"  # which is folded to "|"


def may_be_misread(char: str) -> bool:
    """True for a character that two neighbouring bytes of UTF-8 give in GBK: 锛 of "，", 銆 of "。".

    Two bytes in the middle may also be a character of GB 2312 that is a word (啊); those with a first byte may not.
    """
    pair = char.encode("gbk", "ignore")
    roles = "".join("L" if 0xE3 <= byte < 0xF0 else "c" if 0x80 <= byte < 0xC0 else "." for byte in pair)
    return roles in {"Lc", "cL"} or (roles == "cc" and not char.encode("gb2312", "ignore"))


def counts_alone(rows: Iterable[tuple[str, int]], standard: frozenset[str]) -> dict[str, int]:
    """The counts of characters as words, where text in UTF-8 that was read as GBK raised them: what is left of them.

    Such a character stands in longer words at less than a twentieth of its count alone.  One that is in no longer word
    and not in the *standard* is none that anybody writes, and its count is 0; others (剁, 涓, 彧) count as a rare word.
    """
    alone: dict[str, int] = {}
    inside: Counter[str] = Counter()
    for word, count in rows:
        if len(word) == 1:
            alone[word] = count
        else:
            inside.update(dict.fromkeys(word, count))
    return {
        char: max(FEW_ALONE, inside[char]) if inside[char] or fold(char) in standard else 0
        for char, count in alone.items()
        if may_be_misread(char) and count > max(FEW_ALONE, SEVERAL_ALONE * inside[char])
    }


def read_counts(path: pathlib.Path, standard: frozenset[str]) -> Counter[str]:
    """Words and their counts, folded; of the words never counted those of two characters, with a count of 1."""
    counts: Counter[str] = Counter()
    rows = [(word, int(count)) for word, count, *_ in map(str.split, path.read_text("utf-8").splitlines())]
    lowered = counts_alone(rows, standard)
    for word, listed in rows:
        count = lowered.get(word, listed)
        if count and is_han(word) and (len(word) <= 2 or (count != FLOOR and len(word) <= LONGEST)):
            counts[fold(word)] += 1 if count == FLOOR else count
    for word in MODERN.read_text("utf-8").split():
        counts[word] = max(counts[word], MODERN_COUNT)
    return counts


def best_split(word: str, cost: dict[str, float]) -> float:
    """The cost of the cheapest row of shorter words that makes *word*."""
    best = [0.0] + [math.inf] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(end):
            part = word[start:end]
            if part != word and part in cost:
                best[end] = min(best[end], best[start] + cost[part])
    return best[-1]


def write_words(counts: Counter[str]) -> None:
    """Write the words that are cheaper than their parts, a line for each cost."""
    total = sum(counts.values())
    cost = {word: math.log(total / count) for word, count in counts.items()}
    kept: dict[int, list[str]] = defaultdict(list)
    for word, value in cost.items():
        if len(word) == 1 or value < best_split(word, cost):
            kept[round(value * STEP)].append(word)
    save("language-words.txt", (f"{value}\t{' '.join(sorted(words))}" for value, words in sorted(kept.items())))


def write_characters(counts: Counter[str]) -> None:
    """Write of each character its cost, as the first of a word and as the last, and of each pair its cost in words."""
    chars: Counter[str] = Counter()
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for word, count in counts.items():
        first[word[0]] += count
        last[word[-1]] += count
        for char in word:
            chars[char] += count
        for pair in pairwise(word):
            pairs["".join(pair)] += count
    words, total = sum(counts.values()), sum(chars.values())

    def tenths(part: int, whole: int) -> int:
        return round(STEP * math.log(whole / part)) if part else 999

    rows = (
        f"{char}\t{tenths(n, total)}\t{tenths(first[char], words)}\t{tenths(last[char], n)}"
        for char, n in chars.most_common()
    )
    save("language-characters.txt", rows)
    kept: dict[int, list[str]] = defaultdict(list)
    for pair, count in pairs.items():
        apart = last[pair[0]] / chars[pair[0]] * first[pair[1]] / words
        if count / chars[pair[0]] > apart and count > 1:
            kept[tenths(count, chars[pair[0]])].append(pair)
    save("language-pairs.txt", (f"{value}\t{' '.join(sorted(found))}" for value, found in sorted(kept.items())))


def save(name: str, rows: Iterable[str]) -> None:
    """Write *rows* to a file of the package's data."""
    path = DATA / name
    path.write_text("\n".join(rows) + "\n", "utf-8")
    print(f"{path.name}: {path.stat().st_size:,} bytes")


def main() -> None:
    """Read the word list and the table, and write the data."""
    table = pathlib.Path(sys.argv[2]).read_text("utf-8").splitlines()
    standard = frozenset(row.split("\t")[1] for row in table if "\t" in row)
    counts = read_counts(pathlib.Path(sys.argv[1]), standard)
    write_words(counts)
    write_characters(counts)


if __name__ == "__main__":
    main()
