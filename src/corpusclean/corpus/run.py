"""Cleans many pages into one file; a page that fails is set aside and the others go on.

Pages come in from `readers`, rows go out through `writers`: the article's fields, and the ``id`` of its page.  A page
that cannot be read or cleaned goes with the reason to a file beside the output; it never stops the run and never
vanishes.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from corpusclean.cleaner import Cleaner
from corpusclean.corpus.readers import PageFile
from corpusclean.corpus.writers import JsonLines
from corpusclean.parallel import map_in_order

Row = dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """What became of one page: its row, or the row of the file of failures; and how big it was."""

    row: Row
    failed: bool = False
    size: int = 0


@dataclass
class Summary:
    """What a run did, in numbers."""

    pages: int = 0
    written: int = 0
    set_aside: int = 0
    size: int = 0
    characters: int = 0
    seconds: float = 0.0

    def count(self, outcome: Outcome) -> None:
        """Add one page."""
        self.pages += 1
        self.size += outcome.size
        if outcome.failed:
            self.set_aside += 1
        else:
            self.written += 1
            self.characters += len(outcome.row["text"])


class CleanFile:
    """The work on one page; a class, so that it can be sent to other processes."""

    def __init__(self, cleaner: Cleaner) -> None:
        self.cleaner = cleaner

    def __call__(self, page: PageFile) -> Outcome:
        """Read and clean one page."""
        data, step = b"", "read"
        try:
            data = page.read()
            step = "clean"
            article = self.cleaner.clean(data, kind=page.kind)
        except Exception as error:  # whatever it is, it concerns this page alone
            return Outcome(_failure(page, data, step, error), failed=True, size=len(data))
        return Outcome({"id": page.id, **article.to_dict()}, size=len(data))


def _failure(page: PageFile, data: bytes, step: str, error: Exception) -> Row:
    reason = f"{type(error).__name__}: {error}"
    return {"id": page.id, "step": step, "error": reason, "data": b64encode(data).decode()}


def failures_path(output: Path) -> Path:
    """Where the pages that failed are listed: ``cleaned.jsonl`` has ``cleaned.jsonl.quarantine``."""
    return output.with_name(output.name + ".quarantine")


def run(
    pages: Sequence[PageFile],
    output: Path,
    *,
    cleaner: Cleaner,
    workers: int = 1,
    watch: Callable[[Summary], None] = lambda summary: None,
) -> Summary:
    """Clean *pages* into the JSON Lines file *output*, in order; *watch* is called after each page."""
    summary, began = Summary(), perf_counter()
    failures_path(output).unlink(missing_ok=True)  # that of an earlier run would be taken for this one's
    with JsonLines(output) as rows, JsonLines(failures_path(output), lazy=True) as failures:
        for outcome in map_in_order(CleanFile(cleaner), pages, workers=workers):
            (failures if outcome.failed else rows).write(outcome.row)
            summary.count(outcome)
            summary.seconds = perf_counter() - began
            watch(summary)
    return summary
