"""How much of a line the article says elsewhere: in its paragraphs and in its headline.

The lines of a page with their outlines come in; for a short line two shares of its pairs of characters come out.  The
subheads and lists of an article speak of what its paragraphs speak of, the headlines of other articles and the words of
a menu seldom do.  Nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import cached_property
from itertools import pairwise
from operator import add
from typing import NamedTuple

from corpusclean.debris.shape import HAN_RUNS
from corpusclean.document import Line
from corpusclean.fold import fold

PARAGRAPHS = ("prose", "clauses")
# From here on a set of pairs pays, also where only a few lines ask.
_LONG = 20_000


class Echo(NamedTuple):
    """Shares of a line's pairs of Han characters: in the paragraphs, in the headline; -1 where it has none."""

    spoken: float
    named: float


UNHEARD = Echo(-1.0, -1.0)


class Voice:
    """What a page says in its paragraphs and its headline.

    >>> from corpusclean.document import Mark
    >>> texts = [("渡口", "word"), ("渡口的老船工每天清早把船舱里的水舀干净。", "clauses"), ("首页", "word")]
    >>> voice = Voice((Line(row, 0, text, Mark(row + 1)), outline) for row, (text, outline) in enumerate(texts))
    >>> voice.echo("渡口", "word").spoken, voice.echo("首页", "word").spoken
    (1.0, 0.0)
    """

    def __init__(self, lines: Iterable[tuple[Line, str]]) -> None:
        self._lines = list(lines)

    @cached_property
    def _spoken(self) -> Container[str]:
        """The paragraphs themselves, or the pairs of a text too long to be searched for every line."""
        said = "\n".join(fold(line.text) for line, outline in self._lines if outline in PARAGRAPHS)
        return said if len(said) <= _LONG else set(map(add, said, said[1:]))

    @cached_property
    def _named(self) -> set[str]:
        return {pair for line, _ in self._lines if line.mark.label == "title" for pair in _pairs(line.text)}

    def echo(self, text: str, outline: str) -> Echo:
        """How much of a line is said elsewhere; a paragraph is one of the voices, and is not asked."""
        pairs = set() if outline in PARAGRAPHS else _pairs(text)
        if not pairs:
            return UNHEARD
        heard = sum(pair in self._spoken for pair in pairs)
        return Echo(heard / len(pairs), len(pairs & self._named) / len(pairs))


def _pairs(text: str) -> set[str]:
    """The pairs of Han characters that stand side by side, in matching form."""
    return {first + second for run in HAN_RUNS.findall(fold(text)) for first, second in pairwise(run)}
