"""What a data frame adds to cleaning: a loop, ``map`` over a column, `Cleaner.pipe` and `to_frame` on the same pages.

Run it with ``python -m benchmarks.frames``; pandas and polars take part where they are installed.  The pages are pieces
of the seeds, as scraped, of some 500 characters.  Seconds of the processor differ from machine to machine;
compare rows.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path
from time import process_time

import corpusclean

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
PAGES, CHARACTERS, ROUNDS = 1000, 500, 3


def pages() -> list[str]:
    """Pieces of the seeds, lines whole."""
    pieces, piece = [], ""
    for path in SEEDS:
        for line in path.read_text("utf-8").split("\n"):
            piece += line + "\n"
            if len(piece) >= CHARACTERS:
                pieces.append(piece)
                piece = ""
    return list(islice(cycle(pieces), PAGES))


def ways(texts: list[str]) -> dict[str, Callable[[], object]]:
    """What is measured, by name."""
    found: dict[str, Callable[[], object]] = {
        "loop over clean_text": lambda: [corpusclean.clean_text(text) for text in texts],
        "Cleaner.pipe": lambda: list(corpusclean.Cleaner().pipe(texts)),
    }
    if find_spec("pandas"):
        frame = import_module("pandas").DataFrame({"text": texts})
        found["pandas: map(clean_text)"] = lambda: frame["text"].map(corpusclean.clean_text)
        found["pandas: to_frame(pipe)"] = lambda: corpusclean.to_frame(
            corpusclean.Cleaner().pipe(texts), library="pandas"
        )
    if find_spec("polars"):
        polars = import_module("polars")
        column = polars.DataFrame({"text": texts})["text"]
        found["polars: map_elements"] = lambda: column.map_elements(corpusclean.clean_text, return_dtype=polars.String)
    return found


def main() -> None:
    """Print the table."""
    texts = pages()
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    corpusclean.clean_text(texts[0])
    print(f"{PAGES} pages, {megabytes:.2f} MB of UTF-8, best of {ROUNDS}")
    measured = ways(texts)
    best = dict.fromkeys(measured, float("inf"))
    for _ in range(ROUNDS):  # round by round, so that what disturbs the machine disturbs all alike
        for name, work in measured.items():
            began = process_time()
            work()
            best[name] = min(best[name], process_time() - began)
    for name, took in best.items():
        print(f"{name:<28}{took:>7.2f} s{PAGES / took:>8.0f} pages/s{megabytes / took:>8.2f} MB/s")


if __name__ == "__main__":
    main()
