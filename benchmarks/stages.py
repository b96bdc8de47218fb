"""Where the time goes: milliseconds that each stage takes for 1 MB of UTF-8, one column for each kind of page.

Run it with ``python -m benchmarks.stages``; ``--cold`` forgets before each page what was remembered of the pages before
it, as on a corpus whose pages have nothing in common.  The pages are made of the seeds.  Each stage is timed in some
rounds over each page and the least time counts; seconds differ from machine to machine, so compare columns and rows.
"""

from __future__ import annotations

import argparse
import gc
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from itertools import chain
from pathlib import Path
from time import perf_counter

import corpusclean
from corpusclean.assemble import assemble
from corpusclean.document import Document
from corpusclean.read import read

SEEDS = [path.read_text("utf-8") for path in sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))]
ROUNDS = 5
LINES = 30  # of a page: an article of news has as many


def kinds() -> dict[str, list[str]]:
    """Pages of each kind."""
    clean = [corpusclean.clean_text(page) for page in SEEDS]
    return {
        "clean": _pages(clean),
        "debris": [SEEDS[1], SEEDS[4]],
        "hant": _pages([corpusclean.Cleaner(script="hant").clean(page).text for page in SEEDS]),
        "readings": [SEEDS[2], SEEDS[3]],
        "misread": [page.encode().decode("latin-1") for page in _pages(clean)],
    }


def _pages(texts: list[str]) -> list[str]:
    """All lines of *texts*, as pages of one length."""
    lines = list(chain.from_iterable(text.split("\n") for text in texts))
    return ["\n".join(lines[start : start + LINES]) for start in range(0, len(lines), LINES)]


STAGES = tuple(corpusclean.Cleaner().pipeline)


def spent(page: str, cold: bool) -> dict[str, float]:
    """The least time that each stage takes for *page*, in seconds."""
    least: dict[str, float] = {}
    for _ in range(ROUNDS):
        if cold:
            forget()
        for name, took in _timed(page):
            least[name] = min(took, least.get(name, took))
    return least


def _timed(page: str) -> Iterator[tuple[str, float]]:
    began = perf_counter()
    doc: Document = read(page)
    yield "(read)", perf_counter() - began
    for stage in STAGES:
        began = perf_counter()
        doc = stage(doc)
        yield stage.__name__, perf_counter() - began
    began = perf_counter()
    assemble(doc, version="", rules_version="")
    yield "(assemble)", perf_counter() - began


def forget() -> None:
    """Empty the caches that hold something of pages; those without a bound hold the package's own data."""
    for item in gc.get_objects():
        if isinstance(item, _lru_cache_wrapper) and item.cache_parameters()["maxsize"] is not None:
            item.cache_clear()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cold", action="store_true", help="forget before each page what is remembered of others")
    cold = parser.parse_args().cold
    table: dict[str, dict[str, float]] = {}
    made = kinds()
    for kind, pages in made.items():
        megabytes = sum(len(page.encode()) for page in pages) / 1e6
        for page in pages:
            for name, seconds in spent(page, cold).items():
                row = table.setdefault(name, {})
                row[kind] = row.get(kind, 0.0) + seconds * 1000 / megabytes
    columns = list(made)
    print(f"{'ms for 1 MB':<22}" + "".join(f"{kind:>10}" for kind in columns))
    for name, row in sorted(table.items(), key=lambda item: -sum(item[1].values())):
        print(f"{name:<22}" + "".join(f"{row.get(kind, 0.0):>10.1f}" for kind in columns))
    print(f"{'all':<22}" + "".join(f"{sum(row.get(kind, 0.0) for row in table.values()):>10.1f}" for kind in columns))


if __name__ == "__main__":
    main()
