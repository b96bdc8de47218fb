"""Spreads units over worker processes, and lives through the death of any of them.

Units come in, each goes out with what became of it: `Done`, or the error that stopped it.  A row on which a worker died
twice is set aside and the rest of its unit goes on; a dead worker never hangs the run and never loses a unit.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait as wait_for

from corpusclean.corpus.limits import marked
from corpusclean.corpus.units import Unit
from corpusclean.corpus.work import DEATHS, Done, Job, UnitFiles, died
from corpusclean.errors import OptionError


def outcomes(job: Job, units: Iterable[Unit], *, workers: int | None = None) -> Iterator[tuple[Unit, Done | Exception]]:
    """What became of each of *units*, in the order in which they end; None stands for one worker."""
    workers = 1 if workers is None else workers
    if workers < 1:
        raise OptionError(f"workers={workers} must be 1 or more")
    if workers == 1:
        for unit in units:
            yield unit, _tried(job, unit)
    else:
        yield from _spread(job, iter(units), workers)


def _tried(job: Job, unit: Unit) -> Done | Exception:
    try:
        return job(unit)
    except Exception as error:  # a full disk, a file that changed: it concerns this unit
        return error


def _spread(job: Job, units: Iterator[Unit], workers: int) -> Iterator[tuple[Unit, Done | Exception]]:
    suspects: list[Unit] = []
    while True:
        with _pool(job, workers) as pool:
            waiting: dict[Future[Done], Unit] = {}
            broken = False
            while not broken:
                for unit in islice(units, 2 * workers - len(waiting)):
                    waiting[pool.submit(_work, unit, frozenset())] = unit
                if not waiting:
                    return
                ended, _ = wait(waiting, return_when=FIRST_COMPLETED)
                for future in ended:
                    unit = waiting.pop(future)
                    error = future.exception()
                    if isinstance(error, BrokenProcessPool):
                        suspects.append(unit)
                        broken = True
                    else:
                        yield unit, future.result() if error is None else _plain(error)
            suspects += waiting.values()
        # nobody knows which unit a worker died of, so each is done again alone
        while suspects:
            unit = suspects.pop(0)
            yield unit, _alone(job, unit)


def _alone(job: Job, unit: Unit) -> Done | Exception:
    """The unit done in a process of its own, without the rows that kill it twice."""
    skip: frozenset[int] = frozenset()
    before: int | None = None
    for _ in range(DEATHS):
        with _pool(job, 1) as pool:
            error = (future := pool.submit(_work, unit, skip)).exception()
            if error is None:
                return future.result()
            if not isinstance(error, BrokenProcessPool):
                return _plain(error)
        at = marked(UnitFiles.of(job.folder, unit.number).mark)
        if at is not None and at == before:
            skip |= {at}
        before = at
    return died(unit)


def _plain(error: BaseException) -> Exception:
    return error if isinstance(error, Exception) else RuntimeError(repr(error))


@contextmanager
def _pool(job: Job, workers: int) -> Iterator[ProcessPoolExecutor]:
    """Worker processes that end with the block, at once where it ends by an error or Ctrl-C."""
    others = set(active_children())
    # spawn: the same on every system, and no lock of a thread of this process is copied
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin, initargs=(job,))
    try:
        yield pool
    except BaseException:
        for process in set(active_children()) - others:
            process.terminate()  # a unit takes minutes; what it wrote so far has no name yet
        raise
    finally:
        pool.shutdown(cancel_futures=True)


# what a worker process does: sent to it once, because a Cleaner builds its pipeline anew on arrival
_job: Job


def _begin(job: Job) -> None:
    global _job  # noqa: PLW0603 - the worker's own, set before its first unit
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the run, which ends its workers itself
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _job = job


def _end_with_parent() -> None:
    """End this worker when the run is gone: the pool would leave it waiting for ever."""
    parent = parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)


def _work(unit: Unit, skip: frozenset[int]) -> Done:
    return _job(unit, skip)
