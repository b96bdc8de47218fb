"""The benchmark of growth makes the pages it says it makes."""

from __future__ import annotations

import pytest

from benchmarks.growth import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_pages_have_the_size_asked_for(kind: str) -> None:
    size = len(KINDS[kind](4000))
    assert 4000 <= size <= 6500
