"""Writes rows to a file that is either whole or not there.

Rows come in one by one; they go to ``<name>.part``, which takes its real name only after everything is on the disk.  A
run that dies leaves the old file as it was and never a half-written one under the real name.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from corpusclean.corpus.long_rows import in_base64

# items of a list that are encoded together: a page of many edits is some ten times as long as JSON
TOGETHER = 1000


class JsonLines:
    """A JSON Lines file, one object a row, UTF-8.

    Used as a context manager: it is finished on a clean exit, and left out on an error.  ``digest`` is then the
    SHA-256 of what was written.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.part = part_of(self.path, os.getpid())
        self._file: BinaryIO = self.part.open("wb")
        self._digest = sha256()

    def write(self, row: Mapping[str, Any], data: Iterable[bytes] = ()) -> None:
        """Add one row; *data* is what its field ``data`` holds as base64, where that is too long for one piece."""
        for piece in _with_data(row, data) if data else _line(row):
            self._file.write(piece)
            self._digest.update(piece)

    @property
    def digest(self) -> str:
        """The SHA-256 of the rows so far."""
        return self._digest.hexdigest()

    def __enter__(self) -> JsonLines:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        try:
            with self._file as file:
                if kind is None:
                    file.flush()
                    os.fsync(file.fileno())
            if kind is None:
                self.part.replace(self.path)
        finally:
            self.part.unlink(missing_ok=True)


@contextmanager
def whole(path: Path, *, writer: int | None = None) -> Iterator[BinaryIO]:
    """A file to write *path* with: it takes its name when the block ends well, and else is removed."""
    part = part_of(path, writer)
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def written(path: Path, data: bytes, *, writer: int | None = None) -> str:
    """Write *data* as the whole of *path*, in one step; returns its SHA-256."""
    with whole(path, writer=writer) as file:
        file.write(data)
    return sha256(data).hexdigest()


def part_of(path: Path, writer: int | None = None) -> Path:
    """The name a file has while it is written; with the process *writer* in it where several may write the same.

    A worker whose run was killed may live on for a moment beside the worker of the next run.
    """
    return path.with_name(f"{path.name}.part" if writer is None else f"{path.name}.{writer}.part")


def encode_row(row: Mapping[str, Any]) -> bytes:
    """One line of JSON, Chinese characters as they are.

    >>> encode_row({"text": "正文。"}).decode()
    '{"text": "正文。"}\\n'
    """
    return _encoded(row) + b"\n"


def _encoded(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False)
    try:
        return text.encode()
    except UnicodeEncodeError:  # a lone surrogate has no UTF-8 form; as \\udXXX the row is still JSON and reads back
        return json.dumps(value).encode()


def _line(row: Mapping[str, Any]) -> Iterable[bytes]:
    return encode_in_pieces(row) if _is_long(row) else (encode_row(row),)


def _is_long(row: Mapping[str, Any]) -> bool:
    """Has a row, or the article in it, very many edits?"""
    lists = (part.get("edits") for part in (row, *row.values()) if isinstance(part, Mapping))
    return any(isinstance(edits, list) and len(edits) > TOGETHER for edits in lists)


def encode_in_pieces(row: Mapping[str, Any]) -> Iterator[bytes]:
    """The line of `encode_row`, never all at once in memory.

    >>> row = {"text": "正文。", "article": {"edits": [{"line": 1}, {"line": 2}], "title": None}}
    >>> b"".join(encode_in_pieces(row)) == encode_row(row)
    True
    """
    yield from _pieces(row, deep=2)
    yield b"\n"


def _pieces(value: Any, deep: int) -> Iterator[bytes]:
    """*value* as JSON: mappings so *deep* field by field, and long lists in parts."""
    if isinstance(value, Mapping) and value and deep:
        for place, (name, item) in enumerate(value.items()):
            yield (b", " if place else b"{") + _encoded(name) + b": "
            yield from _pieces(item, deep - 1)
        yield b"}"
    elif isinstance(value, list) and len(value) > TOGETHER:
        for start in range(0, len(value), TOGETHER):
            yield (b", " if start else b"[") + _encoded(value[start : start + TOGETHER])[1:-1]
        yield b"]"
    else:
        yield _encoded(value)


def _with_data(row: Mapping[str, Any], data: Iterable[bytes]) -> Iterator[bytes]:
    """The line of a *row* whose last field is ``data``."""
    begin, _, end = encode_row({**row, "data": "DATA"}).rpartition(b"DATA")
    yield begin
    yield from in_base64(data)
    yield end
