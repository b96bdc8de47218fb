"""Text that a byte-wise edit of GBK shifted by one byte, put back in step.

A page comes in on which a tool cut or inserted between the bytes of one character (``??倳?shū)記`` for ``。總書記``)
and goes out with those stretches decoded again, each an edit, marked as guessed where bytes were lost and a model
chose.  Text whose bytes do not make clearly likelier text is never touched; what stays damaged is reported.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from operator import attrgetter
from typing import Protocol, TypeVar

from corpusclean.damage.lost_blanks import lost_blanks
from corpusclean.damage.plausible import Page, is_simplified
from corpusclean.damage.readings import BLANKS, LETTERS, SYLLABLE
from corpusclean.damage.runs import Run, is_anchored, straddled_mark, straddled_reading
from corpusclean.damage.solve import Solution, is_ordinary, solutions, with_dropped_pairs
from corpusclean.damage.verdict import CONVERTED, judge
from corpusclean.document import Change, Document, Finding
from corpusclean.stage import smallest

RULE = "repair:byte-shift"
MARGIN = 12.0  # nats a run must gain on a page that shows no other sign of this damage
MARGIN_DAMAGED = 4.0  # and on one that does
ICON = 16.0  # nats of that gain for each private-use character, against which anything is likely: it may be an icon
CLEAR = 24.0  # nats that leave no doubt: a run that gains so much is such a sign
MOST = 5_000  # places of a page that are looked at; what is damaged behind them is reported, not repaired
WAYS = 24  # runs at one place that are weighed: all of them but on pages of nothing but marks
CHAINED = 3  # passes over runs that begin where another ended


class _Spanning(Protocol):
    """Anything with a span."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_Span = TypeVar("_Span", bound=_Spanning)
_Test = Callable[[Page, Run], bool]

_LOST = "[?\ufffd？]"
_TAIL = rf"[(（]?{SYLLABLE}{BLANKS}[)）]"
_PLACE = re.compile(rf"{_LOST}(?=[!?,！？，]|{_TAIL})")
# where no damage is known, more must follow than marks: `????_??.jpg` has many places
_CLEAR_PLACE = re.compile(rf"{_LOST}(?=[!?,！？，]{_LOST}?(?:[^\x00-\x7f]|/?[a-z]{{1,6}} ?/?>)|{_TAIL})")
# pages that drop undecodable bytes show nothing for a lost one; looked at on pages that are damaged otherwise
_UNMARKED = re.compile(
    rf"[!?！？{LETTERS}](?:(?<=[!?！？])(?=[\u4e00-\u9fff])"
    rf"|(?<=[\u4e00-\u9fff][{LETTERS}])(?=(?:[{LETTERS}]{{0,5}}|(?<=[nl])u:e?){BLANKS}[)）]))"
)
_NARROW = str.maketrans("！？，；：（）\u3000", "!?,;:() ")  # on pages that write all their marks so
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_LEFT = re.compile(rf"{_LOST}{_TAIL}")
_UNREPAIRED = re.compile(rf"{_LEFT.pattern}|\ufffd")


def undo_byte_shift(doc: Document) -> Document:
    """Put stretches that were decoded one byte off back in step.

    Parameters
    ----------
    doc : Document
        A page, readings still in it: they say what lost bytes were.

    Returns
    -------
    Document
        With an edit of rule ``repair:byte-shift`` for each stretch, and ``repair:lost-blank`` for each ``?`` that was
        a blank; with a finding ``lost-characters`` where damage stays.

    Examples
    --------
    >>> page = "守住社區(qū)這道防線??倳?shū)記還特別指出"
    >>> undo_byte_shift(Document.of(page)).text
    '守住社區(qū)這道防線。總書記還特別指出'
    """
    text = doc.text
    annotated = judge(text) == CONVERTED
    if not annotated and "?" not in text and "\ufffd" not in text and "？" not in text:
        return doc
    page = Page(text)
    solutions = _accepted(page, annotated) if annotated or _CLEAR_PLACE.search(text) else []
    damaged = annotated or bool(solutions)
    changes = [_change(page, solution) for solution in solutions]
    out = doc.edit([*changes, *_apart(lost_blanks(text, damaged), changes)])
    return _reported(_continued(out, page)) if damaged else out


