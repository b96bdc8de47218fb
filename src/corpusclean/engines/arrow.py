"""Cleans Arrow record batches: the one function that engines of any kind can be given.

A `pyarrow.RecordBatch` comes in; the same columns go out with the text cleaned, and the columns ``article``, ``status``
and ``error`` beside them, one row for each that came in.  A row never raises and never touches another.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from corpusclean.article import Article
from corpusclean.cleaner import Cleaner
from corpusclean.corpus.columns import clean_fields
from corpusclean.corpus.limits import at_most
from corpusclean.corpus.tables import cleaned

if TYPE_CHECKING:
    import pyarrow as pa


@cache
def _default() -> Cleaner:
    return Cleaner()


def clean_batch(
    batch: pa.RecordBatch, *, cleaner: Cleaner | None = None, column: str | None = None, seconds: float = 0
) -> pa.RecordBatch:
    """Clean the text column of a batch; it never raises for what the batch holds.

    Parameters
    ----------
    batch : pyarrow.RecordBatch
        Of any columns.  A column ``url`` tells the site of each page.
    cleaner : Cleaner, optional
        By default one with default options.
    column : str, optional
        The text column; by default the first there is of text, content, raw_content, body and html.
    seconds : float
        A page that takes longer fails; 0 sets no limit.  It holds where the call is in the main thread.

    Returns
    -------
    pyarrow.RecordBatch
        As many rows, in their order.  ``status`` is ``ok`` or ``failed``; a failed row has its text as it was, no
        ``article``, and the reason in ``error``.  Where the batch has columns of these names already, the new ones
        begin with ``corpusclean_``.

    Raises
    ------
    OptionError
        Where pyarrow is not installed.

    Examples
    --------
    >>> import pyarrow as pa
    >>> batch = pa.RecordBatch.from_pydict({"id": [1, 2], "text": ["今天下雨,路上人少。", None]})
    >>> done = clean_batch(batch)
    >>> done["text"].to_pylist(), done["status"].to_pylist()
    (['今天下雨，路上人少。', None], ['ok', 'failed'])
    """
    used = cleaner or _default()

    def clean_one(row: Mapping[str, Any], name: str) -> Article:
        with at_most(seconds):
            return clean_fields(used, row, name)

    return cleaned(batch, clean_one, column)


def clean_table(
    table: pa.Table, *, cleaner: Cleaner | None = None, column: str | None = None, seconds: float = 0
) -> pa.Table:
    """Clean a table as `clean_batch` cleans a batch, for the engines that call with tables."""
    import pyarrow as pa

    def clean(batch: pa.RecordBatch) -> pa.RecordBatch:
        return clean_batch(batch, cleaner=cleaner, column=column, seconds=seconds)

    batches = table.to_batches() or [pa.RecordBatch.from_pylist([], schema=table.schema)]
    return pa.Table.from_batches(map(clean, batches))
