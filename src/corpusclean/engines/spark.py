"""Cleans Parquet, or any DataFrame, with Spark: the Arrow function in `mapInArrow`.

A DataFrame comes in; one with the clean text and the columns ``article``, ``status`` and ``error`` goes out.  Rows that
fail stay in it, marked as failed.  Spark starts its own Python workers: corpusclean has to be installed for them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from corpusclean.cleaner import Cleaner
from corpusclean.corpus.limits import PAGE_SECONDS
from corpusclean.corpus.streams import need
from corpusclean.engines.arrow import clean_batch

if TYPE_CHECKING:
    import pyarrow as pa


def clean(frame: Any, *, column: str | None = None, seconds: float = PAGE_SECONDS, **options: Any) -> Any:
    """Clean the text column of a DataFrame, lazily.

    Parameters
    ----------
    frame : pyspark.sql.DataFrame
        Of any columns; a column ``url`` tells the site of each page.
    column : str, optional
        The text column; by default the first there is of text, content, raw_content, body and html.
    seconds : float
        A page that takes longer fails.
    **options
        Those of `Cleaner`.

    Returns
    -------
    pyspark.sql.DataFrame
        The same rows, cleaned.

    Raises
    ------
    OptionError
        For an unknown option, and where pyspark is not installed.
    """
    arrow, types = need("pyarrow", "Spark", extra="spark"), need("pyspark.sql.pandas.types", "Spark", extra="spark")
    cleaner = Cleaner(**options)

    def cleaned(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield clean_batch(batch, cleaner=cleaner, column=column, seconds=seconds)

    # what comes out for no rows has the columns of what comes out for any
    nothing = arrow.RecordBatch.from_pylist([], schema=types.to_arrow_schema(frame.schema))
    (empty,) = cleaned([nothing])
    return frame.mapInArrow(cleaned, types.from_arrow_schema(empty.schema))


def clean_parquet(src: str, dst: str, *, session: Any = None, **options: Any) -> None:
    """Clean the Parquet files at *src* into the folder *dst*, each any address that Spark can read and write.

    Parameters
    ----------
    src, dst : str
        Spark refuses a *dst* that is there.
    session : pyspark.sql.SparkSession, optional
        By default the one that is running, or a new one.
    **options
        Those of `clean`.
    """
    if session is None:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else a local Spark takes the first python3 there is
        session = need("pyspark.sql", "Spark", extra="spark").SparkSession.builder.getOrCreate()
    clean(session.read.parquet(src), **options).write.parquet(dst)
