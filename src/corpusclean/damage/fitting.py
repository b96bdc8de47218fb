"""Whether a few characters of GBK or Big5 belong where they would stand in a line of Chinese.

A line comes in with a stretch of what may be bytes and the characters they would be; yes or no goes out.  They must
make a word with what stands beside them, or be very common and stand for nothing that somebody would write.  Nothing is
replaced here.
"""

from __future__ import annotations

import re

from corpusclean.damage.gaps import REACH, foreign_to, scripts
from corpusclean.damage.language_model import load
from corpusclean.damage.rarity import mean
from corpusclean.damage.stretches import Stretch

# the mean cost of a line's characters read as GBK or Big5: ordinary Chinese lies at 6 to 8, accidents at 11 and more
ORDINARY = 9.3
# where controls are among the bytes, no page was written so, and rarer text is believed: 柞棫斯拔
RARE = 11.0
# fewer are believed among Chinese where they make a word with it (模 in Ä£式), or are as common as some 1,200 are;
# one that nothing stands beside, as 700; one that signs gave (µ¥), as 400
COMMON = 8.8
RATHER_COMMON = 8.2
MOST_COMMON = 7.6
LINKED = 4.0
# characters that are dearer are believed for a word that much more likely than its parts: 弧度
RARE_WORD = 1.5
FEW = 4
COMMONEST = "repair:gbk-as-western"  # the misreading that is believed most readily
HAN = re.compile("[\u4e00-\u9fff]")
# drawn frames, arrows and signs say nothing about the text between them
SIGNS = re.compile("[\u2190-\u2193\u2500-\u259f\u25a0-\u25ff\u2605\u2606\u203b]+")
# capitals, small letters and the controls that no page holds; signs are left out
_LETTERS = re.compile("[\x80-\x9f\xc0-\xd6\xd8-\xf6\xf8-\xff\u0152-\u0192\u02c6\u02dc]+")
_WORD = re.compile("[A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u017f\u0400-\u04ff\u1e00-\u1eff]+")
_WORD_END = re.compile(f"{_WORD.pattern}\\Z")
LONGEST_WORD = 24
_SIGN = re.compile("[\xa1-\xbf\xd7\xf7]")
# signs that may stand side by side: £¥, ½¼, «»
_SIGNS_BESIDE = frozenset("£¤¥§©®°±²³¹¼½¾×÷«»¶·µ¬")
_CONTROL = re.compile("[\x80-\x9f]")
# marks that stand beside characters anyway, and make words with them: ”— is 友 in MacRoman, behind 好
_TYPOGRAPHY = re.compile("[\u2010-\u2026]+")
_SMALL = re.compile("[a-z\xdf-\xff]")
_MARKS = frozenset("，。、：；（）“”「」《》？！…")


def fits(line: str, item: Stretch) -> bool:
    """True for a few characters that belong where they stand, and that nobody would have written as they look.

    >>> fits("模Ê½很多", Stretch(1, 3, "式", COMMONEST)), fits("Müller的", Stretch(1, 3, "黮", COMMONEST))
    (True, False)
    """
    old, new = line[item.start : item.end], item.new
    before, after = line[max(0, item.start - REACH) : item.start], line[item.end : item.end + REACH]
    by_chance = item.rule != COMMONEST  # the bytes of Big5 and of other readers look like anything
    if _MARKS.issuperset(new):
        return not by_chance and not any(map(str.isascii, old))
    words = SIGNS.sub("", new)
    if not words:
        return not by_chance and not _is_begun(before, old, after)
    if not all(HAN.match(char) or char in _MARKS for char in words):
        return False
    if _is_linked(before, words, after) and not (by_chance and _TYPOGRAPHY.fullmatch(old)):
        return True
    is_written = _is_form(old) or is_part_of_word(line, item, words)
    if any(map(str.isascii, old)) and foreign_to(line) is not scripts()[0]:
        return False  # two bytes of which the second is ASCII are Traditional, or rare: é_ is 開, and ów is 體
    return not by_chance and not is_written and cost(words) < _limit(before, old, after, words)


def _is_begun(before: str, old: str, after: str) -> bool:
    """True where *old* begins a word: ``¡ú`` is an arrow, but ``¡única`` is Spanish."""
    return bool(_WORD.match(old[-1]) and _SMALL.match(after) and not _WORD.match(before[-1:]))


def _is_form(old: str) -> bool:
    """True for part of an alphabet, or of a form to fill in: Åå Ää Öö, [ÅÅ]."""
    return old.swapcase() == old[::-1] or old == old[0] * len(old)


def is_part_of_word(line: str, item: Stretch, words: str) -> bool:
    """True where Western letters or signs go on beside a stretch that is to be Han."""
    if _WORD.match(line[item.start - 1 : item.start]) and _WORD.match(line, item.end):
        return _WORD.fullmatch(line, item.start, item.end) is not None
    return (words[0] not in _MARKS and goes_on(line, item.start)) or (
        words[-1] not in _MARKS and goes_on(line, item.end)
    )


def goes_on(line: str, place: int) -> bool:
    """True within a word as people write them, ``Mü|ller``, not ``ÓÃ|Ctrl``, which is 用Ctrl; and between signs."""
    first, last = _WORD_END.search(line, max(0, place - LONGEST_WORD), place), _WORD.match(line, place)
    word = first[0] + last[0] if first and last else ""
    beside = line[max(0, place - 1) : place], line[place : place + 1]
    return word.islower() or word.isupper() or word.istitle() or all(map(_SIGN.match, beside))


def _limit(before: str, old: str, after: str, words: str) -> float:
    """How dear characters may be that nothing but their being common speaks for."""
    if _CONTROL.search(old):
        return RARE
    if len(words) == 1 and _SIGNS_BESIDE.issuperset(old):
        return MOST_COMMON
    is_clear = len(words) > 1 or _LETTERS.fullmatch(old) or _is_beside_han(before, after)
    return COMMON if is_clear else RATHER_COMMON


def _is_beside_han(before: str, after: str) -> bool:
    return bool(HAN.match(before[-1:]) or HAN.match(after[:1]))


def _is_linked(before: str, new: str, after: str) -> bool:
    """True where *new* makes a word with what stands beside it."""
    if not _is_beside_han(before, after):
        return False
    of_words = load().cost
    gain = of_words(before) + of_words(new) + of_words(after) - of_words(before + new + after)
    return gain > LINKED + RARE_WORD * max(0.0, mean(new) - ORDINARY)


def cost(words: str) -> float:
    """The cost of *words* a character; of a few, as a word that is usual though its characters are not: 删除."""
    return min(mean(words), load().cost(words) / len(words)) if 1 < len(words) <= FEW else mean(words)
