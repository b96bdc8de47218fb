"""The named features of a line: its shape, what its words are, its place and its neighbours, and how these go together.

A row comes in, names come out, such as ``menu@tail`` or ``under-recommendations:fragment``.  The names are what the
line model has weights for and what a verdict gives as its reasons.
"""

from __future__ import annotations

from corpusclean.debris.neighbours import Page, Row
from corpusclean.debris.shape import pairs, traits

WORD = "has-"
# Names for numbers, each with the highest number it stands for: a feature is "few" or "many", never 7.
_GAPS = ((0, "next"), (2, "near"), (7, "far"))
_RUNS = ((1, "1"), (3, "3"), (8, "8"))
_SHARES = ((0.0, "none"), (0.25, "few"), (0.5, "half"), (0.8, "most"))
_ECHOES = ((0.0, "none"), (0.34, "few"), (0.67, "half"), (0.99, "most"))
_SIZES = ((2, "2"), (4, "4"), (8, "8"), (14, "14"), (22, "22"), (36, "36"), (80, "80"))
_COUNTS = ((0, "0"), (1, "1"), (3, "3"), (8, "8"))


def features(row: Row) -> list[str]:
    """The names of all features of a line but for its words."""
    return [*_of_place(row), *_of_surroundings(row), *_of_line(row)]


def words(row: Row) -> list[str]:
    """The features that are pairs of characters, such as ``has-分享``."""
    return [WORD + pair for pair in sorted(pairs(row.line.text)) if pair.isalpha()]


def _of_place(row: Row) -> list[str]:
    """Shape and place, and what stands on the two sides."""
    shape, group, place, above, below = row.outline, row.group, row.place, row.above, row.below
    run, alike = _named(row.run, _RUNS), _named(row.alike, _COUNTS)
    names = [
        f"shape-{shape}",
        f"{shape}@{place}",
        f"above-{above.what}-{_named(above.gap, _GAPS)}:{group}",
        f"below-{below.what}-{_named(below.gap, _GAPS)}:{group}",
        f"between-{above.what}^{below.what}@{place}",
        f"under-{above.family}:{group}",
        f"over-{below.family}:{group}",
        f"upper-{row.upper}:{shape}",
        f"lower-{row.lower}:{shape}",
        f"{row.upper}^{row.lower}@{place}",
        f"run-{run}:{shape}",
        f"run-{run}@{place}",
        f"run-{run}:{shape}:under-{above.what}",
        f"alike-{alike}:{shape}",
    ]
    if row.repeated:
        names.append(f"repeated@{place}")
    return names


def _of_line(row: Row) -> list[str]:
    """What the line itself is like, with its place: its traits, its length, what of it the article says elsewhere."""
    shape, group, place = row.outline, row.group, row.place
    size = _named(len(row.line.text.strip()), _SIZES)
    spoken = "unheard" if row.echo.spoken < 0 else _named(row.echo.spoken, _ECHOES)
    names = [
        f"size-{size}@{place}",
        f"size-{size}:under-{row.above.what}:over-{row.below.what}",
        f"spoken-{spoken}:{shape}",
        f"spoken-{spoken}@{place}:{group}",
    ]
    if row.echo.named >= 0:
        named = _named(row.echo.named, _ECHOES)
        names += (f"named-{named}:{group}", f"named-{named}@{place}")
    for trait in traits(row.line.text):
        names += (f"{trait}:{group}", f"{trait}@{place}")
    return names


def _of_surroundings(row: Row) -> list[str]:
    """Facts of the neighbourhood and of the page, each with the line's shape and with its place."""
    group, place = row.group, row.place
    facts = [
        f"zone-{_named(row.zone, _COUNTS)}",
        f"around-{_named(row.share, _SHARES)}",
        *_of_page(row.page),
    ]
    names = [f"{fact}:{group}" for fact in facts]
    names += [f"{fact}@{place}" for fact in facts]
    if place == "tail":
        names.append(f"passed-{_named(row.passed, _COUNTS)}:{row.outline}")
    if row.page.thread:
        names += (f"thread:{row.outline}", f"thread@{place}", f"thread@{place}:{group}")
    if row.ended:
        names += (f"ended-{row.ended}:{row.outline}", f"ended-{row.ended}@{place}")
    return names


def _of_page(page: Page) -> tuple[str, str, str]:
    return (
        f"page-prose-{_named(page.prose, _SHARES)}",
        f"islands-{_named(page.islands, _COUNTS)}",
        f"paragraphs-{_named(page.paragraphs, _COUNTS)}",
    )


def _named(number: float, names: tuple[tuple[float, str], ...]) -> str:
    for limit, name in names:
        if number <= limit:
            return name
    return "more"
