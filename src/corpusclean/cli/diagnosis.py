"""Why an example of a rule fails: which part of the rule lets go of it, and where.

A rule and a line come in, sentences go out.  The pattern is taken apart at its top level, so that the longest part that
fits the head of the line can be shown; the rule itself is not changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpusclean.debris.rules.model import Rule
from corpusclean.fold import fold

# of a pattern or a line, so much is shown
_SHOWN = 60
# One piece of a pattern: an escape, a class, or a character, and how often it may come.  Groups are found by counting
# brackets, which no regular expression can.
_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.S)
_TIMES = re.compile(r"(?:[*+?]|\{\d*,?\d*\})[?+]?")


def why_not_removed(rule: Rule, text: str) -> Iterator[str]:
    """Why *rule* does not act on *text*, an example of its ``removes``."""
    folded = fold(text).strip()
    if folded != text.strip():
        yield f"it is matched as  {_clipped(folded)}"
    if not rule.reaches(text):
        yield f"it has {len(text.strip())} characters, and the rule tries lines up to {rule.limit} (longest)"
    elif not rule.wanted(text, fold(text)):
        wanted = f"trigger {rule.trigger}" if rule.trigger else "needs " + "  ".join(rule.needs)
        yield f"no part of it is in  {_clipped(wanted)}"
    else:
        yield from _where_it_stops(rule, folded)


def why_not_kept(rule: Rule, text: str) -> Iterator[str]:
    """What of *text*, a near miss, *rule* takes."""
    folded = fold(text).strip()
    match = next(rule.parts(folded), None) if rule.cuts else rule.fits(folded)
    if match is not None:
        part = "all of it" if match.span() == (0, len(folded)) else f"the part  {_clipped(match[0])}"
        yield f"{rule.id} takes {part}, by  {_clipped(rule.pattern)}"
        yield f"that rule is written in {rule.file}:{rule.line}"


def touching(rules: Iterable[Rule], text: str) -> Iterator[tuple[Rule, bool]]:
    """The rules that look at *text*, because it holds one of their literals, each with whether it acts on it."""
    folded = fold(text)
    for rule in rules:
        if rule.wanted(text, folded):
            yield rule, rule.acts_on(text)


def _where_it_stops(rule: Rule, folded: str) -> Iterator[str]:
    reach, rest = longest_fit(rule.pattern, folded)
    if not rest:
        left = _clipped(folded[reach:])
        yield f"the pattern fits  {_clipped(folded[:reach])}  but must fill the line, and leaves  {left}"
        return
    fits = f"the pattern fits  {_clipped(folded[:reach])}" if reach else "the pattern does not fit its beginning"
    stops = _clipped(folded[reach:]) or "the end of the line"
    yield f"{fits}  and then wants  {_clipped(rest)}  where the line has  {stops}"


def longest_fit(pattern: str, text: str) -> tuple[int, str]:
    r"""How far the head of *pattern* follows *text*, and what it wants next.

    >>> longest_fit(r"责任编辑: ?\S{2,3}\d", "责任编辑:王小明")
    (8, '\\d')
    """
    best = (-1, pattern)
    for choice in split(pattern, "|"):
        pieces = split(choice)
        for count in range(len(pieces), -1, -1):
            match = _tried("".join(pieces[:count]), text)
            if match is not None:
                best = max(best, (match.end(), "".join(pieces[count:])), key=lambda fit: (fit[0], not fit[1]))
                break
    return max(best[0], 0), best[1]


def _tried(pattern: str, text: str) -> re.Match[str] | None:
    try:
        return re.match(pattern, text)
    except re.error:  # a reference to a group that is not there yet
        return None


def split(pattern: str, mark: str = "") -> list[str]:
    r"""The pieces of *pattern* at its top level, each with its repetition; or its parts between *mark*.

    >>> split(r"作者: ?(?:甲|乙)+\d{2}")
    ['作', '者', ':', ' ?', '(?:甲|乙)+', '\\d{2}']
    >>> split("甲(乙|丙)|丁", "|")
    ['甲(乙|丙)', '丁']
    """
    parts, depth, place = [""], 0, 0
    while found := _PIECE.match(pattern, place):
        piece, place = found[0], found.end()
        depth += (piece == "(") - (piece == ")")
        if depth == 0 and piece == mark:
            parts.append("")
            continue
        parts[-1] += piece
        if depth == 0 and not mark:
            if times := _TIMES.match(pattern, place):
                parts[-1] += times[0]
                place = times.end()
            parts.append("")
    return parts if mark else [part for part in parts if part]


def _clipped(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
