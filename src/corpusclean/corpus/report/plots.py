"""Plots as inline SVG: bars for names, columns for steps of time or of size.

Names and numbers come in, SVG goes out.  Widths are shares of the place there is and letters keep their size, so a plot
is as readable on a phone as on a desk.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

ROW, BASE, HEIGHT = 26, 18, 120
# so many columns can still be told apart on a phone
MOST_COLUMNS = 36
NAME, NUMBER = 38, 14


def bars(items: Sequence[tuple[str, int]], what: str) -> str:
    """A row for each name, its bar as long as its number.

    >>> bars([("hans", 3)], "pages by script").count("<rect")
    1
    """
    longest = max((number for _, number in items), default=0) or 1
    rows = []
    for place, (name, number) in enumerate(items):
        middle, width = place * ROW + 17, (100 - NAME - NUMBER) * number / longest
        rows.append(
            f"<g><title>{escape(name)}: {number:,}</title>"
            f'<svg width="{NAME - 2}%" height="{ROW * len(items)}"><text y="{middle}">{escape(name)}</text></svg>'
            f'<rect x="{NAME}%" y="{middle - 12}" width="{max(width, 0.4):.2f}%" height="16" rx="3"/>'
            f'<text class="number" x="100%" y="{middle}" text-anchor="end">{number:,}</text></g>'
        )
    return _figure("".join(rows), ROW * len(items), what)


def columns(items: Sequence[tuple[str, int]], what: str) -> str:
    """A column for each step, in the order given; the first, middle and last are named.

    >>> columns([("2020", 1), ("2021", 4)], "pages by year").count("<rect")
    2
    """
    tallest = max((number for _, number in items), default=0) or 1
    width = 100 / max(len(items), 1)
    named = {0, len(items) // 2, len(items) - 1} if len(items) > 6 else set(range(len(items)))
    parts = []
    for place, (name, number) in enumerate(items):
        height = HEIGHT * number / tallest
        parts.append(
            f'<g><title>{escape(name)}: {number:,}</title><rect x="{place * width + width * 0.1:.2f}%"'
            f' y="{HEIGHT - height:.1f}" width="{width * 0.8:.2f}%" height="{height:.1f}" rx="2"/></g>'
        )
        if place in named:
            at, anchor = _anchored(place, len(items), width)
            parts.append(f'<text x="{at:.2f}%" y="{HEIGHT + BASE - 3}" text-anchor="{anchor}">{escape(name)}</text>')
    return _figure("".join(parts), HEIGHT + BASE, what)


def _anchored(place: int, count: int, width: float) -> tuple[float, str]:
    """Where the name of a column stands: under it, but never past the edges of the plot."""
    if count > 1 and place == 0:
        return 0, "start"
    if count > 1 and place == count - 1:
        return 100, "end"
    return (place + 0.5) * width, "middle"


def by_time(months: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Months that follow each other, with those that have nothing, or years where there are too many months.

    >>> by_time([("2019-12", 2), ("2020-02", 1)])
    [('2019-12', 2), ('2020-01', 0), ('2020-02', 1)]
    """
    if not months:
        return []
    first, last = (_month(months[place][0]) for place in (0, -1))
    if last - first < MOST_COLUMNS:
        counts = {_month(name): number for name, number in months}
        return [(f"{at // 12:04}-{at % 12 + 1:02}", counts.get(at, 0)) for at in range(first, last + 1)]
    years: dict[str, int] = {}
    for name, number in months:
        years[name[:4]] = years.get(name[:4], 0) + number
    return list(years.items())[-MOST_COLUMNS:]


def _month(name: str) -> int:
    return int(name[:4]) * 12 + int(name[5:7]) - 1


def _figure(inside: str, height: int, what: str) -> str:
    return (
        f'<svg class="plot" role="img" aria-label="{escape(what, quote=True)}" width="100%" height="{height}">'
        f"{inside}</svg>"
    )
