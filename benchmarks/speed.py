"""How fast `clean` is, and where the time goes: MB of UTF-8 a second on the seeds, and the share of each stage.

Run it with `make bench`.  Seconds differ from machine to machine and from minute to minute; compare ratios, on one
machine, in one run.  Every page is cleaned once before it is measured, so that loading is not counted.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import corpusclean
from corpusclean.document import Document

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


def by_stage() -> None:
    """The share of each stage in the time for all seeds, most first."""
    spent: dict[str, float] = {}
    for path in SEEDS:
        doc = Document.of(path.read_text("utf-8"))
        for stage in corpusclean.Cleaner().pipeline:
            spent[stage.__name__] = spent.get(stage.__name__, 0.0) + seconds(lambda stage=stage, doc=doc: stage(doc))
            doc = stage(doc)
    total = sum(spent.values())
    for name, took in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"{name:<24}{took / total:>7.1%}{took * 1000:>10.1f} ms")


if __name__ == "__main__":
    by_page()
    print()
    by_stage()
