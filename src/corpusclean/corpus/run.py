"""Cleans whole corpora into one output, and can be killed at any moment and called again.

Sources come in; the output, what was set aside, the configuration and a manifest go out beside each other.  Every unit
of work leaves files in ``<output>.work`` until all are done and bound together, in order, so that the output is the
same however often the run was stopped and however many workers it had.
"""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Any

from corpusclean._version import __version__
from corpusclean.cleaner import Cleaner
from corpusclean.corpus import writers
from corpusclean.corpus.config import as_toml
from corpusclean.corpus.manifest import Manifest, digest_of, refuse_other
from corpusclean.corpus.outputs import JOINED, bind, output_format
from corpusclean.corpus.pool import outcomes
from corpusclean.corpus.readers import Source
from corpusclean.corpus.table_work import TableJob
from corpusclean.corpus.units import Unit, split, state
from corpusclean.corpus.work import PAGE_SECONDS, Done, Job, unit_paths
from corpusclean.errors import OptionError


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How a run is done; none but *workers* and *force* changes what comes out of it without a refusal to resume."""

    workers: int = 1
    column: str | None = None
    limit: int | None = None
    sample: float = 1.0
    seconds: float = PAGE_SECONDS
    to: str | None = None
    force: bool = False

    @property
    def decisive(self) -> dict[str, Any]:
        """The settings that decide what the output is."""
        return {name: value for name, value in asdict(self).items() if name not in ("workers", "force")}


@dataclass
class Summary:
    """What a run did, in numbers, those of the runs that it resumed included."""

    pages: int = 0
    written: int = 0
    set_aside: int = 0
    size: int = 0
    characters: int = 0
    seconds: float = 0.0
    resumed: int = 0
    errors: list[str] = field(default_factory=list)

    def count(self, done: Done) -> None:
        """Add one unit."""
        self.pages += done.written + done.set_aside
        self.written += done.written
        self.set_aside += done.set_aside
        self.size += done.size
        self.characters += done.characters


Watch = Callable[[Summary], None]
# where one unit cannot be written no other can: to go on would be work for nothing
_HOPELESS = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)


def beside(output: Path, what: str) -> Path:
    """A file beside the output: ``cleaned.jsonl`` has ``cleaned.jsonl.quarantine``."""
    return output.with_name(f"{output.name}.{what}")


def run(
    sources: Sequence[Source],
    output: Path,
    *,
    cleaner: Cleaner,
    settings: Settings | None = None,
    watch: Watch = lambda summary: None,
) -> Summary:
    """Clean *sources* into *output*; *watch* is called after each unit.

    Raises `OptionError` where an earlier run into *output* was asked for something else.  Errors that stopped single
    units are in `Summary.errors`; the output is then not written, and the same call does those units again.
    """
    settings = settings or Settings()
    form = output_format(output, settings.to)
    tables = form == ".parquet" and all(source.format == "parquet" for source in sources)
    plan = _plan(sources, cleaner, settings, "tables" if tables else form)
    if finished := _finished(output, plan, settings.force):
        return finished
    work = beside(output, "work")
    if settings.force:
        shutil.rmtree(work, ignore_errors=True)
    manifest = Manifest(work, plan)
    try:
        kind = TableJob if tables else Job
        job = kind(cleaner, work, settings.column, settings.seconds, settings.sample)
        summary = _work(manifest, split(sources), job, settings, watch)
        if not summary.errors:
            _bind(manifest, output, JOINED if tables else form, summary, plan)
    finally:
        manifest.close()
        if not manifest.done:
            shutil.rmtree(work, ignore_errors=True)
    if not summary.errors:
        shutil.rmtree(work, ignore_errors=True)
    return summary


def _plan(sources: Sequence[Source], cleaner: Cleaner, settings: Settings, form: str) -> Mapping[str, Any]:
    """What decides the output: an earlier run into the same output has to have had an equal plan."""
    inputs = sha256()
    for source in sources:
        inputs.update(f"{source.id}\0{source.format}\0{state(source)}\n".encode("utf-8", "surrogateescape"))
    configuration = _configuration(cleaner, settings)
    return {
        "inputs": inputs.hexdigest(),
        "rules": cleaner.rules_version,
        "version": __version__,
        "options": {**configuration, "form": form},
    }


def _configuration(cleaner: Cleaner, settings: Settings) -> dict[str, Any]:
    """All options of a run, as they were resolved."""
    chosen = asdict(cleaner.options)
    listed = {name: list(map(str, value)) for name, value in chosen.items() if isinstance(value, tuple)}
    return {**chosen, **listed, **settings.decisive}


def _finished(output: Path, plan: Mapping[str, Any], force: bool) -> Summary | None:
    """The summary of an earlier run that did all of *plan*, if its output is still as it left it."""
    record = beside(output, "manifest.json")
    ours = record.exists()
    if output.is_dir() and not ours and any(output.iterdir()):
        raise OptionError(f"{output}: this folder has files that no run wrote here; name another")
    if force or not ours or not output.exists():
        return None
    found = json.loads(record.read_text("utf-8"))
    refuse_other(plan, found, output)
    if output.is_file() and digest_of(output) != found["digest"]:
        return None
    shutil.rmtree(beside(output, "work"), ignore_errors=True)
    return Summary(**{**found["summary"], "resumed": found["summary"]["pages"]})


def _work(manifest: Manifest, units: list[Unit], job: Job, settings: Settings, watch: Watch) -> Summary:
    summary, began = Summary(), perf_counter()
    for unit in units:
        if unit.number in manifest.done:
            summary.count(manifest.done[unit.number])
    summary.resumed = summary.pages
    todo = manifest.missing(units)
    if settings.limit is not None:
        return _limited(manifest, units, job, settings.limit)
    for unit, outcome in outcomes(job, todo, workers=settings.workers):
        if isinstance(outcome, Exception):
            if isinstance(outcome, OSError) and outcome.errno in _HOPELESS:
                raise outcome
            summary.errors.append(_told(unit, outcome))
            continue
        manifest.add(outcome)
        summary.count(outcome)
        summary.seconds = perf_counter() - began
        watch(summary)
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


def _bind(manifest: Manifest, output: Path, form: str, summary: Summary, plan: Mapping[str, Any]) -> None:
    """Write the output and what stands beside it; the manifest comes last, for it says that all is there."""
    paths = [unit_paths(manifest.work, number) for number in sorted(manifest.done)]
    aside = beside(output, "quarantine")
    if summary.set_aside:
        with writers.whole(aside) as file:
            for _, path, _ in paths:
                with path.open("rb") as part:
                    shutil.copyfileobj(part, file)
    else:
        aside.unlink(missing_ok=True)  # that of an earlier run would be taken for this one's
    with writers.whole(beside(output, "config.toml")) as file:
        file.write(as_toml({name: value for name, value in plan["options"].items() if name != "form"}).encode())
    bind([good for good, _, _ in paths], output, form)
    record = {**plan, "digest": digest_of(output), "summary": asdict(replace(summary, resumed=0))}
    with writers.whole(beside(output, "manifest.json")) as file:
        file.write(json.dumps(record, ensure_ascii=False, indent=1).encode("utf-8", "surrogateescape"))
