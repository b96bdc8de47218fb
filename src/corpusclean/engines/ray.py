"""Cleans Parquet on a Ray cluster: the units of a run spread by Ray Data, remembered by the run's own manifest.

Sources come in, a folder of Parquet files goes out, with the same quarantine, report and resume as on one machine.  The
output lies on storage that all nodes share.  Ray Data alone would run a poison row for ever or lose its block in
silence; here the row on which workers died twice is set aside, and the rest of its unit is cleaned.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpusclean.cleaner import Cleaner
from corpusclean.corpus.deaths import surviving
from corpusclean.corpus.limits import PAGE_SECONDS
from corpusclean.corpus.readers import find_sources
from corpusclean.corpus.run import run
from corpusclean.corpus.settings import Settings, Summary
from corpusclean.corpus.streams import need
from corpusclean.corpus.units import Unit
from corpusclean.corpus.work import Done, Job
from corpusclean.engines.arrow import clean_table

if TYPE_CHECKING:
    import pyarrow as pa

# Ray starts a task anew as often as its worker dies; `surviving` is what gives up
FOR_EVER = -1
ROWS = 64


def clean(dataset: Any, *, column: str | None = None, seconds: float = PAGE_SECONDS, **options: Any) -> Any:
    """Clean the text column of a Ray dataset, lazily, as one step of a pipeline of your own.

    Parameters
    ----------
    dataset : ray.data.Dataset
        Of any columns; a column ``url`` tells the site of each page.
    column : str, optional
        The text column; by default the first there is of text, content, raw_content, body and html.
    seconds : float
        A page that takes longer fails.
    **options
        Those of `Cleaner`.

    Returns
    -------
    ray.data.Dataset
        The same rows with the columns ``article``, ``status`` and ``error``.
    """
    function = partial(clean_table, cleaner=Cleaner(**options), column=column, seconds=seconds)
    return dataset.map_batches(function, batch_size=ROWS, batch_format="pyarrow")


def clean_parquet(
    src: str | Path | Sequence[str | Path],
    dst: str | Path,
    *,
    workers: int | None = None,
    column: str | None = None,
    sample: float = 1.0,
    seconds: float = PAGE_SECONDS,
    force: bool = False,
    **options: Any,
) -> Summary:
    """Clean Parquet files on the Ray cluster that is running, or on a local one; called again, it goes on.

    Parameters
    ----------
    src : str, Path or sequence of them
        Files and folders.
    dst : str or Path
        A folder, on storage that all nodes share; it gets a Parquet file for each row group.
    workers : int, optional
        Units in work at a time; by default as many as the cluster has cores.
    column, sample, seconds, force
        As for `corpusclean run`.
    **options
        Those of `Cleaner`.

    Returns
    -------
    Summary
        What was written and set aside; ``errors`` names units that failed, which the same call tries again.

    Raises
    ------
    InputError
        Where there is nothing to read.
    OptionError
        Where an earlier run into *dst* was asked for something else, and where Ray is not installed.
    """
    output = Path(dst)
    inputs = [src] if isinstance(src, (str, Path)) else src
    settings = Settings(workers=workers, column=column, sample=sample, seconds=seconds, to="parquet", force=force)
    sources = find_sources(inputs, output=output)
    return run(sources, output, cleaner=Cleaner(**options), settings=settings, spread=outcomes)


def outcomes(job: Job, units: Iterable[Unit], *, workers: int | None) -> Iterator[tuple[Unit, Done | Exception]]:
    """What became of each of *units*, in the order in which they end; the pool of `corpusclean run --engine ray`."""
    data = need("ray.data", "the engine ray", extra="ray")
    waiting = {unit.number: unit for unit in units}
    if not waiting:
        return
    job = job.anywhere()
    rows = [{"number": unit.number, "unit": pickle.dumps(unit.anywhere())} for unit in waiting.values()]
    work = partial(_work, job=pickle.dumps(job))
    spread = data.from_items(rows, override_num_blocks=len(rows)).map_batches(
        work, batch_size=1, batch_format="pyarrow", concurrency=workers, max_retries=FOR_EVER
    )
    for row in spread.iter_rows():
        yield waiting[row["number"]], pickle.loads(row["outcome"])


def _work(batch: pa.Table, job: bytes) -> pa.Table:
    """Do the units in *batch*; what stopped one comes back as a value, for an exception would end the whole run."""
    import pyarrow as pa

    outcomes = [_outcome(_job(job), pickle.loads(data)) for data in batch["unit"].to_pylist()]
    return pa.table({"number": batch["number"], "outcome": pa.array(map(pickle.dumps, outcomes), pa.binary())})


def _outcome(job: Job, unit: Unit) -> Done | Exception:
    try:
        return surviving(job, unit)
    except Exception as error:  # a full disk, a file that changed: it concerns this unit
        return error


@cache
def _job(data: bytes) -> Job:
    """The job, built once in a worker process and not for every unit."""
    job: Job = pickle.loads(data)
    return job
