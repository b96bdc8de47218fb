"""Limits on the time and memory of one page, and a mark of the row in work, for what Python cannot catch.

A page that takes too long gets a `TimeoutError` raised in its midst, one that takes too much a `MemoryError`.  The mark
is a file of one number: where a worker process dies, it says which row it died on.  Neither knows what the work is.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from types import FrameType

# a page of a megabyte of the worst damage takes a few
PAGE_SECONDS = 60.0
# MB: a page of 700,000 Chinese characters, a hundred times a long article
PAGE_MEGABYTES = 2.0
# MB that a worker has after ten thousand pages, and for each MB of a page: dirty ones take 45
_OWN, _EACH = 190.0, 50.0
# so often a page in work is looked at, in seconds
_TICK = 0.1


def memory_for(largest: float) -> float:
    """The MB that a worker may take for pages of *largest* MB; 0 where these have no limit.

    >>> memory_for(PAGE_MEGABYTES), memory_for(20), memory_for(0)
    (290.0, 1190.0, 0.0)
    """
    return _OWN + _EACH * largest if largest else 0.0


@contextmanager
def at_most(seconds: float, megabytes: float = 0) -> Iterator[None]:
    """Raise in the block when it takes too much: `TimeoutError` or `MemoryError`; 0 sets no limit.

    Only a main thread on a system with interval timers can be stopped so; elsewhere there is no limit.  The size of a
    process is known on Linux alone.
    """
    limited = (seconds or megabytes) and hasattr(signal, "setitimer")
    if not limited or threading.current_thread() is not threading.main_thread():
        yield
        return
    end = monotonic() + seconds
    # a process that does not give back what an earlier page took is not this page's fault
    most = max(megabytes, resident() + _EACH) if megabytes else 0.0

    def look(number: int, frame: FrameType | None) -> None:
        late = seconds and monotonic() >= end
        if late or (most and resident() > most):
            signal.setitimer(signal.ITIMER_REAL, 0)
            raise (
                TimeoutError(f"took longer than {seconds:g} s")
                if late
                else MemoryError(f"took over {most:.0f} MB; --largest allows more")
            )

    before = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, min(seconds or _TICK, _TICK), _TICK)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def resident() -> float:
    """The MB of memory that this process takes; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        return 0.0


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
