"""Writes rows to a file that is either whole or not there.

Rows come in one by one; they go to ``<name>.part``, which takes its real name only after everything is on the disk.  A
run that dies leaves the old file as it was and never a half-written one under the real name.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO


class JsonLines:
    """A JSON Lines file, one object a row, UTF-8.

    Used as a context manager: it is finished on a clean exit, and left out on an error.  With ``lazy`` no file appears
    where no row came.
    """

    def __init__(self, path: str | Path, *, lazy: bool = False) -> None:
        self.path = Path(path)
        self.part = self.path.with_name(self.path.name + ".part")
        self.rows = 0
        self._file: BinaryIO | None = None if lazy else self.part.open("wb")

    def write(self, row: Mapping[str, Any]) -> None:
        """Add one row."""
        if self._file is None:
            self._file = self.part.open("wb")
        self._file.write(encode_row(row))
        self.rows += 1

    def __enter__(self) -> JsonLines:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if self._file is None:
            return
        with self._file as file:
            if kind is None:
                file.flush()
                os.fsync(file.fileno())
        if kind is None:
            self.part.replace(self.path)
        else:
            self.part.unlink(missing_ok=True)


def encode_row(row: Mapping[str, Any]) -> bytes:
    """One line of JSON, Chinese characters as they are.

    >>> encode_row({"text": "正文。"}).decode()
    '{"text": "正文。"}\\n'
    """
    try:
        return json.dumps(row, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:  # a lone surrogate has no UTF-8 form; as \udXXX the row is still JSON and reads back
        return json.dumps(row).encode() + b"\n"
