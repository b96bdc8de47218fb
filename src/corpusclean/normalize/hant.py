"""Paragraphs to Traditional characters, of Taiwan, of Hong Kong, or of neither.

Paragraphs come in with the script of the page; Traditional ones go out, of the same number.  Simplified ones go through
OpenCC; in Traditional ones only what a machine left Simplified is put right (干部, 戰斗), and the forms of the place.
"""

from __future__ import annotations

import re
from functools import cache

from corpusclean.normalize.detect import script_sets, simplified_class, tally
from corpusclean.normalize.opencc_text import convert, keeping
from corpusclean.normalize.variants import forms
from corpusclean.normalize.words import SURNAMES_KEPT, settle_zhe

# what OpenCC makes of Traditional text, one step after the other
_PLACES = {"tw": ("hk2t", "t2tw"), "hk": ("tw2t", "t2hk")}
_FROM_HANS = {"hant": "s2t", "tw": "s2tw", "hk": "s2hk"}
# The Simplified character of each pair in Traditional text is the mark of a converter that knows no words.
_SLIPS = re.compile("[后里干斗范余松谷云]")
_RIGHT = re.compile("[後裡裏幹乾鬥範餘鬆穀雲]")
FEWEST_SLIPS = 2
# both forms of these are good Traditional, so a difference is no slip
_BOTH_GOOD = "台布周念占岩游了表"
_ZHE = re.compile("[著着]")


@cache
def screen(*, japanese: bool) -> re.Pattern[str]:
    """Finds a character that no Traditional text should hold."""
    return forms("hant", japanese=japanese).class_with(script_sets().simplified)


@cache
def _not_simplified() -> re.Pattern[str]:
    return re.compile(f"[^{script_sets().simplified}]")


@cache
def _mergers() -> frozenset[str]:
    return frozenset(script_sets().either_in_simplified) - frozenset(_BOTH_GOOD)


def to_hant(paragraphs: list[str], to: str, *, page: str, japanese: bool, beyond_bmp: bool) -> list[str]:
    """The paragraphs in Traditional characters for *to*: ``"hant"``, ``"tw"`` or ``"hk"``; the rest as in `to_hans`."""
    plain = [forms("hant", japanese=japanese).unify(paragraph) for paragraph in paragraphs]
    simplified = [_is_simplified(paragraph, page) for paragraph in plain]
    old = "\n".join(text for text, is_simplified in zip(plain, simplified, strict=True) if is_simplified)
    kept = "\n".join(text for text, is_simplified in zip(plain, simplified, strict=True) if not is_simplified)
    first = iter(keeping(old, convert(old, _FROM_HANS[to], beyond_bmp=beyond_bmp), SURNAMES_KEPT).split("\n"))
    second = iter(_settled(kept, to, beyond_bmp=beyond_bmp).split("\n"))
    return [next(first if is_simplified else second) for is_simplified in simplified]


def _is_simplified(paragraph: str, page: str) -> bool:
    traditional, simplified = tally(paragraph)
    return simplified > traditional or (simplified == traditional and page in ("Hans", "none"))


def _settled(text: str, to: str, *, beyond_bmp: bool) -> str:
    """Traditional text with what is Simplified in it put right, in the forms of the place."""
    if simplified_class().search(text):
        text = keeping(text, convert(text, "s2t", beyond_bmp=beyond_bmp), _not_simplified())
    text = _without_slips(text)
    return _of_place(text, to, beyond_bmp=beyond_bmp) if to in _PLACES else text


def _of_place(text: str, to: str, *, beyond_bmp: bool) -> str:
    """Traditional text in the forms of a place."""
    new = text = settle_zhe(text) if to == "hk" else text
    for step in _PLACES[to]:
        new = convert(new, step, beyond_bmp=beyond_bmp)
    return keeping(text, new, _ZHE) if to == "hk" else new  # tw2t takes every 著 for 着


def _without_slips(text: str) -> str:
    """Put right what a converter without words left: 干部 is 幹部; text of a writer is left alone."""
    enough = max(FEWEST_SLIPS, len(_RIGHT.findall(text)))
    if len(_SLIPS.findall(text)) < enough:
        return text
    simplified = convert(text, "t2s")
    general, taiwan = convert(simplified, "s2t"), convert(simplified, "s2tw")
    if not len(text) == len(general) == len(taiwan):
        return text
    mergers = _mergers()
    slips = [
        place
        for place, (char, one, other) in enumerate(zip(text, general, taiwan, strict=True))
        if char in mergers and char not in (one, other) and one not in mergers
    ]
    if sum(text[place] in _SLIPS.pattern for place in slips) < enough:
        return text
    chars = list(text)
    for place in slips:
        chars[place] = general[place]
    return keeping(text, "".join(chars), SURNAMES_KEPT)
