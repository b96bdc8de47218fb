"""The repair stages as a public call of their own: text in, text out."""

from __future__ import annotations

from corpusclean.document import Document
from corpusclean.errors import InputError


def repair(text: str) -> str:
    """Undo the damage of *text*, which is judged as one page.

    Misread encodings, byte-wise edits, inserted readings, entities, escapes and invisible characters are put right;
    what is damaged beyond repair stays, and clean text comes back as it is.

    Parameters
    ----------
    text : str
        A page or a part of one.

    Returns
    -------
    str
        The text with its damage undone; `Cleaner` tells what was changed.

    Raises
    ------
    InputError
        A `TypeError`, for all that is not str.

    Examples
    --------
    >>> repair("å¤©æ°”å¾ˆå¥½ï¼Œ&amp;nbsp;⾛⾛")
    '天气很好， 走走'
    >>> repair("他們去時")
    '他們去時'
    """
    if not isinstance(text, str):
        raise InputError(f"repair takes str, not {type(text).__name__}; for bytes call repair(decode(data).text)")
    from corpusclean.pipeline import REPAIR, Pipeline

    return Pipeline(REPAIR)(Document.of(text)).text
