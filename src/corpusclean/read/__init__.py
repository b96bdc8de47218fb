"""Turns a page of any kind into a `Document`: the one place that looks at the type of what was passed.

Bytes are decoded, HTML is read into lines, text is taken as it is.  Whatever is not a page is an `InputError` that
says what to call instead.
"""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING, TypeAlias, Union

from corpusclean.document import Document
from corpusclean.errors import InputError, OptionError
from corpusclean.read.archived import archived_page
from corpusclean.read.charsets import marked
from corpusclean.read.decode import Decoded, decode
from corpusclean.read.files import file_kind, no_page
from corpusclean.read.sniff import looks_like_html
from corpusclean.read.wide import wide_encoding

if TYPE_CHECKING:
    from bs4 import Tag

Page: TypeAlias = Union[str, bytes, bytearray, memoryview, "Tag"]
KINDS = ("auto", "text", "html")


def read(page: Page, *, url: str | None = None, kind: str = "auto") -> Document:
    """The document of *page*, whose text is the page as read."""
    if kind not in KINDS:
        raise OptionError(f"kind={kind!r} is not one of {', '.join(map(repr, KINDS))}")
    if isinstance(page, (bytes, bytearray, memoryview)):
        return _read_bytes(bytes(page), url, kind)
    if isinstance(page, str):
        return _read_text(page, url, kind, None)
    if _is_soup(page):
        from corpusclean.read.html import read_html

        return read_html(str(page), url=url)
    raise InputError(_refusal(page))


def _read_bytes(data: bytes, url: str | None, kind: str) -> Document:
    """The document of bytes: decoded, or empty with a warning where they are a file of another kind."""
    archived = archived_page(data) if kind != "text" else None
    if archived is not None:
        data, url = archived[0], url or archived[1]
    # text in two or four bytes a character is full of control characters
    file = None if marked(data) or wide_encoding(data) else file_kind(data)
    if file:
        return Document.of("", url=url).noting(findings=(no_page(file),))
    decoded = decode(data)
    return _with_losses(_read_text(decoded.text, url, kind, decoded.encoding), decoded)


def _read_text(text: str, url: str | None, kind: str, encoding: str | None) -> Document:
    if kind == "html" or (kind == "auto" and looks_like_html(text)):
        from corpusclean.read.html import read_html

        return read_html(text, url=url, encoding=encoding)
    return Document.of(text, url=url, encoding=encoding)


def _with_losses(doc: Document, decoded: Decoded) -> Document:
    return doc.noting(findings=decoded.findings())


def _is_soup(page: object) -> bool:
    """True for a BeautifulSoup or Tag, without importing bs4 where nobody else did."""
    return any(cls.__module__.startswith("bs4") and cls.__name__ == "Tag" for cls in type(page).__mro__)


def _refusal(page: object) -> str:
    accepted = "a page is str, bytes, bytearray, memoryview, or a BeautifulSoup or Tag object"
    if isinstance(page, PathLike):
        return f"{accepted}; for a file call clean(path.read_bytes())"
    if hasattr(page, "read"):
        return f"{accepted}; for an open file call clean(file.read())"
    return f"{accepted}, not {type(page).__name__}"
