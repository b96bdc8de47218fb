"""To be written."""

from __future__ import annotations

from corpusclean.document import Document


def read_html(text: str, *, url: str | None = None, encoding: str | None = None) -> Document:
    return Document.of(text, url=url, encoding=encoding)
