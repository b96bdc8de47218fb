"""Reads dates as Chinese pages print them: 2023年05月12日08:15, 二〇二〇年一月三日, 113-03-15, 27.05.2022.

A line of text comes in, `Moment`s with their spans come out, the time of day with them where one is printed.  Half a
date (``28 16:39``, ``Mar 4``), a clock, and a number that no calendar has are never completed or guessed.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple

from corpusclean.fold import fold


class Moment(NamedTuple):
    """A date found in a line: its value, and the span of what spells it."""

    value: datetime | date
    start: int
    end: int

    @property
    def day(self) -> date:
        """The date without the time of day."""
        return self.value.date() if isinstance(self.value, datetime) else self.value


# a page is not older than the web, and what is dated after this century is no date; a label may date an older text
EARLIEST, OLDEST, LATEST = 1990, 1900, 2099
MINGUO = 1911
_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_HAN = str.maketrans("〇○零元一二三四五六七八九", "0001123456789")
# a number in digits of any kind, the blanks that a typesetter put between them included
_NUMBER = r"[\d〇○零元一二三四五六七八九十廿百 ]"
# no digit of a date touches these: 2020/02/03 in an address, 1.2020.3.4 in a number
_BEFORE, _AFTER = r"(?:(?<![0-9A-Za-z/.\-_%])|(?<=[\u3400-\u9fff]/))", r"(?![0-9]|[/.\-](?!\d\d:)[0-9])"
_M, _D = r"(?P<month>\d{1,2})", r"(?P<day>\d{1,2})"
_NAME = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_EAST = rf"\s?年\s?(?P<month>{_NUMBER}{{1,3}})\s?月\s?(?P<day>{_NUMBER}{{1,3}})\s?日"

# in order of trust: where two overlap the earlier form counts
_FORMS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?:中华)?民国\s?(?P<minguo>{_NUMBER}{{1,6}}){_EAST}",  # 民国113年3月12日, 民国一百一十三年三月十二日
        rf"{_BEFORE}(?P<year>(?:19|20)\d\d){_EAST}",  # 2023年05月12日
        # 二0二一年六月十四日
        rf"(?<![〇零一二三四五六七八九十])(?P<year>[12二一][\d〇○零一二三四五六七八九]{{3}}){_EAST}",
        rf"{_BEFORE}(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])\s?{_M}(?P=mark)\s?(?:{_D}{_AFTER}|(?P<glued>\d\d)(?=[012]\d:\d\d))",
        # 2021/ 06/ 25, 2005.08.2605:39
        rf"{_BEFORE}(?P<first>\d{{1,2}})(?P<mark>[-/.]){_M}(?P=mark)(?P<year>(?:19|20)\d\d){_AFTER}",  # 27.05.2022
        rf"\b{_D}(?:st|nd|rd|th)?[\s\-]{_NAME},?[\s\-](?P<year>(?:19|20)\d\d)\b",  # 9 May 2023, 1-Dec-2020
        # Jun 10, 2024 and Jun 10 14:20:51 2024
        rf"\b{_NAME}\s+{_D}(?:st|nd|rd|th)?,?\s+(?:\d\d?:\d\d(?::\d\d)?\s+)?(?P<year>(?:19|20)\d\d)\b",
        rf"{_BEFORE}(?P<minguo>1[01]\d){_EAST}",  # 113年3月15日
        rf"{_BEFORE}(?P<minguo>1[01]\d)(?P<mark>[-/.]){_M}(?P=mark){_D}{_AFTER}",  # 113-03-15
        rf"{_BEFORE}(?P<short>[0-4]\d)(?P<mark>[-/.])(?P<month>\d\d)(?P=mark)(?P<day>\d\d){_AFTER}",  # 20-03-10
    )
)
# no form is spelled without one of these
_SCREEN = re.compile(r"\d[-/.－／．]\s?\d|年|(?:19|20)\d\d")

# 08:15, 20:14:37, 6:40 PM, 下午3:05, 08时15分; a part has two digits, and what follows them is the next word
_TIME = re.compile(
    r"(?:[\s,T\-|]|[今昨][天日]|星期[一二三四五六日天]|周[一二三四五六日天]|\([^()\d]{1,6}\)){0,6}?"
    r"(?P<noon>上午|下午|晚上|凌晨|中午)?\s?(?P<hour>[01]?\d|2[0-3])(?::|时|点)(?P<minute>[0-5]\d)分?"
    r"(?::(?P<second>[0-5]\d)(?:\.\d{1,6})?)?(?:\s?(?P<half>[ap])\.?m\b)?(?:\s?(?P<zone>Z\b|[+-]\d\d:?\d\d))?",
    re.I,
)
_CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?")


def find_dates(text: str, *, since: int = EARLIEST) -> list[Moment]:
    """The full dates in a line, from left to right.

    Parameters
    ----------
    text : str
        A line as printed; script and width do not matter.
    since : int
        The first year that counts.

    Returns
    -------
    list of Moment

    Examples
    --------
    >>> [str(moment.value) for moment in find_dates("发布日期：113-03-15，更新：2024年6月20日 6:40 PM")]
    ['2024-03-15', '2024-06-20 18:40:00']
    >>> find_dates("28 16:39  阅读 2020")
    []
    """
    if not _SCREEN.search(text):
        return []
    folded = fold(text)
    taken: list[Moment] = []
    for form in _FORMS:
        for match in form.finditer(folded):
            start, end = match.span()
            if all(end <= other.start or start >= other.end for other in taken):
                moment = _moment(match, folded)
                if moment is not None and moment.day.year >= since:
                    taken.append(moment)
    return sorted(taken, key=lambda moment: moment.start)


def _moment(match: re.Match[str], text: str) -> Moment | None:
    day = _day(match.groupdict())
    if day is None or not OLDEST <= day.year <= LATEST:
        return None
    inside = _CLOCK.search(match.group())  # Jun 10 14:20:51 2024
    after = None if inside else _TIME.match(text, match.end())
    found = inside or after
    value = _with_time(day, found.groupdict()) if found else day
    return Moment(value, match.start(), after.end() if after else match.end())


def _day(parts: dict[str, str | None]) -> date | None:
    month = _value(parts.get("month")) or _MONTHS.get((parts.get("name") or "")[:3].lower(), 0)
    day = _value(parts.get("day") or parts.get("glued") or parts.get("first"))
    year = _value(parts.get("year"))
    if parts.get("minguo"):
        year = _value(parts["minguo"]) + MINGUO
    elif parts.get("short"):
        year = _value(parts["short"]) + 2000
    if parts.get("first") and month > 12:  # 06/25/2024 has the month first, 27.05.2022 the day
        month, day = day, month
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _value(text: str | None) -> int:
    """The number that 12, 十二, 廿一, 一一三, 一百一十三 or 二〇二〇 spells; 0 where it is none."""
    text = (text or "").replace(" ", "").replace("廿", "二十").translate(_HAN)
    if "百" not in text and "十" not in text:
        return int(text) if text.isdecimal() else 0
    hundreds, _, rest = text.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    parts = (hundreds or "0", (tens or "1") if ten else "0", ones or "0")
    if not all(part.isdecimal() for part in parts):
        return 0
    return 100 * int(parts[0]) + 10 * int(parts[1]) + int(parts[2])


def _with_time(day: date, parts: dict[str, str | None]) -> datetime | date:
    hour, minute = int(parts["hour"] or 0), int(parts["minute"] or 0)
    late = (parts.get("half") or "").lower() == "p" or parts.get("noon") in ("下午", "晚上")
    if late and hour < 12:
        hour += 12
    elif hour == 12 and ((parts.get("half") or "").lower() == "a" or parts.get("noon") == "凌晨"):
        hour = 0
    second = int(parts.get("second") or 0)
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=_zone(parts.get("zone")))


def _zone(text: str | None) -> timezone | None:
    """The offset that a page prints: Z, +08:00."""
    if not text:
        return None
    if text in "Zz":
        return timezone.utc
    hours, minutes = int(text[1:3]), int(text[-2:])
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset) if offset < timedelta(hours=24) else None


# （編輯：X）1120403: the day of a Taiwanese agency's report, six or seven digits behind the last full stop
_SEAL = re.compile(r"(?<=[。)」』!?:;])\s?(?P<minguo>1[0-2]\d|[89]\d)(?P<month>\d\d)(?P<day>\d\d)\s*$")


def find_seal(text: str) -> Moment | None:
    """The date that an agency stamps behind the last sentence, in years of the Republic.

    >>> find_seal("（編輯：王小明）1120403").value
    datetime.date(2023, 4, 3)
    """
    match = _SEAL.search(fold(text)) if text.rstrip()[-1:].isdecimal() else None
    day = _day(match.groupdict()) if match else None
    return Moment(day, match.start("minguo"), match.end()) if match and day else None
