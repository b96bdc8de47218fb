"""Undoes misread encodings: lines whose bytes were read in the wrong one become what they were.

A document comes in as it was read; it goes out with the marked lines repaired, line by line and stretch by stretch.
One scan at C speed marks the lines that hold odd characters side by side; no other line is looked at.  Clean text is
never changed: a repair must make the line far more ordinary than it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from corpusclean.damage.eastern import is_odd, undo_eastern
from corpusclean.damage.lossy import MOST, undo_lossy_gbk, undo_lossy_western
from corpusclean.damage.misreadings import LEVEL, UPRIGHT
from corpusclean.damage.rarity import costs, signature, total
from corpusclean.damage.readings import BLANKS, SYLLABLE, is_syllable
from corpusclean.damage.stretches import Stretch, replaced
from corpusclean.damage.western import shows_bytes, undo_western
from corpusclean.document import Change, Document
from corpusclean.read.wide import wide_encoding
from corpusclean.stage import finding, smallest

# a Han character up to this cost is ordinary: some 3,500, and the Traditional forms of them
COMMON = 11.5
_TYPOGRAPHY = "\u2010-\u2015\u2018-\u201d\u2022\u2026\u203b\u20ac\u2122\xa0"
# marks, and the signs that clean pages set in rows: ①②③, ★★★, frames, emoji
_ORDINARY = re.compile(
    f"[\x00-\x7f\xb0\xb7\xd7\u200d\u2103\u2190-\u2193\u2460-\u2473\u2500-\u27bf\u3000-\u3003\u3008-\u3017"
    f"\ud800-\udfff\ufe0f\uff01-\uff5e{_TYPOGRAPHY}]"
)


# a shorter text with a NUL in it is no page of UTF-16
LEAST_WIDE = 8


@cache
def _odd() -> str:
    """The odd characters, as the inside of a character class; none beyond U+FFFF, which would slow it down.

    They are written as ranges, which `re` reads in a tenth of the time that 58,000 single characters take.
    """
    known, rare = costs(), frozenset(signature())
    odd = []
    for code in range(0x80, 0x10000):
        char = chr(code)
        han = 0x4E00 <= code < 0xA000
        if not (known[char] < COMMON and char not in rare if han else _ORDINARY.match(char)):
            odd.append(code)
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in _ranges(odd))


def _ranges(codes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of numbers that follow one another.

    >>> list(_ranges([1, 2, 3, 7]))
    [(1, 3), (7, 7)]
    """
    for _, run in groupby(enumerate(codes), lambda item: item[1] - item[0]):
        found = [code for _, code in run]
        yield found[0], found[-1]


@cache
def screen() -> re.Pattern[str]:
    """Two odd characters side by side, or with one or two others between them; or a private-use character.

    >>> bool(screen().search("ä¸­")), bool(screen().search("他们说“好”——café。"))
    (True, False)
    """
    odd, signs = f"[{_odd()}]", "\xb0\xb7\xd7"  # ordinary signs, which are bytes beside odd characters: °æ, ¡°
    frames = "\u2500-\u2593"  # bytes B0 to DF of DOS: beside an odd character, not in rows of their own
    twice = "盲氓忙莽猫茅茂芒"  # E4 to E9, EF and E2, the leads of Chinese: UTF-8 as Latin-1, and that as GBK
    ordinary = "".join(char for char in twice if not re.match(odd, char))
    trails = "".join(bytes((0xC2, trail)).decode("gbk") for trail in range(0x80, 0xC0))
    # one class comes first, which `re` looks for at C speed: a pattern that begins with a choice takes thrice as long
    return re.compile(
        f"[{_odd()}{frames}{signs}{ordinary}](?:(?<=[{twice}])[{trails}]{{2}}|(?<![{ordinary}])(?:"
        f"(?<=[\ue000-\uf8ff])|[{_TYPOGRAPHY}]?{odd}|[^\n]{{1,2}}{odd}"
        f"|(?<![{frames}])[{frames}]|(?<=\xa1)[{signs}]|(?<=\xb0)\xb2"
        f"|(?<=[\x80-\x84\x86-\x9f])[@-~]"  # controls are bytes
        f"|(?<=[\x80-\xaf\xb1-\xb6\xb8-\xd6\xd8-\xff])[@-~](?:(?<=[\u4e00-\u9fff]..)|(?=[\u4e00-\u9fff]))"
        f"|(?<=[{UPRIGHT}])[^\n]{{0,2}}[{LEVEL}]|(?<=[{LEVEL}])[^\n]{{0,2}}[{UPRIGHT}]))"
    )


