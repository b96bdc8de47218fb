"""What a page holds besides the characters of its script: kana, characters of the other script, odd forms, particles.

A text comes in, and what the conversion has to look out for goes out.  Of a Traditional page one scan tells all of it,
because such characters are rare there; any other page is scanned for each.  Nothing is converted here.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import NamedTuple

from corpusclean.normalize.classical import STRONG, classical_rows
from corpusclean.normalize.detect import MIXED_RATIO, SAMPLE, Tally, leading, script_sets, tally, without_japanese
from corpusclean.normalize.opencc_text import leaves_bmp
from corpusclean.normalize.signs import KANA, KANA_CHARACTER
from corpusclean.normalize.variants import BEYOND_BMP, forms

# a page with more of them than this share is scanned for each kind, at C speed
MOST_SIGNS = 0.02


class Survey(NamedTuple):
    """Is there kana, which script leads, which rows may be classical, and which odd forms there are (None: unknown)."""

    kana: bool
    page: Tally
    classical: frozenset[int]
    odd_forms: frozenset[str] | None


@cache
def _signs(*, wide: bool) -> re.Pattern[str]:
    """A class of all that is rare; the range beyond the BMP costs half as much again, so it is there where *wide*."""
    odd = "".join(char for char in forms("hans", japanese=True).standard if char < BEYOND_BMP)
    return re.compile(f"[{KANA}{script_sets().simplified}{odd}{STRONG}{BEYOND_BMP if wide else ''}]")


def survey(text: str) -> Survey:
    """Look the page over.

    >>> survey(9 * "張乾是著名的傳記作家，" + "畧有文名。").odd_forms, survey("東京へ行く").kana
    (frozenset({'畧'}), True)
    """
    start = tally(text[:SAMPLE])
    signs = _rare_signs(text) if start.traditional > start.simplified else None
    chars = {char for _, char in signs} if signs is not None else set()
    if signs is None or any(map(KANA_CHARACTER.match, chars)):
        kana = bool(KANA_CHARACTER.search(text))
        page = leading(without_japanese(text) if kana else text)
        return Survey(kana, page, frozenset(classical_rows(text)), None)
    page = _page(text, start, sum(char in script_sets().simplified for _, char in signs))
    particles = [at for at, char in signs if char in STRONG]
    odd = chars.intersection(forms("hans", japanese=True).standard)
    return Survey(False, page, frozenset(classical_rows(text, particles)), frozenset(odd))


def _page(text: str, start: Tally, less: int) -> Tally:
    """What `leading` says of a Traditional page with so many Simplified characters: the first lines often decide."""
    if not less:
        return Tally(1, 0)
    enough = int(less / MIXED_RATIO) + 1
    return Tally(enough, less) if start.traditional >= enough else leading(text)


def _rare_signs(text: str) -> list[tuple[int, str]] | None:
    """Where there is what a Traditional page has little of; None where it has much of it."""
    most = int(len(text) * MOST_SIGNS)
    found = _signs(wide=leaves_bmp(text)).finditer(text)
    signs = [(match.start(), match[0]) for match in islice(found, most + 1)]
    return signs if len(signs) <= most else None
