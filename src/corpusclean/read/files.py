"""Tells files that hold no page from pages: a PDF, an image, an archive given by mistake.

The bytes of a page, or its text, come in; what kind of file it is goes out, or None for what may be a page.  Nothing is
unpacked and no text is looked for inside.
"""

from __future__ import annotations

import re

from corpusclean.document import Finding

_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG\r\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF87a", "an image"),
    (b"GIF89a", "an image"),
    (b"RIFF", "an image, a sound or a film"),
    (b"PK\x03\x04", "a zip archive or an office file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office file"),
    (b"\x1f\x8b\x08", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
    (b"Rar!\x1a\x07", "a rar archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)
# control characters that no text file has; pages were seen with some of them in a headline, never with one in twenty
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HEAD, _SHARE = 4096, 0.05
_FEWEST = 8
# signatures that a text may begin with, too: PKO, BZh, RIFF
_SURE = 5


def file_kind(data: bytes) -> str | None:
    """What kind of file *data* is, in words; None where it may be a page.

    >>> file_kind(b"%PDF-1.4 ..."), file_kind("正文。".encode("gbk"))
    ('a PDF file', None)
    """
    head = data[:_HEAD]
    strange = len(_CONTROL.findall(head))
    for signature, name in _SIGNATURES:
        if head.startswith(signature) and (len(signature) >= _SURE or strange):
            return name
    return "no text" if strange >= max(_FEWEST, _SHARE * len(head)) else None


def no_page(kind: str) -> Finding:
    """The warning for a file that holds no page."""
    return Finding("not-a-page", f"this is {kind} and no page; nothing was read")
