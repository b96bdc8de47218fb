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
from corpusclean.corpus.columns import clean_fields
from corpusclean.corpus.limits import Mark, at_most
from corpusclean.corpus.manifest import digest_of
from corpusclean.corpus.rows import Raw
from corpusclean.corpus.streams import need
from corpusclean.corpus.tables import batches, cleaned, free, plain
from corpusclean.corpus.units import Unit, state
from corpusclean.corpus.work import DEADLY, Done, Job, failure, unit_paths
from corpusclean.corpus.writers import JsonLines, whole
from corpusclean.errors import InputError


@dataclass
class _State:
    """What a unit in work has to write to and to heed, and its numbers so far."""

    file: BinaryIO
    failures: JsonLines
    mark: Mark
    skip: frozenset[int]
    limit: int | None
    written: int = 0
    set_aside: int = 0
    size: int = 0
    characters: int = 0
    seen: int = 0
    places: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class TableJob(Job):
    """A `Job` whose units are Parquet and leave Parquet."""

    def __call__(self, unit: Unit, skip: frozenset[int] = frozenset(), limit: int | None = None) -> Done:
        """Work on *unit*, but set the rows at the places in *skip* aside unseen; stop after *limit* rows."""
        (source,) = unit.sources
        before = state(source)
        good, bad, at = unit_paths(self.folder, unit.number)
        mark = Mark(at)
        try:
            with whole(good, writer=os.getpid()) as file, JsonLines(bad) as failures:
                counts = _State(file, failures, mark, skip, limit)
                self._batches(unit, counts)
                if before != state(source):
                    raise InputError(f"{source.id}: changed while it was read")
        finally:
            mark.close()
        at.unlink(missing_ok=True)
        digests = (digest_of(good), failures.digest)
        return Done(unit.number, counts.written, counts.set_aside, counts.size, counts.characters, digests)

    def _batches(self, unit: Unit, counts: _State) -> None:
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
                    raw = Raw(source.id, counts.seen + 1, "source", b"", {})
                    counts.failures.write(failure(raw, "read", f"{type(error).__name__}: {error}"))
                    counts.set_aside += 1
                    return
                left = None if counts.limit is None else counts.limit - counts.written - counts.set_aside
                if batch is None or left == 0:
                    return
                batch = self._chosen_of(batch, source.id, counts, unit.start, left)
                table = self._cleaned(batch, source.id, counts)
                writer = writer or stack.enter_context(
                    parquet.ParquetWriter(counts.file, table.schema, compression="zstd")
                )
                writer.write_table(table)

    def _chosen_of(self, batch: Any, name: str, counts: _State, group: int, left: int | None) -> Any:
        """The rows of *batch* in the sample, at most *left*; their places are noted in *counts*."""
        first = counts.seen
        counts.seen += batch.num_rows
        # the same row is in the sample whichever way the file is split
        raws = (Raw(name, (group << 32) + place, "json", b"", {}) for place in range(first, counts.seen))
        chosen = [raw.number - (group << 32) for raw in raws if self.chosen(raw)][:left]
        counts.places = chosen
        return batch if len(chosen) == batch.num_rows else batch.take(_indices([place - first for place in chosen]))

    def _cleaned(self, batch: Any, name: str, counts: _State) -> Any:
        pa = need("pyarrow", "Parquet")
        places = iter(counts.places)

        def clean_one(row: Mapping[str, Any], column: str) -> Article:
            counts.mark.set(place := next(places))
            if place in counts.skip:
                raise RuntimeError(DEADLY)
            with at_most(self.seconds):
                article = clean_fields(self.cleaner, row, column)
            counts.size += len(row[column].encode("utf-8", "surrogatepass") if isinstance(row[column], str) else b"")
            counts.characters += len(article.text)
            return article

        done = cleaned(batch, clean_one, self.column)
        status, error = free("status", batch.schema), free("error", batch.schema)
        faults = done[error].to_pylist()
        for row, fault, place in zip(batch.to_pylist(), faults, counts.places, strict=True):
            if fault:
                data = json.dumps(row, default=plain, ensure_ascii=False).encode("utf-8", "surrogatepass")
                counts.failures.write(failure(Raw(name, place + 1, "json", data, {}), "clean", fault))
        kept = done.take(_indices([place for place, fault in enumerate(faults) if not fault]))
        counts.written += kept.num_rows
        counts.set_aside += done.num_rows - kept.num_rows
        return _identified(pa.Table.from_batches([kept]).drop_columns([status, error]))


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
