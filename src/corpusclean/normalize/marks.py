"""Marks of Chinese sentences typed in half width, doubled, or by the wrong character.

A line and the place of a mark come in; the one change that puts the mark right goes out, or None where it stays.  A
mark is judged by what stands on both sides of it, so numbers, times and Latin text are never touched.
Standards: GB/T 15834-2011 (Simplified), 重訂標點符號手冊 (Traditional).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from string import ascii_letters, digits

from corpusclean.document import Change
from corpusclean.normalize.signs import (
    CLOSING,
    HAN,
    OPENING,
    POINTS,
    around,
    begins_chinese,
    closes_chinese,
    ends_chinese,
    is_han,
    run_end,
)

Rule = Callable[[str, int], "Change | None"]

FULL = str.maketrans(",;:!?.", "，；：！？。")
QUOTE_ENDS = "”’」』\"'"

# a query string or an operator: ?x=1, !=
_QUERY = re.compile(r"[A-Za-z_]\w{0,20}=|=")
# words that make a clause a question; without one a "?" before a blank may stand for a lost character
_ASKING = re.compile(
    "[吗嗎呢么麼吧啊呀谁誰哪啥几幾何岂豈否孰嘛]|什么|甚麼|多少|多[大久长長远遠]|怎|为何|不是|难道|難道|没有|沒有|可[曾否]"
)
_CLAUSE = re.compile("[，。；：？！,;:!?“”]")
# half-width marks after Han: the page types marks in half width, so its "?" is a mark as well
_TYPED_HALF = re.compile(f"[{HAN}”）][,;!]")
# how far around a mark the line is looked at for its habits
REACH = 60
# a Latin word or a number, and how long one may be
_LATIN = frozenset(f"{ascii_letters}{digits}%-.+")
LONGEST_WORD = 40
# (新华社…)电? : the blank between dateline and text came out as "?"
_DATELINE = "电電讯訊"
# 一.总则 is an item's number, 约翰.史密斯 a name: such a "." is no full stop
_ITEM = re.compile("(?:^|[\\s，。；：])[一二三四五六七八九十]{1,3}$")
# 中国政府网.政务 is an address: a domain of its own in Chinese
_DOMAIN = re.compile(f"(?:中国|公司|网络|政务|公益|在线)(?![{HAN}])")
_TRANSLITERATION = frozenset(
    "阿埃艾爱奥巴班贝比彼波伯布查茨达戴丹德登迪丁杜多厄恩尔法费弗福盖格戈古哈海汉赫亨霍吉加杰金卡凯坎康柯科克肯库拉"
    "莱兰劳勒雷里利丽莉林伦罗洛马玛迈曼梅蒙米密莫姆穆纳奈内尼涅诺欧帕佩皮普奇乔切琼萨塞森沙什史斯苏索塔泰坦汤特提图托"
    "瓦威韦维温沃西希夏辛雅亚扬耶伊因尤约泽扎詹翰兹佐蒂娜汉黛妮莎琳丝茜"
    "愛奧貝達爾費蓋漢漢傑凱萊蘭勞麗倫羅馬邁蒙納內歐薩維溫亞約澤爾"
)


def comma(line: str, at: int) -> Change | None:
    """``,`` beside Han is a comma; several in a row are one."""
    end = run_end(line, at)
    first, _, last, right = around(line, at, end)
    if not (closes_chinese(line, first, right) or begins_chinese(right)):
        return None
    return Change(first, last, "，", "punctuation:comma" if end == at + 1 else "punctuation:repeated")


def semicolon(line: str, at: int) -> Change | None:
    """``;`` beside Han, or after a word at the end of a line."""
    first, _, last, right = around(line, at, at + 1)
    if closes_chinese(line, first, right) or begins_chinese(right) or (not right and _ends_word(line, first)):
        return Change(first, last, "；", "punctuation:semicolon")
    return None


def colon(line: str, at: int) -> Change | None:
    """``:`` after Han, but not that of ``网址://``."""
    first, _, last, right = around(line, at, at + 1)
    if closes_chinese(line, first, right) and right != ":" and not line.startswith("//", at + 1):
        return Change(first, last, "：", "punctuation:colon")
    return None


