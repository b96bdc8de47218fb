"""Writes rows as Parquet: a fixed type for the article, and for every other column the one that fits all its values.

The rows of the units come in twice, once to find the types and once to be written, so that memory stays flat.  A column
whose values agree on no type is written as JSON text; no value is dropped.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from corpusclean.corpus.outputs import article_of, lines_of
from corpusclean.corpus.streams import need
from corpusclean.corpus.tables import article_type, as_arrow, rows_at_a_time, utf8
from corpusclean.corpus.writers import whole
from corpusclean.errors import InputError

# rows of a row group, some 5 MB of pages, and how many bytes of JSON they may have: long pages make short groups
GROUP, GROUP_BYTES = 1000, 16 << 20


def write_parquet(parts: Sequence[Path], output: Path) -> None:
    """Write the rows in *parts* as the Parquet file *output*, compressed with zstd."""
    parquet = need("pyarrow.parquet", f"writing {output.name}")
    schema = _schema(parts)
    with whole(output) as file, parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for group in _groups(parts):
            writer.write_table(_table(list(map(_shaped, group)), schema))


def join_parquet(parts: Sequence[Path], output: Path) -> None:
    """Write the Parquet files *parts* one after the other; one of no bytes, left by an unreadable source, is none."""
    pa, parquet = need("pyarrow", "Parquet"), need("pyarrow.parquet", f"writing {output.name}")
    parts = [path for path in parts if path.stat().st_size]
    schemas = list(dict.fromkeys(parquet.read_schema(path) for path in parts))
    try:
        schema = schemas[0] if len(schemas) == 1 else pa.unify_schemas(schemas, promote_options="permissive")
    except pa.ArrowException as error:
        raise InputError(f"{output}: the inputs have columns of one name and several types: {error}") from error
    with whole(output) as file, parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for path in parts:
            with parquet.ParquetFile(path) as part:
                for batch in part.iter_batches(rows_at_a_time(part, range(part.num_row_groups))):
                    writer.write_table(_widened(pa.Table.from_batches([batch]), schema, pa))


def _widened(table: Any, schema: Any, pa: Any) -> Any:
    """*table* with the columns of *schema*, null where it has none."""
    there = set(table.column_names)
    columns = [
        table[field.name].cast(field.type) if field.name in there else pa.nulls(len(table), field.type)
        for field in schema
    ]
    return pa.Table.from_arrays(columns, schema=schema)


def _groups(parts: Sequence[Path]) -> Iterator[list[dict[str, Any]]]:
    """The rows in *parts*, those of a row group at a time."""
    group: list[dict[str, Any]] = []
    size = 0
    for line in lines_of(parts):
        group.append(json.loads(line))
        size += len(line)
        if len(group) == GROUP or size >= GROUP_BYTES:
            yield group
            group, size = [], 0
    if group:
        yield group


def _shaped(row: dict[str, Any]) -> dict[str, Any]:
    """A row whose article is a struct Arrow can take; the flat row of a file keeps its fields flat."""
    struct, article, others = article_of(row)
    return {**others, struct: as_arrow(article)} if struct else as_arrow(row)


def _schema(parts: Sequence[Path]) -> Any:
    """Fixed types for what the cleaner says; for every other column the one type that all its values fit."""
    pa = need("pyarrow", "Parquet")
    article = article_type()
    types: dict[str, Any] = {}
    for group in _groups(parts):
        others: dict[str, list[Any]] = {}
        for row in group:
            struct, fields, columns = article_of(row)
            known = (
                {struct: article} if struct else {name: article.field(name).type for name in fields if name in _flat()}
            )
            for name, value in columns.items():
                others.setdefault(name, []).append(value)
                types.setdefault(name, pa.null())
            types.update(known if struct else {"text": pa.string(), **known})
        for name, values in others.items():
            types[name] = _both(types[name], _type(values, pa), pa)
    return pa.schema([(name, pa.string() if pa.types.is_null(kind) else kind) for name, kind in types.items()])


def _flat() -> frozenset[str]:
    return frozenset(field.name for field in article_type())


def _type(values: list[Any], pa: Any) -> Any:
    try:
        return pa.array(values).type  # infer_type would call 1, "many" a number
    except (pa.ArrowException, UnicodeError, OverflowError):
        return pa.string()


def _both(old: Any, new: Any, pa: Any) -> Any:
    """A type for the values of both; text where they agree on none."""
    if old is None or pa.types.is_null(old) or old == new:
        return new
    if pa.types.is_null(new):
        return old
    try:
        schemas = [pa.schema([("_", kind)]) for kind in (old, new)]
        return pa.unify_schemas(schemas, promote_options="permissive").field("_").type
    except pa.ArrowException:
        return pa.string()


def _table(group: Sequence[dict[str, Any]], schema: Any) -> Any:
    pa = need("pyarrow", "Parquet")
    columns = [_array([row.get(field.name) for row in group], field.type, pa) for field in schema]
    return pa.Table.from_arrays(columns, schema=schema)


def _array(values: Iterable[Any], kind: Any, pa: Any) -> Any:
    values = list(values)
    if pa.types.is_string(kind):
        return pa.array([None if value is None else _text(value) for value in values], kind)
    try:
        return pa.array(values, kind)
    except UnicodeError:
        return pa.array([_clean(value) for value in values], kind)


def _text(value: Any) -> str:
    return utf8(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _clean(value: Any) -> Any:
    """*value* with every text in it such as Arrow takes."""
    if isinstance(value, str):
        return utf8(value)
    if isinstance(value, dict):
        return {name: _clean(item) for name, item in value.items()}
    return type(value)(map(_clean, value)) if isinstance(value, (list, tuple)) else value
