"""The sampled pages of a site: copies of one article left out, and where on each page the frame and the article are.

Texts of pages come in; `Printed` pages go out, each with its lines, their templates and the rows between which its
article stands.  What a page says that no other page says is its own; the frame is what comes again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpusclean.debris.shape import ends_sentence, han_count, is_prose
from corpusclean.learning.templates import templates

# Two pages of which so much of what is rare is the same are prints of one article.
_SAME = 0.5
# a link to another article is no longer
_HEADLINE = 60
# a line of a poem, a headline: more than a number or a button
_SAYS_SOMETHING = 4


@dataclass(frozen=True)
class Printed:
    """A page: its lines that are not blank, their templates, and which of these come again on other pages."""

    texts: tuple[str, ...]
    lines: tuple[str, ...]
    again: tuple[bool, ...] = ()

    @classmethod
    def of(cls, text: str) -> Printed:
        """The page that says *text*."""
        both = [(raw.strip(), line) for raw, line in zip(text.split("\n"), templates(text), strict=True) if line]
        return cls(tuple(raw for raw, _ in both), tuple(line for _, line in both))

    def marked(self, comes_again: Callable[[str], bool]) -> Printed:
        """The page with it known which of its lines come again."""
        return Printed(self.texts, self.lines, tuple(map(comes_again, self.lines)))

    @cached_property
    def prose(self) -> tuple[bool, ...]:
        """Which rows read like sentences."""
        return tuple(map(is_prose, self.texts))

    @cached_property
    def sentences(self) -> tuple[int, ...]:
        """The rows of the page's own sentences."""
        own = (row for row, again in enumerate(self.again) if not again)
        return tuple(row for row in own if self.prose[row] and _is_whole(self.texts[row]))

    @cached_property
    def span(self) -> tuple[int, int]:
        """The first and the last row of the page's own text; what stands outside is head and tail.

        Sentences are looked for, and where there are none (a poem, a list) all that says something.  A headline with a
        comma, in a list under the article, is no sentence.
        """
        found = self.sentences or [
            row for row, again in enumerate(self.again) if not again and han_count(self.texts[row]) >= _SAYS_SOMETHING
        ]
        return (found[0], found[-1]) if found else (len(self.lines), -1)

    def place(self, row: int) -> str:
        """Where *row* is: head, tail or between; a page with nothing of its own has no places."""
        first, last = self.span
        if last < 0:
            return ""
        return "head" if row < first else "tail" if row > last else "between"


def _is_whole(text: str) -> bool:
    return len(text) > _HEADLINE or ends_sentence(text)


def distinct(texts: Iterable[str]) -> list[Printed]:
    """The pages in *texts*, less those that print an article that an earlier one prints.

    What is rare weighs most: a long notice on all pages does not make them copies.
    """
    pages = [Printed.of(text) for text in texts]
    on = Counter(line for page in pages for line in set(page.lines))
    weights = {line: len(line) / count for line, count in on.items()}
    kept: list[tuple[Printed, set[str], float]] = []
    for page in pages:
        lines = set(page.lines)
        weight = sum(map(weights.__getitem__, sorted(lines)))
        if not any(_is_copy(lines, weight, other, theirs, weights) for _, other, theirs in kept):
            kept.append((page, lines, weight))
    return [page for page, _, _ in kept]


def _is_copy(lines: set[str], weight: float, other: set[str], theirs: float, weights: dict[str, float]) -> bool:
    common = sum(weights[line] for line in lines & other)
    return common >= _SAME * min(weight, theirs)


def sightings(pages: Sequence[Printed]) -> dict[str, list[tuple[int, int]]]:
    """By template that comes again, the pages and rows where it stands."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, page in enumerate(pages):
        for row, line in enumerate(page.lines):
            if page.again[row]:
                found.setdefault(line, []).append((number, row))
    return found
