"""Many pages: in order, lazily, the same by one process and by several."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import corpusclean
from corpusclean.errors import InputError, OptionError
from corpusclean.parallel import CHUNK, map_in_order

PAGES = [f"第{number}页，雨下了一夜,河水涨了。" for number in range(3 * CHUNK)]


def double(number: int) -> int:
    return 2 * number


def fail_at_forty(number: int) -> int:
    if number == 40:
        raise ValueError("forty")
    return number


@pytest.mark.parametrize("workers", [1, 2])
def test_order_is_kept(workers: int) -> None:
    assert list(map_in_order(double, range(100), workers=workers)) == [2 * number for number in range(100)]


@pytest.mark.parametrize("workers", [1, 2])
def test_no_items_no_results(workers: int) -> None:
    assert list(map_in_order(double, [], workers=workers)) == []


@pytest.mark.parametrize("workers", [1, 2])
def test_items_are_read_only_a_little_ahead(workers: int) -> None:
    read = 0

    def endless() -> Iterator[int]:
        nonlocal read
        while True:
            read += 1
            yield read

    results = map_in_order(double, endless(), workers=workers)
    assert next(results) == 2
    assert read <= 2 * workers * CHUNK
    results.close() if hasattr(results, "close") else None


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_reaches_the_caller_when_its_turn_comes(workers: int) -> None:
    results = map_in_order(fail_at_forty, range(100), workers=workers)
    whole_chunks = [next(results) for _ in range(2 * CHUNK)]
    assert whole_chunks == list(range(2 * CHUNK))
    with pytest.raises(ValueError, match="forty"):
        list(results)


@pytest.mark.parametrize("workers", [0, -1])
def test_workers_must_be_one_or_more(workers: int) -> None:
    with pytest.raises(OptionError, match=f"workers={workers}"):
        corpusclean.Cleaner().pipe(PAGES, workers=workers)


@pytest.mark.parametrize("workers", [1, 2])
def test_pipe_is_a_loop(workers: int) -> None:
    cleaner = corpusclean.Cleaner(script="hant")
    assert list(cleaner.pipe(PAGES, workers=workers)) == [cleaner.clean(page) for page in PAGES]


def test_pipe_refuses_what_is_no_page_in_its_turn() -> None:
    articles = corpusclean.Cleaner().pipe(["第一页。", None])  # type: ignore[list-item]
    assert next(articles).text == "第一页。"
    with pytest.raises(InputError, match="NoneType"):
        next(articles)
