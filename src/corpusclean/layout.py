"""White space between and around lines: what ends a line, blank lines, indents.

The first stage makes every line end a newline; the last takes blank lines, indents and trailing blanks away.  Both
leave the inside of lines alone, and the last leaves the indents of code and verse.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from corpusclean.document import Change, Document
from corpusclean.stage import finding

KEEP_INDENT = ("code", "verse")
_BREAK = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = re.compile(r"\s+")
# A newline with a blank beside it.  Most newlines have none, and most pages are tidy already.
_UNTIDY = re.compile(r"\n(?:(?<=\s\n)|(?=\s))")


@finding
def unify_line_breaks(doc: Document) -> Iterator[Change]:
    """Make ``\\r\\n``, ``\\r``, form feeds and the Unicode separators plain newlines."""
    for match in _BREAK.finditer(doc.text):
        yield Change(match.start(), match.end(), "\n", "layout:line-break")


@finding
def tidy_layout(doc: Document) -> Iterator[Change]:
    """Take away blank lines, indents and trailing blanks."""
    text, size = doc.text, len(doc.text)
    if not (text[:1].isspace() or text[-1:].isspace() or _UNTIDY.search(text)):
        return
    code = any(mark.kind in KEEP_INDENT for mark in doc.marks)
    kept = [line.start for line in doc.lines if line.mark.kind in KEEP_INDENT and line.text.strip()] if code else []
    for match in _BLANKS.finditer(text):
        start, end = match.span()
        inside = start > 0 and end < size
        if inside and (text[start:end] == "\n" or "\n" not in text[start:end]):
            continue
        new = "\n" if inside else ""
        following = bisect_left(kept, start)
        if following < len(kept):  # the blanks that open a line of code are its indent
            end = min(end, kept[following])
        if end > start and text[start:end] != new:
            yield Change(start, end, new, "layout:blank-line" if new else "layout:margin")
