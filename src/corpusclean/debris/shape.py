"""What a line looks like, whatever it says: the named features that rules of place and neighbours go by.

A line of text comes in, a feature comes out.  Thresholds are constants with the page that set them.
"""

from __future__ import annotations

import re

from corpusclean.document import Document

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]")
_STOP = re.compile("[。！？；!?;…]|[，,].*[，,]")
# the shortest paragraph of a news page that is no subhead has about this many Han characters
_PROSE_HAN = 12


def is_prose(text: str) -> bool:
    """True for a line that reads like sentences: enough Han characters and a mark that ends or joins clauses."""
    return _STOP.search(text) is not None and len(HAN.findall(text)) >= _PROSE_HAN


def body_span(doc: Document) -> tuple[int, int]:
    """Index of the first and the last body line that is prose; (0, last line) where none is."""
    prose = [line.row for line in doc.lines if line.is_body and is_prose(line.text)]
    return (prose[0], prose[-1]) if prose else (0, len(doc.marks) - 1)
