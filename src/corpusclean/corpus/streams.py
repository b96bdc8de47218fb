"""Opens files that may be compressed, and names the extra to install where a package for that is missing.

A path comes in, a binary stream of the plain bytes goes out; the last suffix of the name tells the compression.  A file
written twice from the same bytes is the same file: no time and no name is stored in it.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, cast

from corpusclean.errors import OptionError

COMPRESSED = (".gz", ".bz2", ".xz", ".zst")
# what is read through one stream call at most, so that a file of any size takes little memory
CHUNK = 1 << 20


def need(module: str, purpose: str, *, extra: str = "corpus") -> Any:
    """The optional package *module*, or an `OptionError` that says how to install it.

    >>> need("no_such_package", "reading dreams")
    Traceback (most recent call last):
    corpusclean.errors.OptionError: reading dreams needs no_such_package: pip install 'corpusclean[corpus]'
    """
    try:
        return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise OptionError(f"{purpose} needs {package}: pip install 'corpusclean[{extra}]'") from error


def compression(name: str | Path) -> str:
    """The compression that *name* tells: one of `COMPRESSED`, or nothing.

    >>> compression("pages.jsonl.zst"), compression("pages.jsonl")
    ('.zst', '')
    """
    suffix = Path(name).suffix.lower()
    return suffix if suffix in COMPRESSED else ""


def bare(name: str | Path) -> str:
    """*name* without the suffix of its compression.

    >>> bare("pages.jsonl.zst")
    'pages.jsonl'
    """
    name = Path(name).name
    return name[: -len(found)] if (found := compression(name)) else name


def open_in(path: Path) -> BinaryIO:
    """The plain bytes of the file *path*."""
    found = compression(path)
    if found == ".gz":
        return cast(BinaryIO, gzip.open(path, "rb"))
    if found == ".bz2":
        return cast(BinaryIO, bz2.open(path, "rb"))
    if found == ".xz":
        return cast(BinaryIO, lzma.open(path, "rb"))
    if found == ".zst":
        from corpusclean.corpus.zstd import open_zstd

        return open_zstd(path)
    return path.open("rb")


def compressing(file: BinaryIO, found: str) -> BinaryIO:
    """A stream that writes to *file* what it is given, compressed as *found* says; closing it leaves *file* open."""
    if found == ".gz":
        return cast(BinaryIO, gzip.GzipFile(filename="", mode="wb", fileobj=file, compresslevel=6, mtime=0))
    if found == ".bz2":
        return cast(BinaryIO, bz2.BZ2File(file, "wb"))
    if found == ".xz":
        return cast(BinaryIO, lzma.LZMAFile(file, "wb"))
    zstandard = need("zstandard", "writing .zst")
    return cast(BinaryIO, zstandard.ZstdCompressor(level=3).stream_writer(file, closefd=False))


def allow_long_fields(most: int = sys.maxsize) -> None:
    """Let CSV fields be as long as pages are; the limit of the csv module is 131,072 characters."""
    import csv

    csv.field_size_limit(min(most, 2**31 - 1))
