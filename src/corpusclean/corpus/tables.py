"""Parquet in and out: Arrow batches cleaned column-wise, every other column as it was.

Batches of any schema come in; the same columns go out with the text replaced, and the struct column ``article`` for
facts and edits.  A row that fails never touches the others: it says so in ``status`` and ``error``.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from corpusclean.corpus.columns import ARTICLE, find_column
from corpusclean.corpus.readers import Source
from corpusclean.corpus.streams import compression, need
from corpusclean.corpus.units import Unit
from corpusclean.errors import InputError

# rows held in memory at a time, and how many bytes they may have by the sizes that the file tells
BATCH, BATCH_BYTES = 64, 4 << 20
# maps of any key stand in Arrow as lists of pairs, which every reader of Parquet shows as a map
_MAPS = ("credits", "document", "evidence")


@cache
def article_type() -> Any:
    """The Arrow type of the column ``article``: everything in `Article.to_dict` but the text."""
    pa = need("pyarrow", "Parquet")
    text, number = pa.string(), pa.int32()

    def struct(**types: Any) -> Any:
        return pa.struct(list(types.items()))

    cut = struct(rule=text, text=text)
    block = struct(
        kind=text,
        text=text,
        level=number,
        first_line=number,
        last_line=number,
        label=text,
        rule=text,
        cuts=pa.list_(cut),
    )
    edit = struct(rule=text, line=number, start=pa.int64(), end=pa.int64(), old=text, new=text, guessed=pa.bool_())
    texts = ("title", "subtitle", "kicker", "source", "site", "dateline", "published", "updated", "url", "script")
    lists = ("authors", "editors", "section", "keywords", "references")
    return struct(
        **dict.fromkeys(texts, text),
        **dict.fromkeys((*_VERSIONS, "encoding"), text),
        **dict.fromkeys(lists, pa.list_(text)),
        credits=pa.map_(text, pa.list_(text)),
        document=pa.map_(text, text),
        evidence=pa.map_(text, struct(rule=text, line=number)),
        captions=pa.list_(struct(text=text, heading=text, credit=text, line=number)),
        images=pa.list_(struct(url=text, caption=text, position=number)),
        warnings=pa.list_(struct(code=text, message=text, lines=pa.list_(number), count=number)),
        blocks=pa.list_(block),
        edits=pa.list_(edit),
        removed_ratio=pa.float64(),
    )


_VERSIONS = ("version", "rules_version")


def as_arrow(article: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an article as Arrow takes them: maps as lists of pairs."""
    return {
        name: list(value.items()) if name in _MAPS and isinstance(value, Mapping) else value
        for name, value in article.items()
    }


def as_maps(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as Arrow gives it, with the lists of pairs that are maps of an article as dicts again.

    >>> as_maps({"id": 1, "article": {"credits": [("摄影", ["王小明"])]}})
    {'id': 1, 'article': {'credits': {'摄影': ['王小明']}}}
    """
    out = {}
    for name, value in row.items():
        if name in _MAPS and isinstance(value, list) and all(isinstance(item, tuple) for item in value):
            out[name] = dict(value)
        else:
            out[name] = as_maps(value) if isinstance(value, dict) else value
    return out


def batches(source: Source, unit: Unit) -> Iterator[Any]:
    """The record batches of a unit of a Parquet file, small ones."""
    parquet = need("pyarrow.parquet", f"reading {source.path.name}")
    if compression(source.path):
        raise InputError(f"{source.path}: Parquet is compressed inside; undo {compression(source.path)} first")
    # with a buffer, else each column of a row group is read whole
    with parquet.ParquetFile(source.path, buffer_size=1 << 20) as file:
        groups = list(range(file.num_row_groups) if unit.end < 0 else range(unit.start, unit.end))
        yield from file.iter_batches(batch_size=rows_at_a_time(file, groups), row_groups=groups)


def rows_at_a_time(file: Any, groups: Sequence[int]) -> int:
    """So many rows of the row groups *groups* fit in memory: fewer where they are long."""
    found = [file.metadata.row_group(group) for group in groups]
    size, rows = (sum(getattr(group, name) for group in found) for name in ("total_byte_size", "num_rows"))
    return max(1, min(BATCH, int(BATCH_BYTES * rows / max(size, 1))))


def cleaned(batch: Any, clean_one: Callable[[Mapping[str, Any], str], Any], column: str | None) -> Any:
    """*batch* with the text column cleaned, and the columns ``article``, ``status`` and ``error``.

    *clean_one* gets the fields of a row and the name of its text column, and returns an `Article`.
    """
    pa = need("pyarrow", "Arrow")
    name, fault = _column(batch, column)
    texts, articles, errors = [], [], []
    for row in batch.to_pylist():
        text, article, error = _one(row, name, fault, clean_one)
        texts.append(text)
        articles.append(article)
        errors.append(error)
    columns = {field: batch.column(place) for place, field in enumerate(batch.schema.names)}
    if name:
        columns[name] = _texts(texts, columns[name], pa)
    columns[article_name(batch.schema)] = pa.array(articles, article_type())
    columns[free("status", batch.schema)] = pa.array(["failed" if error else "ok" for error in errors], pa.string())
    columns[free("error", batch.schema)] = pa.array(errors, pa.string())
    return pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))


def _texts(texts: list[str | None], old: Any, pa: Any) -> Any:
    """The clean texts as an array, of a type that the type of the column alone decides; no text stays what it was."""
    kind = old.type
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return pa.array(texts, kind)
    is_page = pa.types.is_binary(kind) or pa.types.is_large_binary(kind)
    return pa.array(texts, pa.string()) if is_page else old


def free(name: str, schema: Any) -> str:
    """*name* for a new column, unless the source has one of this name."""
    return f"corpusclean_{name}" if name in schema.names else name


def article_name(schema: Any) -> str:
    """Where facts and edits go: ``article``, but not over a column of the source that is not ours."""
    if ARTICLE not in schema.names:
        return ARTICLE
    kind = schema.field(ARTICLE).type
    names = [kind.field(place).name for place in range(kind.num_fields)]
    return ARTICLE if "rules_version" in names else free(ARTICLE, schema)


def _column(batch: Any, column: str | None) -> tuple[str, str | None]:
    try:
        return find_column(batch.schema.names, column), None
    except InputError as error:
        return "", str(error)


def _one(
    row: Mapping[str, Any], name: str, fault: str | None, clean_one: Callable[[Mapping[str, Any], str], Any]
) -> tuple[str | None, dict[str, Any] | None, str | None]:
    """The text, article and error of one row: where it fails the text is as it was, if it is text."""
    old = row.get(name)
    try:
        if fault:
            raise InputError(fault)
        article = clean_one(row, name)
        fields = as_arrow(article.to_dict())
        return utf8(fields.pop("text")), fields, None
    except Exception as error:  # whatever it is, it concerns this row alone
        return old if isinstance(old, str) else None, None, utf8(f"{type(error).__name__}: {error}")


def utf8(text: str) -> str:
    """*text* as Arrow takes it: a lone surrogate, which has no UTF-8 form, becomes U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if not _is_utf8(text) else text


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def plain(value: Any) -> Any:
    """A value of a Parquet column as JSON can hold it: bytes as base64, dates as ISO 8601, the rest as text."""
    if isinstance(value, bytes):
        return b64encode(value).decode()
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
