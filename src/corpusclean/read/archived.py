"""Takes the page out of the single file that browsers save it in (MHTML, .mht), with its pictures beside it.

Bytes come in; the bytes of the page and the address it was saved from go out, or nothing for any other file.  Pictures
and style sheets are left aside, and no other kind of archive is unpacked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from email.message import Message

_HEAD = 4096
_BEGINNING = re.compile(rb"\s*(?:From|MIME-Version|Subject|Snapshot-Content-Location|Date|Content-Type)\s?:", re.I)
_RELATED = re.compile(rb"^Content-Type\s?:\s{0,9}multipart/related", re.I | re.M)
_ADDRESS = re.compile(r"https?://\S+")


def archived_page(data: bytes) -> tuple[bytes, str | None] | None:
    r"""The page in *data* and its address, where *data* is a page saved as one file.

    >>> archived_page(
    ...     b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
    ...     b"--b\nContent-Type: text/html\n\n<p>x</p>\n--b--"
    ... )
    (b'<p>x</p>', None)
    >>> archived_page(b"<p>x</p>") is None
    True
    """
    if not _BEGINNING.match(data) or not _RELATED.search(data, 0, _HEAD):
        return None
    from email import message_from_bytes

    try:
        message = message_from_bytes(data)
        part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    except RecursionError:  # a thousand archives one in the other
        return None
    page = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(page, bytes):
        return None
    return page, _address(message, "Snapshot-Content-Location") or _address(part, "Content-Location")


def _address(part: Message, header: str) -> str | None:
    found = _ADDRESS.match(str(part.get(header, "")).strip())
    return found.group() if found else None
