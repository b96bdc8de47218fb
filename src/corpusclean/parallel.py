"""Maps a function over many pages, in this process or in several, lazily and in order.

Pages come in as an iterator that is read only a little ahead; results go out in the same order.  An error in a page
reaches the caller when its turn comes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import Any, TypeVar

from corpusclean.errors import OptionError

Item = TypeVar("Item")
Result = TypeVar("Result")
# pages sent to a process at a time: enough to hide the cost of sending, few enough to keep memory flat
CHUNK = 16


def map_in_order(work: Callable[[Item], Result], items: Iterable[Item], *, workers: int) -> Iterator[Result]:
    """``work(item)`` for each item, in order, by *workers* processes."""
    if workers < 1:
        raise OptionError(f"workers={workers} must be 1 or more")
    return map(work, items) if workers == 1 else _spread(work, items, workers)


def _spread(work: Callable[[Item], Result], items: Iterable[Item], workers: int) -> Iterator[Result]:
    source = iter(items)
    with ProcessPoolExecutor(workers, initializer=_begin, initargs=(work,)) as pool:
        waiting: deque[Future[list[Result]]] = deque()
        while True:
            while len(waiting) < 2 * workers and (chunk := list(islice(source, CHUNK))):
                waiting.append(pool.submit(_all, chunk))
            if not waiting:
                return
            yield from waiting.popleft().result()


# what a worker process does: sent to it once, because a Cleaner builds its pipeline anew on arrival
_work: Callable[[Any], Any]


def _begin(work: Callable[[Any], Any]) -> None:
    global _work  # noqa: PLW0603 - the worker's own, set before its first item
    _work = work


def _all(items: list[Any]) -> list[Any]:
    return [_work(item) for item in items]
