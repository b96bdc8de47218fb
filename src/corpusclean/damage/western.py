"""Undoes the reading of Chinese bytes as a Western encoding: ``ä¸­æ–‡``, ``ÄãºÃ``, ``§A¦n``.

A line comes in, replacements of its misread stretches go out; good Chinese beside them stays.  UTF-8 proves itself by
its form; GBK and Big5 need enough ordinary characters, since any two letters with accents make some character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusclean.damage.misreadings import ALIEN, LEVEL, SINGLE_BYTE, UPRIGHT, Reader, decoded
from corpusclean.damage.pairs import as_pairs
from corpusclean.damage.rarity import UNKNOWN_HAN, mean, total
from corpusclean.damage.stretches import Stretch, replaced
from corpusclean.stage import smallest

UTF8 = re.compile(
    "(?:[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+"
)
# what one-byte encodings make of two bytes that are no ASCII
_BYTE = "[\x80-\u04ff\u2010-\u25ff\uf8ff\ufb01\ufb02]"
_BYTES = re.compile(f"{_BYTE}(?:[0-9@-~]?{_BYTE}|[@-~])")
_BYTE_BUT_MARKS = re.compile("[\x80-\x9f\xa1-\xb6\xb8-\u04ff\u2027-\u2121\u2123-\u25ff\uf8ff\ufb01\ufb02]")
# a letter or sign of a Western encoding in UTF-8
_LATIN_IN_UTF8 = re.compile("[\xc2-\xcf][\x80-\xbf]|\xe2[\x80-\x99][\x80-\xbf]")
# frames and tables that are drawn, not misread: all of them bytes B0 to DF of DOS
_FRAME = re.compile("[\u2500-\u259f]")
_NO_FRAME = re.compile(f"[{UPRIGHT}][^\n]{{0,2}}[{LEVEL}]|[{LEVEL}][^\n]{{0,2}}[{UPRIGHT}]")
_THREE = re.compile("[\xe2-\xf4][\x80-\xbf]{2}")
_HIGH = re.compile("[\x80-\xff]")
_HAN = re.compile("[\u4e00-\u9fff]")
_ASIAN = re.compile("[\u2010-\u203b\u2190-\u2bff\u3000-\u303f\u3400-\u9fff\uff00-\uffef\U0001f000-\U0003ffff]")
# misread twice, and once more by whoever tried to help
DEPTH = 3
# bytes of UTF-8, and none above 7F besides, that leave no doubt about the reader: four characters; the other readers,
# which take seven times as long over what they cannot read, are not asked then
PROOF = 12
_ENOUGH = 0.8
# a mean cost that no text of UTF-8 has, unless all of its characters are of one foreign alphabet
RAREST = 14.0


def undo_western(line: str, depth: int = DEPTH) -> list[Stretch]:
    """Replacements for the stretches of *line* that a Western reader made.

    >>> [stretch.new for stretch in undo_western("好ä¸\\xadæ–‡好")], undo_western("Málaga, crème brûlée")
    (['中文'], [])
    """
    best: list[Stretch] = []
    best_gain = 0.0
    for reader, raw, is_proven in _read(line):
        for found in (_stretches(line, raw, reader, depth), _peeled(line, raw, reader, depth)):
            gain = sum(total(line[item.start : item.end]) - total(item.new) for item in found)
            if gain > best_gain:
                best, best_gain = found, gain
        if best and is_proven:
            break
    return best


def shows_bytes(line: str) -> bool:
    """True where *line* has what one-byte encodings make of Chinese, and more than marks: ”…… stands in good lines.

    >>> shows_bytes("“ÒæÕß”"), shows_bytes("他说“好”……")
    (True, False)
    """
    return _BYTES.search(line) is not None and _BYTE_BUT_MARKS.search(line) is not None


def _read(line: str) -> Iterator[tuple[Reader, str, bool]]:
    """The readers that may have made *line*, with its bytes, and whether these prove it; those that do come first."""
    doubtful = []
    for reader in SINGLE_BYTE:
        if reader.runs.search(line):
            raw = reader.raw(line)
            if _proves_itself(raw):
                yield reader, raw, True
            else:
                doubtful.append((reader, raw, False))
    yield from doubtful


def _proves_itself(raw: str) -> bool:
    """True for so much UTF-8 and no other byte above 7F that no other reader can have made it."""
    left, count = UTF8.subn("", raw)
    return count > 0 and _HIGH.search(left) is None and len(raw) - len(left) >= PROOF


def _peeled(line: str, raw: str, reader: Reader, depth: int) -> list[Stretch]:
    """The whole line where it is UTF-8 of another misreading: ``Â¤Â¤`` of ``¤¤``, whose stretches are longer."""
    if depth == 1 or not _LATIN_IN_UTF8.search(raw):
        return []
    if _HIGH.search(UTF8.sub("", raw)):
        return []
    inner = UTF8.sub(lambda match: decoded(match.group(), "utf-8") or match.group(), raw)
    if inner == raw or ALIEN in inner or not shows_bytes(inner):
        return []
    found = undo_western(inner, depth - 1)
    whole = replaced(inner, found)
    change = smallest(0, line, whole, f"repair:utf8-as-{reader.name}")
    return [Stretch(change.start, change.end, change.new, change.rule)] if found else []


def _stretches(line: str, raw: str, reader: Reader, depth: int) -> list[Stretch]:
    unicode, doubtful = [], []
    for run in reader.runs.finditer(line):
        found = [match.span() for match in UTF8.finditer(raw, *run.span())]
        covered = sum(last - first for first, last in found)
        high = _above_ascii(raw[slice(*run.span())])
        if covered >= _ENOUGH * high and _is_ordinary(raw, found, covered == high, _HAN.search(line) is not None):
            unicode.append((run.span(), found, covered == high))
        else:
            doubtful.append(run.span())
    if doubtful:  # two bytes of GBK may look like UTF-8, too, but not all of a line
        doubtful += [run for run, found, whole in unicode if not whole or not _is_long(raw, found)]
        unicode = [item for item in unicode if item[0] not in doubtful]
    stretches = [item for _, found, _ in unicode for span in found if (item := _as_utf8(raw, *span, reader, depth))]
    if not any(_ASIAN.search(item.new) for item in stretches):
        stretches = []
        doubtful += [run for run, _, _ in unicode]
    if doubtful and not _is_mostly_three(raw) and _is_more_than_frames(line, reader):
        stretches += as_pairs(line, raw, sorted(doubtful), reader)
    return stretches


def _is_more_than_frames(line: str, reader: Reader) -> bool:
    return bool(_HIGH.search(reader.raw(_FRAME.sub("", line))) or _NO_FRAME.search(line))


def _is_mostly_three(raw: str) -> bool:
    """True where most bytes make characters of three: UTF-8 that lost some, for in GBK and Big5 hardly any do."""
    return 2 * 3 * len(_THREE.findall(raw)) > _above_ascii(raw)


def _above_ascii(raw: str) -> int:
    return len(raw) - len(raw.encode("ascii", "ignore"))


def _is_ordinary(raw: str, spans: list[tuple[int, int]], whole: bool, in_chinese: bool) -> bool:
    """True for characters no rarer than any text has them: 目錄， in GBK is Ŀ䛣 in UTF-8, and a byte too many.

    One character that the data hardly know is believed in a Chinese line only: è€“ alone is no 耓.
    """
    text = "".join(decoded(raw[slice(*span)], "utf-8") or "" for span in spans)
    return (whole and len(text) > 1) or mean(text) < (UNKNOWN_HAN if whole and in_chinese else RAREST)


def _is_long(raw: str, spans: list[tuple[int, int]]) -> bool:
    """True where one of the *spans* has a character of three bytes."""
    return any(_THREE.search(raw, *span) for span in spans)


def _as_utf8(raw: str, start: int, end: int, reader: Reader, depth: int) -> Stretch | None:
    """One stretch that has the form of UTF-8, read again where that gives another misreading."""
    text = decoded(raw[start:end], "utf-8")
    if text is None:
        return None
    again = undo_western(text, depth - 1) if depth > 1 and not _THREE.search(raw, start, end) else []
    return Stretch(start, end, replaced(text, again), f"repair:utf8-as-{reader.name}")
