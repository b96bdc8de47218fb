"""Trains the small line model of `judge_lines` on labelled pages and writes its weights.

    python tools/train_lines.py [--pages benchmarks/pages] [--out src/corpusclean/data/line-weights.json]

Pages go through the pipeline up to `judge_lines`.  Rules were written with such pages at hand, so on pages nobody has
seen more lines are left to the model: for each copy of a page some rules are forgotten, header and list together; and
some copies stand in the frame of two other pages, what is above the article from one, what is below from another.  A
logistic regression over the named features learns from what is left; a body line taken for debris costs more than
the reverse.  Pages whose id ends in 2, 5 or 8 never take part.  Standard library only; the same input gives the same
weights.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from pathlib import Path
from typing import Any, NamedTuple

from corpusclean.debris.features import features, words
from corpusclean.debris.neighbours import look, rows
from corpusclean.document import BODY, Document
from corpusclean.options import Options
from corpusclean.pipeline import Pipeline, build

ROOT = Path(__file__).resolve().parents[1]
HELD_BACK = "258"
# shares of the rules that a copy of a page forgets
FORGET = (0.0, 0.2, 0.4, 0.6, 0.75)
EPOCHS, RATE, DECAY = 15, 0.2, 0.1
# what it costs to lose a body line, where keeping a line of debris costs 1
BODY_COST = 3.0
# A feature that fewer pages show says more about the page than about debris.
FEWEST_PAGES = 4
# copies of each page in the frame of others
FRAMES = 5
# Rules that fewer other pages need are forgotten to see how the model does on pages that took no part: with 4 the rules
# know as large a share of the debris as on the pages held back.
FEWEST_SHARING = 4
FOLDS = 5
# trainings whose weights are averaged
SEEDS = 4
# What counts less is left out of the file.
LEAST_WEIGHT = 0.05
THRESHOLDS = (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0)


class Labelled(NamedTuple):
    """A page as `judge_lines` gets it, its id, and the rows that are body in truth."""

    page: str
    doc: Document
    body: frozenset[int]


class Sample(NamedTuple):
    """A line the model has to judge: its features, whether it is debris, its page, its text."""

    features: tuple[str, ...]
    debris: bool
    page: str
    text: str


Weights = dict[str, float]


def load(folder: Path) -> list[dict[str, Any]]:
    """The labelled pages of a folder, in order."""
    return [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]


def prepared(page: dict[str, Any], pipeline: Pipeline) -> Labelled:
    """The page as `judge_lines` gets it."""
    stages = list(pipeline)[: pipeline.names.index("judge_lines")]
    doc = reduce(lambda doc, stage: stage(doc), stages, Document.of(page["raw"]))
    keep = {line["n"] + 1 for line in page["lines"] if line["label"] in ("body", "mixed")}
    return Labelled(page["id"], doc, frozenset(line.row for line in doc.lines if line.mark.number in keep))


def without(page: Labelled, gone: set[str]) -> Labelled:
    """The page without the labels of some rules."""
    marks = (mark._replace(label=BODY, rule="") if mark.rule in gone else mark for mark in page.doc.marks)
    return page._replace(doc=replace(page.doc, marks=tuple(marks)))


def forget(page: Labelled, share: float, rng: random.Random) -> Labelled:
    """The page without the labels of a share of its rules."""
    ids = sorted({mark.rule for mark in page.doc.marks if mark.label != BODY})
    return without(page, {name for name in ids if rng.random() < share})


def forget_rare(page: Labelled, pages: Sequence[Labelled]) -> Labelled:
    """The page without the labels of rules that few of the other pages need."""
    sharing = Counter(name for other in pages if other.page != page.page for name in {m.rule for m in other.doc.marks})
    return without(page, {mark.rule for mark in page.doc.marks if sharing[mark.rule] < FEWEST_SHARING})


def reframed(page: Labelled, above: Labelled, below: Labelled) -> Labelled:
    """The article of *page* with what stands over the article of *above* and under that of *below*."""
    parts = (
        (above, range(min(above.body))),
        (page, range(min(page.body), max(page.body) + 1)),
        (below, range(max(below.body) + 1, len(below.doc.marks))),
    )
    rows = [(source, row) for source, span in parts for row in span]
    texts = {source.page: source.doc.text.split("\n") for source, _ in parts}
    doc = Document.of("\n".join(texts[source.page][row] for source, row in rows))
    marks = tuple(source.doc.marks[row]._replace(number=at + 1) for at, (source, row) in enumerate(rows))
    body = frozenset(at for at, (source, row) in enumerate(rows) if row in source.body)
    return Labelled(page.page, replace(doc, marks=marks), body)


def copies(pages: Sequence[Labelled], seed: int) -> Iterator[Labelled]:
    """What the model learns from: each page with ever more rules forgotten, and in the frames of other pages."""
    rng = random.Random(seed)
    with_article = [page for page in pages if page.body]
    for page in pages:
        for share in FORGET:
            yield forget(page, share, rng)
        for _ in range(FRAMES if page.body else 0):
            framed = reframed(page, rng.choice(with_article), rng.choice(with_article))
            yield forget(framed, rng.choice(FORGET[1:]), rng)


def samples(pages: Iterable[Labelled]) -> Iterator[Sample]:
    """The lines of the pages that are left to the model."""
    for page, doc, body in pages:
        for row in rows(look(doc)):
            yield Sample((*features(row), *words(row)), row.line.row not in body, page, row.line.text)


def train(data: Sequence[Sample], seed: int = 1) -> Weights:
    """Weights by name, ``""`` for the constant."""
    pages: defaultdict[str, set[str]] = defaultdict(set)
    lines: Counter[str] = Counter()
    for sample in data:
        lines[sample.page] += 1
        for name in sample.features:
            pages[name].add(sample.page)
    known = {name for name, where in pages.items() if len(where) >= FEWEST_PAGES}
    mean = sum(lines.values()) / len(lines)
    steps = [
        ([name for name in sample.features if name in known], sample.debris, (mean / lines[sample.page]) ** 0.5)
        for sample in data
    ]
    weights: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(lambda: 1.0)
    rng = random.Random(seed)
    for _ in range(EPOCHS):
        rng.shuffle(steps)
        for names, debris, worth in steps:
            _step(weights, squares, names, debris, min(3.0, worth))
    return dict(weights)


def averaged(pages: Sequence[Labelled]) -> Weights:
    """The mean of the weights learned from several sets of copies: which rules were forgotten matters less."""
    learned = [train(list(samples(copies(pages, seed))), seed) for seed in range(SEEDS)]
    return {name: sum(part.get(name, 0.0) for part in learned) / SEEDS for name in set().union(*learned)}


def _step(weights: Weights, squares: Weights, names: Sequence[str], debris: bool, worth: float) -> None:
    """One step of AdaGrad down the weighted logistic loss."""
    score = weights[""] + sum(weights[name] for name in names)
    slope = 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - debris
    slope *= worth * (1.0 if debris else BODY_COST)
    weights[""] -= RATE * 0.01 * slope
    for name in names:
        pull = slope + DECAY * weights[name]
        squares[name] += pull * pull
        weights[name] -= RATE * pull / math.sqrt(squares[name])


def scores(data: Iterable[Sample], weights: Weights) -> list[tuple[float, Sample]]:
    """Each sample with its score."""
    constant = weights.get("", 0.0)
    return [(constant + sum(weights.get(name, 0.0) for name in sample.features), sample) for sample in data]


def report(name: str, scored: Sequence[tuple[float, Sample]]) -> None:
    """Prints, for each threshold, the share of body lines lost and of debris lines kept."""
    body = max(1, sum(not sample.debris for _, sample in scored))
    debris = max(1, len(scored) - body)
    cells = []
    for limit in THRESHOLDS:
        lost = sum(score > limit and not sample.debris for score, sample in scored) / body
        kept = sum(score <= limit and sample.debris for score, sample in scored) / debris
        cells.append(f"{limit}: {lost:.4f} {kept:.3f}")
    print(f"{name} ({body} body, {debris} debris; lost, kept)  " + " | ".join(cells))


def main() -> None:
    """Cross-validates on the pages for tuning, reports the pages held back, and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pages", type=Path, default=ROOT / "benchmarks" / "pages")
    parser.add_argument("--more", type=Path, help="another folder of labelled pages, to report on only")
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "corpusclean" / "data" / "line-weights.json")
    parser.add_argument("--threshold-errors", type=float, help="show body lines that score above this")
    args = parser.parse_args()
    pipeline = build(Options())
    docs = [prepared(page, pipeline) for page in load(args.pages)]
    tuning = [item for item in docs if item.page[-1] not in HELD_BACK]
    random.Random(3).shuffle(tuning)
    scored: list[tuple[float, Sample]] = []
    for fold in range(FOLDS):
        rest = [item for place, item in enumerate(tuning) if place % FOLDS != fold]
        weights = train(list(samples(copies(rest, fold))))
        unseen = tuning[fold::FOLDS]
        scored += scores(samples([*unseen, *(forget_rare(page, tuning) for page in unseen)]), weights)
    report("cross-validated", scored)
    weights = averaged(tuning)
    report("held back", scores(samples(item for item in docs if item.page[-1] in HELD_BACK), weights))
    if args.more:
        report("more", scores(samples(prepared(page, pipeline) for page in load(args.more)), weights))
    if args.threshold_errors is not None:
        for score, sample in sorted(scored, key=lambda item: -item[0]):
            if score > args.threshold_errors and not sample.debris:
                print(f"{score:5.1f} {sample.page} {sample.text.strip()[:50]}")
    kept = {name: round(weight, 3) for name, weight in sorted(weights.items()) if abs(weight) >= LEAST_WEIGHT}
    args.out.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", "utf-8")
    print(f"{len(kept)} weights in {args.out}")


if __name__ == "__main__":
    main()
