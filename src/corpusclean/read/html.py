"""Reads an HTML page into the lines a reader would see, and knows which of them the article is likely to hold.

Markup comes in as str, a `Document` of all visible text goes out: a line for each paragraph, heading, list item,
table row or `<br>`, its kind in the mark, and the region (inside or outside the article) that `article` found.  Nothing
is dropped here but what no reader sees: scripts, styles, hidden elements, ruby readings.
"""

from __future__ import annotations

from dataclasses import replace

from corpusclean.document import Document, Mark
from corpusclean.read.article import inside_article
from corpusclean.read.depth import flattened
from corpusclean.read.headline import headline_clue
from corpusclean.read.markup import markup_clues
from corpusclean.read.tree import Row, rows_of


def read_html(text: str, *, url: str | None = None, encoding: str | None = None) -> Document:
    """The document of an HTML page given as str."""
    from selectolax.lexbor import LexborHTMLParser

    # lexbor ends a page at a NUL, and UTF-8 knows no lone surrogates
    sound = text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")
    tree = LexborHTMLParser(flattened(sound))
    claims = markup_clues(tree)
    rows, boxes = rows_of(tree)
    headline = headline_clue(rows, claims)
    inside = inside_article(rows, boxes)
    marks = tuple(map(_mark, range(1, len(rows) + 1), rows, inside))
    doc = Document.of("\n".join(row.text for row in rows), url=url, encoding=encoding)
    return replace(doc, marks=marks or doc.marks, clues=(*((headline,) if headline else ()), *claims))


def _mark(number: int, row: Row, inside: bool) -> Mark:
    return Mark(number, kind=row.kind, level=row.level, region="inside" if inside else "outside")
