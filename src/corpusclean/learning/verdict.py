"""Decides which templates are the site's frame, how sure that is, and where a rule for each may act.

An `Evidence` and the count on all pages come in, a `Verdict` goes out, or None for what may belong to articles: dates
and offices that sign, subheads that all documents of a kind have, sentences of law.  In doubt a line is the article's.
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from corpusclean.debris.shape import is_office
from corpusclean.learning.evidence import Evidence
from corpusclean.learning.templates import NAME, is_pure, letters

# A line on fewer of its site's pages is hardly the site's; three pages may share it by chance.
LEAST_SHARE, FEWEST_PAGES = 0.25, 4
# Of ten pages of a site those with the frame of one column may be a third.
_PURE = 0.9
# What its words must count, for lines and for sentences: where all between the line and the edge comes again, and where
# not.
_IN_FRAME = {False: -0.3, True: 0.3}
_APART = {False: 0.6, True: 1.2}
# A line of the frame that all pages print alike needs no words for it, only none that articles are full of.
_FIXED = -0.8
# far from other lines of the frame, as a header over links that change
_ALONE = 0.9
# between paragraphs stand the subheads too
_BETWEEN = 1.2
_SURE_SHARE, _OFTEN = 0.8, 0.5
# 抄送：各乡镇人民政府 stands under the text and over the frame; which of the two it belongs to its place does not say.
_RIM = 0.15
# A line like a headline may be that of an article which the others link to.
_HEADLINE = 10
# A line of so many letters that always stands in the frame stands there too where a comment is under it.
_TELLING = 8
_NUMBERED = re.compile(r"\s*(?:[(（]?[0-9一二三四五六七八九十]+[)）、.．]|第?[0-9一二三四五六七八九十]+[章节条])")
_HEADING = re.compile(r"[:：]$|^[【\[《“「].*[】\]》”」]$")
# numbers of seven digits and more are telephones and identities, of which each page may have its own
_LONG_NUMBER = re.compile(r"\d{7,}|\d{3,4}-\d{7,8}")


class Verdict(NamedTuple):
    """A template that is its site's: where a rule may act, what it does, and how sure that is.

    It stands on *pages* of *total*; these are all of its site, or where ``counted`` is False those that were looked at.
    """

    evidence: Evidence
    pages: int
    total: int
    counted: bool
    where: str
    does: str
    confidence: float


class Count(NamedTuple):
    """On how many pages of how many a template stands, and whether these are all pages."""

    pages: int
    total: int
    counted: bool = True

    @property
    def share(self) -> float:
        """The share of the pages."""
        return self.pages / self.total


def judge(evidence: Evidence, count: Count) -> Verdict | None:
    """The verdict on a template that stands on so many pages of its site."""
    share, pages = count.share, count.pages
    if share < LEAST_SHARE or pages < FEWEST_PAGES or letters(evidence.template) < 2:
        return None
    if evidence.purity < _PURE or _may_be_the_articles(evidence):
        return None
    if evidence.place == "between":
        return _between(evidence, count)
    return _outside(evidence, count)


def _may_be_the_articles(evidence: Evidence) -> bool:
    """True for a date, and for what is other on each page but for a label that articles have too."""
    if is_pure(evidence.template):
        return True
    if evidence.varies and evidence.place == "head" and (evidence.heads > _OFTEN or evidence.words < _IN_FRAME[True]):
        return True  # 第12回, 每日天气 3月5日: headlines with a number
    if evidence.varies and any(map(_LONG_NUMBER.search, evidence.texts)) and evidence.words < _BETWEEN:
        return True
    return evidence.has_names and evidence.words < _IN_FRAME[True]


def _outside(evidence: Evidence, count: Count) -> Verdict | None:
    share, prose = count.share, evidence.is_prose
    in_frame = evidence.connected >= _PURE
    least = (_IN_FRAME if in_frame else _APART)[prose]
    if in_frame and not prose and not evidence.varies and share >= _SURE_SHARE:
        least = _FIXED
    if evidence.words < least or (prose and share < _OFTEN):
        return None
    if not in_frame and (share < _OFTEN or (evidence.beside < _OFTEN and evidence.words < _ALONE)):
        return None
    if is_office(evidence.texts[0]) and not in_frame:
        return None
    if _may_be_a_headline(evidence) and share < _OFTEN:
        return None
    where = "anywhere" if prose or _is_telling(evidence, share) else evidence.place
    confidence = 0.5 + 0.25 * evidence.connected + _common(evidence, count)
    if evidence.rim > _OFTEN and evidence.words < _IN_FRAME[True]:
        confidence -= _RIM
    return Verdict(evidence, *count, where, _does(evidence), _rounded(confidence))


def _is_telling(evidence: Evidence, share: float) -> bool:
    """True for a line that says enough to be known in any place: long, always outside, the same or of telling words."""
    if letters(evidence.template) < _TELLING or share < _SURE_SHARE or evidence.purity < 1:
        return False
    return not evidence.has_names and (not evidence.varies or evidence.words >= _IN_FRAME[True])


def _between(evidence: Evidence, count: Count) -> Verdict | None:
    text = evidence.texts[0]
    if evidence.words < _BETWEEN or count.share < _OFTEN or _NUMBERED.match(text) or _HEADING.search(text):
        return None
    confidence = 0.5 + _common(evidence, count)
    return Verdict(evidence, *count, "anywhere", _does(evidence), _rounded(confidence))


def _common(evidence: Evidence, count: Count) -> float:
    """What counts wherever the line stands: its share, its words, how many pages there are."""
    words = min(max(evidence.words, 0.0), 1.0)
    often = min(count.share / _SURE_SHARE, 1.0)
    return 0.15 * often + 0.1 * words + 0.05 * evidence.purity - 0.3 / math.sqrt(count.total)


def _rounded(confidence: float) -> float:
    return round(min(max(confidence, 0.01), 0.99), 2)


def _does(evidence: Evidence) -> str:
    """A line above the article with a date or a name of this page says something about it."""
    says = (
        evidence.place == "head"
        and len(evidence.texts) > 1
        and (NAME in evidence.template or "0-0" in evidence.template)
    )
    return "label:meta" if says else "drop-line"


def _may_be_a_headline(evidence: Evidence) -> bool:
    return letters(evidence.texts[0]) >= _HEADLINE and evidence.words < _APART[False]
