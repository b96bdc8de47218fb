"""The work on one unit: read its rows, clean them, and write what became of them to files of the unit's own.

A `Job` is sent to a worker process once, units come one by one; a `Done` goes back with the numbers.  The files appear
under their names only when they are whole.  A row that fails is written with its bytes to the unit's quarantine.
"""

from __future__ import annotations

import csv
import io
import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from corpusclean.cleaner import Cleaner
from corpusclean.corpus.columns import Row, clean_fields, cleaned_row, find_column
from corpusclean.corpus.limits import Mark, at_most
from corpusclean.corpus.rows import Raw, rows
from corpusclean.corpus.streams import allow_long_fields
from corpusclean.corpus.units import Unit, state
from corpusclean.corpus.writers import JsonLines
from corpusclean.errors import InputError

PAGE_SECONDS = 60.0
DEADLY = "a worker process died on this row, twice"
_SHARES = 10_000


@dataclass(frozen=True)
class Done:
    """What became of a unit, in numbers, and the digests of the two files it left."""

    unit: int
    written: int = 0
    set_aside: int = 0
    size: int = 0
    characters: int = 0
    digests: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Job:
    """What is done with every unit."""

    cleaner: Cleaner
    folder: Path
    column: str | None = None
    seconds: float = PAGE_SECONDS
    sample: float = 1.0

    def __call__(self, unit: Unit, skip: frozenset[int] = frozenset(), limit: int | None = None) -> Done:
        """Work on *unit*, but set the rows at the places in *skip* aside unseen; stop after *limit* rows."""
        before = [state(source) for source in unit.sources]
        good, bad, mark = unit_paths(self.folder, unit.number)
        at = Mark(mark)
        written = aside = size = characters = 0
        try:
            with JsonLines(good) as articles, JsonLines(bad) as failures:
                for place, raw in enumerate(rows(unit)):
                    if limit is not None and written + aside >= limit:
                        break
                    if not self.chosen(raw):
                        continue
                    at.set(place)
                    size += len(raw.data)
                    row, article, failed = self._outcome(raw, place in skip)
                    if failed:
                        failures.write(row)
                        aside += 1
                    else:
                        articles.write(row)
                        written += 1
                        characters += article
                if before != [state(source) for source in unit.sources]:
                    raise InputError(f"{unit.sources[0].id}: changed while it was read")
        finally:
            at.close()
        mark.unlink(missing_ok=True)
        return Done(unit.number, written, aside, size, characters, (articles.digest, failures.digest))

    def chosen(self, raw: Raw) -> bool:
        """Is the row in the sample?  Its place decides, so that it is the same rows every time."""
        if self.sample >= 1:
            return True
        digest = sha256(f"{raw.source}\0{raw.number}".encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(digest[:4], "big") % _SHARES < self.sample * _SHARES

    def _outcome(self, raw: Raw, deadly: bool) -> tuple[Row, int, bool]:
        """The row to write, the characters of its text, and whether it failed."""
        step = "read"
        try:
            if deadly:
                raise RuntimeError(DEADLY)
            if raw.error:
                raise raw.error
            if raw.form == "page":
                step = "clean"
                return *self._page(raw), False
            fields = _fields(raw)
            step = "clean"
            return *self._row(raw, fields), False
        except Exception as error:  # whatever it is, it concerns this row alone
            return failure(raw, step, f"{type(error).__name__}: {error}"), 0, True

    def _page(self, raw: Raw) -> tuple[Row, int]:
        with at_most(self.seconds):
            article = self.cleaner.clean(raw.data, url=raw.given.get("url"), kind=raw.given["kind"])
        known = {name: raw.given[name] for name in ("id", "timestamp") if name in raw.given}
        return {**known, **article.to_dict()}, len(article.text)

    def _row(self, raw: Raw, fields: Mapping[str, Any]) -> tuple[Row, int]:
        column = find_column(fields, self.column)
        source = {**fields, column: _bytes_if_broken(fields[column])} if raw.form == "csv" else fields
        with at_most(self.seconds):
            article = clean_fields(self.cleaner, source, column)
        return cleaned_row(fields, column, article, sha256(raw.data).hexdigest()[:16]), len(article.text)


def unit_paths(folder: Path, number: int) -> tuple[Path, Path, Path]:
    """The files of a unit: its articles, what was set aside, and the mark of the row in work."""
    return folder / f"{number:07}.rows", folder / f"{number:07}.aside", folder / f"{number:07}.at"


def _fields(raw: Raw) -> Mapping[str, Any]:
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
