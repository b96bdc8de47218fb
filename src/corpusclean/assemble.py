"""Turns a cleaned `Document` into an `Article`: lines become blocks, facts become fields.

A document comes in after the last stage; nothing is judged or changed here.  What the page does not state stays None.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from itertools import groupby
from typing import Any

from corpusclean.article import Article, Block, Cut, Evidence, Image
from corpusclean.document import Document, Finding, Line

MANY_LINES_KINDS = ("code", "verse")
# A page that loses more than this share of its characters is worth a look.
MUCH_REMOVED = 0.5
_FACTS = {item.name for item in fields(Article)} - {"blocks", "warnings", "edits", "evidence", "encoding"}


def assemble(doc: Document, *, version: str, rules_version: str) -> Article:
    """The article that *doc* has become."""
    values: dict[str, Any] = {name: fact.value for name, fact in doc.facts.items() if name in _FACTS}
    evidence = {name: Evidence(fact.rule, fact.line) for name, fact in doc.facts.items() if name in _FACTS}
    ratio = removed_ratio(doc)
    values.setdefault("url", doc.url)
    blocks = tuple(_blocks(doc)) if doc.text else ()
    if "images" in values:
        values["images"] = tuple(_placed(values["images"], blocks))
    return Article(
        blocks=blocks,
        evidence=evidence,
        encoding=doc.encoding,
        warnings=doc.findings + tuple(_losses(doc, ratio)),
        edits=doc.edits,
        removed_ratio=ratio,
        version=version,
        rules_version=rules_version,
        **values,
    )


def _blocks(doc: Document) -> Iterator[Block]:
    """A block for each line; lines of code and of verse that stand together are one."""
    together = any(mark.kind in MANY_LINES_KINDS for mark in doc.marks)
    for _, group in groupby(doc.lines, _unit) if together else enumerate(zip(doc.lines)):
        lines = tuple(group)
        mark = lines[0].mark
        yield Block(
            mark.kind or "paragraph",
            "\n".join([line.text for line in lines]),
            mark.level,
            mark.number,
            lines[-1].mark.number,
            mark.label,
            mark.rule,
            tuple([Cut(*cut) for line in lines for cut in line.mark.cuts]),
        )


def _unit(line: Line) -> object:
    return (line.mark.kind, line.mark.label) if line.mark.kind in MANY_LINES_KINDS else line.row


def _placed(images: Iterable[Image], blocks: Sequence[Block]) -> Iterator[Image]:
    """Images with the number of blocks before them in place of the line of the page that they stand before."""
    firsts = [block.first_line for block in blocks]
    return (image._replace(position=bisect_left(firsts, image.position)) for image in images)


def removed_ratio(doc: Document) -> float:
    """The share of the page's characters, blanks not counted, that edits removed without putting anything there."""
    removed = sum(len(edit.old.strip()) for edit in doc.edits if edit.removes)
    left = len(doc.text)
    return round(removed / (removed + left), 4) if removed else 0.0


def _losses(doc: Document, ratio: float) -> Iterator[Finding]:
    if not doc.text and (ratio or any(edit.family == "markup" for edit in doc.edits)):
        yield Finding("nothing-left", "every line was judged not to be part of an article", (), 0)
    elif ratio > MUCH_REMOVED:
        yield Finding("much-removed", f"{ratio:.0%} of the page's characters were removed", (), 0)
