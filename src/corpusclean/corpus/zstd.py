"""Reads Zstandard files of any number of frames, and says so when one breaks off.

A compressed stream comes in, its plain bytes go out.  The reader of the zstandard package takes the end of a file that
was cut for the end of its data; this one never does.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, BinaryIO, cast

from corpusclean.corpus.streams import CHUNK, need


class _Frames(io.RawIOBase):
    """The plain bytes of all frames in a file."""

    def __init__(self, path: Path) -> None:
        self._decompressor = need("zstandard", f"reading {path.name}").ZstdDecompressor()
        self._file = path.open("rb")
        self._frame: Any = None
        self._plain = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._plain:
            if not self._more():
                return 0
        count = min(len(buffer), len(self._plain))
        buffer[:count] = self._plain[:count]
        self._plain = self._plain[count:]
        return count

    def _more(self) -> bool:
        """Decompress some more; False at the end."""
        if self._frame is not None and self._frame.eof:
            data, self._frame = self._frame.unused_data, None
        else:
            data = b""
        data = data or self._file.read(CHUNK // 8)
        if not data:
            if self._frame is not None:
                raise EOFError("the compressed file ends before its end-of-frame marker")
            return False
        self._frame = self._frame or self._decompressor.decompressobj()
        self._plain = memoryview(self._frame.decompress(data))
        return True

    def close(self) -> None:
        self._file.close()
        super().close()


def open_zstd(path: Path) -> BinaryIO:
    """The plain bytes of the .zst file *path*."""
    return cast(BinaryIO, io.BufferedReader(_Frames(path), CHUNK // 8))
