"""The work on a unit of Parquet that stays Parquet: every other column keeps its type and its bytes.

A unit comes in, a Parquet file of the unit's own goes out, and what failed goes to the unit's quarantine as JSON.
Nothing passes through Python but the rows while they are cleaned.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, BinaryIO

from corpusclean.article import Article
from corpusclean.corpus.articles import Cleaned, cleaned_of
from corpusclean.corpus.columns import clean_fields
from corpusclean.corpus.limits import Mark
from corpusclean.corpus.long_rows import in_bytes, too_long
from corpusclean.corpus.manifest import digest_of
from corpusclean.corpus.report.tally import Tally
from corpusclean.corpus.rows import Raw
from corpusclean.corpus.streams import need
from corpusclean.corpus.tables import as_maps, batches, cleaned, free, plain
from corpusclean.corpus.units import Unit, state
from corpusclean.corpus.work import DEADLY, Done, Job, UnitFiles, failure
from corpusclean.corpus.writers import JsonLines, whole, written
from corpusclean.errors import InputError


@dataclass
class _Progress:
    """What a unit in work has to write to and to heed, and how far it is."""

    file: BinaryIO
    failures: JsonLines
    mark: Mark
    skip: frozenset[int]
    limit: int | None
    set_aside: int = 0
    size: int = 0
    seen: int = 0
    places: list[int] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)

    def fail(self, raw: Raw, step: str, error: str) -> None:
        """Set a row aside."""
        row = failure(raw, step, error)
        self.failures.write(row)
        self.tally.add(Cleaned(row["id"], "", {}, error=error))
        self.set_aside += 1


@dataclass(frozen=True)
class TableJob(Job):
    """A `Job` whose units are Parquet and leave Parquet."""

    def __call__(self, unit: Unit, skip: frozenset[int] = frozenset(), limit: int | None = None) -> Done:
        """Work on *unit*, but set the rows at the places in *skip* aside unseen; stop after *limit* rows."""
        (source,) = unit.sources
        before = state(source)
        files = UnitFiles.of(self.folder, unit.number)
        mark = Mark(files.mark)
        try:
            with whole(files.articles, writer=os.getpid()) as file, JsonLines(files.aside) as failures:
                progress = _Progress(file, failures, mark, skip, limit)
                self._batches(unit, progress)
                if before != state(source):
                    raise InputError(f"{source.id}: changed while it was read")
        finally:
            mark.close()
        files.mark.unlink(missing_ok=True)
        tally = progress.tally
        digests = (
            digest_of(files.articles),
            failures.digest,
            written(files.tally, tally.to_json(), writer=os.getpid()),
        )
        return Done(unit.number, tally.pages, progress.set_aside, progress.size, tally.read, tally.kept, digests)

    def _batches(self, unit: Unit, progress: _Progress) -> None:
        """Clean batch after batch; a file that cannot be read on ends with a row in the quarantine."""
        (source,) = unit.sources
        parquet = need("pyarrow.parquet", "Parquet")
        found = batches(source, unit)
        with ExitStack() as stack:
            writer = None
            while True:
                try:
                    batch = next(found, None)
                except Exception as error:  # pyarrow raises OSError, ArrowInvalid and others on damage
                    raw = Raw(source.id, progress.seen + 1, "source", b"", {})
                    progress.fail(raw, "read", f"{type(error).__name__}: {error}")
                    return
                left = None if progress.limit is None else progress.limit - progress.tally.pages - progress.set_aside
                if batch is None or left == 0:
                    return
                batch = self._chosen_of(batch, source.id, progress, unit.start, left)
                table = self._cleaned(batch, source.id, progress)
                writer = writer or stack.enter_context(
                    parquet.ParquetWriter(progress.file, table.schema, compression="zstd")
                )
                writer.write_table(table)

    def _chosen_of(self, batch: Any, name: str, progress: _Progress, group: int, left: int | None) -> Any:
        """The rows of *batch* in the sample, at most *left*; their places are noted in *progress*."""
        first = progress.seen
        progress.seen += batch.num_rows
        # the same row is in the sample whichever way the file is split
        raws = (Raw(name, (group << 32) + place, "json", b"", {}) for place in range(first, progress.seen))
        chosen = [raw.number - (group << 32) for raw in raws if self.chosen(raw)][:left]
        progress.places = chosen
        return batch if len(chosen) == batch.num_rows else batch.take(_indices([place - first for place in chosen]))

    def _cleaned(self, batch: Any, name: str, progress: _Progress) -> Any:
        pa = need("pyarrow", "Parquet")
        places = iter(progress.places)

        def clean_one(row: Mapping[str, Any], column: str) -> Article:
            progress.mark.set(place := next(places))
            if place in progress.skip:
                raise RuntimeError(DEADLY)
            size = _size(row[column])
            progress.size += size
            if size > in_bytes(self.largest):
                raise too_long()
            with self.limits():
                return clean_fields(self.cleaner, row, column)

        done = cleaned(batch, clean_one, self.column)
        status, error = free("status", batch.schema), free("error", batch.schema)
        faults = done[error].to_pylist()
        for row, fault, place in zip(batch.to_pylist(), faults, progress.places, strict=True):
            if fault:
                data = json.dumps(row, default=plain, ensure_ascii=False).encode("utf-8", "surrogatepass")
                progress.fail(Raw(name, place + 1, "json", data, {}), "clean", fault)
        kept = done.take(_indices([place for place, fault in enumerate(faults) if not fault]))
        table = _identified(pa.Table.from_batches([kept]).drop_columns([status, error]))
        for row in table.to_pylist():
            progress.tally.add(cleaned_of(as_maps(row), self.column))
        return table


def _size(page: Any) -> int:
    if isinstance(page, str):
        return len(page.encode("utf-8", "surrogatepass"))
    return len(page) if isinstance(page, bytes) else 0


def _indices(places: list[int]) -> Any:
    pa = need("pyarrow", "Parquet")
    return pa.array(places, pa.int64())


def _identified(table: Any) -> Any:
    """*table* with an id for each row; where it has none, a hash of the row."""
    if "id" in table.column_names:
        return table
    pa = need("pyarrow", "Parquet")
    names = [sha256(json.dumps(row, default=plain).encode()).hexdigest()[:16] for row in table.to_pylist()]
    return table.add_column(0, "id", pa.array(names, pa.string()))
