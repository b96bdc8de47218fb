"""Single characters that stand for another, or for nothing: radicals, compatibility forms, invisible characters.

A character comes in with what stands around it; what it should be goes out, with the rule.  Joiners and selectors
inside emoji stay, and so do the marks that right-to-left and Indic scripts need.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U000e0000-\U000e0fff"
)
CONTROL = "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"
BREAK = "\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
SURROGATE = "\ud800-\udfff"
BLANK = "\u00a0\u2007\u202f"
PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
RADICAL = "\u2e80-\u2fdf"
COMPATIBILITY = "\uf900-\ufaff\U0002f800-\U0002fa1f"
# Hangul syllables that novel sites put for Han; only those that several sites put for the same, and only beside Han.
# Most stand side by side from U+B185 on; no two of EUC-KR, Johab, GB 18030 and UTF-8 lead from these to those
LOOKALIKE = {"놅": "的", "놆": "是", "놇": "在", "놊": "不", "놖": "我", "놚": "要", "놛": "他", "놙": "只", "떚": "子"}
_EMOJI = re.compile(
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff\U000e0020-\U000e007f\u200d\ufe0f\u20e3#*0-9]"
)
_JOINED = re.compile("[\u0590-\u0dff\u0e00-\u109f\u1780-\u18af\ufb1d-\ufdff\ufe70-\ufefc]")
_IDEOGRAPH = re.compile(f"[{HAN}]")
_HANGUL = re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]")
_MARKS_OF_EMOJI = "\u200d\ufe0e\ufe0f"
_ODD = re.compile(
    f"[{INVISIBLE}{CONTROL}{BREAK}{SURROGATE}{BLANK}{PRIVATE}{RADICAL}{COMPATIBILITY}{''.join(LOOKALIKE)}]"
)
odd_characters = _ODD.finditer
# the same up to U+FFFF: a class with characters beyond takes more than twice as long
_ODD_BELOW = re.compile(re.sub("[\U00010000-\U0010ffff]-[\U00010000-\U0010ffff]", "", _ODD.pattern))


def has_odd(text: str) -> bool:
    """True where *text* holds a character that may have to be mended; the scan that all text goes through.

    >>> has_odd("他们说“好”。"), has_odd("他\u200b们"), has_odd("\U0002f800")
    (False, True, True)
    """
    if text.isascii():
        return _ODD_BELOW.search(text) is not None
    beyond = len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)
    return _ODD_BELOW.search(text) is not None or (beyond and _ODD.search(text) is not None)


@cache
def tables() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """What radicals, compatibility ideographs and private characters of GB 18030 stand for."""
    rows = resources.files("corpusclean.data").joinpath("character-forms.txt").read_text("utf-8").split("\n")
    radicals, compatible, private = (dict(zip(rows[place], rows[place + 1], strict=True)) for place in (0, 2, 4))
    return radicals, compatible, {old: radicals.get(new, new) for old, new in private.items()}


@lru_cache(4096)
def mended(char: str, before: str, after: str) -> tuple[str, str] | None:
    """What *char* between *before* and *after* should be, and the rule; None where it should stay.

    >>> mended("\\u200b", "他", "们"), mended("\\u200d", "👨", "👩")
    (('', 'repair:invisible'), None)
    """
    kind = _KIND(char)
    group = kind.lastgroup if kind else None
    if group in _SIMPLE:
        return _SIMPLE[group]
    if group == "control":
        return _cp1252(char), "repair:control"
    if group == "invisible":
        return None if _is_meant(char, before, after) else ("", "repair:invisible")
    if group == "lookalike":
        return _lookalike(char, before, after)
    radicals, compatible, private = tables()
    for table, rule in ((radicals, "repair:radical"), (compatible, "repair:compatibility-form")):
        if char in table:
            return table[char], rule
    return _private(char, before, after, private) if group == "private" else None


_KIND = re.compile(
    f"(?P<invisible>[{INVISIBLE}])|(?P<break>[{BREAK}])|(?P<control>[{CONTROL}])|(?P<surrogate>[{SURROGATE}])"
    f"|(?P<blank>[{BLANK}])|(?P<private>[{PRIVATE}])|(?P<lookalike>[{''.join(LOOKALIKE)}])"
).match
_SIMPLE: dict[str | None, tuple[str, str]] = {
    "break": ("\n", "layout:line-break"),
    "surrogate": ("", "repair:surrogate"),
    "blank": (" ", "repair:no-break-space"),
}


def _cp1252(char: str) -> str:
    """The mark that a control character is in Windows-1252, if it is a quote, dash or dot there; else nothing."""
    if not "\x80" <= char <= "\x9f":
        return ""
    mark = char.encode("latin-1").decode("cp1252", "replace")
    return mark if mark in "“”‘’–—…•€™" else ""


def _is_meant(char: str, before: str, after: str) -> bool:
    """True for an invisible character that does something where it stands."""
    if "\U000e0100" <= char <= "\U000e01ef":
        return bool(_IDEOGRAPH.match(before))  # one of several forms of an ideograph
    if char in _MARKS_OF_EMOJI or "\U000e0020" <= char <= "\U000e007f":
        whole = _EMOJI.match(before)
        return bool(whole and (char != "\u200d" or _EMOJI.match(after))) or bool(
            char == "\u200d" and _JOINED.match(before)
        )
    if char in "\u200c\u200e\u200f\u061c\u180b\u180c\u180d\u180e":
        return bool(_JOINED.match(before) or _JOINED.match(after))
    return False


def _lookalike(char: str, before: str, after: str) -> tuple[str, str] | None:
    around = before + after
    if not _HANGUL.search(around) and _IDEOGRAPH.search(around):
        return LOOKALIKE[char], "repair:lookalike"
    return None


def _private(char: str, before: str, after: str, table: dict[str, str]) -> tuple[str, str] | None:
    """By the table beside Han; between two Han it may be a character that the table lacks; else it is an icon."""
    beside = bool(_IDEOGRAPH.match(before)), bool(_IDEOGRAPH.match(after))
    if char in table and any(beside):
        return table[char], "repair:private-use"
    return None if all(beside) else ("", "repair:icon")
