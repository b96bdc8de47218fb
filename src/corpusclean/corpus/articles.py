"""Reads articles back from the output of a run, or of an engine, whatever its format.

A path comes in, a `Cleaned` page goes out for every row, in order and one at a time.  A row that an engine marked as
failed has its ``error``; a file whose rows are no articles is an `InputError`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from corpusclean.corpus.columns import Row, find_column
from corpusclean.corpus.outputs import article_of
from corpusclean.corpus.streams import bare, need, open_in
from corpusclean.corpus.tables import as_maps
from corpusclean.errors import InputError

# rows held in memory at a time
BATCH = 64
_ENDINGS = (".jsonl", ".parquet")


class Cleaned(NamedTuple):
    """A page as a run left it: its id, clean text, and the fields of its article without the text."""

    id: str
    text: str
    about: Mapping[str, Any]
    url: str = ""
    error: str = ""


def read_articles(path: Path, column: str | None = None) -> Iterator[Cleaned]:
    """The pages in *path*: a .jsonl (compressed or not) or .parquet file, or a folder of such.

    *column* is the text column where it has none of the known names.  Raises `InputError` where there are no articles:
    a .csv and a folder of .txt keep no edits.
    """
    for file in _files(path):
        for number, row in enumerate(_parquet(file) if file.suffix == ".parquet" else _json_lines(file), 1):
            try:
                yield cleaned_of(row, column, str(number))
            except (KeyError, TypeError, AttributeError, InputError) as error:
                raise InputError(f"{file}: row {number} is no article as a run writes them") from error


def cleaned_of(row: Row, column: str | None = None, number: str = "") -> Cleaned:
    """The page in a row of an output; *number* names a row without ``id``."""
    struct, about, others = article_of(row)
    name, url = str(row.get("id", number)), row.get("url") or about.get("url")
    error = others.get("corpusclean_error") or others.get("error")
    if not struct and "edits" not in row:
        if not error:
            raise InputError("no article")
        return Cleaned(name, "", {}, error=str(error))
    text = row[find_column(others, column)] if struct else row["text"]
    return Cleaned(name, text, about, url if isinstance(url, str) else "")


def of_article(name: Any, about: Mapping[str, Any]) -> Cleaned:
    """The page of an article that was just made, given as a dict with its text."""
    return Cleaned(str(name), about["text"], about, about.get("url") or "")


def _files(path: Path) -> list[Path]:
    if not path.exists():
        raise InputError(f"{path}: no such file or folder")
    found = sorted(file for file in path.rglob("*") if _ending(file)) if path.is_dir() else [path]
    if not found or not all(map(_ending, found)):
        raise InputError(f"{path}: articles with their edits are in .jsonl and .parquet outputs, and folders of these")
    return found


def _ending(path: Path) -> bool:
    return Path(bare(path)).suffix.lower() in _ENDINGS and not path.name.startswith((".", "_"))


def _json_lines(path: Path) -> Iterator[Row]:
    with open_in(path) as file:
        for line in file:
            try:
                row = json.loads(line)
            except ValueError as error:
                raise InputError(f"{path}: {error}") from error
            yield row


def _parquet(path: Path) -> Iterator[Row]:
    parquet = need("pyarrow.parquet", f"reading {path.name}")
    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(BATCH):
            yield from map(as_maps, batch.to_pylist())
