"""Words that decide what a character with two meanings becomes: 著, 乾, 昇 and 余 in names, 甚麼.

A text in Traditional characters comes in; it goes out with 著 and 着 told apart, and patterns say which characters of
names stay.  OpenCC knows none of these; whatever it knows is left to it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from corpusclean.normalize.opencc_text import keeping

# zhù, to write or to be plain to see: what stands after 著, and what before it, in both scripts
_BEFORE_ZHU = frozenset("名原专專编編合论論译譯巨大拙遗遺显顯卓昭土所自新旧舊撰知主近")
_AFTER_ZHU = frozenset("名作述书書者录錄称稱有文成于於译譯")
# verbs whose 著 is zhe even before 作, 名 or 書: 隨著作業, 拿著名片, 看著書
_LASTING = frozenset(
    "隨随沿看拿抱捧穿戴帶带背望盯聽听朝跟陪牽牵拉握坐站躺走等提扛揹舉举附執执沉沈衣膠胶黏粘吸活睡接循照"
)
# 大著膽子 is no great work
_WITH_DA = frozenset("膽胆嗓聲声肚")
# by how they begin, for which the text is searched first
_OTHER_WORDS = {
    "甚": {"甚麼": "什麼", "甚麽": "什麽"},
    "石沈": {"石沈大海": "石沉大海"},
    "祇": {f"祇{char}": f"只{char}" for char in "有是要能好怕見得需不"},
    "痲": {"痲瘋": "麻風", "痲疹": "麻疹"},
}
# common surnames that are no verb or adjective before 乾 or 昇 (白乾了 and 高昇 are words)
_SURNAMES = (
    "張张王李趙赵陳陈劉刘楊杨黃黄吳吴徐孫孙朱馬马郭林梁鄭郑謝谢宋唐許许韓韩馮冯鄧邓"
    "曹彭曾蕭萧蔡潘袁董呂吕蘇苏盧卢蔣蒋魏葉叶"
)
# a pattern for each, because `re` scans five times faster for one first character than for a class
_NAMES = {
    "乾": re.compile(f"乾(?<=[{_SURNAMES}]乾)(?![淨净燥脆杯旱枯涸裂糧粮果貝贝洗衣瘦澀爽冰癟])"),
    "昇": re.compile(f"昇(?:(?<=[{_SURNAMES}]昇)|(?<=[{_SURNAMES}]東昇))"),
    **{char: re.compile(f"{char}(?<=[{_SURNAMES}]{char})") for char in "陞祕脩"},
}
# in Traditional text 余 is 餘 but for the surname, and 范 is 範 in these words only
SURNAMES_KEPT = re.compile(
    "余(?<=姓余)|余(?=秋雨|光中|英[时時]|华[，。、的在]|先生|女士|小姐|某|姓|氏)"
    "|范(?![围圍畴疇例本式])(?<![模规規示典防师師风風]范)"
)
# surnames that stay as they are in Traditional text, where the character stands for others too
_STAYING = "范余于云郁姜谷丑卜曲后岳党沈仇尹涂"


def settle_zhe(text: str) -> str:
    """Write 着 for 著 wherever it is read zhe or zháo.

    >>> settle_zhe("看著她的著作，隨著時間，顯著")
    '看着她的著作，隨着時間，顯著'
    """
    if "著" not in text:
        return text
    parts = text.split("著")
    pieces = parts[:1]
    for before, after in pairwise(parts):
        pieces += ("著" if _is_zhu(before[-1:], after[:1]) else "着", after)
    return "".join(pieces)


def _is_zhu(before: str, after: str) -> bool:
    """Is 著 zhù between these two characters?"""
    if before in _LASTING or (before == "大" and after in _WITH_DA):
        return False
    return before in _BEFORE_ZHU or after in _AFTER_ZHU


def settle_words(text: str) -> str:
    """Put words of Taiwan and Hong Kong that OpenCC leaves half converted in the form it knows.

    >>> settle_words("甚麼都好，祇有這個不行")
    '什麼都好，只有這個不行'
    """
    for first, words in _OTHER_WORDS.items():
        if first in text:
            for word, better in words.items():
                text = text.replace(word, better)
    return text


def keeping_names(old: str, new: str) -> str:
    """*new*, the Simplified form of *old*, with characters of names as they were.

    >>> keeping_names("張乾吃餅乾", "张干吃饼干")
    '张乾吃饼干'
    """
    for char, pattern in _NAMES.items():
        if char in old:
            new = keeping(old, new, pattern)
    return new


def keeping_surname(old: str, new: str) -> str:
    """*new*, the Traditional form of the name *old*, with the surname 范, 余 or 于 as it was.

    >>> keeping_surname("范小明", "範小明")
    '范小明'
    """
    return old[0] + new[1:] if old[:1] and old[0] in _STAYING and len(old) == len(new) else new
