"""How far a run has come: a bar on a terminal, a line a minute elsewhere, both on standard error.

The state of the run comes in after each unit of work.  Standard output is never written to, so that it can be piped.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from time import monotonic

from corpusclean.corpus.settings import Summary

Watch = Callable[[Summary], None]
_MINUTE = 60.0


@contextmanager
def progress(total: int, *, as_json: bool = False) -> Iterator[Watch]:
    """Show the progress of a run over *total* bytes while the block runs; *as_json* after every unit, as JSON."""
    if as_json:
        yield lambda summary: log("progress", summary)
        return
    if not sys.stderr.isatty():
        yield _line_a_minute()
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), DownloadColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, rate="")
        yield lambda summary: bar.update(task, completed=summary.size, rate=_rate(summary))


def log(event: str, summary: Summary) -> None:
    """One line of JSON on standard error."""
    numbers = {**asdict(summary), "removed": round(summary.removed, 4)}
    print(json.dumps({"event": event, **numbers}, ensure_ascii=False), file=sys.stderr, flush=True)


def _rate(summary: Summary) -> str:
    seconds = max(summary.seconds, 1e-6)
    aside = f", {summary.set_aside} set aside" if summary.set_aside else ""
    pages, size = summary.pages - summary.resumed, summary.size - summary.resumed_size
    speed = f"{pages / seconds:.0f} pages/s, {size / 1e6 / seconds:.2f} MB/s"
    return f"{summary.pages} pages, {speed}, {summary.removed:.1%} removed{aside}"


def _line_a_minute() -> Watch:
    last = monotonic()

    def watch(summary: Summary) -> None:
        nonlocal last
        if monotonic() - last >= _MINUTE:
            last = monotonic()
            print(_rate(summary), file=sys.stderr, flush=True)

    return watch
