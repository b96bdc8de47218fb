"""Finds what readers wrote under an article where no class says so: boxes like one another, under 网友评论 or each with
回复.

Rows, boxes and what each row is worth come in; the ranges of rows that are readers' comments go out.  A thread and
answers to a question are left alone, for there the posts are what the page is about.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from corpusclean.fold import fold
from corpusclean.read.apart import PARAGRAPH, SENTENCE
from corpusclean.read.outline import Box, Row

# 网友评论, 最新评论(12), 全部 3 条评论, 评论(3); but not 评论 and 评论 3, which are buttons
_HEADING = re.compile(
    r"\W{0,3}(?:(?:(?:全部|所有|最新|热门|精彩|网友|用户|读者|大家的)\s?){1,2}(?:\d{1,6}\s?条)?"
    r"(?:评论|跟帖|留言|回复)(?:区|列表)?\s?:?(?:\s?[(\[]?\d{1,6}\s?条?[)\]]?)?"
    r"|(?:评论|跟帖|留言|回复)(?:区|列表)?\s?[(\[]\d{1,6}\s?条?[)\]])"
)
# what the lines of headings and buttons hold, in either script
_TELLING = re.compile("[评評][论論]|跟帖|留言|回[复復覆]|[举舉][报報]")
_REPLY = re.compile(r"回复|举报")
_THREAD = re.compile(r"\d\s?[楼#]|#\s?\d|楼主|沙发|板凳|采纳")
_QUESTION = re.compile(r"[?]|[吗呢]$|求助|如何|怎么|为什么")
_LONGEST = 30
# a comment has few rows: a name, a day, some sentences, buttons; comments stand one under the other
_ROWS, _GAP = range(2, 13), 2
# so many comments are enough under a heading, and without one
_UNDER_HEADING, _FEWEST = 2, 3
_HEADING_WITHIN = 3


def comments(rows: Sequence[Row], boxes: Sequence[Box], worth: Sequence[float], headline: int | None) -> list[range]:
    """The ranges of rows that hold readers' comments under the article."""
    start = 0 if headline is None else headline + 1
    short = [row for row in range(start, len(rows)) if len(rows[row].text) <= _LONGEST]
    telling = {row: fold(rows[row].text) for row in short if _TELLING.search(rows[row].text)}
    headings = {row for row, text in telling.items() if _HEADING.fullmatch(text)}
    replied = [row for row, text in telling.items() if _REPLY.search(text)]
    if not headings and len(replied) < _FEWEST:
        return []
    asks = headline is not None and _QUESTION.search(fold(rows[headline].text).strip()) is not None
    discussed = asks or any(_THREAD.search(fold(rows[row].text)) for row in short)
    answered = frozenset(replied)
    replies = list(accumulate((row in answered for row in range(len(rows))), initial=0))
    above = list(accumulate((max(0.0, value) for value in worth), initial=0.0))
    found = []
    for run in _runs(boxes, start):
        first, end = run[0].first, run[-1].end
        text = above[first] - above[start]
        heading = next((row for row in range(first - 1, first - 1 - _HEADING_WITHIN, -1) if row in headings), None)
        if heading is not None and text >= (SENTENCE if start else PARAGRAPH):
            found.append(range(heading, end))
        elif not discussed and text >= PARAGRAPH:
            answerable = sum(replies[box.end] > replies[box.first] for box in run)
            if answerable >= _FEWEST and 2 * answerable > len(run):
                found.append(range(first, end))
    return found


def _runs(boxes: Sequence[Box], start: int) -> Iterator[list[Box]]:
    """Boxes like one another, one under the other, from the row *start* on."""
    alike: dict[tuple[str, str], list[Box]] = defaultdict(list)
    for box in boxes:
        if box.first >= start and box.end - box.first in _ROWS:
            run = alike[box.tag, box.name]
            if run and not 0 <= box.first - run[-1].end <= _GAP:
                if len(run) >= _UNDER_HEADING:
                    yield list(run)
                run.clear()
            run.append(box)
    yield from (run for run in alike.values() if len(run) >= _UNDER_HEADING)
