"""What a run over a corpus costs beside cleaning alone, what a second worker gives, and how large the processes get.

Run it with `python -m benchmarks.corpus [PAGES]`.  Seconds on a clock mean little where other work uses the cores, so
the load is shown, and the seconds of processor time beside them; the time of workers to start and load is counted.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from multiprocessing import active_children
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter

import corpusclean
from corpusclean.corpus.readers import find_sources
from corpusclean.corpus.run import run
from corpusclean.corpus.settings import Settings, Summary

SEEDS = [path.read_text("utf-8") for path in sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))]
PAGES = 600


def processor() -> float:
    """Seconds of processor time of this process and of its children that have ended."""
    used = (getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def largest(process: int) -> int:
    """The most memory that a process ever took, in MB; 0 where the system does not tell.

    Not what `getrusage` says of children: that counts a process as large as the one it was started from.
    """
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1000 for line in lines if line.startswith("VmHWM")), 0)


def told(what: str, size: int, work: Callable[[], object]) -> tuple[float, float]:
    """Do *work*, print what it took, and return the seconds on the clock and of the processor."""
    began, used = perf_counter(), processor()
    work()
    clock, used = perf_counter() - began, processor() - used
    print(f"{what:<26}{clock:>8.1f} s {size / 1e6 / clock:>7.2f} MB/s {used:>8.1f} s of processor", flush=True)
    return clock, used


def main(pages: int) -> None:
    """Measure cleaning alone, then a run with one worker and one with two."""
    cleaner = corpusclean.Cleaner()
    for page in SEEDS:
        cleaner.clean(page)  # what is loaded for the first page is not counted
    workers: dict[int, int] = {}

    def watch(summary: Summary) -> None:
        workers.update((child.pid or 0, largest(child.pid or 0)) for child in active_children())

    def clean_alone() -> None:
        for number in range(pages):
            cleaner.clean(SEEDS[number % len(SEEDS)])

    with TemporaryDirectory() as folder:
        source = Path(folder) / "in.jsonl"
        with source.open("w", encoding="utf-8") as file:
            for number in range(pages):
                row = {"id": number, "text": SEEDS[number % len(SEEDS)]}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        size = source.stat().st_size
        print(
            f"{pages} pages, {size / 1e6:.1f} MB of JSON Lines, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
        )

        def spread(count: int) -> None:
            output = Path(folder) / f"{count}.jsonl"
            run(find_sources([source]), output, cleaner=cleaner, settings=Settings(workers=count), watch=watch)

        alone = told("Cleaner.clean alone", size, clean_alone)
        one = told("run, one worker", size, lambda: spread(1))
        two = told("run, two workers", size, lambda: spread(2))
        print(f"one worker: {alone[0] / one[0]:.0%} of the speed of clean alone ({alone[1] / one[1]:.0%} by processor)")
        print(f"two workers: {one[0] / two[0]:.2f} times one ({2 * one[1] / two[1]:.2f} if no core waited)")
        print(f"largest worker: {max(workers.values(), default=0)} MB; this process: {largest(os.getpid())} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