def undo_misreading(doc: Document) -> Document:
    """Give the lines that were read in a wrong encoding the characters they had."""
    return _undo_misread_lines(_undo_wide(doc))


@finding
def _undo_wide(doc: Document) -> Iterator[Change]:
    """UTF-16 that was read as Latin-1 holds NULs and newlines anywhere, so the page is looked at as a whole."""
    text = doc.text
    if len(text) < LEAST_WIDE:
        return
    try:
        data = text.encode("latin-1")  # which ends at the first Han character
    except UnicodeEncodeError:
        return
    encoding = wide_encoding(data) if b"\0" in data else None
    if encoding:
        yield Change(0, len(text), data.decode(encoding, "replace"), f"repair:{encoding}-as-western")


@finding
def _undo_misread_lines(doc: Document) -> Iterator[Change]:
    text = doc.text
    search = screen().search
    match = None if text.isascii() else search(text)
    left = MOST
    while match:
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.start())
        end = len(text) if end < 0 else end
        for item in reread(text[start:end], left):
            yield Change(start + item.start, start + item.end, item.new, item.rule, item.guessed)
            left -= len(item.new) if item.guessed else 0
        match = search(text, end)


def reread(line: str, most: int = MOST) -> list[Stretch]:
    """What the misread stretches of *line* were, by whichever reading explains them; *most* as in `undo_lossy_gbk`.

    >>> [item.new for item in reread("浣犲ソ")], reread("他们说“好”——café。")
    (['你好'], [])
    """
    western = _is_western(line)
    exact = undo_western(line) if western else []
    if not western and not _is_suspect(line):
        return []
    if not exact and _MARK.search(line):
        exact = undo_lossy_gbk(line, most)
    exact = exact or undo_eastern(line)
    if exact and exact[0].guessed:
        return exact
    left = replaced(line, exact)
    if exact and not screen().search(left) and not _SIGN.search(left):
        return exact
    guesses = [found for undo in (undo_lossy_gbk, undo_lossy_western) if (found := undo(line, most))]
    best = min([exact, *guesses], key=lambda found: total(replaced(line, found))) if guesses else exact
    return best or _undo_latin(line)


def _is_western(line: str) -> bool:
    """True where a one-byte encoding may have made part of *line*; the à of 暗(àn) is part of a reading."""
    return shows_bytes(line) and shows_bytes(_READING.sub(_unless_syllable, line))


def _unless_syllable(bracket: re.Match[str]) -> str:
    return "" if is_syllable(bracket[1]) else bracket[0]


def _is_suspect(line: str) -> bool:
    """True where a line without Western letters may be misread: rare names in a good line are what they are."""
    return _SIGNATURE.search(line) is not None or _MARK.search(line) is not None or is_odd(line)


def _undo_latin(line: str) -> list[Stretch]:
    """What ftfy makes of a line of Western text with letters like Ã© in it."""
    if not _LATIN.search(line):
        return []
    from ftfy import fix_encoding

    change = smallest(0, line, fix_encoding(line), "repair:ftfy")
    return [Stretch(*change)] if change.start < change.end or change.new else []


# the first byte of a Western letter or mark in UTF-8, with the second
_LATIN = re.compile("[\xc2\xc3\xe2][\x80-\xbf\u0152-\u2122]")


_SIGNATURE = re.compile(f"[{signature()}锛銆鈥].?.?.?[{signature()}锛銆鈥]")
# 暗(àn), and ?àn) where the bracket was lost
_READING = re.compile(rf"(?:[(（]|(?<=[\u3400-\u9fff?])){BLANKS}({SYLLABLE}){BLANKS}[)）]")
_MARK = re.compile("[?\ufffd]")
# where an exact repair has left one of these, bytes were lost as well
_SIGN = re.compile("[\ufffd?\xc2-\xef]")
