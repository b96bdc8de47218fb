"""Dashes and the dot between the parts of a name.

A line and the place of a dash or dot come in; the change to ``——`` or ``·`` goes out, or None where it stays.  One
dash joins (北京—上海, 2019—2020), two break a sentence; hyphens of words and numbers are never touched.
Standards: GB/T 15834-2011, 重訂標點符號手冊.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusclean.document import Change
from corpusclean.normalize.protect import Span, outside
from corpusclean.normalize.signs import (
    CLOSING,
    HAN,
    KANA_CHARACTER,
    POINTS,
    around,
    begins_chinese,
    ends_chinese,
    is_han,
    run_end,
)

DASH = "——"
# more hyphens than this are a rule drawn across the page
LONGEST_HYPHENS = 4
_CLAUSE = re.compile("[^，。；：！？,;!?\n]+")
_JOINT = re.compile(f"(?<=[{HAN}”》])—(?=[{HAN}“《])")
# 北京—天津—上海 is a line on the map and not an aside: what stands between the dashes is a place
_PLACES = frozenset(
    (
        "北京 天津 上海 重庆 重慶 石家庄 石家莊 太原 沈阳 瀋陽 大连 大連 长春 長春 哈尔滨 "
        "哈爾濱 南京 苏州 蘇州 徐州 杭州 宁波 寧波 合肥 福州 厦门 廈門 南昌 济南 濟南 青岛 "
        "青島 郑州 鄭州 洛阳 洛陽 武汉 武漢 长沙 長沙 广州 廣州 深圳 珠海 南宁 南寧 海口 成都 "
        "贵阳 貴陽 昆明 拉萨 拉薩 西安 兰州 蘭州 西宁 西寧 银川 銀川 乌鲁木齐 烏魯木齊 呼和浩特 "
        "香港 澳门 澳門 台北 臺北 台中 臺中 台南 臺南 高雄 东京 東京 首尔 首爾 莫斯科 伦敦 "
        "倫敦 巴黎 柏林 纽约 紐約 新加坡 曼谷 河内 河內"
    ).split()
)
_PLACE_ENDS = "市省县縣区區州港站路镇鎮"


def hyphens(line: str, at: int) -> Change | None:
    """``--`` between Chinese words, before a quotation's author, or at the end of what breaks off."""
    end = run_end(line, at)
    return _drawn(line, at, end) if 2 <= end - at <= LONGEST_HYPHENS else None


def bars(line: str, at: int) -> Change | None:
    """``―`` and ``──``, which are drawn like a dash."""
    end = run_end(line, at)
    return _drawn(line, at, end) if end - at >= (1 if line[at] == "―" else 2) else None


def _drawn(line: str, start: int, end: int) -> Change | None:
    """A dash drawn with another character, if Chinese text stands on both sides, or on one at an end of the line."""
    first, left, last, right = around(line, start, end)
    before = left == "" or ends_chinese(left) or left in POINTS
    after = right == "" or begins_chinese(right) or right in CLOSING
    if before and after and (is_han(left) or is_han(right) or (left and right)):
        return Change(first, last, DASH, "punctuation:dash")
    return None


def long_dash(line: str, at: int) -> Change | None:
    """Three ``—`` or more are two."""
    end = run_end(line, at)
    return Change(at, end, DASH, "punctuation:dash") if end - at >= 3 else None


def paired_dashes(line: str, spans: list[Span]) -> Iterator[Change]:
    """Two single dashes around an aside: 他—小王—来.

    >>> [change.start for change in paired_dashes("他—小王—来", [])], list(paired_dashes("北京—天津—上海", []))
    ([1, 4], [])
    """
    for clause in _CLAUSE.finditer(line):
        if clause.group().count("—") != 2:
            continue
        places = [match.start() for match in _JOINT.finditer(line, *clause.span())]
        if len(places) == 2 and not _is_place(line[places[0] + 1 : places[1]]):
            for at in places:
                if outside(spans, at, at + 1):
                    yield Change(at, at + 1, DASH, "punctuation:dash")


def _is_place(words: str) -> bool:
    return words in _PLACES or words[-1:] in _PLACE_ENDS


def dot(line: str, at: int) -> Change | None:
    """Any dot between Han is ``·``, but ``・`` near kana is Japanese."""
    if not at or not is_han(line[at - 1]) or not is_han(line[at + 1 : at + 2]):
        return None
    if line[at] in "・･" and KANA_CHARACTER.search(line, max(0, at - 20), at + 20):
        return None
    return Change(at, at + 1, "·", "punctuation:dot")
