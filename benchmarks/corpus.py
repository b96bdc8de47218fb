"""What a run over a corpus costs beside cleaning alone, and what a second worker gives.

Run it with `python -m benchmarks.corpus [PAGES]`.  Seconds on a clock mean little where other work uses the cores, so
the load is shown, and the seconds of processor time beside them; the time of workers to start and load is counted.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter

import corpusclean
from corpusclean.corpus.readers import find_sources
from corpusclean.corpus.run import run
from corpusclean.corpus.settings import Settings

SEEDS = [path.read_text("utf-8") for path in sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))]
PAGES = 600


def processor() -> float:
    """Seconds of processor time of this process and of its children that have ended."""
    used = (getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


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
    with TemporaryDirectory() as folder:
        source = Path(folder) / "in.jsonl"
        rows = ({"id": number, "text": SEEDS[number % len(SEEDS)]} for number in range(pages))
        source.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
        size = source.stat().st_size
        print(
            f"{pages} pages, {size / 1e6:.1f} MB of JSON Lines, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
        )

        def spread(workers: int) -> None:
            output = Path(folder) / f"{workers}.jsonl"
            run(find_sources([source]), output, cleaner=cleaner, settings=Settings(workers=workers))

        alone = told("Cleaner.clean alone", size, lambda: [cleaner.clean(SEEDS[n % len(SEEDS)]) for n in range(pages)])
        one = told("run, one worker", size, lambda: spread(1))
        two = told("run, two workers", size, lambda: spread(2))
        print(f"one worker: {alone[0] / one[0]:.0%} of the speed of clean alone ({alone[1] / one[1]:.0%} by processor)")
        print(f"two workers: {one[0] / two[0]:.2f} times one ({2 * one[1] / two[1]:.2f} if no core waited)")
        print(f"largest process: {max(getrusage(who).ru_maxrss for who in (RUSAGE_SELF, RUSAGE_CHILDREN)) // 1000} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
