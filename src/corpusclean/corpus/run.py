"""Cleans whole corpora into one output, and can be killed at any moment and called again.

Sources come in; the output, what was set aside, the configuration and a manifest go out beside each other.  Every unit
of work leaves files in ``<output>.work`` until all are done and bound together, in order, so that the output is the
same however often the run was stopped and however many workers it had.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Any, Protocol

from corpusclean._version import __version__
from corpusclean.cleaner import Cleaner
from corpusclean.corpus.deaths import forget
from corpusclean.corpus.delivery import deliver, finished
from corpusclean.corpus.manifest import Manifest
from corpusclean.corpus.outputs import JOINED, PARTS, output_format
from corpusclean.corpus.pool import outcomes
from corpusclean.corpus.readers import Source
from corpusclean.corpus.settings import Settings, Summary, beside
from corpusclean.corpus.streams import need
from corpusclean.corpus.table_work import TableJob
from corpusclean.corpus.units import Unit, split, state
from corpusclean.corpus.work import Done, Job
from corpusclean.debris.rules.choose import choose
from corpusclean.errors import InputError

Watch = Callable[[Summary], None]


class Spread(Protocol):
    """Spreads units over workers, here or on other machines, and yields what became of each."""

    def __call__(
        self, job: Job, units: Iterable[Unit], *, workers: int | None
    ) -> Iterator[tuple[Unit, Done | Exception]]:
        """Do *units* with at most so many *workers*."""


# where one unit cannot be written no other can: to go on would be work for nothing
_HOPELESS = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)


def run(
    sources: Sequence[Source],
    output: Path,
    *,
    cleaner: Cleaner,
    settings: Settings | None = None,
    watch: Watch = lambda summary: None,
    spread: Spread = outcomes,
) -> Summary:
    """Clean *sources* into *output*; *watch* is called after each unit, *spread* gives the units to workers.

    Raises `OptionError` where an earlier run into *output* was asked for something else.  Errors that stopped single
    units are in `Summary.errors`; the output is then not written, and the same call does those units again.
    """
    settings = settings or Settings()
    form = output_format(output, settings.to)
    tables = form in (".parquet", PARTS) and all(source.format == "parquet" for source in sources)
    if form == PARTS and not tables:
        raise InputError(f"{output}: a folder of Parquet files can only be made from Parquet files")
    form = JOINED if tables and form != PARTS else form
    if form in (".parquet", PARTS, JOINED):
        need("pyarrow.parquet", f"writing {output.name}")  # now, and not when all pages are clean
    plan = _plan(sources, cleaner, settings, form)
    if before := finished(output, plan, settings.force):
        return before
    work = beside(output, "work")
    if settings.force:
        shutil.rmtree(work, ignore_errors=True)
    manifest = Manifest(work, plan)
    try:
        kind = TableJob if tables else Job
        job = kind(cleaner, work, settings.column, settings.seconds, settings.sample, settings.largest)
        units = split(sources)
        forget(work)
        if settings.limit is None:
            summary = _work(manifest, units, spread(job, manifest.missing(units), workers=settings.workers), watch)
        else:
            summary = _limited(manifest, units, job, settings.limit)
        if not summary.errors:
            deliver(manifest, output, plan, summary, [rule.id for rule in choose(cleaner.options)])
    finally:
        manifest.close()
        if not manifest.done:
            shutil.rmtree(work, ignore_errors=True)
    if not summary.errors:
        shutil.rmtree(work, ignore_errors=True)
    return summary


def _plan(sources: Sequence[Source], cleaner: Cleaner, settings: Settings, form: str) -> Mapping[str, Any]:
    """What decides the output: an earlier run into the same output has to have had an equal plan."""
    configuration = _configuration(cleaner, settings)
    return {
        "inputs": inputs_digest(sources),
        "rules": cleaner.rules_version,
        "version": __version__,
        "options": {**configuration, "form": form},
    }


def inputs_digest(sources: Iterable[Source]) -> str:
    """A name for what is in *sources* now."""
    inputs = sha256()
    for source in sources:
        inputs.update(f"{source.id}\0{source.format}\0{state(source)}\n".encode("utf-8", "surrogateescape"))
    return inputs.hexdigest()


def _configuration(cleaner: Cleaner, settings: Settings) -> dict[str, Any]:
    """All options of a run, as they were resolved."""
    chosen = asdict(cleaner.options)
    listed = {name: list(map(str, value)) for name, value in chosen.items() if isinstance(value, tuple)}
    listed["rules"] = [path for path in listed["rules"] if path != settings.learned]
    return {**chosen, **listed, **settings.decisive}


def _work(
    manifest: Manifest, units: list[Unit], work: Iterable[tuple[Unit, Done | Exception]], watch: Watch
) -> Summary:
    """Remember what becomes of the units in *work*; the summary counts all that are done, by this run or before."""
    summary, began = Summary(), perf_counter()
    for unit in units:
        if unit.number in manifest.done:
            summary.count(manifest.done[unit.number])
    summary.resumed, summary.resumed_size = summary.pages, summary.size
    for unit, outcome in work:
        if isinstance(outcome, Exception):
            if isinstance(outcome, OSError) and outcome.errno in _HOPELESS:
                raise outcome
            summary.errors.append(_told(unit, outcome))
            continue
        manifest.add(outcome)
        summary.count(outcome)
        summary.seconds = perf_counter() - began
        watch(summary)
    lost = manifest.missing(units)
    if lost and not summary.errors:  # an engine may drop a block without a word
        summary.errors.append(f"{lost[0].sources[0].id}: the engine lost it and {len(lost) - 1} units more")
    return summary


def _limited(manifest: Manifest, units: list[Unit], job: Job, limit: int) -> Summary:
    """The first *limit* rows: unit by unit, for nobody knows before how many rows one has."""
    summary, began = Summary(), perf_counter()
    for unit in units:
        if summary.pages >= limit:
            break
        if unit.number not in manifest.done:
            manifest.add(job(unit, limit=limit - summary.pages))
        summary.count(manifest.done[unit.number])
        summary.seconds = perf_counter() - began
    return summary


def _told(unit: Unit, error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{error.filename or 'output'}: {error.strerror or error}"
    return str(error) or f"{unit.sources[0].id}: {type(error).__name__}"
