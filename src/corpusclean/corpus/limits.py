"""A limit on the time of one page, and a mark of the row in work, for what Python cannot catch.

A page that takes too long gets a `TimeoutError` raised in its midst.  The mark is a file of one number: where a worker
process dies, it says which row it died on.  Neither knows what the work is.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

# a page of a megabyte of the worst damage takes a few
PAGE_SECONDS = 60.0


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise `TimeoutError` in the block when it takes longer than *seconds*; 0 sets no limit.

    Only a main thread on a system with interval timers can be stopped so; elsewhere there is no limit.
    """
    if not seconds or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"took longer than {seconds:g} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class Mark:
    """The number of the row in work, in a file that outlives the process."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)

    def set(self, place: int) -> None:
        """The row in work is now *place*."""
        os.pwrite(self._file, place.to_bytes(8, "little"), 0)

    def close(self) -> None:
        """Close the file; it stays."""
        os.close(self._file)


def marked(path: Path) -> int | None:
    """The number in the mark *path*; None where there is none."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return int.from_bytes(data, "little") if len(data) == 8 else None
