"""Says what a text is written in: by characters that stand in one of the two scripts only.

Text comes in; Hans, Hant, mixed or none goes out, for a page or for one paragraph.  Characters that both scripts have
(后, 里, 干) are no evidence, and neither are paragraphs in Japanese.  Nothing is converted here.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from itertools import islice
from typing import Literal, NamedTuple

from corpusclean.errors import InputError
from corpusclean.normalize.signs import KANA, KANA_CHARACTER

Script = Literal["Hans", "Hant", "mixed", "none"]

# one stray character among ten of the other script is a name or a slip; hanzidentifier calls such a page mixed
MIXED_RATIO = 0.1
# the first paragraphs of a page show which script leads; the other one is then counted to the end, which is cheap
SAMPLE = 1000
# の alone stands in the names of Chinese shops: 優の良品
_LONE_KANA = re.compile(f"(?<![{KANA}])の(?![{KANA}])")


class ScriptSets(NamedTuple):
    """Characters of Traditional text only, of Simplified only, and those that need a word to tell, for each script."""

    traditional: str
    simplified: str
    either_in_traditional: str
    either_in_simplified: str


class Tally(NamedTuple):
    """How many characters of a text stand in one script only."""

    traditional: int
    simplified: int

    @property
    def script(self) -> Script:
        """What these numbers say."""
        less, more = sorted(self)
        if not more:
            return "none"
        if less > MIXED_RATIO * more:
            return "mixed"
        return "Hant" if self.traditional > self.simplified else "Hans"


@cache
def script_sets() -> ScriptSets:
    """The sets, as tools/build_variants.py wrote them."""
    return ScriptSets(*resources.files("corpusclean.data").joinpath("script-sets.txt").read_text("utf-8").split())


@cache
def traditional_class() -> re.Pattern[str]:
    """Finds a character of Traditional text only."""
    return re.compile(f"[{script_sets().traditional}]")


@cache
def simplified_class() -> re.Pattern[str]:
    """Finds a character of Simplified text only."""
    return re.compile(f"[{script_sets().simplified}]")


def tally(text: str) -> Tally:
    """Count the characters of *text* that stand in one script only.

    >>> tally("漢語和汉语")
    Tally(traditional=2, simplified=2)
    """
    return Tally(len(traditional_class().findall(text)), len(simplified_class().findall(text)))


def leading(text: str) -> Tally:
    """A tally that says the same as that of the whole text: of the script that leads, only as many as decide."""
    start = tally(text[:SAMPLE])
    if len(text) <= SAMPLE:
        return start
    leads_traditional = start.traditional > start.simplified
    first, other = traditional_class(), simplified_class()
    if not leads_traditional:
        first, other = other, first
    less = len(other.findall(text))
    limit = int(less / MIXED_RATIO) + 1
    more = sum(1 for _ in islice(first.finditer(text), limit))
    return Tally(more, less) if leads_traditional else Tally(less, more)


def is_japanese(paragraph: str) -> bool:
    """Is there kana in the paragraph, other than a の by itself?

    >>> is_japanese("東京へ行く"), is_japanese("優の良品開業")
    (True, False)
    """
    return bool(KANA_CHARACTER.search(paragraph)) and bool(KANA_CHARACTER.search(_LONE_KANA.sub("", paragraph)))


def without_japanese(text: str) -> str:
    """The text less its paragraphs in Japanese."""
    if not KANA_CHARACTER.search(text):
        return text
    return "\n".join(line for line in text.split("\n") if not is_japanese(line))


def detect_script(text: str) -> Script:
    """The script of Chinese text.

    Parameters
    ----------
    text : str
        A page, a paragraph, or any other text.

    Returns
    -------
    str
        ``"Hans"``, ``"Hant"``, ``"mixed"`` where the rarer script has more than a tenth of the other's characters, or
        ``"none"`` where nothing tells the two apart.

    Raises
    ------
    InputError
        A `TypeError`: for anything that is not a str.

    Examples
    --------
    >>> detect_script("请问这里是图书馆吗"), detect_script("請問這裡是圖書館嗎")
    ('Hans', 'Hant')
    >>> detect_script("简体字和繁體字"), detect_script("山水 2020")
    ('mixed', 'none')
    """
    if not isinstance(text, str):
        raise InputError(f"detect_script takes text (str), not {type(text).__name__}")
    return leading(without_japanese(text)).script
