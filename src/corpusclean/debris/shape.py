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

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]")
HAN_RUNS = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]{2,}")
_STOP = re.compile("[。！？；!?;…]|[，,].*[，,]")
_FULL_STOP = re.compile("。|[；;]$|[㐀-鿿][.．]$")
# marks that end a sentence, and the closing marks that may stand behind them: 他说：“来！”
_ENDS = "。！？；!?;…"
_CLOSERS = "”’」』\"')）》】] \u3000\t"
# the shortest paragraph of a news page that is no subhead has about this many Han characters
_PROSE_HAN = 12
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
_ITEM = re.compile(r"\A(?:[•●○◆◇■□▪※·►▶☆★\-*+]|[(（]?[0-9０-９一二三四五六七八九十]{1,3}[)）、.．]|[A-H][.．、]|[①-⑳])")
# marks that code has and text has not
_CODE = re.compile(r"[{}=;\[\]<>\\]|[A-Za-z_]\(|\)\s*:?$|->|::|^(?:import|from|return) ")
# （2020年7月24日第八次会议通过）, under the title of a law
_ENACTED = re.compile("^[(（].*(?:通过|通過|施行|公布|批准|修[订訂正]).{0,4}[)）]$")
# An English sentence, of a bilingual page; buttons and names have fewer words.
_FOREIGN_WORDS = 8
# cells of a table row, set apart by blanks
_CELLS = re.compile("\\S[ \u3000\t]{3,}\\S")
# offices and firms, as they sign a notice
OFFICE = re.compile(
    "(?:委员会|委員會|政府|[局厅廳部院处處会會]|公司|中心|办公室|辦公室|[大中小][学學]|[学學]校|法院|支队|支隊)$"
)

_TRAITS = (
    ("quoted", re.compile(f"^[{_OPENERS}]")),
    ("numbered", _ITEM),
    ("office", OFFICE),
    ("bars", re.compile("[|｜]")),
    ("enacted", _ENACTED),
    ("cells", _CELLS),
)


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


def han_count(text: str) -> int:
    """How many Han characters the head of a line has."""
    return len(HAN.findall(text[:HEAD]))


def ends_sentence(text: str) -> bool:
    """True for a line whose last mark ends a sentence, closing quotes and brackets aside.

    >>> ends_sentence("他说：“来！”"), ends_sentence("甘当“守门员”")
    (True, False)
    """
    bare = text[-HEAD:].rstrip(_CLOSERS)
    return bare[-1:] in _ENDS and bool(bare)


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
    han = len(HAN.findall(head[:_HAN_WITHIN]))
    if han >= _PROSE_HAN and _runs_on(head):
        return "prose" if len(bare) > HEADLINE_LONGEST else "clauses"
    if len(bare) <= 2:
        return "one-character" if len(bare) == 1 else "word"
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
    found = [name for name, pattern in _TRAITS if pattern.search(bare)]
    if bare[0] in "([（【[〔《<":
        found.append("bracketed" if bare[-1] in ")]）】]〕》>" else "bracket-first")
    elif bare[-1] in ")）】]":
        found.append("bracket-last")
    if _CODE.search(bare) and not HAN.search(bare):
        found.append("code")
    speech = len(_FUNCTION.findall(bare))
    found.append("speech-0" if not speech else "speech-1" if speech * 12 < len(bare) else "speech-2")
    if sum(map(str.isdigit, bare)) * 4 > len(bare):
        found.append("digits")
    return found


def pairs(text: str) -> set[str]:
    """The pairs of characters in a line, in matching form; the model knows those that many sites have in common.

    >>> sorted(pairs("分享到"))
    ['享到', '分享']
    """
    bare = fold(text.strip()[:_WORDS_WITHIN])
    return {a + b for a, b in itertools.pairwise(bare)}
