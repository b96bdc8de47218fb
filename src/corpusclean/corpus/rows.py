"""Reads the rows of a unit one by one, each with its original bytes.

A unit comes in, `Raw` rows go out lazily, in the order of the source.  Nothing is parsed that concerns one row alone,
so a broken row is found when it is worked on and never stops the others.
"""

from __future__ import annotations

import csv
import io
import json
from base64 import b64decode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from corpusclean.corpus.readers import Source
from corpusclean.corpus.streams import allow_long_fields, need, open_in
from corpusclean.corpus.units import Unit


class Raw(NamedTuple):
    """A row as its source has it.

    ``form`` tells what ``data`` is: ``page``, ``json`` (an object) or ``csv`` (a line, its header in ``given``).  For a
    page ``given`` has its id, kind and address.  ``error`` is set where the source could not be read from here on.
    """

    source: str
    number: int
    form: str
    data: bytes
    given: Mapping[str, Any]
    error: Exception | None = None


def rows(unit: Unit) -> Iterator[Raw]:
    """The rows of *unit*; a source that breaks off ends with a row that has the ``error``."""
    for source in unit.sources:
        number = 0
        try:
            for raw in _READERS[source.format](source, unit):
                number = raw.number
                yield raw
        except Exception as error:  # a damaged file may raise anything: EOFError, zlib.error, ArrowInvalid
            form = source.format if source.format == "page" else "source"
            yield Raw(source.id, number + 1, form, b"", {"id": source.id, "kind": source.kind}, error)


def _page(source: Source, unit: Unit) -> Iterator[Raw]:
    with open_in(source.path) as file:
        yield Raw(source.id, 1, "page", file.read(), {"id": source.id, "kind": source.kind})


def _json_lines(source: Source, unit: Unit) -> Iterator[Raw]:
    for number, line in _lines(source.path, unit):
        yield Raw(source.id, number, "json", line, {})


def _lines(path: Path, unit: Unit) -> Iterator[tuple[int, bytes]]:
    """The lines that begin in the unit's range, with the offset (in a part) or the number (in a whole file)."""
    with open_in(path) as file:
        numbered: Iterator[tuple[int, bytes]]
        numbered = enumerate(file, 1) if unit.end < 0 else _from(file, unit.start, unit.end)
        yield from ((number, line) for number, line in numbered if line.strip())


def _from(file: BinaryIO, start: int, end: int) -> Iterator[tuple[int, bytes]]:
    if start:
        file.seek(start - 1)
        start += len(file.readline()) - 1  # a line that began before is the part before's
    while start < end and (line := file.readline()):
        yield start, line
        start += len(line)


def _json(source: Source, unit: Unit) -> Iterator[Raw]:
    with open_in(source.path) as file:
        found = json.load(file)
    for number, item in enumerate(found if isinstance(found, list) else [found], 1):
        yield Raw(source.id, number, "json", json.dumps(item).encode(), {})


class _Remembering:
    """The lines of a file, remembering those handed out since it was last asked."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._source, self._seen = lines, list[str]()

    def __iter__(self) -> Iterator[str]:
        for line in self._source:
            self._seen.append(line)
            yield line

    def take(self) -> str:
        taken, self._seen = "".join(self._seen), []
        return taken


def _csv(source: Source, unit: Unit) -> Iterator[Raw]:
    allow_long_fields()
    with open_in(source.path) as file:
        # surrogateescape: bytes that are no UTF-8 come back as they were
        lines = _Remembering(io.TextIOWrapper(file, "utf-8-sig", errors="surrogateescape", newline=""))
        reader = csv.reader(iter(lines))
        header = next(reader, None)
        lines.take()
        for number, fields in enumerate(reader, 2):
            data = lines.take().encode("utf-8", "surrogateescape")
            if fields:
                yield Raw(source.id, number, "csv", data, {"header": header})


def _warc(source: Source, unit: Unit) -> Iterator[Raw]:
    archive = need("warcio.archiveiterator", f"reading {source.path.name}")
    opened = source.path.open("rb") if source.path.suffix.lower() == ".gz" else open_in(source.path)
    with opened as file:  # warcio undoes gzip itself, record by record
        for number, record in enumerate(archive.ArchiveIterator(file), 1):
            if kind := _warc_kind(record):
                header = record.rec_headers.get_header
                given = {
                    "id": header("WARC-Record-ID") or f"{source.id}#{number}",
                    "kind": kind,
                    "url": header("WARC-Target-URI"),
                    "timestamp": header("WARC-Date"),
                }
                yield Raw(source.id, number, "page", record.content_stream().read(), given)


def _warc_kind(record: Any) -> str:
    """What kind of page a record holds; nothing for requests, images and all else that is none."""
    if record.rec_type == "conversion":
        return "text"
    if record.rec_type != "response" or record.http_headers is None:
        return ""
    media = (record.http_headers.get_header("Content-Type") or "text/html").lower()
    return "html" if "html" in media else "text" if "text/plain" in media else ""


def _parquet(source: Source, unit: Unit) -> Iterator[Raw]:
    from corpusclean.corpus.tables import batches, plain

    number = 0
    for batch in batches(source, unit):
        for values in batch.to_pylist():
            number += 1
            yield Raw(source.id, number, "json", json.dumps(values, default=plain).encode(), {})


def _quarantine(source: Source, unit: Unit) -> Iterator[Raw]:
    with open_in(source.path) as file:
        for line in file:
            row = json.loads(line)
            yield Raw(row["source"], row["row"], row["form"], b64decode(row["data"]), row["given"])


_READERS = {
    "page": _page,
    "jsonl": _json_lines,
    "json": _json,
    "csv": _csv,
    "warc": _warc,
    "parquet": _parquet,
    "quarantine": _quarantine,
}
