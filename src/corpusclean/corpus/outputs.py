"""Binds the files of all units, in order, into the output: JSON Lines, Parquet, CSV, or a folder of pages.

The files of the units come in and stay as they are, so that a run that dies here begins here again.  The output
appears under its name when it is whole.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from corpusclean.corpus.columns import ARTICLE, find_column
from corpusclean.corpus.streams import bare, compressing, compression
from corpusclean.corpus.writers import part_of, whole
from corpusclean.errors import InputError

Row = dict[str, Any]
# what a scholar wants to see of an article in a spreadsheet
FACTS = (
    *("title", "authors", "published", "source", "url", "removed_ratio", "warnings", "script"),
    *("version", "rules_version"),
)
# the units have left Parquet files and not rows
JOINED = "parquet files"
# a folder that gets those files as they are
PARTS = ".parquet/"
FILES = (".jsonl", ".parquet", ".csv")
_UNSAFE = re.compile(r'[\x00-\x1f<>:"|?*\\]')
_LONGEST_NAME = 180


def output_format(output: Path, wanted: str | None = None) -> str:
    """The format of *output*: that of its name, or for a folder *wanted* (txt, md or parquet).

    >>> output_format(Path("cleaned.jsonl.zst")), output_format(Path("cleaned"), "md")
    ('.jsonl', '.md')
    """
    suffix = Path(bare(output)).suffix.lower()
    if suffix in FILES:
        if suffix == ".parquet" and compression(output):
            raise InputError(f"{output}: Parquet is compressed inside; leave {compression(output)} out")
        return suffix
    if suffix or compression(output):
        known = ".jsonl or .csv (also with .gz .bz2 .xz .zst), in .parquet, or has no ending and is a folder"
        raise InputError(f"{output}: the name of an output ends in {known}")
    return PARTS if wanted == "parquet" else f".{wanted or 'txt'}"


def bind(parts: Sequence[Path], output: Path, form: str) -> None:
    """Write *output* from the rows in *parts*."""
    if form in (".txt", ".md"):
        _folder(parts, output, form)
    elif form == ".parquet":
        from corpusclean.corpus.parquet import write_parquet

        write_parquet(parts, output)
    elif form == PARTS:
        with _whole_folder(output) as folder:
            _move_in(parts, folder)
    elif form == JOINED:
        from corpusclean.corpus.parquet import join_parquet

        join_parquet(parts, output)
    else:
        with whole(output) as file:
            _stream(parts, file, compression(output), _csv if form == ".csv" else _json_lines)


def _stream(
    parts: Sequence[Path], file: BinaryIO, compressed: str, fill: Callable[[Sequence[Path], BinaryIO], None]
) -> None:
    if not compressed:
        fill(parts, file)
        return
    with compressing(file, compressed) as stream:
        fill(parts, stream)


def _json_lines(parts: Sequence[Path], file: BinaryIO) -> None:
    for path in parts:
        with path.open("rb") as part:
            shutil.copyfileobj(part, file, 1 << 20)


def lines_of(parts: Iterable[Path]) -> Iterator[bytes]:
    """The rows in *parts*, one by one, as the JSON they are in."""
    for path in parts:
        with path.open("rb") as part:
            yield from part


def rows_of(parts: Iterable[Path]) -> Iterator[Row]:
    """The rows in *parts*, one by one."""
    return map(json.loads, lines_of(parts))


def _csv(parts: Sequence[Path], file: BinaryIO) -> None:
    """One row an article: the columns of the source, then the facts of the article."""
    columns = list(dict.fromkeys(name for row in rows_of(parts) for name in _sheet(row)))
    # Excel takes a file without this mark for GBK
    text = io.TextIOWrapper(file, "utf-8-sig", errors="backslashreplace", newline="", write_through=True)
    table = csv.DictWriter(text, columns)
    table.writeheader()
    for row in rows_of(parts):
        table.writerow(_sheet(row))
    text.flush()
    text.detach()


def article_of(row: Mapping[str, Any]) -> tuple[str, Mapping[str, Any], Mapping[str, Any]]:
    """The text of a row, the fields of its article, and the columns of the source (for a file: only its id)."""
    for name in (f"corpusclean_{ARTICLE}", ARTICLE):
        if isinstance(row.get(name), Mapping):
            others = {key: value for key, value in row.items() if key != name}
            return name, row[name], others
    return "", row, {name: row[name] for name in ("id", "timestamp") if name in row}


def _sheet(row: Row) -> dict[str, str]:
    struct, article, others = article_of(row)
    facts = {name: _cell(article[name]) for name in FACTS}
    if not struct:
        return {**{name: _cell(value) for name, value in others.items()}, **facts, "text": row["text"]}
    renamed = {name if name not in others else f"article_{name}": value for name, value in facts.items()}
    return {**{name: _cell(value) for name, value in others.items()}, **renamed}


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "; ".join(value)
    if isinstance(value, list) and all(isinstance(item, dict) and "code" in item for item in value):
        return "; ".join(item["code"] for item in value)
    return json.dumps(value, ensure_ascii=False)


def _folder(parts: Sequence[Path], output: Path, form: str) -> None:
    taken: set[str] = set()
    with _whole_folder(output) as folder:
        for row in rows_of(parts):
            path = folder / _file_name(str(row.get("id", "")), form, taken)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_page(row), "utf-8", errors="backslashreplace", newline="\n")


@contextmanager
def _whole_folder(output: Path) -> Iterator[Path]:
    """A folder to write *output* with: it takes its name when the block ends well."""
    part = part_of(output)
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    yield part
    if output.exists():
        shutil.rmtree(output)
    part.replace(output)


def _move_in(parts: Sequence[Path], folder: Path) -> None:
    """The files of the units under names of their own; they stay in the work folder too, in case this run dies here."""
    for path in parts:
        if path.stat().st_size:  # one of no bytes is left by an unreadable source
            target = folder / f"part-{path.stem}.parquet"
            try:
                os.link(path, target)
            except OSError:  # some shared storage has no links
                shutil.copyfile(path, target)


def _file_name(name: str, form: str, taken: set[str]) -> str:
    """A file name for a row: its id where that can be one, with a number where two would be one file."""
    steps = [_UNSAFE.sub("_", step)[:_LONGEST_NAME] for step in name.split("/") if step not in ("", ".", "..")]
    base = "/".join(steps) or "page"
    found, number = base, 2
    while (found.lower() + form) in taken:
        found, number = f"{base}-{number}", number + 1
    taken.add(found.lower() + form)
    return found + form


def _page(row: Row) -> str:
    """Front matter, then the text; every value is a JSON string, which YAML reads."""
    struct, article, others = article_of(row)
    column = find_column(others) if struct else "text"
    facts = {**{name: value for name, value in others.items() if name != column}, **{n: article[n] for n in FACTS}}
    kept = {name: value for name, value in facts.items() if value not in (None, [], "", {})}
    head = "".join(f"{_key(name)}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in kept.items())
    return f"---\n{head}---\n{row[column]}\n"


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z_]\w*", name, re.ASCII) else json.dumps(name, ensure_ascii=False)
