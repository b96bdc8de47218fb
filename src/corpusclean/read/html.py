"""Reads an HTML page into the lines a reader would see, and knows which of them the article is likely to hold.

Markup comes in as str, a `Document` of all visible text goes out: a line for each paragraph, heading, list item,
table row or `<br>`, its kind in the mark, and the region (inside or outside the article) that `article` found.  Nothing
is dropped here but what no reader sees: scripts, styles, hidden elements, ruby readings.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpusclean.document import BODY, Document, Fact, Mark
from corpusclean.read.bylines import byline_clues, weighed
from corpusclean.read.depth import flattened
from corpusclean.read.escaped import with_paragraphs
from corpusclean.read.frame import put_together
from corpusclean.read.headline import site_clue
from corpusclean.read.images import images_of
from corpusclean.read.markup import address_of, markup_clues
from corpusclean.read.paged import next_page
from corpusclean.read.reading import Reading, best_reading
from corpusclean.read.tree import Row

CAPTION = "markup:caption"


def read_html(text: str, *, url: str | None = None, encoding: str | None = None) -> Document:
    """The document of an HTML page given as str."""
    from selectolax.lexbor import LexborHTMLParser

    # lexbor ends a page at a NUL
    tree = LexborHTMLParser(flattened(with_paragraphs(text.replace("\0", "\ufffd"))))
    claims = markup_clues(tree, url)
    reading = best_reading(tree, claims)
    headline = reading.headline.line - 1 if reading.headline else None
    rows, where = put_together(reading.outline.rows, reading.inside.rows, headline)
    clues = weighed(claims, list(byline_clues(reading.outline.named, headline, reading.inside.rows)))
    if reading.headline is not None and headline is not None:
        clues.insert(0, reading.headline._replace(line=where[headline] + 1))
    base = url or address_of(claims)
    more = next_page(tree, reading.outline.rows, reading.inside.rows, base)
    site = site_clue(claims, reading.headline)
    if site is not None:
        clues.append(site)
    inside = {new for new, is_inside in zip(where, reading.inside.rows, strict=True) if is_inside}
    return Document(
        "\n".join(row.text for row in rows),
        tuple(_mark(number, row, number in inside) for number, row in enumerate(rows)) or (Mark(1),),
        clues=tuple(clues),
        facts=_images(reading, where, base),
        findings=(*reading.findings, *([more] if more else [])),
        url=url,
        encoding=encoding,
    )


def _mark(number: int, row: Row, inside: bool) -> Mark:
    label, rule = ("caption", CAPTION) if row.caption and inside else (BODY, "")
    return Mark(number + 1, label, rule, row.kind, row.level, (), "inside" if inside else "outside")


def _images(reading: Reading, where: Sequence[int], base: str | None) -> dict[str, Fact]:
    """The fact of the article's images, each with the line it stands before as its position."""
    found = images_of(reading.outline.images, reading.outline.rows, reading.inside.rows, base)
    if not found:
        return {}
    lines = [*(row + 1 for row in where), where[-1] + 2]
    images = tuple(image._replace(position=lines[image.position]) for image in found)
    return {"images": Fact(images, "markup:image", images[0].position)}
