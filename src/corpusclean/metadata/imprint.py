"""Reads an imprint: the line that says when, from where and by whom, 来源：澜安日报 作者：王小明 2020-02-03 15:11.

A line comes in, `Item`s go out: dates, sources, names, each with its field, its label where it has one, and its place.
A line with anything else in it is no imprint; a sentence is never read as one.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import NamedTuple

from corpusclean.fold import fold
from corpusclean.metadata.date import EARLIEST
from corpusclean.metadata.imprint_bounds import Bound, read_bounds
from corpusclean.metadata.imprint_people import glued_people, names_behind
from corpusclean.metadata.labels import CHUNK, FIELD, FILLER, OWN_REPORTER
from corpusclean.metadata.names import TITLES, has_surname, is_compound, is_nobody
from corpusclean.metadata.outlets import is_outlet
from corpusclean.remember import remembering


class Item(NamedTuple):
    """One statement: its field, its value as printed, the label that names it ("" where none does), its place."""

    field: str
    value: str
    label: str
    start: int
    moment: datetime | date | None = None


class Imprint(NamedTuple):
    """What one line states; ``whole`` where the line holds nothing else."""

    items: tuple[Item, ...]
    whole: bool

    def of(self, *fields: str) -> list[Item]:
        """The items of some fields."""
        return [item for item in self.items if item.field in fields]


# no imprint seen on real pages was longer
_LONGEST = 200
# longer than any name or office, with nothing in it that parts of an imprint are set apart by: a headline, mostly
_ONE_WORD = re.compile(r"[^\s:：/／|｜\d０-９,，、;；()（）\[\]【】@_]{24,}")
# a line is asked for by headline, head and statements, and menus come back on the next page
_REMEMBERED = 1024
# one loose part beside a date may be a name nobody knows (半亩书田 2022-10-19); a clause is longer
_LONGEST_NAME = 16
# a line with a date and a time of day is an imprint whatever stands beside: 不系舟 评论 沅水志 5 2020-04-18 11:36:20
_LONGEST_STAMPED, _MOST_UNKNOWN = 60, 3
_PEOPLE = ("author", "editor", "credit")
_DATES = ("published", "updated", "written")
_TEXTS = ("url", "section", "keyword", "original-title", "number", "issuer", "index")
_ACCOUNTS = ("微信公众号", "公众号", "微信", "微信号", "新浪微博", "今日头条")
_VALUE = re.compile(r"[^\s|\[\]()]+")
_NAME_REPORTS = re.compile(r"(?P<name>[\u3400-\u9fff]{2,4})(?:综合)?(?:报导|报道)")
# 河岸笔谈[整理]: who put the text together is where it comes from
_COMPILED = re.compile(r"\[(?:整理|编译|转载)\]")
# what no imprint has, and what none without a label has; a source may stand in quotes: 来源：“半杯清茶”
_SENTENCE, _CLAUSE = re.compile(r"[。!?“”\"]"), re.compile(r"[。!?;“”\"]|,(?!\d)")
_QUOTED = re.compile(r":\s?[“\"「][^“”\"「」]{1,24}[”\"」]")
_ITEM = re.compile(r"\s*\d{1,2}[.、)]\s?[\u3400-\u9fff]")
_REPORTERS = ("记者", "通讯员", "实习生", "特派员")
_EDGES = " ,，、;；。《》“”\"'「」『』/:：·•|"


def _may_be_handle(chunk: str) -> bool:
    """True for what may be a name that nobody knows; a number of a law or a clause is none."""
    return len(chunk) <= _LONGEST_NAME and not re.search(r"\d.*第|第\d", fold(chunk))


@remembering(_REMEMBERED, longest=2 * _LONGEST)
def read_imprint(text: str) -> Imprint:
    """What one line states about the page.

    Parameters
    ----------
    text : str
        A line as printed.

    Returns
    -------
    Imprint
        Without items where the line states nothing.

    Examples
    --------
    >>> [item[:2] for item in read_imprint("来源：澜安日报 作者：王小明 李大山 2020-02-03 15:11").items]
    [('source', '澜安日报'), ('author', '王小明'), ('author', '李大山'), ('published', '2020-02-03 15:11')]
    >>> read_imprint("他曾任责任编辑：这是很久以前的事了。").whole
    False
    """
    if not text.strip() or len(text.strip()) > _LONGEST or _ONE_WORD.fullmatch(text):
        return Imprint((), False)
    return _Reader(text).read()


class _Reader:
    """One line being read: labels, dates and addresses bound it, values and loose chunks stand between."""

    def __init__(self, text: str) -> None:
        self.text, self.folded = text, fold(text)
        self.items: list[Item] = []
        self.unknown: list[str] = []
        self.dated = False

    def read(self) -> Imprint:
        bounds = read_bounds(self.text, self.folded)
        ends = [bound.start for bound in bounds[1:]] + [len(self.text)] if bounds else []
        self.dated = any(bound.moment for bound in bounds)
        self._loose(0, bounds[0].start if bounds else len(self.text))
        label = Bound(0, 0, "")  # the label that the date after it is read with
        for bound, end in zip(bounds, ends, strict=True):
            if bound.moment is not None:
                self._date(bound, label)
                self._loose(bound.end, end)
            elif bound.label:
                self._value(bound, end)
            elif bound.field:
                self.items.append(Item(bound.field, self.text[bound.start : bound.end], "", bound.start))
                self._loose(bound.end, end)
            label = bound if end - bound.end < 4 else Bound(0, 0, "")
        return Imprint(tuple(self.items), self._is_whole())

    def _is_whole(self) -> bool:
        if self.folded.rstrip()[-1:] in ("?", "!") or _ITEM.match(self.folded):
            return False  # 记者：您第一次上船是什么时候？; 3. 老木匠论坛 http://…
        own = [item for item in self.items if not item.label or item.label in FIELD]  # not 会议日期：2023-05-04
        if not any(item.moment or item.label or item.field == "address" for item in own):
            return False
        if any(isinstance(item.moment, datetime) for item in self.items) and len(self.text.strip()) <= _LONGEST_STAMPED:
            sentence = _SENTENCE if any(item.label for item in self.items) else _CLAUSE
            return len(self.unknown) <= _MOST_UNKNOWN and not sentence.search(_QUOTED.sub(":", self._undated()))
        return not self.unknown or (self.dated and len(self.unknown) == 1 and _may_be_handle(self.unknown[0]))

    def _undated(self) -> str:
        """The line without its dates, which have commas of their own: Jan 5, 2021 3:05 PM."""
        folded = self.folded
        for item in self.items:
            folded = folded.replace(fold(item.value), " ") if item.moment else folded
        return folded

    def _date(self, bound: Bound, label: Bound) -> None:
        field = label.field if label.label and label.field in (*_DATES, "other") else "published"
        if bound.moment is not None and bound.moment.year < EARLIEST and not label.label:
            return  # only a label dates a text that is older than the web
        value = self.text[bound.start : bound.end]
        self.items.append(Item(field, value, label.label, bound.start, bound.moment))

    def _value(self, bound: Bound, end: int) -> None:
        if bound.field in _PEOPLE:
            self._people(bound, end)
        elif bound.field == "source":
            self._source(bound, end)
        elif bound.field in _TEXTS:
            self._state(bound, self.text[bound.end : end].strip(), bound.end)
        else:
            self._state(bound, "", bound.end)
            if bound.field in _DATES:
                self._loose(bound.end, end)

    def _state(self, bound: Bound, value: str, start: int) -> None:
        """Note a labelled value; a label with nothing behind it still makes the line an imprint."""
        self.items.append(Item(bound.field if value else "other", value, bound.label, start))

    def _people(self, bound: Bound, end: int) -> None:
        """Names behind a label; what follows them is loose."""
        found = names_behind(self.text, self.folded, (bound.start, bound.end), end, strict=bound.field != "credit")
        self.unknown += ["", ""] if found.foreign else []
        if not found.names:
            self._state(bound, "", bound.end)
        self.items += (Item(bound.field, name, bound.label, bound.end) for name in found.names)
        self._loose(found.stop, end)

    def _source(self, bound: Bound, end: int) -> None:
        words = list(_VALUE.finditer(self.folded, bound.end, end))
        last = 0
        while last + 1 < len(words) and self._goes_on(words[last].group(), words[last + 1].group()):
            last += 1
        stop = words[last].end() if words else bound.end
        value = self.text[bound.end : stop].strip(_EDGES)
        if "《" in value and "》" not in value:  # 光明网-《光明日报》
            value += "》"
        known = (
            bool(value)
            and not re.search(r"www\.|\.com|\.cn", value)
            and not is_nobody(value)
            and (is_outlet(value) or not FILLER.fullmatch(fold(value)))
            and len(value) <= 40
        )
        self._state(bound, value if known else "", bound.end)
        self._loose(stop, end)

    @staticmethod
    def _goes_on(word: str, following: str) -> bool:
        """公众号 半杯冷萃 and GETTY IMAGES are one source."""
        return word.strip(_EDGES) in _ACCOUNTS or (word.isascii() and following.isascii() and word.isalpha())

    def _loose(self, start: int, end: int) -> None:
        """Chunks without a label: a reporter, an outlet, a name, a count, or something unknown."""
        for match in CHUNK.finditer(self.folded, start, end):
            chunk = match.group().strip("·•■□●◎☉○▲△*:-—~_…")
            if self.dated and chunk[:1] == "《" and is_outlet(chunk[1:-1]):  # 《柏川日报》（2020年2月3日 第 03 版）
                chunk = chunk[1:-1]
            report = _NAME_REPORTS.fullmatch(chunk)  # 生活中心／王小明报导
            if report and has_surname(report["name"]):
                name = self.text[match.start() + match.group().find(chunk) :][: report.end("name")]
                self.items.append(Item("author", name, _REPORTERS[0], match.start()))
                continue
            people = "记者" in chunk and glued_people(chunk, chunk)
            if not chunk or (not people and FILLER.fullmatch(chunk) and not is_outlet(chunk)):
                continue
            offset = match.start() + match.group().find(chunk)
            if _COMPILED.match(self.folded, offset + len(chunk)):
                self.items.append(Item("outlet", self.text[offset : offset + len(chunk)], "", offset))
                continue
            # 首发: is a label that nobody knows, 火山迫近前,小镇先搬走猫 a clause
            clause = self.folded[match.end() : match.end() + 1] == "," and not has_surname(chunk)
            if clause or (match.group()[-1] == ":" and len(chunk) > 1):
                self.unknown.append(chunk)
                continue
            self._chunk(chunk, self.text[offset : offset + len(chunk)], offset)

    def _chunk(self, chunk: str, printed: str, offset: int) -> None:
        reporter = OWN_REPORTER.match(chunk)
        people = glued_people(chunk, printed)
        follows = bool(self.items) and not printed.isascii() and self.items[-1].label in _REPORTERS
        if reporter and reporter["outlet"] and is_outlet(reporter["outlet"]):
            self.items.append(Item("desk", printed[: reporter.end("outlet")], "", offset))
        if reporter and reporter.end() == len(chunk):  # 岭南日报记者 王小明
            self.items.append(Item("other", "", reporter["role"], offset))
            return
        if chunk in FIELD or (TITLES.match(chunk) and len(chunk) > 2):  # 索引号; 河霄学院院长 王小明
            return
        if people:
            self.items += (Item(field, name, role, offset) for field, role, name in people)
        elif follows and has_surname(chunk):  # 记者费大文、荣小星
            self.items.append(Item("author", printed, self.items[-1].label, offset))
        elif is_compound(chunk) or (
            has_surname(chunk) and not (is_outlet(chunk) and (len(chunk) > 3 or chunk[-1] in "网报社站台"))
        ):
            self.items.append(Item("name", printed, "", offset))
        elif is_outlet(chunk):
            self.items.append(Item("outlet", printed, "", offset))
        else:
            self.items.append(Item("unknown", printed, "", offset))
            self.unknown.append(printed)
