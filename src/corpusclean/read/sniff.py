"""Tells an HTML page from text that talks about HTML.

A str comes in, yes or no goes out.  Stray tags in scraped text are debris, and an article about ``<div>`` is text.
"""

from __future__ import annotations

import re

_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*){0,9}<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_HEAD = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.I)
_BLOCK = re.compile(r"</?(?:div|p|br|table|tr|td|ul|li|h[1-6]|section|article|script|meta|link|span|a|img)\b", re.I)
# a page may open with scripts before <html>; further in, the tag is something a text talks about
_EARLY = 4000


def looks_like_html(text: str) -> bool:
    """True where a document opens, or where block tags cover most lines.

    >>> looks_like_html("<!DOCTYPE html><html><body>正文</body></html>")
    True
    >>> looks_like_html("在 <body> 里写 <div>，浏览器就会换行。")
    False
    """
    if "<" not in text:
        return False
    if _OPENING.match(text):
        return True
    opens_with_tag = text.lstrip("\ufeff \t\r\n")[:1] == "<"
    if opens_with_tag and _HEAD.search(text, 0, _EARLY):
        return True
    return opens_with_tag and _mostly_tags(text)


def _mostly_tags(text: str) -> bool:
    lines = [line for line in text.split("\n") if line.strip()]
    return sum(_BLOCK.search(line) is not None for line in lines) * 2 > len(lines)
