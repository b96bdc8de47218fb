"""Reads bytes that are not all UTF-8: in the likeliest encoding, and line by line where lines disagree.

Bytes and a declared encoding come in; text, encoding and whether bytes were lost go out.  A page is read in one piece
where that works; only lines that it does not work for are looked at one by one.
"""

from __future__ import annotations

import math
import re

from corpusclean.damage.rarity import total
from corpusclean.read.charsets import BIG5, GB, UTF8
from corpusclean.read.weigh import BAD_BYTE, CUT, likeliest

# three bytes of UTF-8 each, at least two of them: by chance a line of GBK has that once in 100,000
_UTF8_LINE = re.compile(rb"(?:[\x00-\x7f]*[\xe3-\xef][\x80-\xbf]{2}){2,}[\x00-\x7f]*")
# each byte as what it may be in UTF-8, so that four characters of three bytes are found without a pattern
_ROLES = bytes(0x4C if 0xE3 <= byte < 0xF0 else 0x63 if 0x80 <= byte < 0xC0 else 0x2E for byte in range(0x100))
_SOME_UTF8 = b"Lcc" * 4
_THREE_BYTES = re.compile(rb"[\xe3-\xef][\x80-\xbf]{2}")
# so many characters of three bytes are no accident
_CERTAIN = 4
_CONTINUATION = re.compile(rb"[\x80-\xbf]{1,3}(?=[\x00-\x7f\xc2-\xf4]|\Z)")
# up to a byte that is part of no character of two or four bytes
_BEGINNING = re.compile(rb"[^\x00-\x2f\x3a-\x3f]+")
# bytes that are compared with those from the second on
_COMPARED = 80
_TWICE_CUT = 1.3
_LETTER = 10.0
_CUT = "incomplete multibyte sequence"


def read_lines(data: bytes, hint: str | None) -> tuple[str, str, bool]:
    """The text of *data*, the encoding of most of it, and whether bytes were lost.

    >>> read_lines("天还没亮，他们就走了。".encode("gbk")[1:-1], None)
    ('还没亮，他们就走了', 'gb18030', True)
    """
    whole = _without_cuts(data)
    if whole is not None:
        return whole, UTF8, True
    encoding = likeliest(data, hint)
    start = int(_begins_late(data, encoding))
    if encoding in (GB, BIG5) and _SOME_UTF8 not in data.translate(_ROLES):
        text = _strict(data[start:], encoding)
        if text is not None:
            return text, encoding, start > 0
        text = _strict_but_the_end(data[start:], encoding)
        if text is not None:
            return text, encoding, True
    lines = data[start:].split(b"\n")
    last = len(lines) - 1
    texts = [_read_line(line, encoding, row == 0, row == last) for row, line in enumerate(lines)]
    text = "\n".join(text for text, _ in texts)
    return text, encoding, start > 0 or any(lost for _, lost in texts)


def _without_cuts(data: bytes) -> str | None:
    """The text of UTF-8 that was cut inside its first or last character; None for all else."""
    cut = _CONTINUATION.match(data)
    start = cut.end() if cut else 0
    end = len(data)
    for back in range(1, 4):  # the lead byte of a last character that is not whole
        if data[-back : len(data) - back + 1] >= b"\xc2":
            end -= back
            break
    for stop in (len(data), end):
        try:
            text = data[start:stop].decode(UTF8)
        except UnicodeDecodeError:
            continue
        return text if len(_THREE_BYTES.findall(data)) >= _CERTAIN else None
    return None


def _begins_late(data: bytes, encoding: str) -> bool:
    """True where the first byte is the second one of a character that was cut."""
    beginning = _BEGINNING.match(data)
    if beginning is None or data[0] < 0x80 or encoding not in (GB, BIG5):
        return False
    run = beginning.group()
    # two ends, for one may fall inside a character of one reading and not of the other
    whole, later = (
        min(_beginning_cost(run[start:end], encoding) for end in (_COMPARED, _COMPARED + 1)) for start in (0, 1)
    )
    return later + CUT < whole


def _beginning_cost(run: bytes, encoding: str) -> float:
    """The cost of *run*: dearer without its last byte, for it was cut at both ends then, and endless with a bad one.

    A letter among Chinese is dear, too: 佢哋 in Big5 is A2 5C and so on, and ``\\哋`` from the second byte on.
    """
    text = _strict(run, encoding)
    factor, charge = (1.0, 0.0) if text is not None else (_TWICE_CUT, BAD_BYTE)
    if text is None:
        text = _strict_but_the_end(run, encoding)
    if text is None:
        return math.inf
    return factor * total(text) + charge + _LETTER * sum(map(str.isascii, text))


def _strict(data: bytes, encoding: str) -> str | None:
    for codec in (encoding, "cp950") if encoding == BIG5 else (encoding,):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    return None


def _strict_but_the_end(data: bytes, encoding: str) -> str | None:
    """The text of *data* without its last character, of which bytes are missing."""
    for codec in (encoding, "cp950") if encoding == BIG5 else (encoding,):
        try:
            data.decode(codec)
        except UnicodeDecodeError as error:
            if error.reason == _CUT and error.end == len(data):
                return data[: error.start].decode(codec)
    return None


def _read_line(line: bytes, encoding: str, first: bool, last: bool) -> tuple[str, bool]:
    """One line, in the page's encoding if that fits, else in its own; and whether bytes of it are lost."""
    if line.isascii():
        return line.decode("ascii"), False
    if encoding != UTF8 and _UTF8_LINE.fullmatch(line):
        return line.decode(UTF8), False
    text = _strict(line, encoding)
    if text is not None:
        return text, False
    own = likeliest(line, encoding)
    text = _strict(line, own) if own != encoding else None
    return (text, False) if text is not None else (_tolerant(line, own, first, last), True)


def _tolerant(line: bytes, encoding: str, first: bool, last: bool) -> str:
    """A line with bytes that fit no character; one that is cut at the page's beginning or end is dropped."""
    cut = _CONTINUATION.match(line) if first and encoding == UTF8 else None
    text = line[cut.end() if cut else 0 :].decode(encoding, "replace")
    return text.rstrip("\ufffd") if last else text
