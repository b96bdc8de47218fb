"""What a paragraph is written in, as far as its marks are concerned.

A line comes in, and Chinese, Latin or another goes out.  Chinese rules are for Chinese only: a Japanese sentence, or an
English one that names a Chinese word, is never touched.
"""

from __future__ import annotations

import re

from corpusclean.normalize.signs import HAN, HAN_CHARACTER, KANA

CHINESE, LATIN, OTHER = "chinese", "latin", "other"

# Japanese prose has about as much kana as Han; a Chinese line that quotes a title has little
FOREIGN_SHARE = 0.2
# an English sentence opens with English words; one with Chinese in it has more letters than this for each Han
LETTERS_PER_HAN = 4

_FOREIGN = re.compile(f"[{KANA}\uac00-\ud7a3]")
_LETTER = re.compile("[A-Za-z]")
_ENGLISH_OPENING = re.compile(rf"[^A-Za-z{HAN}]*[A-Za-z'’]+,? [A-Za-z'’]+,? [A-Za-z]")


def language_of(line: str) -> str:
    """Chinese, Latin or other.

    >>> language_of("他说OK"), language_of("He said OK"), language_of("彼は元気です")
    ('chinese', 'latin', 'other')
    >>> language_of("She came to 北京 last week.")
    'other'
    """
    foreign = len(_FOREIGN.findall(line)) if _FOREIGN.search(line) else 0
    if not HAN_CHARACTER.search(line):
        return OTHER if foreign else LATIN
    if foreign and foreign >= FOREIGN_SHARE * (foreign + len(HAN_CHARACTER.findall(line))):
        return OTHER
    if _ENGLISH_OPENING.match(line) and len(_LETTER.findall(line)) > LETTERS_PER_HAN * len(HAN_CHARACTER.findall(line)):
        return OTHER
    return CHINESE
