"""What the judge of lines saw in a line that it took: its outline, its place, what stands around it, and how it scored.

A page and a `Cleaner` come in; sentences by line number go out.  The page is sent through the stages once more with the
judge overheard, since an article keeps the rule of a removed line and not its score.
"""

from __future__ import annotations

from dataclasses import replace

from corpusclean.cleaner import Cleaner
from corpusclean.debris.judge import condemned, threshold
from corpusclean.debris.lines import reasons
from corpusclean.debris.neighbours import Row, Side
from corpusclean.document import Document
from corpusclean.pipeline import Pipeline
from corpusclean.read import Page, read
from corpusclean.stage import Stage

JUDGE = "judge_lines"
# before what is told of a line that went when what was left was looked at again
AGAIN = "looked at again, when other lines had gone: "
_PLACES = {
    "before-title": "above the headline",
    "head": "above the article",
    "core": "inside the article",
    "tail": "below the article",
    "nowhere": "on a page where no article was found",
}
_EDGES = {"above": "top", "below": "end"}
_OUTLINES = {
    "headline": "a line like a headline",
    "label": "a line that opens with a label",
    "one-character": "a single character",
    "open": "a line that breaks off at a comma or colon",
    "cut-off": "a line that ends in dots",
    "long": "a long line without a full stop",
    "latin": "a line in Latin letters",
    "dated": "a line with a date",
    "address": "an address",
    "clauses": "a short paragraph",
    "prose": "a paragraph",
}


def judgements(cleaner: Cleaner, page: Page, *, url: str | None = None, kind: str = "auto") -> dict[int, str]:
    """For each line that the judge takes from *page* by its score, by its number, why."""
    told: dict[int, str] = {}
    doc = read(page, url=url, kind=kind)
    _overheard(cleaner.pipeline_for(doc.url), told)(doc)
    return told


def _overheard(pipeline: Pipeline, told: dict[int, str]) -> Pipeline:
    """*pipeline*, whose judge says in *told* why a line goes, on the page and on what is looked at again."""
    again = {name: _telling(stage, told, AGAIN) if name == JUDGE else stage for name, stage in pipeline.again.items()}
    stages = tuple(_telling(stage, told) if stage.__name__ == JUDGE else stage for stage in pipeline)
    return replace(pipeline, stages=stages, again=again)


def _telling(judge: Stage, told: dict[int, str], when: str = "") -> Stage:
    def judge_lines(doc: Document) -> Document:
        for row, score in condemned(doc):
            told.setdefault(row.line.mark.number, when + _sentence(row, score))
        return judge(doc)

    return judge_lines


def _sentence(row: Row, score: float) -> str:
    outline = _OUTLINES.get(row.outline, f"a {row.outline}")
    place = f"{outline} {_PLACES[row.place]}, {_side(row.above, 'above')}, {_side(row.below, 'below')}"
    ended = f"; {row.ended or 'a line of debris'} ended the article above it" if row.after_end else ""
    weighed = ", ".join(f"{name} {weight:+.1f}" for name, weight in reasons(row))
    return f"{place}{ended}; scores {score:.2f}, goes above {threshold(row):.2f}" + (f" ({weighed})" if weighed else "")


def _side(side: Side, where: str) -> str:
    """What stands on one side, such as ``sharing right above`` or ``a paragraph 3 lines below``."""
    what = {"prose": "a paragraph", "debris": side.family, "edge": f"the {_EDGES[where]} of the page"}
    name = what.get(side.what, f"a line of {side.what}")
    return f"{name} {side.gap + 1} lines {where}" if side.gap else f"{name} right {where}"
