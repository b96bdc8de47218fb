"""What a page says about its own encoding: byte order marks and declarations in the markup.

Bytes come in, the name of a Python codec goes out, or nothing.  A label stands for the widest encoding that pages put
under it (gb2312 pages hold GBK characters), and a label nobody knows is ignored.  Nothing is decoded here.
"""

from __future__ import annotations

import codecs
import re

UTF8 = "utf-8"
GB = "gb18030"
BIG5 = "big5hkscs"
# longest first: the mark of UTF-32 begins with that of UTF-16
MARKS = (
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", GB),
)
_WIDEST = {
    **dict.fromkeys(("gb2312", "gb_2312-80", "x-gbk", "gbk", "cp936", "windows-936", "euc-cn", "gb18030"), GB),
    **dict.fromkeys(("big5", "big5-hkscs", "big5hkscs", "cp950", "x-x-big5", "big-5"), BIG5),
    **dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252"), "cp1252"),
    **dict.fromkeys(("hz", "hz-gb-2312"), "hz"),
}
# browsers look for a declaration in the first kilobyte; pages that open with scripts have it later
_HEAD = 4096
_DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]+)", re.I)


def marked(data: bytes) -> tuple[str, int] | None:
    """The encoding that a byte order mark states, and the length of the mark.

    >>> marked(b"\\xff\\xfe-N")
    ('utf-16-le', 2)
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    return None


def declared(data: bytes) -> str | None:
    """The encoding that the markup of *data* declares, as a codec that can read it.

    >>> declared(b'<meta charset="gb2312">'), declared(b'<meta charset="x-nonsense">')
    ('gb18030', None)
    """
    match = _DECLARED.search(data, 0, _HEAD)
    if match is None:
        return None
    label = match.group(1).decode("ascii", "replace").lower()
    if label in _WIDEST:
        return _WIDEST[label]
    try:
        return codecs.lookup(label).name
    except LookupError:
        return None
