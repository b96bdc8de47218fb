"""Encodings that plain scans for bytes above 7F do not see: UTF-16 and UTF-32 without a mark, and HZ.

Bytes or ASCII text come in; the name of an encoding or the text it stands for goes out, or nothing.  Text that merely
mentions ``~{`` or holds a NUL is left to the others.
"""

from __future__ import annotations

import re

from corpusclean.damage.rarity import mean

_PROBE = 2048
# the upper byte of nearly all characters of a Chinese page in UTF-16: Latin, marks, Han, full width
_UPPER = bytes((0x00, 0x20, 0x30, *range(0x4E, 0xA0), 0xFF))
# of the upper bytes, this share is of that set; of the lower ones about half are
_SHARE = 0.9
# of all bytes, how many may be upper bytes by chance: ASCII text has all letters from 4E on
_ORDINARY = 9.5
_HZ = re.compile(r"~\{((?:[!-w][!-~]|~\n)+)(?:~\}|\n|\Z)")


def wide_encoding(data: bytes) -> str | None:
    """The name of the UTF-16 or UTF-32 that *data* without a mark is in.

    >>> wide_encoding("他们去时，天还没亮。".encode("utf-16-be"))
    'utf-16-be'
    >>> wide_encoding("他们去时，天还没亮。".encode("gbk")) is None
    True
    """
    probe = data[:_PROBE]
    if len(probe) < 4 or _is_plain(probe):
        return None
    zeros = [probe[place::4].count(0) * 4 / len(probe) for place in range(4)]
    if zeros[2] > _SHARE and zeros[3] > _SHARE:
        return "utf-32-le"
    if zeros[0] > _SHARE and zeros[1] > _SHARE:
        return "utf-32-be"
    for encoding, upper in (("utf-16-le", probe[1::2]), ("utf-16-be", probe[::2])):
        if len(upper.translate(None, _UPPER)) <= (1 - _SHARE) * len(upper):
            text = probe[: len(probe) // 2 * 2].decode(encoding, "replace")
            if 0 in upper or (mean(text) < _ORDINARY and not text.isascii()):
                return encoding
    return None


def _is_plain(probe: bytes) -> bool:
    """True for bytes without NULs that are UTF-8: the common case, decided at C speed."""
    if b"\0" in probe:
        return False
    if probe.isascii():
        return True
    try:
        probe[:-3].decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(probe) - 8
    return True


def hz_text(text: str) -> str | None:
    """The text that ASCII *text* with HZ escapes stands for, or None where it has none.

    >>> hz_text("~{VPND~}"), hz_text("delete ~{x~}")
    ('中文', None)
    """
    if "~{" not in text:
        return None
    hans = [_double_byte(match.group(1)) for match in _HZ.finditer(text)]
    if not hans or None in hans or mean("".join(filter(None, hans))) > _ORDINARY:
        return None
    found = iter(hans)
    return _HZ.sub(lambda match: (next(found) or "") + ("\n" if match.group().endswith("\n") else ""), text)


def _double_byte(body: str) -> str | None:
    try:
        return bytes(ord(char) | 0x80 for char in body.replace("~\n", "")).decode("gb2312")
    except UnicodeDecodeError:
        return None
