"""Cleans a data set of the Hugging Face library `datasets`: the Arrow function in `Dataset.map`.

A `Dataset` or `IterableDataset` comes in; one with the clean text and the columns ``article``, ``status`` and ``error``
goes out.  That library knows no maps, so ``credits`` and the like are lists of ``key`` and ``value`` here.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from corpusclean.cleaner import Cleaner
from corpusclean.corpus.limits import PAGE_SECONDS
from corpusclean.corpus.streams import need
from corpusclean.engines.arrow import clean_table

if TYPE_CHECKING:
    import pyarrow as pa

ROWS = 64


def clean(
    dataset: Any,
    *,
    workers: int | None = None,
    column: str | None = None,
    seconds: float = PAGE_SECONDS,
    **options: Any,
) -> Any:
    """Clean the text column of a data set.

    Parameters
    ----------
    dataset : datasets.Dataset or datasets.IterableDataset
        Of any columns; a column ``url`` tells the site of each page.
    workers : int, optional
        Processes, for a `Dataset`.
    column : str, optional
        The text column; by default the first there is of text, content, raw_content, body and html.
    seconds : float
        A page that takes longer fails.
    **options
        Those of `Cleaner`.

    Returns
    -------
    datasets.Dataset or datasets.IterableDataset
        As many rows, in their order.

    Raises
    ------
    OptionError
        For an unknown option, and where datasets is not installed.
    """
    features = need("datasets", "cleaning a data set", extra="datasets").Features
    cleaned = partial(_cleaned, cleaner=Cleaner(**options), column=column, seconds=seconds)
    schema = cleaned(dataset.features.arrow_schema.empty_table()).schema
    spread = {} if workers is None else {"num_proc": workers}
    found = dataset.with_format("arrow").map(
        cleaned, batched=True, batch_size=ROWS, features=features.from_arrow_schema(schema), **spread
    )
    return found.with_format(None)


def _cleaned(table: pa.Table, **how: Any) -> pa.Table:
    return without_maps(clean_table(table, **how))


def without_maps(table: pa.Table) -> pa.Table:
    """*table* with a list of ``key`` and ``value`` for every map.

    >>> import pyarrow as pa
    >>> table = pa.table({"credits": pa.array([[("摄影", "王小明")]], pa.map_(pa.string(), pa.string()))})
    >>> without_maps(table).to_pylist()
    [{'credits': [{'key': '摄影', 'value': '王小明'}]}]
    """
    import pyarrow as pa

    return table.cast(pa.schema([field.with_type(_listed(field.type, pa)) for field in table.schema]))


def _listed(kind: pa.DataType, pa: Any) -> pa.DataType:
    if pa.types.is_map(kind):
        return pa.list_(pa.struct([("key", kind.key_type), ("value", _listed(kind.item_type, pa))]))
    if pa.types.is_list(kind):
        return pa.list_(_listed(kind.value_type, pa))
    if pa.types.is_struct(kind):
        fields = (kind.field(place) for place in range(kind.num_fields))
        return pa.struct([(field.name, _listed(field.type, pa)) for field in fields])
    return kind