def _continued(doc: Document, page: Page) -> Document:
    """Decode runs whose host was lost itself, and is there now: ``不再?lài)?xià)?liáng)芡`` for 不再嚇跑玩."""
    for _ in range(CHAINED):
        page = page.now(doc.text)
        changes = [_change(page, solution) for solution in _solutions(page, _LEFT)]
        if not changes:
            break
        doc = doc.edit(changes)
    return doc


def _accepted(page: Page, annotated: bool) -> list[Solution]:
    """The solutions that count: all that gain on a damaged page, else those that leave no doubt."""
    if not annotated:
        anchored = _solutions(page, _CLEAR_PLACE, _is_no_chance)
        sure = [solution for solution in anchored if _is_sure(page, solution)]
        if not any(solution.gain >= CLEAR for solution in sure):
            return sure
    found = list(_solutions(page, _PLACE))
    unmarked = [solution for solution in _solutions(page, _UNMARKED) if solution.worth >= MARGIN] if annotated else []
    return [*found, *_apart(unmarked, found)]


def _is_sure(page: Page, solution: Solution) -> bool:
    """True where a stretch gains much on a page that shows no other damage, private-use characters aside: icons."""
    icons = len(_PRIVATE.findall(page.text, solution.start, solution.end))
    return solution.worth >= MARGIN + ICON * icons and is_ordinary(solution.text)


def _is_no_chance(page: Page, run: Run) -> bool:
    """True where the page shows what nobody writes: more than marks and a letter, or a character of the other script.

    On a Simplified page, ``?!監K`` for ``。”OK`` is enough.
    """
    return is_anchored(page.text, run) or (
        not page.is_traditional and any(map(_is_odd_on_simplified, page.text[run.start : run.end]))
    )


def _is_odd_on_simplified(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" and not is_simplified(char)


def _solutions(page: Page, places: re.Pattern[str], wanted: _Test | None = None) -> Iterator[Solution]:
    """The best solution at each place where one begins, in order and without overlap."""
    done = 0
    drops = _PRIVATE.search(page.text) is None
    for place in islice(places.finditer(page.text), MOST):
        if place.start() < done:
            continue
        tried = solutions(page, _runs(page, place.start(), drops, wanted))
        best = max(tried, key=attrgetter("worth"), default=None)
        if best is not None and best.worth >= MARGIN_DAMAGED:
            yield best
            done = best.end


def _runs(page: Page, start: int, drops: bool, wanted: _Test | None) -> list[Run]:
    """The runs *wanted* that begin at *start*; where private-use characters were dropped, with those put back too."""
    runs = list(islice(chain(straddled_mark(page.text, start), straddled_reading(page.text, start)), WAYS))
    if wanted is not None:
        runs = [run for run in runs if wanted(page, run)]
    return runs + [variant for run in runs for variant in with_dropped_pairs(run)] if drops else runs


def _change(page: Page, solution: Solution) -> Change:
    new = solution.text.translate(_NARROW) if page.is_narrow else solution.text
    return smallest(solution.start, page.text[solution.start : solution.end], new, RULE, solution.lost > 0)


def _apart(spans: Iterable[_Span], taken: Iterable[_Spanning]) -> list[_Span]:
    """Those of *spans* that lie outside the spans *taken*, which are in order and apart."""
    taken = list(taken)
    behind = partial(bisect_right, [one.end for one in taken])  # the first that ends after a place
    return [one for one in spans if (at := behind(one.start)) == len(taken) or one.end <= taken[at].start]


def _reported(doc: Document) -> Document:
    """The document with a finding for the bytes that could not be put back."""
    places = [place.start() for place in _UNREPAIRED.finditer(doc.text)]
    if not places:
        return doc
    starts = [line.start for line in doc.lines]
    lines = tuple(sorted({doc.marks[bisect_right(starts, place) - 1].number for place in places}))
    message = f"{len(places)} characters were lost with bytes of the page and cannot be put back"
    return doc.noting(findings=[Finding("lost-characters", message, lines, len(places))])
