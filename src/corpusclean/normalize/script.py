"""One script: Simplified, or Traditional of Taiwan, Hong Kong or neither.

Text comes in, and the paragraphs to convert, or the converted text, go out.  A screen at C speed finds the paragraphs
that hold something to change.  Paragraphs in Japanese or in classical Chinese are never converted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpusclean.errors import InputError, OptionError
from corpusclean.normalize import hans, hant
from corpusclean.normalize.classical import is_classical
from corpusclean.normalize.detect import detect_script, is_japanese
from corpusclean.normalize.survey import survey

__all__ = ["TARGETS", "Conversion", "conversion", "detect_script", "unify_script"]

TARGETS = ("hans", "hant", "tw", "hk")
# three were never needed
_ROUNDS = 4


@dataclass
class Conversion:
    """What becomes of the paragraphs of a text: the new ones by their row, and the rows that were left on purpose."""

    changed: dict[int, str] = field(default_factory=dict)
    classical: list[int] = field(default_factory=list)
    japanese: list[int] = field(default_factory=list)


def unify_script(text: str, to: str = "hans", *, beyond_bmp: bool = False) -> str:
    """Write Chinese text in one script, paragraph by paragraph.

    Parameters
    ----------
    text : str
        A paragraph or a whole page; it is judged as one page.
    to : str
        ``"hans"`` Simplified, ``"hant"`` Traditional as OpenCC prints it, ``"tw"`` of Taiwan, ``"hk"`` of Hong Kong.
    beyond_bmp : bool
        Also use characters beyond the BMP, which many fonts lack (𫗦 for 餔).

    Returns
    -------
    str
        With the same lines; paragraphs in Japanese or classical Chinese are as they were.

    Raises
    ------
    InputError
        A `TypeError`: for anything that is not a str.
    OptionError
        For an unknown target.

    Examples
    --------
    >>> unify_script("他看著窗外，想起張乾的著作。")
    '他看着窗外，想起张乾的著作。'
    >>> unify_script("面条里面没有头发", "tw")
    '麵條裡面沒有頭髮'
    """
    if not isinstance(text, str):
        raise InputError(f"unify_script takes text (str), not {type(text).__name__}")
    if to not in TARGETS:
        raise OptionError(f"to={to!r} is not one of {', '.join(map(repr, TARGETS))}")
    lines = text.split("\n")
    changed = conversion(text, lines, to, beyond_bmp=beyond_bmp).changed
    if not changed:
        return text
    for row, line in changed.items():
        lines[row] = line
    return "\n".join(lines)


def conversion(text: str, lines: list[str], to: str, *, beyond_bmp: bool = False) -> Conversion:
    """What becomes of *lines*, the lines of *text*.

    Towards Traditional a second round looks at what the first made: a form may lead to another (癡 by way of 痴), and
    words made whole show what the rest is.
    """
    if to == "hans":
        return _round(text, lines, to, beyond_bmp=beyond_bmp)
    out, lines = Conversion(), list(lines)
    for _ in range(_ROUNDS):
        found = _round(text, lines, to, beyond_bmp=beyond_bmp)
        out = Conversion({**out.changed, **found.changed}, found.classical, found.japanese)
        if not found.changed:
            break
        for row, line in found.changed.items():
            lines[row] = line
        text = "\n".join(lines)
    return out


def _round(text: str, lines: list[str], to: str, *, beyond_bmp: bool) -> Conversion:
    """One round of the conversion."""
    pair = hans if to == "hans" else hant
    if to == "hans" and not pair.screen(japanese=True).search(text):
        return Conversion()
    kana, page, classical, odd = survey(text)
    rows = _rows(lines, to, page.script, pair.screen(japanese=not kana))
    out = _kept_back(rows, lines, kana=kana, classical=classical)
    left = {*out.japanese, *out.classical}
    rows = [row for row in rows if row not in left] if left else rows
    old = lines if len(rows) == len(lines) else [lines[row] for row in rows]
    if to == "hans":
        new = hans.to_hans(old, page, japanese=not kana, odd=odd, beyond_bmp=beyond_bmp)
    else:
        new = hant.to_hant(old, to, page=page.script, japanese=not kana, beyond_bmp=beyond_bmp)
    pairs = zip(rows, old, new, strict=True)
    return Conversion({row: after for row, before, after in pairs if before != after}, out.classical, out.japanese)


def _rows(lines: list[str], to: str, page: str, screen: re.Pattern[str]) -> list[int]:
    """The rows that may change; to Simplified, on a page that is not Traditional, only those that hold what must."""
    if to != "hans" or page == "Hant":
        return list(range(len(lines)))
    return [row for row, line in enumerate(lines) if screen.search(line)]


def _kept_back(rows: list[int], lines: list[str], *, kana: bool, classical: frozenset[int]) -> Conversion:
    """The rows of paragraphs in Japanese and in classical Chinese, looked for where there may be any."""
    japanese = [row for row in rows if is_japanese(lines[row])] if kana else []
    ancient = [row for row in rows if row in classical and is_classical(lines[row])] if classical else []
    return Conversion({}, [row for row in ancient if row not in japanese], japanese)
