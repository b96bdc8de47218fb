"""Finds lines that pages print alike but for a name in their midst, with no label before it: 本页由厨友王小明上传.

The sampled pages of a site come in, marked; they go out with such lines as one template that comes again.  Only lines
outside the article are looked at, and only where most pages have one; nothing is judged here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from corpusclean.learning.pages import Printed
from corpusclean.learning.templates import NAME, letters

# what such lines begin and end with, before they are compared as a whole
_HEAD, _TAIL = 4, 2
_LONGEST, _FEWEST_LETTERS = 40, 6
_MOST_PAGES = 0.6
_NAME = re.compile("[㐀-鿿·]{2,4}")

Spot = tuple[int, int]  # page and row


def with_names(pages: Sequence[Printed]) -> list[Printed]:
    """*pages* with a slot where most of them have another name in the same line."""
    found: dict[Spot, str] = {}
    for spots in _alike(pages):
        lines = [pages[page].lines[row] for page, row in spots]
        head, tail = _common(lines)
        named = [spot for spot, line in zip(spots, lines, strict=True) if _is_named(line, head, tail)]
        if letters(head + tail) >= _FEWEST_LETTERS and _are_most(named, pages):
            found |= dict.fromkeys(named, f"{head}{NAME}{tail}")
    return [_replaced(page, number, found) for number, page in enumerate(pages)]


def _alike(pages: Sequence[Printed]) -> list[list[Spot]]:
    """The places of lines outside the article that begin and end alike, where most pages have one and they differ."""
    spots: dict[tuple[str, str, str], list[Spot]] = defaultdict(list)
    for number, page in enumerate(pages):
        for row, line in enumerate(page.lines):
            short = _HEAD + _TAIL < len(line) <= _LONGEST and NAME not in line
            if short and page.place(row) in ("head", "tail") and not page.prose[row]:
                spots[page.place(row), line[:_HEAD], line[-_TAIL:]].append((number, row))
    return [found for found in spots.values() if _are_most(found, pages) and _differ(found, pages)]


def _differ(spots: Sequence[Spot], pages: Sequence[Printed]) -> bool:
    """True where no page has two of the lines, and they are not all the same."""
    return len(spots) == len(dict(spots)) and len({pages[page].lines[row] for page, row in spots}) > 1


def _are_most(spots: Sequence[Spot], pages: Sequence[Printed]) -> bool:
    return len({page for page, _ in spots}) >= _MOST_PAGES * len(pages)


def _common(lines: Sequence[str]) -> tuple[str, str]:
    """What all of *lines* begin with, and what they end with."""
    head = _shared(lines)
    return head, _shared([line[len(head) :][::-1] for line in lines])[::-1]


def _shared(lines: Sequence[str]) -> str:
    return "".join(chars[0] for chars in takewhile(lambda chars: len(set(chars)) == 1, zip(*lines, strict=False)))


def _is_named(line: str, head: str, tail: str) -> bool:
    return _NAME.fullmatch(line, len(head), len(line) - len(tail)) is not None


def _replaced(page: Printed, number: int, found: dict[Spot, str]) -> Printed:
    lines = tuple(found.get((number, row), line) for row, line in enumerate(page.lines))
    if lines == page.lines:
        return page
    again = tuple(known or (number, row) in found for row, known in enumerate(page.again))
    return replace(page, lines=lines, again=again)
