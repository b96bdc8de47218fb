"""How far a run has come: a bar on a terminal, a line a minute elsewhere, both on standard error.

The state of the run comes in after each page.  Standard output is never written to, so that it can be piped.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from corpusclean.corpus.run import Summary

Watch = Callable[[Summary], None]
_MINUTE = 60.0


@contextmanager
def progress(total: int) -> Iterator[Watch]:
    """Show the progress of a run over *total* pages while the block runs."""
    if not sys.stderr.isatty():
        yield _line_a_minute(total)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, rate="")
        yield lambda summary: bar.update(task, completed=summary.pages, rate=_rate(summary))


def _rate(summary: Summary) -> str:
    seconds = max(summary.seconds, 1e-6)
    aside = f", {summary.set_aside} set aside" if summary.set_aside else ""
    return f"{summary.pages / seconds:.0f} pages/s, {summary.size / 1e6 / seconds:.1f} MB/s{aside}"


def _line_a_minute(total: int) -> Watch:
    last = monotonic()

    def watch(summary: Summary) -> None:
        nonlocal last
        if monotonic() - last >= _MINUTE:
            last = monotonic()
            print(f"{summary.pages} of {total} pages, {_rate(summary)}", file=sys.stderr, flush=True)

    return watch
