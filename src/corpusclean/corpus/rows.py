"""Reads the rows of a unit one by one, each with its original bytes.

A unit comes in, `Raw` rows go out lazily, in the order of the source.  Nothing is parsed that concerns one row alone,
so a broken row is found when it is worked on and never stops the others.  A row that is too long is never held whole.
"""

from __future__ import annotations

import csv
import io
import json
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any, BinaryIO, NamedTuple

from corpusclean.corpus.json_items import items
from corpusclean.corpus.limits import PAGE_MEGABYTES
from corpusclean.corpus.long_rows import PIECE, Pieces, all_of, from_base64, in_bytes, line_of, too_long
from corpusclean.corpus.readers import Source
from corpusclean.corpus.streams import allow_long_fields, need, open_in
from corpusclean.corpus.units import Unit


class Raw(NamedTuple):
    """A row as its source has it.

    ``form`` tells what ``data`` is: ``page``, ``json`` (an object) or ``csv`` (a line, its header in ``given``).  For a
    page ``given`` has its id, kind and address.  ``error`` is set where the source could not be read from here on, and
    where the row is too long: ``data`` is then empty, and ``pieces`` can be taken until the next row is asked for.
    """

    source: str
    number: int
    form: str
    data: bytes
    given: Mapping[str, Any]
    error: Exception | None = None
    pieces: Pieces | None = None

    @classmethod
    def of(cls, source: str, number: int, form: str, data: bytes | Pieces, given: Mapping[str, Any]) -> Raw:
        """A row as a reader found it: whole, or in pieces where it is too long."""
        if isinstance(data, bytes):
            return cls(source, number, form, data, given)
        return cls(source, number, form, b"", given, too_long(), data)


def rows(unit: Unit, most: int = in_bytes(PAGE_MEGABYTES)) -> Iterator[Raw]:
    """The rows of *unit*; one of over *most* bytes has an ``error``, as has the last of a source that breaks off."""
    for source in unit.sources:
        number = 0
        try:
            for raw in _READERS[source.format](source, unit, most):
                number = raw.number
                yield raw
                if raw.pieces:
                    raw.pieces.skip()
        except Exception as error:  # a damaged file may raise anything: EOFError, zlib.error, ArrowInvalid
            form = source.format if source.format == "page" else "source"
            yield Raw(source.id, number + 1, form, b"", {"id": source.id, "kind": source.kind}, error)


def _page(source: Source, unit: Unit, most: int) -> Iterator[Raw]:
    with open_in(source.path) as file:
        yield Raw.of(source.id, 1, "page", all_of(file, most), {"id": source.id, "kind": source.kind})


def _json_lines(source: Source, unit: Unit, most: int) -> Iterator[Raw]:
    with open_in(source.path) as file:
        for number, line in _lines(file, most) if unit.end < 0 else _from(file, unit.start, unit.end, most):
            if isinstance(line, Pieces) or line.strip():
                yield Raw.of(source.id, number, "json", line, {})


def _lines(file: BinaryIO, most: int) -> Iterator[tuple[int, bytes | Pieces]]:
    """The lines of a whole file, each with its number."""
    number = 0
    while line := line_of(file, most):
        yield (number := number + 1), line


def _from(file: BinaryIO, start: int, end: int, most: int) -> Iterator[tuple[int, bytes | Pieces]]:
    """The lines that begin in a part of a file, each with its offset."""
    if start:
        file.seek(start - 1)
        while not (piece := file.readline(PIECE)).endswith(b"\n") and piece:
            pass  # a line that began before is the part before's
    while (start := file.tell()) < end and (line := line_of(file, most)):
        yield start, line


def _json(source: Source, unit: Unit, most: int) -> Iterator[Raw]:
    with open_in(source.path) as file:
        for number, item in enumerate(items(file, most), 1):
            yield Raw.of(source.id, number, "json", item, {})


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


