"""Traditional paragraphs to Simplified ones: odd forms, words that decide, then OpenCC.

Paragraphs come in with what is known of the page, Simplified ones go out, of the same number.  In a paragraph that is
mostly Simplified only the characters change that stand in Traditional text alone: its 乾 and 著 are meant.
"""

from __future__ import annotations

import re
from functools import cache

from corpusclean.normalize.detect import Tally, script_sets, tally
from corpusclean.normalize.opencc_text import convert, keeping
from corpusclean.normalize.variants import forms
from corpusclean.normalize.words import keeping_names, settle_words, settle_zhe


@cache
def screen(*, japanese: bool) -> re.Pattern[str]:
    """Finds a character that no Simplified text should hold."""
    return forms("hans", japanese=japanese).class_with(script_sets().traditional)


@cache
def _else(*, japanese: bool) -> re.Pattern[str]:
    return re.compile(f"[^{screen(japanese=japanese).pattern[1:]}")


def to_hans(
    paragraphs: list[str], page: Tally, *, japanese: bool, beyond_bmp: bool, odd: frozenset[str] | None = None
) -> list[str]:
    """The paragraphs in Simplified characters.

    Parameters
    ----------
    paragraphs : list of str
        Without newlines.
    page : Tally
        The characters that tell the script of the page.
    japanese : bool
        Are Japanese forms to be replaced, too?
    beyond_bmp : bool
        Are characters beyond the BMP welcome?
    odd : frozenset of str, optional
        The odd forms there may be, if that is known.
    """
    if not paragraphs:
        return []
    old = "\n".join(paragraphs)
    text = settle_zhe(settle_words(forms("hans", japanese=japanese).unify(old, odd)))
    new = keeping_names(old, convert(text, "t2s", beyond_bmp=beyond_bmp)).split("\n")
    if page.script == "Hant" and not page.simplified:
        return new
    return [
        after if _is_traditional(before, page.script) else keeping(before, after, _else(japanese=japanese))
        for before, after in zip(paragraphs, new, strict=True)
    ]


def _is_traditional(paragraph: str, page: str) -> bool:
    """Is the paragraph mostly Traditional?  Where it does not tell, the page does."""
    traditional, simplified = tally(paragraph)
    return traditional > simplified or (traditional == simplified and page == "Hant")
