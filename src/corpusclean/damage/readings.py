"""Which characters are read how: a table of pinyin syllables, with and without tones.

A character and a syllable come in, and whether the one may be read so goes out; or a syllable comes in and its
characters go out.  The table is data of ours, made by tools/build_readings.py.  It knows single characters only and
never says which reading a context asks for.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import cache, lru_cache
from importlib import resources

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿếề"
LETTERS = f"a-zA-Züɡɑ{TONED}"
SYLLABLE = f"(?:[nl]u:e?|[{LETTERS}]{{1,6}})"  # lu:e is 略 in CC-CEDICT's spelling
BLANKS = "[ \\xa0\\u3000]{0,2}"
PAIRS = 8192  # characters with a reading that are kept: page 002 has 1130 readings of 300 characters
_PHONETIC = str.maketrans("ɡɑ", "ga")  # letters that GBK holds beside the plain ones


@cache
def _by_reading() -> dict[str, str]:
    """The characters of each syllable, toned and toneless."""
    rows = resources.files("corpusclean.data").joinpath("readings.txt").read_text("utf-8").splitlines()
    toned = dict(row.split("\t") for row in rows)
    plain: dict[str, str] = defaultdict(str)
    for reading, chars in toned.items():
        plain[toneless(reading)] += chars
    return {**toned, **plain}


@lru_cache(PAIRS)
def toneless(reading: str) -> str:
    """The syllable in small letters without its tone; ü stays.

    >>> toneless("nǚ"), toneless("Zhōng"), toneless("lve"), toneless("lu:e")
    ('nü', 'zhong', 'lüe', 'lüe')
    """
    if reading.isascii():
        return reading.lower().replace("v", "ü").replace("u:", "ü")
    reading = reading.translate(_PHONETIC)
    parts = unicodedata.normalize("NFD", reading.lower())
    bare = "".join(part for part in parts if part not in "\u0300\u0301\u0304\u030c")
    return unicodedata.normalize("NFC", bare)


def read_so(reading: str) -> str:
    """The characters that may be read *reading*, with its tone where it has one.

    >>> "中" in read_so("zhòng"), "中" in read_so("zhong"), read_so("xyz")
    (True, True, '')
    """
    table = _by_reading()
    if reading.isascii():
        return table.get(toneless(reading), "")
    return table.get(reading.translate(_PHONETIC).lower(), "")


@lru_cache(PAIRS)
def matches(char: str, reading: str) -> bool:
    """True where *char* may be read *reading*; a wrong tone is let pass, for tables differ in light and changed tones.

    >>> matches("网", "wǎng"), matches("網", "wang"), matches("网", "luo"), matches("女", "nv")
    (True, True, False, True)
    """
    return char in read_so(reading) or char in read_so(toneless(reading))


@lru_cache(PAIRS)
def is_syllable(reading: str) -> bool:
    """True where some character is read so.

    >>> is_syllable("shì"), is_syllable("main")
    (True, False)
    """
    return bool(read_so(toneless(reading)))
