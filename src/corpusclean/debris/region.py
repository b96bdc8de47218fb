"""Labels what stands outside the article's own box on an HTML page.

The reader of HTML marks each line as inside or outside; a line outside that no rule, headline or caption claimed is
debris.  Pages of plain text have no regions and pass untouched.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusclean.document import Document, Line
from corpusclean.stage import labelling


@labelling
def judge_regions(doc: Document) -> Iterator[tuple[int, str, str]]:
    """Label the lines outside the article's box."""
    return ((line.row, "debris", "markup:outside-article") for line in doc.lines if _is_outside(line))


def _is_outside(line: Line) -> bool:
    return line.mark.region == "outside" and line.is_body
