"""The repair stages as a public call of their own: text in, text out."""

from __future__ import annotations

from corpusclean.document import Document


def repair(text: str) -> str:
    """Undo the damage of *text*, which is judged as one page.

    Misread encodings, byte-wise edits, inserted readings, entities, invisible characters.

    >>> repair("他們去時")
    '他們去時'
    """
    from corpusclean.pipeline import REPAIR, Pipeline

    return Pipeline(REPAIR)(Document.of(text)).text
