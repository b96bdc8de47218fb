"""Splits sources into units of work: page files in groups, byte ranges of JSON Lines, row groups of Parquet.

Sources come in, `Unit`s go out; the split depends on names and sizes alone, so that a second run of the same command
finds the same units.  Compressed files, CSV and WARC are one unit each, for nothing tells where their rows begin.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from corpusclean.corpus.readers import Source
from corpusclean.corpus.streams import compression, need

# a unit is work for a second or more: small ones keep all workers busy to the end, large ones keep their number down
SMALLEST, LARGEST = 1 << 19, 64 << 20
UNITS_WANTED = 128
PAGES = 32
# of a large file, so much at both ends tells whether it is still the same
_PROBE = 1 << 16


class Unit(NamedTuple):
    """Some sources, or with *start* and *end* a part of one: bytes of JSON Lines, or row groups of Parquet."""

    number: int
    sources: tuple[Source, ...]
    start: int = 0
    end: int = -1

    def anywhere(self) -> Unit:
        """The same unit for a process with another working directory."""
        return self._replace(sources=tuple(source.anywhere() for source in self.sources))


def split(sources: Sequence[Source]) -> list[Unit]:
    """The units of *sources*, in their order."""
    total = sum(map(size, sources))
    step = min(max(total // UNITS_WANTED, SMALLEST), LARGEST)
    parts = list(_parts(sources, step))
    return [Unit(number, *part) for number, part in enumerate(parts)]


def _parts(sources: Sequence[Source], step: int) -> Iterator[tuple[tuple[Source, ...], int, int]]:
    pages: list[Source] = []
    weight = 0
    for source in sources:
        if source.format == "page":
            pages.append(source)
            weight += size(source)
            if len(pages) == PAGES or weight >= step:
                yield tuple(pages), 0, -1
                pages, weight = [], 0
            continue
        if pages:
            yield tuple(pages), 0, -1
            pages, weight = [], 0
        yield from (((source,), start, end) for start, end in _ranges(source, step))
    if pages:
        yield tuple(pages), 0, -1


def _ranges(source: Source, step: int) -> Iterator[tuple[int, int]]:
    whole = size(source)
    if source.format == "jsonl" and not compression(source.path) and whole > step:
        yield from ((start, min(start + step, whole)) for start in range(0, whole, step))
    elif source.format == "parquet":
        groups = _row_groups(source)
        yield from ((group, group + 1) for group in range(groups))
        if not groups:
            yield 0, -1
    else:
        yield 0, -1


def _row_groups(source: Source) -> int:
    """How many row groups a Parquet file has; none where it cannot be read, which its unit will report."""
    parquet = need("pyarrow.parquet", f"reading {source.path.name}")
    if compression(source.path):
        return 0
    try:
        with parquet.ParquetFile(source.path) as file:
            return int(file.num_row_groups)
    except (OSError, ValueError):
        return 0


def size(source: Source) -> int:
    """Bytes of the file; 0 where it cannot be read."""
    try:
        return source.path.stat().st_size
    except OSError:
        return 0


def state(source: Source) -> str:
    """A name for what the file holds now, to see that it is the same later; of a large file its ends and its time."""
    try:
        found = source.path.stat()
        digest = sha256(str(found.st_size).encode())
        with source.path.open("rb") as file:
            digest.update(file.read(_PROBE))
            if found.st_size > _PROBE:
                digest.update(str(found.st_mtime_ns).encode())
                file.seek(max(found.st_size - _PROBE, _PROBE))
                digest.update(file.read(_PROBE))
    except OSError as error:
        return f"unreadable: {error.strerror}"
    return digest.hexdigest()[:24]
