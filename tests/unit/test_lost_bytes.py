"""What may have stood where bytes are lost: all that the reader lost, and nothing that it would have read."""

from __future__ import annotations

from itertools import pairwise

import pytest

from corpusclean.damage.gaps import filled
from corpusclean.damage.lossy import undo_lossy_gbk
from corpusclean.damage.lost_bytes import END, LEAD, TRAIL, candidates
from corpusclean.damage.rarity import costs

WORDS = "今天气很好，我们去公园散步。春风吹绿了田野"


def is_unread(first: int, second: int) -> bool:
    return "\ufffd" in bytes((first, second)).decode("gbk", "replace")


@pytest.mark.parametrize("char", WORDS)
def test_a_last_byte_that_was_lost_is_looked_for_among_those_that_cannot_be_read(char: str) -> None:
    for follow in b"\xe4\xe7\xef,\xe3":
        lead, second, third = char.encode()
        found = candidates(lead, second, LEAD, follow)
        assert (char in found) == is_unread(third, follow)
        assert all(is_unread(other.encode()[2], follow) for other in found)


@pytest.mark.parametrize("char", WORDS)
def test_two_bytes_lost_together_are_two_that_cannot_be_read(char: str) -> None:
    lead, _, third = char.encode()
    assert candidates(0xE5, LEAD, TRAIL)
    assert all(is_unread(*other.encode()[:2]) for other in candidates(LEAD, TRAIL, third))
    assert all(is_unread(*other.encode()[1:]) for other in candidates(lead, LEAD, TRAIL))


def test_what_follows_tells_only_of_a_byte_before_it() -> None:
    assert candidates(0xE4, LEAD, 0xAD, 0x80) == candidates(0xE4, LEAD, 0xAD, END)
    assert candidates(LEAD, TRAIL, TRAIL) == ()


def test_candidates_come_in_the_order_of_their_rarity() -> None:
    found = candidates(0xE4, 0xB8, LEAD)
    assert found.index("一") < found.index("中") < found.index("丧")
    assert all(costs()[first] <= costs()[second] for first, second in pairwise(found))


def test_words_decide_between_fillings_that_pairs_find_alike() -> None:
    assert filled([[("县", "兽", "水")]], "福海", "人民", frozenset()) == "县"


def test_gaps_that_nobody_looked_at_keep_their_mark() -> None:
    damaged = "今天天气很好，他们都走了。".encode().decode("gbk", "replace")
    whole, marked = undo_lossy_gbk(damaged)[0].new, undo_lossy_gbk(damaged, 0)[0].new
    assert whole == "今天天气很好，他们都走了。"
    assert "\ufffd" in marked
    assert undo_lossy_gbk(marked) == []
    assert len(whole) >= len(marked.replace("\ufffd", ""))
