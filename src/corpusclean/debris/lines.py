"""The small line model: what each named feature of a line counts for debris, or against it.

Rows with their features come in, scores and the features that weighed most come out.  The weights are those that
tools/train_lines.py learns from labelled pages; a feature without a weight counts nothing.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib import resources
from itertools import repeat

from corpusclean.debris.features import WORD, features, words
from corpusclean.debris.neighbours import Row
from corpusclean.debris.shape import pairs

# Lines of one list share their fate: half of a line's score is the mean of the run, this many lines up and down.
_SHARED, _REACH = 0.5, 4
_STRONGEST = 3
_NOTHING = repeat(0.0)  # what a feature without a weight counts


@cache
def weights() -> dict[str, float]:
    """The weights by name of the feature; ``""`` is the constant."""
    text = resources.files("corpusclean.data").joinpath("line-weights.json").read_text("utf-8")
    loaded: dict[str, float] = json.loads(text)
    return loaded


@cache
def _word_weights() -> dict[str, float]:
    """The weights of pairs of characters, by the pair."""
    return {name.removeprefix(WORD): weight for name, weight in weights().items() if name.startswith(WORD)}


def scores(rows: Sequence[Row]) -> list[float]:
    """A score for each row, above zero where debris is likelier than body."""
    return together(rows, [own_score(row) for row in rows])


def own_score(row: Row) -> float:
    """The constant and the weights of all features of one line."""
    known, known_words = weights(), _word_weights()
    score = known.get("", 0.0) + sum(map(known.get, features(row), _NOTHING))
    score += sum(map(known_words.get, pairs(row.line.text), _NOTHING))
    return round(score, 6)  # the order of a set is not fixed, and sums of floats depend on it


def together(rows: Sequence[Row], own: Sequence[float]) -> list[float]:
    """The scores when every line is drawn towards the mean of the run it stands in."""
    out = []
    for place, row in enumerate(rows):
        run = own[max(0, place - min(row.above.gap, _REACH)) : place + min(row.below.gap, _REACH) + 1]
        out.append((1 - _SHARED) * own[place] + _SHARED * sum(run) / len(run))
    return out


def reasons(row: Row) -> tuple[tuple[str, float], ...]:
    """The features that spoke most for debris, with their weights."""
    known = weights()
    speaking = {name: known[name] for name in (*features(row), *words(row)) if known.get(name, 0.0) > 0}
    return tuple(sorted(speaking.items(), key=lambda item: (-item[1], item[0]))[:_STRONGEST])
