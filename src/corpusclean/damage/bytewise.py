"""Text that a byte-wise edit of GBK shifted by one byte, put back in step.

A page comes in on which a tool cut or inserted between the bytes of one character (``??倳?shū)記`` for ``。總書記``)
and goes out with those stretches decoded again, each an edit, marked as guessed where bytes were lost and a model
chose.  Text whose bytes do not make clearly likelier text is never touched; what stays damaged is reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter

from corpusclean.damage.lost_blanks import lost_blanks
from corpusclean.damage.plausible import Page
from corpusclean.damage.readings import BLANKS, SYLLABLE
from corpusclean.damage.runs import Run, is_anchored, straddled_mark, straddled_reading
from corpusclean.damage.solve import Solution, is_ordinary, solutions, with_dropped_pairs
from corpusclean.damage.verdict import judge
from corpusclean.document import Change, Document, Finding
from corpusclean.stage import smallest

RULE = "repair:byte-shift"
MARGIN = 12.0  # nats a run must gain on a page that shows no other sign of this damage
MARGIN_DAMAGED = 4.0  # and on one that does
CLEAR = 24.0  # nats that leave no doubt: a run that gains so much is such a sign

_Test = Callable[[str, Run], bool]

_LOST = "[?\ufffd？]"
_TAIL = rf"[(（]?{SYLLABLE}{BLANKS}[)）]"
_PLACE = re.compile(rf"{_LOST}(?=[!?,！？，]|{_TAIL})")
# pages that drop undecodable bytes show nothing for a lost one; looked at on pages that are damaged otherwise
_UNMARKED = re.compile(rf"[!?！？](?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?={SYLLABLE}{BLANKS}[)）])")
_NARROW = str.maketrans("！？，；：（）", "!?,;:()")  # on pages that write all their marks so
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_LEFT = re.compile(rf"{_LOST}{_TAIL}")


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
    annotated = judge(text) is not None
    if not annotated and "?" not in text and "\ufffd" not in text and "？" not in text:
        return doc
    solutions = _accepted(Page(text), annotated) if annotated or _PLACE.search(text) else []
    damaged = annotated or bool(solutions)
    changes = [_change(text, solution) for solution in solutions]
    out = doc.edit([*changes, *_apart(lost_blanks(text, damaged), changes)])
    return _reported(out) if damaged else out


def _accepted(page: Page, annotated: bool) -> list[Solution]:
    """The solutions that count: all that gain on a damaged page, else those that leave no doubt."""
    if not annotated:
        anchored = _solutions(page, _PLACE, is_anchored)
        sure = [solution for solution in anchored if solution.worth >= MARGIN and is_ordinary(solution.text)]
        if not any(solution.gain >= CLEAR for solution in sure):
            return sure
    found = list(_solutions(page, _PLACE))
    unmarked = [solution for solution in _solutions(page, _UNMARKED) if solution.worth >= MARGIN] if annotated else []
    return found + [one for one in unmarked if all(one.end <= other.start or one.start >= other.end for other in found)]


def _solutions(page: Page, places: re.Pattern[str], wanted: _Test | None = None) -> Iterator[Solution]:
    """The best solution at each place where one begins, in order and without overlap."""
    done = 0
    drops = _PRIVATE.search(page.text) is None
    for place in places.finditer(page.text):
        if place.start() < done:
            continue
        tried = solutions(page, _runs(page.text, place.start(), drops, wanted))
        best = max(tried, key=attrgetter("worth"), default=None)
        if best is not None and best.worth >= MARGIN_DAMAGED:
            yield best
            done = best.end


def _runs(text: str, start: int, drops: bool, wanted: _Test | None) -> list[Run]:
    """The runs *wanted* that begin at *start*; where private-use characters were dropped, with those put back too."""
    runs = [*straddled_mark(text, start), *straddled_reading(text, start)]
    if wanted is not None:
        runs = [run for run in runs if wanted(text, run)]
    return runs + [variant for run in runs for variant in with_dropped_pairs(run)] if drops else runs


def _change(text: str, solution: Solution) -> Change:
    new = solution.text.translate(_NARROW) if "," in text and "，" not in text else solution.text
    return smallest(solution.start, text[solution.start : solution.end], new, RULE, solution.lost > 0)


def _apart(changes: Iterable[Change], taken: list[Change]) -> list[Change]:
    """Those of *changes* that lie outside the spans *taken*."""
    return [
        change for change in changes if all(change.end <= other.start or change.start >= other.end for other in taken)
    ]


def _reported(doc: Document) -> Document:
    """The document with a finding for the bytes that could not be put back."""
    places = [place.start() for place in re.finditer(rf"{_LEFT.pattern}|\ufffd", doc.text)]
    if not places:
        return doc
    lines = tuple(sorted({doc.marks[doc.text.count("\n", 0, place)].number for place in places}))
    message = f"{len(places)} characters were lost with bytes of the page and cannot be put back"
    return doc.noting(findings=[Finding("lost-characters", message, lines, len(places))])