def shout(line: str, at: int) -> Change | None:
    """``!`` and ``?``, alone or in a run, after Han or at the end of a sentence."""
    if at and line[at - 1] in "!?":
        return None
    end = at + 1
    while end < len(line) and line[end] in "!?":
        end += 1
    run = line[at:end]
    first, left, last, right = around(line, at, end)
    if "?" in run:
        if lost := lost_blank(line, at, end):
            return lost
        if stands_for_blank(line, at, end):
            return None
    if _QUERY.match(line, end):
        return None
    if closes_chinese(line, first, right) or (left and left in "？！"):
        pass
    elif (right and right not in QUOTE_ENDS) or not _ends_word(line, first):
        return None
    rule = "punctuation:question" if "?" in run else "punctuation:exclamation"
    return Change(first, last, run.translate(FULL), rule)


def _ends_word(line: str, end: int) -> bool:
    """Does a single Latin word or number right after Chinese end here: 我爱iPhone, but not “Hello, world”?"""
    start = end
    while start > max(0, end - LONGEST_WORD) and line[start - 1] in _LATIN:
        start -= 1
    before = line[start - 1 : start]
    return 0 < start < end and (ends_chinese(before) or before in POINTS + OPENING + "\"'")


def lost_blank(line: str, start: int, end: int) -> Change | None:
    """A ``?`` that was a blank: ``10日电? 疫情``, ``。? 疫情``."""
    left, (_, _, last, right) = line[start - 1 : start] if start else "", around(line, start, end)
    if end > start + 1 or last == end or not left:
        return None
    if left in _DATELINE and is_han(right):
        return Change(start, last, " ", "punctuation:lost-blank")
    if left in "，。、；：":
        return Change(start, last, "", "punctuation:lost-blank")
    return None


def stands_for_blank(line: str, start: int, end: int) -> bool:
    """May the ``?`` stand for lost characters: between words, in a clause that asks nothing?"""
    _, left, last, right = around(line, start, end)
    if not left or left in POINTS[:5]:
        return True
    if not (is_han(right) or last > end) or not right or right in CLOSING or right in OPENING:
        return False
    clause = _CLAUSE.split(line[max(0, start - 40) : start])[-1]
    if _ASKING.search(clause):
        return False
    return end > start + 1 or last > end or not _TYPED_HALF.search(line, max(0, start - REACH), end + REACH)


def full_stop(line: str, at: int) -> Change | None:
    """``.`` after Han at the end of a sentence, and dots that are an ellipsis."""
    end = run_end(line, at)
    first, left, last, right = around(line, at, end)
    if end - at >= 3:
        return ellipsis(line, at)
    if end - at == 2 or not closes_chinese(line, first, right) or left in "…—":
        return None
    if right and not is_han(right) and right not in QUOTE_ENDS:
        return None
    if is_han(right) and (_ITEM.search(line, max(0, at - 4), at) or _DOMAIN.match(line, end)):
        return None
    if {left, right} <= _TRANSLITERATION:
        return None
    return Change(first, last, "。", "punctuation:full-stop")


def ellipsis(line: str, at: int) -> Change | None:
    """Three dots or more of any kind after Han or a mark are ``……``."""
    end = run_end(line, at)
    length, left = end - at, line[at - 1 : at] if at else ""
    if line[at] == "。" and length == 2:
        return Change(at, end, "。", "punctuation:repeated")
    if length < (2 if line[at] == "⋯" else 3) or not (ends_chinese(left) or (left and left in POINTS)):
        return None
    return Change(at, end, "……", "punctuation:ellipsis")


def repeated(line: str, at: int) -> Change | None:
    """Of ``，，``, ``，、`` and ``，。`` the last counts; four ``！`` or more are three."""
    end = run_end(line, at)
    if line[at] == "！":
        return Change(at, end, "！！！", "punctuation:repeated") if end - at > 3 else None
    if line[end : end + 1] in ("、", "。"):
        return Change(at, end, "", "punctuation:repeated")
    return Change(at, end, "，", "punctuation:repeated") if end - at > 1 else None
