"""The work on one unit: read its rows, clean them, and write what became of them to files of the unit's own.

A `Job` is sent to a worker process once, units come one by one; a `Done` goes back with the numbers.  The files appear
under their names only when they are whole.  A row that fails is written with its bytes to the unit's quarantine.
"""

from __future__ import annotations

import csv
import io
import json
import os
from base64 import b64encode
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from corpusclean.cleaner import Cleaner
from corpusclean.corpus.articles import Cleaned, of_article
from corpusclean.corpus.columns import Row, clean_fields, cleaned_row, find_column
from corpusclean.corpus.limits import PAGE_MEGABYTES, PAGE_SECONDS, Mark, at_most, memory_for
from corpusclean.corpus.long_rows import in_bytes
from corpusclean.corpus.report.tally import Tally
from corpusclean.corpus.rows import Raw, rows
from corpusclean.corpus.streams import allow_long_fields
from corpusclean.corpus.units import Unit, state
from corpusclean.corpus.writers import JsonLines, written
from corpusclean.errors import InputError

# deaths of workers in one unit before it is given up: memory, not a row, is then the reason
DEATHS = 50
DEADLY = "a worker process died on this row, twice"
_SHARES = 10_000


class UnitFiles(NamedTuple):
    """The files of a unit: its articles, what was set aside, its part of the report, the row in work, and deaths."""

    articles: Path
    aside: Path
    tally: Path
    mark: Path
    deaths: Path

    @classmethod
    def of(cls, folder: Path, number: int) -> UnitFiles:
        """Those of the unit *number* in *folder*."""
        return cls(*(folder / f"{number:07}.{what}" for what in ("rows", "aside", "tally", "at", "deaths")))


@dataclass(frozen=True)
class Done:
    """What became of a unit, in numbers, and the digests of the three files it left.

    ``size`` counts bytes read, ``read`` the characters in them, and ``characters`` those that are left.
    """

    unit: int
    written: int = 0
    set_aside: int = 0
    size: int = 0
    read: int = 0
    characters: int = 0
    digests: tuple[str, str, str] = ("", "", "")


@dataclass(frozen=True)
class Job:
    """What is done with every unit."""

    cleaner: Cleaner
    folder: Path
    column: str | None = None
    seconds: float = PAGE_SECONDS
    sample: float = 1.0
    largest: float = PAGE_MEGABYTES

    def __call__(self, unit: Unit, skip: frozenset[int] = frozenset(), limit: int | None = None) -> Done:
        """Work on *unit*, but set the rows at the places in *skip* aside unseen; stop after *limit* rows."""
        before = [state(source) for source in unit.sources]
        files = UnitFiles.of(self.folder, unit.number)
        mark = Mark(files.mark)
        tally = Tally()
        aside = size = 0
        try:
            with JsonLines(files.articles) as articles, JsonLines(files.aside) as failures:
                for place, raw in enumerate(rows(unit, in_bytes(self.largest))):
                    if limit is not None and tally.pages + aside >= limit:
                        break
                    if not self.chosen(raw):
                        continue
                    mark.set(place)
                    row, page = self._outcome(raw, place in skip)
                    (failures if page.error else articles).write(row, raw.pieces or ())
                    size += raw.pieces.size if raw.pieces else len(raw.data)
                    tally.add(page)
                    aside += bool(page.error)
                if before != [state(source) for source in unit.sources]:
                    raise InputError(f"{unit.sources[0].id}: changed while it was read")
        finally:
            mark.close()
        files.mark.unlink(missing_ok=True)
        digests = (articles.digest, failures.digest, written(files.tally, tally.to_json(), writer=os.getpid()))
        return Done(unit.number, tally.pages, aside, size, tally.read, tally.kept, digests)

    def anywhere(self) -> Job:
        """The same job for a process with another working directory."""
        return replace(self, folder=self.folder.absolute())

    def chosen(self, raw: Raw) -> bool:
        """Is the row in the sample?  Its place decides, so that it is the same rows every time."""
        if self.sample >= 1:
            return True
        digest = sha256(f"{raw.source}\0{raw.number}".encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(digest[:4], "big") % _SHARES < self.sample * _SHARES

    def _outcome(self, raw: Raw, deadly: bool) -> tuple[Row, Cleaned]:
        """The row to write, and what the report is to count: a page, or an error."""
        step = "read"
        try:
            if deadly:
                raise RuntimeError(DEADLY)
            if raw.error:
                raise raw.error
            if raw.form == "page":
                step = "clean"
                return self._page(raw)
            fields = fields_of(raw)
            step = "clean"
            return self._row(raw, fields)
        except Exception as error:  # whatever it is, it concerns this row alone
            row = failure(raw, step, f"{type(error).__name__}: {error}")
            return row, Cleaned(row["id"], "", {}, error=row["error"])

    def limits(self) -> AbstractContextManager[None]:
        """What a page may take: time, and memory."""
        return at_most(self.seconds, memory_for(self.largest))

    def _page(self, raw: Raw) -> tuple[Row, Cleaned]:
        with self.limits():
            about = self.cleaner.clean(raw.data, url=raw.given.get("url"), kind=raw.given["kind"]).to_dict()
        known = {name: raw.given[name] for name in ("id", "timestamp") if name in raw.given}
        return {**known, **about}, of_article(raw.given.get("id"), about)

    def _row(self, raw: Raw, fields: Mapping[str, Any]) -> tuple[Row, Cleaned]:
        column = find_column(fields, self.column)
        source = {**fields, column: _bytes_if_broken(fields[column])} if raw.form == "csv" else fields
        with self.limits():
            about = clean_fields(self.cleaner, source, column).to_dict()
        row = cleaned_row(fields, column, about, sha256(raw.data).hexdigest()[:16])
        return row, of_article(row["id"], about)


def died(unit: Unit) -> RuntimeError:
    """What is to be said of a unit that kills every worker."""
    return RuntimeError(f"{unit.sources[0].id}: {DEATHS} worker processes died on it")


def fields_of(raw: Raw) -> Mapping[str, Any]:
    """The fields of a row of JSON or CSV."""
    if raw.form == "json":
        fields = json.loads(raw.data)
        if not isinstance(fields, dict):
            raise InputError(f"a row is an object with columns, not {type(fields).__name__}")
        return fields
    allow_long_fields()
    header = raw.given["header"]
    found = next(csv.reader(io.StringIO(raw.data.decode("utf-8", "surrogateescape"), newline="")))
    if len(found) != len(header):
        raise InputError(f"{len(found)} fields in a table of {len(header)} columns")
    return dict(zip(header, found, strict=True))


def _bytes_if_broken(text: str) -> str | bytes:
    """A CSV field that is no UTF-8 goes to the cleaner as the bytes it was."""
    data = text.encode("utf-8", "surrogateescape")
    return text if text.isascii() or data.decode("utf-8", "replace") == text else data


def failure(raw: Raw, step: str, error: str) -> Row:
    """The row of the quarantine for *raw*: why it failed, and all that is needed to try again."""
    return {
        "id": raw.given.get("id", f"{raw.source}#{raw.number}"),
        "source": raw.source,
        "row": raw.number,
        "step": step,
        "error": error,
        "form": raw.form,
        "given": dict(raw.given),
        "data": b64encode(raw.data).decode(),
    }
