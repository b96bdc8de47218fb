"""Undoes the reading of Chinese bytes as another encoding of East Asia: ``浣犲ソ``, ``いゅチ``, Hangul for Han.

A line comes in, replacements go out.  Both readings give characters, so the page's own must be odd and the other one
ordinary by far; what is UTF-8 proves itself by its form.  Bytes that the wrong reader lost are not guessed here.
"""

from __future__ import annotations

import re

from corpusclean.damage.language_model import load
from corpusclean.damage.misreadings import Reader, chinese, decoded, eastern
from corpusclean.damage.rarity import mean, signature, total
from corpusclean.damage.stretches import Stretch, replaced
from corpusclean.damage.western import undo_western

# what a line's bytes may have been; UTF-8 first, since it proves itself
_TARGETS = (("utf-8", "utf8"), ("gb18030", "gbk"), ("big5hkscs", "big5"), ("cp950", "big5"))
# the other reading must cost this share of the page's own at most, and be ordinary a character
_SHARE = 0.85
_SHARE_UTF8 = 0.8
ORDINARY_UTF8 = 10.5
# nats a character that the other reading may cost as words, and nats by which the whole must cost less than that.
# Damaged lines cost 5 in the middle, of a hundred one more than 7.5; Korean read as GBK, whose syllables are common
# Han, costs 11, and in 34,000 lines of catalogues at the least 7.1 for four syllables, 8.2 for nine, 9.0 for more
AS_WORDS = 8.6
ODDS = 7.0
# where the page shows Han, no foreign alphabet, and these cost half as much again, rarer words do: 簽署, 尺寸標註
MOSTLY = 0.75
_SMALL_SHARE = 0.68
RARER = 9.8
# clean Chinese lies at 6 to 8 a character, misread text at 10 and more
_ODD = 8.6
_SIGNATURE = re.compile(f"[{signature()}].?.?.?[{signature()}]")
_HAN = re.compile("[\u4e00-\u9fff]")
_HANGUL = re.compile("[\uac00-\ud7af]")
# two syllables or kana (いい) are ordinary Han by chance; only UTF-8 proves itself in so few
LEAST_WORDS = 3
_ALPHABETS = (
    _HANGUL,
    *map(re.compile, ("[\u3040-\u30ff\uff66-\uff9f]", "[\u0370-\u03ff]", "[\u0400-\u04ff]", "[\u3100-\u312f]")),
)
_OTHER = re.compile("[\u3400-\u9fff\ue000-\ufaff]")
_NOT_ASCII = re.compile("[^\x00-\x7f]+")
# frames say nothing about the text in them
_FRAME = re.compile("[\u2500-\u259f]+")
_UTF8_RUN = re.compile("(?:[\xe2-\xef][\x80-\xbf]{2}){2,}")
_LATIN = re.compile("[\xc2-\xc3][\x80-\xbf]")


def undo_eastern(line: str) -> list[Stretch]:
    """The replacement of *line*, or of stretches of it, where another reading is far more ordinary.

    >>> [stretch.new for stretch in undo_eastern("い地チ瓣")]
    ['中華民國']
    """
    if not _is_mixed(line):
        return []
    if not is_odd(line):
        return _utf8_inside(line) if _SIGNATURE.search(line) else []
    whole = _best(line)
    if whole:
        return [Stretch(0, len(line), *whole)]
    runs = [match.span() for match in _NOT_ASCII.finditer(line)]
    together = _best("\n".join(line[start:end] for start, end in runs))
    if together and together[0].count("\n") == len(runs) - 1:
        texts = together[0].split("\n")
        return [Stretch(*span, text, together[1]) for span, text in zip(runs, texts, strict=True)]
    each = [Stretch(*span, *found) for span in runs if (found := _best(line[slice(*span)]))]
    return each or _utf8_inside(line)


def is_odd(line: str) -> bool:
    """True where the characters above ASCII are rare ones on the whole; a misread part of a good line is not enough."""
    return mean(_words(line)) > _ODD


def _is_mixed(line: str) -> bool:
    """True where odd Han or several alphabets meet; text in one foreign alphabet is what it is."""
    present = [pattern for pattern in _ALPHABETS if pattern.search(line)]
    if present == [_HANGUL] and not _OTHER.search(line):
        return len(_HANGUL.findall(line)) >= LEAST_WORDS
    return len(present) > 1 or _OTHER.search(line) is not None


def _best(text: str) -> tuple[str, str] | None:
    """The most ordinary other reading of *text* and its rule, where it is ordinary enough."""
    old, in_han = total(_words(text)), len(_OTHER.findall(text)) >= MOSTLY * len(_words(text))
    best: tuple[float, str, str] | None = None
    for reader in eastern():
        raw = reader.raw(text)
        for encoding, name in _TARGETS:
            if name == reader.name:
                continue
            new = _judged(raw, encoding, old, in_han)
            if new is not None:
                cost = total(new)
                if best is None or cost < best[0]:
                    best = (cost, new, f"repair:{name}-as-{reader.name}")
    return best and best[1:]


def _judged(raw: str, encoding: str, old: float, in_han: bool) -> str | None:
    """The text of *raw* in *encoding* where it is ordinary, and costs far less than *old*; ASCII does not count."""
    new = decoded(raw, encoding)
    if new is None:
        return None
    if encoding == "utf-8" and _LATIN.search(raw):
        new = replaced(new, undo_western(new))  # ä¸­ once more in UTF-8, and that read as GBK
    words = _FRAME.sub("", _words(new))
    proves_itself = encoding == "utf-8"
    if len(words) < (2 if proves_itself else LEAST_WORDS) or not _HAN.search(words):
        return None
    share = total(words) / old if old else 1.0
    if share > (_SHARE_UTF8 if proves_itself else _SHARE):
        return None
    if proves_itself:
        return new if mean(words) < ORDINARY_UTF8 else None
    usual = RARER if in_han and share < _SMALL_SHARE else AS_WORDS
    return new if load().cost(words) < usual * len(words) - ODDS else None


def _words(text: str) -> str:
    return "".join(_NOT_ASCII.findall(text))


def _utf8_inside(line: str) -> list[Stretch]:
    """Stretches of UTF-8 read as GBK inside a line that is good before and after them."""
    reader: Reader = chinese()
    raws = [reader.raw(char) for char in line]
    raw = "".join(raws)
    places: dict[int, int] = {}
    offset = 0
    for index, piece in enumerate(raws):
        places[offset] = index
        offset += len(piece)
    places[offset] = len(line)
    found = []
    for match in _UTF8_RUN.finditer(raw):
        start, end = places.get(match.start()), places.get(match.end())
        if start is None or end is None:
            continue
        new = _judged(match.group(), "utf-8", total(_words(line[start:end])), True)
        if new is not None:
            found.append(Stretch(start, end, new, "repair:utf8-as-gbk"))
    return found
