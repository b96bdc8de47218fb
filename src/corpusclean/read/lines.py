"""Reads bytes that are not all UTF-8: in the likeliest encoding, and line by line where lines disagree.

Bytes and a declared encoding come in; text, encoding and whether bytes were lost go out.  A page is read in one piece
where that works; only lines that it does not work for are looked at one by one.
"""

from __future__ import annotations

import re

from corpusclean.read.charsets import BIG5, GB, UTF8
from corpusclean.read.weigh import likeliest

# three bytes of UTF-8 each, at least two of them: by chance a line of GBK has that once in 100,000
_UTF8_LINE = re.compile(rb"(?:[\x00-\x7f]*[\xe3-\xef][\x80-\xbf]{2}){2,}[\x00-\x7f]*")
_SOME_UTF8 = re.compile(rb"(?:[\xe3-\xef][\x80-\xbf]{2}){4}")
_THREE_BYTES = re.compile(rb"[\xe3-\xef][\x80-\xbf]{2}")
# so many characters of three bytes are no accident
_CERTAIN = 4
_CONTINUATION = re.compile(rb"[\x80-\xbf]{1,3}(?=[\x00-\x7f\xc2-\xf4]|\Z)")


def read_lines(data: bytes, hint: str | None) -> tuple[str, str, bool]:
    """The text of *data*, the encoding of most of it, and whether bytes were lost."""
    whole = _without_cuts(data)
    if whole is not None:
        return whole, UTF8, True
    encoding = likeliest(data, hint)
    if encoding in (GB, BIG5) and not _SOME_UTF8.search(data):
        text = _strict(data, encoding)
        if text is not None:
            return text, encoding, False
    lines = data.split(b"\n")
    last = len(lines) - 1
    texts = [_read_line(line, encoding, row == 0, row == last) for row, line in enumerate(lines)]
    text = "\n".join(texts)
    return text, encoding, "\ufffd" in text or _is_shorter(texts, lines, encoding)


def _without_cuts(data: bytes) -> str | None:
    """The text of UTF-8 that was cut inside its first or last character; None for all else."""
    cut = _CONTINUATION.match(data)
    start = cut.end() if cut else 0
    end = len(data)
    for back in range(1, 4):  # the lead byte of a last character that is not whole
        if data[-back : len(data) - back + 1] >= b"\xc2":
            end -= back
            break
    for stop in (end, len(data)):
        try:
            text = data[start:stop].decode(UTF8)
        except UnicodeDecodeError:
            continue
        return text if len(_THREE_BYTES.findall(data)) >= _CERTAIN else None
    return None


def _strict(data: bytes, encoding: str) -> str | None:
    for codec in (encoding, "cp950") if encoding == BIG5 else (encoding,):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    return None


def _read_line(line: bytes, encoding: str, first: bool, last: bool) -> str:
    """One line, in the page's encoding if that fits, else in its own."""
    if line.isascii():
        return line.decode("ascii")
    if encoding != UTF8 and _UTF8_LINE.fullmatch(line):
        return line.decode(UTF8)
    text = _strict(line, encoding)
    if text is not None:
        return text
    own = likeliest(line, encoding)
    text = _strict(line, own)
    return text if text is not None else _tolerant(line, own, first, last)


def _tolerant(line: bytes, encoding: str, first: bool, last: bool) -> str:
    """A line with bytes that fit no character; one that is cut at the page's beginning or end is dropped."""
    start = 0
    if first and encoding == UTF8:
        cut = _CONTINUATION.match(line)
        start = cut.end() if cut else 0
    elif first and len(line) > 3:
        whole, later = (line[place:].decode(encoding, "replace") for place in (0, 1))
        start = _mean_cost(later) + 0.5 < _mean_cost(whole)
    text = line[start:].decode(encoding, "replace")
    return text.rstrip("\ufffd") if last else text


def _is_shorter(texts: list[str], lines: list[bytes], encoding: str) -> bool:
    """True where a character that was cut at either end was dropped."""
    for text, line in ((texts[0], lines[0]), (texts[-1], lines[-1])):
        if not line.isascii() and _strict(line, encoding) != text and _strict(line, likeliest(line, encoding)) != text:
            return True
    return False


def _mean_cost(text: str) -> float:
    from corpusclean.damage.rarity import mean

    return mean(text)
