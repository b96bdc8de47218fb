"""Finds the block that signs a letter or a notice: the office, the date under it.

The lines of a page come in; the rows of signatures come out.  A signature stands where footers stand and looks like
one, so the judge of place asks here first.  Nothing is judged here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpusclean.debris.shape import is_office
from corpusclean.document import Line

# 2024年3月1日, 二〇二四年三月一日, 中華民國113年3月1日; a day of the week may follow
_DAY = re.compile(
    r"(?:中華民國|民國)?\s*[0-9０-９〇○零O一二三四五六七八九十]{2,4}\s*年\s*[0-9０-９一二三四五六七八九十]{1,3}\s*月"
    r"\s*[0-9０-９一二三四五六七八九十]{1,3}\s*日(?:[（(][^）)]{1,4}[）)])?"
)
# a date with its indent: signatures are moved to the right with blanks
_LONGEST_DAY = 120
# 中共…市委组织部, …业主委员会, 院长 丁某某, （盖章）
_LONGEST_OFFICE = 30
_OFFICER = re.compile("[\u4e00-\u9fff]{0,6}[长長任席理]\\s+[\u4e00-\u9fff]{2,4}")


def signatures(written: Sequence[Line]) -> Iterator[int]:
    """Rows of an office or officer with a date right under it, and of that date."""
    for above, below in pairwise(written):
        if len(below.text) > _LONGEST_DAY or not (above.is_body and below.is_body):
            continue
        if _DAY.fullmatch(below.text.strip()) and _signs(above.text.strip()):
            yield above.row
            yield below.row


def _signs(text: str) -> bool:
    """True for the name of an office or firm, or of an officer, alone on its line."""
    if len(text) > _LONGEST_OFFICE:
        return False
    return is_office(text) or _OFFICER.fullmatch(text) is not None
