"""Odd forms of characters: variants of the national table, old glyph forms, Japanese forms.

Text comes in, and the same text with the standard form of each goes out, one character for one.  The table is
data/han-forms.txt, made by tools/build_variants.py.  A form that is also a character of its own is never in it.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import NamedTuple

JAPANESE = "japanese"
# so many replacements, one after the other, take no longer than one scan with a class
FEW = 8
# one range: single characters beyond the BMP in a class make `re` forty times slower
BEYOND_BMP = "\U00020000-\U000323af"


class Forms(NamedTuple):
    """Forms to replace: a class that finds what may be one, and what each becomes."""

    pattern: re.Pattern[str]
    standard: dict[str, str]

    def unify(self, text: str, found: frozenset[str] | None = None) -> str:
        """The text in standard forms; *found* are those that the text may hold, if that is known.

        >>> forms("hans", japanese=True).unify("靑山県")
        '青山县'
        """
        if found is not None and len(found) <= FEW:
            for form in found:
                text = text.replace(form, self.standard.get(form, form))
            return text
        return self.pattern.sub(lambda match: self.standard.get(match[0], match[0]), text)

    def class_with(self, chars: str) -> re.Pattern[str]:
        """A class of the forms and *chars*."""
        return _class_of(chars + "".join(self.standard))


@cache
def forms(script: str, *, japanese: bool) -> Forms:
    """The forms to replace in text that becomes *script*, ``"hans"`` or ``"hant"``; the Japanese ones where asked."""
    rows = resources.files("corpusclean.data").joinpath("han-forms.txt").read_text("utf-8").splitlines()
    standard: dict[str, str] = {}
    for kind, form, hans, hant in (row.split("\t") for row in rows):
        new = hans if script == "hans" else hant
        if new != "-" and (japanese or kind != JAPANESE):
            standard[form] = new
    return Forms(_class_of("".join(standard)), standard)


def _class_of(chars: str) -> re.Pattern[str]:
    return re.compile(f"[{''.join(char for char in chars if char < BEYOND_BMP)}{BEYOND_BMP}]")
