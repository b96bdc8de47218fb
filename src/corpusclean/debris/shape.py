"""What a line looks like, whatever it says: the named features that rules of place and neighbours go by.

A line of text comes in, features come out.  Only the head of a long line is looked at, so a line costs the same
whether it has fifty characters or a million.  Nothing is judged here.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from corpusclean.document import Document, Line
from corpusclean.fold import fold

_RANGES = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
HAN = re.compile(f"[{_RANGES}]")
HAN_RUNS = re.compile(f"[{_RANGES}]{{2,}}")
_STOP = re.compile("[。！？；!?;…]|[，,][^，,]*[，,]")
_FULL_STOP = re.compile("。|[；;]$|[㐀-鿿][.．]$")
# marks that end a sentence, and the closing marks that may stand behind them: 他说：“来！”
_ENDS = "。！？；!?;…"
_CLOSERS = "”’」』\"')）》】] \u3000\t"
# the shortest paragraph of a news page that is no subhead has about this many Han characters
_PROSE_HAN = 12
_PROSE_BEGINS = re.compile(f"(?:[^{_RANGES}]*[{_RANGES}]){{{_PROSE_HAN}}}")
# A paragraph shows what it is within its first line on a screen; the rest is not looked at.
HEAD = 120
# A headline or a subhead fits on one line of a page; the longest of 300 looked at had 34 characters.
HEADLINE_LONGEST = 36
# Where a paragraph is Chinese, its first characters are.
_HAN_WITHIN = 40
# What a line is about shows in its first characters, and most lines of debris have no more.
_WORDS_WITHIN = 40
# words of navigation and buttons have two to four characters, column names up to eight
_WORD, _PHRASE = 4, 8
# A menu is three or more short words side by side: 首页 | 新闻 | 体育.
_MENU_WORDS, _MENU_MEAN = 3, 7
_MENU_BREAK = re.compile(r"[\s|｜│┊丨·•>＞»›/／、,，]+")
_ADDRESS = re.compile(r"https?:|www\.|\.com\b|\.cn\b|[\w.]@[\w]")
_DATED = re.compile(
    r"[0-9]{4}[-/.年][ 0-9]?[0-9][-/.月]|[0-9]{1,2}:[0-9]{2}|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{2}-[0-9]{2}"
    r"|[前昨][天日]|[小時时分钟鐘天]前"
)
_LABEL = re.compile(r"[^：:。，,\s]{1,10}[：:]")
# The small words of connected speech; headlines and menus do without them.
_FUNCTION = re.compile("[的了是在也就都着著过過吗嗎呢吧把被他她我你们們这這那]")
_OPENERS = "“「『\"'‘"
_QUOTES, _UNQUOTES = tuple("“「『"), tuple("”」』")
_ITEM = re.compile(r"\A(?:[•●○◆◇■□▪※·►▶☆★\-*+]|[(（]?[0-9０-９一二三四五六七八九十]{1,3}[)）、.．]|[A-H][.．、]|[①-⑳])")
# marks that code has and text has not
_CODE = re.compile(r"[{}=;\[\]<>\\]|[A-Za-z_]\(|\)\s*:?$|->|::|^(?:[0-9]{1,4}[ \t]+)?(?:import|from|return) ")
# （2020年7月24日第八次会议通过）, under the title of a law
_ENACTED = re.compile("[(（].*(?:通过|通過|施行|公布|批准|修[订訂正]).{0,4}[)）]$")
# 推 lemontea: 我家是搖椅, a reply on a bulletin board
_PUSHED = re.compile("(?:推|[噓嘘]|→) ?[A-Za-z][A-Za-z0-9]{1,11} ?[:：]")
# An English sentence, of a bilingual page; buttons and names have fewer words.
_FOREIGN_WORDS = 8
# cells of a table row, set apart by blanks
_CELLS = re.compile("\\S[ \u3000\t]{3,}\\S")
# offices and firms, as they sign a notice
_OFFICES = tuple(
    "委员会 委員會 政府 局 厅 廳 部 院 處 处 会 會 公司 中心 办公室 辦公室 大学 大學 中学 中學 小学 小學 学校 學校 "
    "法院 支队 支隊".split()
)
# A sentence of this many Han characters says something: 关于我们。 and 请输入正确的邮箱地址。 are buttons.
_WHOLE_HAN = 15


def is_prose(text: str) -> bool:
    """True for a line that reads like sentences: enough Han characters, and marks that headlines do without.

    >>> is_prose("雨停之后，街上的人多了起来。"), is_prose("注意！老城区停水，你家通知了吗？")
    (True, False)
    """
    head = text.strip()[:HEAD]
    return len(HAN.findall(head)) >= _PROSE_HAN and _runs_on(head)


def _runs_on(head: str) -> bool:
    """A headline has room for an exclamation and a question; a full stop, or greater length, is prose."""
    if len(head) > HEADLINE_LONGEST:
        return _STOP.search(head) is not None
    return _FULL_STOP.search(head) is not None or (head[0] in _OPENERS and ends_sentence(head))


def is_whole(text: str) -> bool:
    """True for a line with a whole sentence to its end, and for one that is all quoted speech.

    >>> is_whole("渡口的船还在开，老船工每天清早把水舀干净。"), is_whole("“开船吗？”"), is_whole("关于我们。")
    (True, True, False)
    """
    bare = text.strip()
    last = bare[-HEAD:].rstrip(_CLOSERS)[-2:]
    if bare[:1] in _QUOTES and bare[-1] in _UNQUOTES:
        return _is_stop(last)
    return last[-1:] in "。.．" and _is_stop(last) and han_count(bare) >= _WHOLE_HAN


def is_office(text: str) -> bool:
    """True for what ends in the name of an office or firm.

    >>> is_office("渡口镇人民政府"), is_office("渡口")
    (True, False)
    """
    return text.endswith(_OFFICES)


def han_count(text: str) -> int:
    """How many Han characters the head of a line has."""
    return len(HAN.findall(text[:HEAD]))


def ends_sentence(text: str) -> bool:
    """True for a line whose last mark ends a sentence, closing quotes and brackets aside.

    >>> ends_sentence("他说：“来！”"), ends_sentence("甘当“守门员”"), ends_sentence("他说:“桥好,船也好.”")
    (True, False, True)
    """
    return _is_stop(text[-HEAD:].rstrip(_CLOSERS)[-2:])


def _is_stop(last: str) -> bool:
    """True for the last two characters of a sentence; a point is a stop behind Han alone: 3.5, No."""
    return bool(last) and (last[-1] in _ENDS or (last[-1] in ".．" and HAN.match(last) is not None))


def body_span(doc: Document) -> tuple[int, int]:
    """Index of the first and the last body line that is prose; (0, last line) where none is."""
    first = _first_prose(doc.lines)
    last = _first_prose(reversed(doc.lines)) if first is not None else None
    return (0, len(doc.marks) - 1) if first is None or last is None else (first, last)


def _first_prose(lines: Iterable[Line]) -> int | None:
    return next((line.row for line in lines if line.is_body and is_prose(line.text)), None)


def outline(text: str) -> str:
    """What kind of line *text* is by its outline alone, in one word.

    >>> [outline(text) for text in ("首页 | 新闻 | 体育", "日", "12:30", "山村来了“车轮上的银行”", "他走了。")]
    ['menu', 'one-character', 'number', 'headline', 'sentence']
    """
    bare = text.strip()
    head = bare[:HEAD]
    if _PROSE_BEGINS.match(head, 0, _HAN_WITHIN) and _runs_on(head):
        return "prose" if len(bare) > HEADLINE_LONGEST else "clauses"
    if len(bare) <= 2:
        return "one-character" if len(bare) == 1 else "word"
    han = len(HAN.findall(head[:_HAN_WITHIN]))
    if not han:
        return _outline_without_han(bare, head)
    if _ADDRESS.search(head):
        return "address"
    if _DATED.search(head):
        return "dated"
    return _outline_of_words(bare, head, han)


def _outline_without_han(bare: str, head: str) -> str:
    if not any(map(str.isalpha, head)):
        return "number"
    return "foreign" if head.count(" ") >= _FOREIGN_WORDS - 1 and bare[-1] in ".?!" else "latin"


def _outline_of_words(bare: str, head: str, han: int) -> str:
    if bare.endswith(("...", "…", "..")):
        return "cut-off"
    if ends_sentence(bare):
        return "question" if bare[-1] in "？！?!" else "sentence"
    words = _MENU_BREAK.split(head)
    if len(words) >= _MENU_WORDS and len(head) <= _MENU_MEAN * len(words):
        return "menu"
    if bare[-1] in "，,、：:—":
        return "open"
    return "label" if _LABEL.match(head) else _outline_by_length(len(bare), han)


def _outline_by_length(length: int, han: int) -> str:
    if han <= _PHRASE:
        return "word" if han <= _WORD else "phrase"
    return "headline" if length <= HEADLINE_LONGEST else "long"


def traits(text: str) -> list[str]:
    """Further features of a line that its outline leaves open, as names."""
    bare = text.strip()[:HEAD]
    found = [*_opening(bare), *of_the_text(bare)]
    if is_office(bare):
        found.append("office")
    if "|" in bare or "｜" in bare:
        found.append("bars")
    if (" " in bare or "\u3000" in bare or "\t" in bare) and _CELLS.search(bare):
        found.append("cells")
    speech = len(_FUNCTION.findall(bare))
    found.append("speech-0" if not speech else "speech-1" if speech * 12 < len(bare) else "speech-2")
    if not bare.isalpha() and sum(map(str.isdigit, bare)) * 4 > len(bare):
        found.append("digits")
    return found


def of_the_text(text: str) -> list[str]:
    """The traits of what is of the text whatever stands beside it: code, the date of a law, a reply on a board."""
    bare = text.strip()[:HEAD]
    if _ENACTED.match(bare):
        return ["enacted"]
    if _PUSHED.match(bare):
        return ["pushed"]
    return [] if HAN.search(bare) or not _CODE.search(bare) else ["code"]


def _opening(bare: str) -> list[str]:
    """Traits of the first character, and of the last that belongs to it."""
    found = ["quoted"] if bare[0] in _OPENERS else []
    if _ITEM.match(bare):
        found.append("numbered")
    if bare[0] in "([（【[〔《<":
        found.append("bracketed" if bare[-1] in ")]）】]〕》>" else "bracket-first")
    elif bare[-1] in ")）】]":
        found.append("bracket-last")
    return found


def pairs(text: str) -> set[str]:
    """The pairs of characters in a line, in matching form; the model knows those that many sites have in common.

    >>> sorted(pairs("分享到"))
    ['享到', '分享']
    """
    bare = fold(text.strip()[:_WORDS_WITHIN])
    return {a + b for a, b in itertools.pairwise(bare)}