def _csv(source: Source, unit: Unit, most: int) -> Iterator[Raw]:
    allow_long_fields(most)
    with open_in(source.path) as file:
        # surrogateescape: bytes that are no UTF-8 come back as they were
        text = io.TextIOWrapper(file, "utf-8-sig", errors="surrogateescape", newline="")
        # a line that is too long comes in parts, which are then rows with too few fields
        lines = _Remembering(iter(lambda: text.readline(most), ""))
        reader = csv.reader(iter(lines))
        header = next(reader, None)
        lines.take()
        for number, fields in enumerate(_rows_of(reader), 2):
            data = lines.take().encode("utf-8", "surrogateescape")
            if fields:
                error = too_long() if len(data) > most else None
                yield Raw(source.id, number, "csv", data, {"header": header}, error)


def _rows_of(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    """The rows of a CSV; what a quotation mark without its other swallowed is one row, and the next begins after it."""
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield [""]


class _Noting:
    """A file that is at its end where it cannot be read on, and keeps the reason: warcio takes an error for the end."""

    def __init__(self, file: BinaryIO) -> None:
        self._file: Any = file
        self.error: Exception | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            data: bytes = self._file.read1(size)
        except Exception as error:  # what damage to a compressed file may raise: EOFError, zlib.error and others
            self.error = error
            return b""
        return data


def _warc(source: Source, unit: Unit, most: int) -> Iterator[Raw]:
    archive = need("warcio.archiveiterator", f"reading {source.path.name}")
    # unpacked here, for warcio reads gzip only where each record is packed by itself, and `gzip pages.warc` packs all
    with open_in(source.path) as file:
        noting = _Noting(file)
        for number, record in enumerate(archive.ArchiveIterator(noting), 1):
            if kind := _warc_kind(record):
                header = record.rec_headers.get_header
                given = {
                    "id": header("WARC-Record-ID") or f"{source.id}#{number}",
                    "kind": kind,
                    "url": header("WARC-Target-URI"),
                    "timestamp": header("WARC-Date"),
                }
                raw = Raw.of(source.id, number, "page", all_of(record.content_stream(), most), given)
                yield raw if raw.error else raw._replace(error=_cut(record))
        if noting.error:
            raise noting.error


def _cut(record: Any) -> Exception | None:
    """The error of a record of which the file has less than it says."""
    while record.raw_stream.read(PIECE):
        pass
    return EOFError("the archive ends in the midst of this record") if record.raw_stream.limit > 0 else None


def _warc_kind(record: Any) -> str:
    """What kind of page a record holds; nothing for requests, images and all else that is none."""
    if record.rec_type == "conversion":
        return "text"
    if record.rec_type != "response" or record.http_headers is None:
        return ""
    media = (record.http_headers.get_header("Content-Type") or "text/html").lower()
    return "html" if "html" in media else "text" if "text/plain" in media else ""


def _parquet(source: Source, unit: Unit, most: int) -> Iterator[Raw]:
    from corpusclean.corpus.tables import batches, plain

    number = 0
    for batch in batches(source, unit):
        for values in batch.to_pylist():
            number += 1
            data = json.dumps(values, default=plain).encode()
            yield Raw(source.id, number, "json", data, {}, too_long() if len(data) > 2 * most else None)


def _quarantine(source: Source, unit: Unit, most: int) -> Iterator[Raw]:
    with open_in(source.path) as file:
        for _, line in _lines(file, most // 3 * 4 + PIECE):
            if isinstance(line, Pieces):
                yield _set_aside_long(line, most)
                continue
            row = json.loads(line)
            data = b64decode(row["data"])
            error = too_long() if len(data) > most else None
            yield Raw(row["source"], row["row"], row["form"], data, row["given"], error)


def _set_aside_long(line: Pieces, most: int) -> Raw:
    """A row of the quarantine that is too long still: its bytes stand last."""
    rest = iter(line)
    head, _, begun = next(rest).partition(b'"data": "')
    row = json.loads(head.rstrip(b", ") + b"}")
    data = Pieces(from_base64(chain([begun], rest)))
    return Raw.of(row["source"], row["row"], row["form"], data, row["given"])


_READERS: dict[str, Callable[[Source, Unit, int], Iterator[Raw]]] = {
    "page": _page,
    "jsonl": _json_lines,
    "json": _json,
    "csv": _csv,
    "warc": _warc,
    "parquet": _parquet,
    "quarantine": _quarantine,
}
