"""Turns bytes into text, whatever their encoding.

Bytes come in; the text, the encoding it was read in and whether bytes were lost go out.  A byte order mark decides,
then strict UTF-8, then what makes the most ordinary Chinese; what the page declares only tips the scales.  Bytes that
fit no character become U+FFFD where they stand inside the text; a character cut at either end of the input is dropped.
Nothing raises but a value that is not bytes.
"""

from __future__ import annotations

from typing import NamedTuple

from corpusclean.document import Finding
from corpusclean.errors import InputError
from corpusclean.read.charsets import UTF8, declared, marked
from corpusclean.read.lines import read_lines
from corpusclean.read.wide import hz_text, wide_encoding


class Decoded(NamedTuple):
    """Text that was read from bytes.

    Parameters
    ----------
    text : str
        The text, without a byte order mark.
    encoding : str
        Name of the Python codec that read it, or most of it.
    lossy : bool
        True where bytes fit no character; U+FFFD stands for them.

    Examples
    --------
    >>> decode("中文".encode("gbk")).encoding
    'gb18030'
    """

    text: str
    encoding: str
    lossy: bool

    def findings(self) -> tuple[Finding, ...]:
        """A warning with the lines and the number of U+FFFD, where bytes were lost."""
        if not self.lossy:
            return ()
        lines = tuple(row for row, line in enumerate(self.text.split("\n"), 1) if "\ufffd" in line)
        count = self.text.count("\ufffd")
        message = f"bytes that fit no character of {self.encoding}: {count} places"
        if not count:
            message = f"a character of {self.encoding} that was cut at the beginning or end is dropped"
        return (Finding("lost-bytes", message, lines, count),)


def decode(data: bytes | bytearray | memoryview) -> Decoded:
    """Decode a page given as bytes.

    Parameters
    ----------
    data : bytes, bytearray or memoryview
        A page, a part of one, or a line; UTF-8, GB18030 (and GBK, gb2312), Big5 with the Hong Kong set, UTF-16,
        UTF-32 or HZ.  Lines in another encoding than the rest are read in their own.

    Returns
    -------
    Decoded
        With `text`, `encoding` and `lossy`.

    Raises
    ------
    InputError
        A `TypeError`, for all that is not bytes.

    Examples
    --------
    >>> decode("他們去時，天還沒亮。".encode("big5"))
    Decoded(text='他們去時，天還沒亮。', encoding='big5hkscs', lossy=False)
    """
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise InputError(f"decode takes bytes, bytearray or memoryview, not {type(data).__name__}")
    data = bytes(data)
    mark = marked(data)
    if mark:
        return _in_one(data[mark[1] :], mark[0])
    wide = wide_encoding(data)
    if wide:
        return _in_one(data, wide)
    try:
        text = data.decode(UTF8)
    except UnicodeDecodeError:
        return Decoded(*read_lines(data, declared(data)))
    return _seven_bit(text) if text.isascii() else Decoded(text, UTF8, False)


def _in_one(data: bytes, encoding: str) -> Decoded:
    """*data* in the encoding that it must be in."""
    try:
        return Decoded(data.decode(encoding), encoding, False)
    except UnicodeDecodeError as error:
        if error.reason in _CUT and error.end >= len(data):
            return Decoded(data[: error.start].decode(encoding), encoding, True)
        return Decoded(data.decode(encoding, "replace"), encoding, True)


_CUT = ("unexpected end of data", "truncated data", "incomplete multibyte sequence")


def _seven_bit(text: str) -> Decoded:
    """ASCII text, which may hold Chinese as HZ."""
    hz = hz_text(text)
    return Decoded(text, UTF8, False) if hz is None else Decoded(hz, "hz", False)
