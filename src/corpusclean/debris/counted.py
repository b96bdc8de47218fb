"""Finds lines that only count: numbers beside code, hours over the entries of a live report, the head of a calendar.

The lines of a page come in; rows and rules of the counting lines come out.  A number by itself may be a heading and an
hour the line of a timetable, so only runs of them that stand as a counter stands are named.  Nothing is judged here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpusclean.debris.shape import HAN, outline
from corpusclean.document import BODY, Line

# 12, • 12, 12., each alone or before a blank
_NUMBERED = re.compile(r"[\s•·*●|-]*([0-9]{1,4})[.:|、]?(?:\s|\Z)")
_LONGEST_NUMBER, _HEAD = 12, 200
# of code, and of no sentence: 表 = {}, select(名)
_MARKS = re.compile(r"[{}=;<>\[\]]|\w\(|\)$")
# # 读文件, // 读文件, print("你好")
_SAID_IN_CODE = re.compile(r"(?:#|//|/\*|--|<!--).*|\"[^\"]*\"|'[^']*'")
# 10:23, 10:23:05, 03-04 10:23, 3月4日 10:23, 2021-03-04 10:23
_DAY = r"(?:(?:[0-9]{4}[-/.年])?[0-9]{1,2}[-/.月][0-9]{1,2}日? {1,2})?"
_STAMP = re.compile(rf"[\[(【（]?{_DAY}([0-2]?[0-9])[:：时時]([0-5][0-9])分?(?::[0-5][0-9])?[\])】）]?")
_LONGEST_STAMP = 24
# Two numbers may be two headings whose text was lost; a third is a margin, or a row of pages.
_FEWEST_NUMBERS = 3
# 周一, 星期日, 日, Mon: a working week has five
_DAY_OF_WEEK = re.compile("(?:周|週|星期|礼拜|禮拜)?[日一二三四五六]|(?i:mon|tue|wed|thu|fri|sat|sun)(?:day)?")
_LONGEST_DAY, _FEWEST_DAYS = 8, 5
# Two entries with their hours may be the times of two trains.
_FEWEST_STAMPS = 4
# an entry may be a picture, or a goal in two words
_MOST = 0.75
_SPEECH = ("prose", "clauses", "sentence", "question")


def counted(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Rows of numbers of lines and of hours over entries, each with the rule that says which."""
    written = [line for line in lines if line.text and not line.text.isspace()]
    for row in line_numbers(written):
        yield row, "neighbours:line-number"
    for row in stamps(written):
        yield row, "neighbours:time-stamp"
    for row in days(written):
        yield row, "neighbours:calendar"


def line_numbers(written: Sequence[Line]) -> list[int]:
    """Rows of numbers that count up from one, side by side or each beside one line of code."""
    rows: list[int] = []
    run: list[int] = []
    for at, line in enumerate(written):
        match = _NUMBERED.match(line.text[:_HEAD])
        if not match or not (_is_bare(line) or _is_code(line)):
            continue
        if run and int(match[1]) == len(run) + 1 and _is_margin(written, run[-1], at):
            run.append(at)
        elif int(match[1]) == 1:
            rows += _bare(written, run)
            run = [at]
    return rows + _bare(written, run)


def _bare(written: Sequence[Line], run: Sequence[int]) -> list[int]:
    """The rows of a run that hold a number and nothing else; what stands behind the others is code."""
    if len(run) < _FEWEST_NUMBERS:
        return []
    return [written[at].row for at in run if written[at].mark.label == BODY and _is_bare(written[at])]


def _is_margin(written: Sequence[Line], above: int, below: int) -> bool:
    """True where at most one line, of code, stands between two numbers."""
    return below == above + 1 or (below == above + 2 and _is_code(written[above + 1]))


def _is_bare(line: Line) -> bool:
    return len(line.text) <= _LONGEST_NUMBER and _NUMBERED.fullmatch(line.text.strip()) is not None


def _is_code(line: Line) -> bool:
    """True for a line without Chinese but in its comment or its string, or with the marks of code."""
    head = line.text[:_HEAD]
    return not HAN.search(_SAID_IN_CODE.sub("", head)) or _MARKS.search(head) is not None


def days(written: Sequence[Line]) -> list[int]:
    """Rows of the days of the week, one to a line and one under the other, as the head of a calendar."""
    rows: list[int] = []
    run: list[int] = []
    for line in written:
        if len(line.text) <= _LONGEST_DAY and _DAY_OF_WEEK.fullmatch(line.text.strip()):
            run.append(line.row)
            continue
        rows += run if len(run) >= _FEWEST_DAYS else []
        run = []
    return rows + (run if len(run) >= _FEWEST_DAYS else [])


def stamps(written: Sequence[Line]) -> list[int]:
    """Rows of hours that run up or down the page, nearly each right over a sentence."""
    found: list[tuple[int, int]] = []
    over = 0
    for at, line in enumerate(written):
        if len(line.text) > _LONGEST_STAMP or line.mark.label != BODY:
            continue
        match = _STAMP.fullmatch(line.text.strip())
        if match:
            found.append((int(match[1]) * 60 + int(match[2]), line.row))
            over += at + 1 < len(written) and outline(written[at + 1].text) in _SPEECH
    if len(found) < _FEWEST_STAMPS or over < _MOST * len(found) or not _runs(found):
        return []
    return [row for _, row in found]


def _runs(found: Sequence[tuple[int, int]]) -> bool:
    """True where the hours run one way, but for one that begins another day."""
    down = sum(later < earlier for (earlier, _), (later, _) in pairwise(found))
    return min(down, sum(later > earlier for (earlier, _), (later, _) in pairwise(found))) <= 1
