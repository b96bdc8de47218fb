"""Counters that stay small however many different things they count.

Names come in one by one; the most frequent come out.  Beyond `MOST` names the rarest are forgotten together, so that a
billion pages of a million hosts fit in memory; what is forgotten is told by `others`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

# twice as many names are kept in memory before the rarest half is forgotten
MOST = 2000


class Counts:
    """How often each name was seen.

    >>> counts = Counts(["甲", "乙", "甲"])
    >>> counts.top(1), counts.total
    ([('甲', 2)], 3)
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._counts: Counter[str] = Counter(names)
        self.total = self._counts.total()

    def add(self, name: str, count: int = 1) -> None:
        """Count *name*."""
        self._counts[name] += count
        self.total += count
        if len(self._counts) > 2 * MOST:
            self._counts = Counter(dict(self.top(MOST)))

    def merge(self, other: Counts) -> None:
        """Count all that *other* did."""
        for name, count in other._counts.items():
            self.add(name, count)
        self.total += other.others

    @property
    def others(self) -> int:
        """How often names were seen that are forgotten."""
        return self.total - self._counts.total()

    def top(self, most: int) -> list[tuple[str, int]]:
        """The *most* frequent names, those of equal number by name."""
        return sorted(self._counts.items(), key=lambda item: (-item[1], item[0]))[:most]

    def __len__(self) -> int:
        return len(self._counts)

    def to_dict(self) -> dict[str, Any]:
        """The counts as JSON can hold them."""
        return {"counts": dict(self.top(2 * MOST)), "others": self.others}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Counts:
        """The counts that `to_dict` wrote."""
        found = cls()
        found._counts = Counter(values["counts"])
        found.total = found._counts.total() + values["others"]
        return found
