"""How fast `clean` is: MB of UTF-8 a second on the seeds; `benchmarks.stages` says where the time goes.

Run it with `make bench`.  Seconds differ from machine to machine and from minute to minute; compare ratios, on one
machine, in one run.  Every page is cleaned once before it is measured, so that loading is not counted.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import corpusclean

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
ROUNDS = 5


def seconds(work: Callable[[], object]) -> float:
    """The least time that *work* takes in some rounds: what disturbs only makes it longer."""
    work()
    best = float("inf")
    for _ in range(ROUNDS):
        began = perf_counter()
        work()
        best = min(best, perf_counter() - began)
    return best


def by_page() -> None:
    """One row a page: as scraped, and its clean text cleaned again, which is what most of a corpus looks like."""
    print(f"{'page':<8}{'as scraped':>14}{'already clean':>16}")
    for path in SEEDS:
        page = path.read_text("utf-8")
        text = corpusclean.clean_text(page)
        rates = [len(item.encode()) / 1e6 / seconds(lambda item=item: corpusclean.clean(item)) for item in (page, text)]
        print(f"{path.name[:3]:<8}{rates[0]:>9.2f} MB/s{rates[1]:>11.2f} MB/s")


if __name__ == "__main__":
    by_page()
