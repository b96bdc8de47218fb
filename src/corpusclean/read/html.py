"""Reads an HTML page into the lines a reader would see, and knows which of them the article is likely to hold.

Markup comes in as str, a `Document` of all visible text goes out: a line for each paragraph, heading, list item,
table row or `<br>`, its kind in the mark, and the region (inside or outside the article) that `article` found.  Nothing
is dropped here but what no reader sees: scripts, styles, hidden elements, ruby readings.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from corpusclean.document import BODY, Clue, Document, Fact, Mark
from corpusclean.read.bylines import byline_clues, weighed
from corpusclean.read.depth import flattened
from corpusclean.read.escaped import unescaped
from corpusclean.read.frame import put_together
from corpusclean.read.headline import site_clue
from corpusclean.read.images import images_of
from corpusclean.read.markup import address_of, base_of, markup_clues
from corpusclean.read.outline import Row
from corpusclean.read.paged import next_page
from corpusclean.read.reading import Reading, best_reading

CAPTION, OUTSIDE = "markup:caption", "markup:outside-article"


def read_html(text: str, *, url: str | None = None, encoding: str | None = None) -> Document:
    """The document of an HTML page given as str."""
    from selectolax.lexbor import LexborHTMLParser

    # lexbor ends a page at a NUL
    tree = LexborHTMLParser(flattened(unescaped(text.replace("\0", "\ufffd"))))
    claims = markup_clues(tree, url)
    reading = best_reading(tree, claims)
    rows, where, framed = put_together(reading.outline.rows, reading.inside.rows, reading.top)
    base = base_of(tree, url or address_of(claims))
    more = next_page(tree, reading.outline.rows, reading.inside.rows, base)
    inside = {new for new, is_inside in zip(where, reading.inside.rows, strict=True) if is_inside}
    return Document(
        "\n".join(row.text for row in rows),
        _marks(rows, inside, range(len(rows)) if reading.inside.is_list else framed) or (Mark(1),),
        clues=_clues(reading, claims, where),
        facts=_images(reading, where, base),
        findings=(*reading.findings, *([more] if more else [])),
        url=url,
        encoding=encoding,
    )


def _clues(reading: Reading, claims: list[Clue], where: Sequence[int]) -> tuple[Clue, ...]:
    """What the markup claims of the whole page, what the elements beside the headline say, and the headline itself."""
    clues = weighed(claims, list(byline_clues(reading.outline.named, reading.top, reading.inside.rows)))
    if reading.headline is not None:
        clues.insert(0, reading.headline._replace(line=where[reading.headline.line - 1] + 1))
    return (*clues, *reading.clues, *filter(None, (site_clue(claims, reading.headline),)))


def _marks(rows: Sequence[Row], inside: set[int], framed: Container[int]) -> tuple[Mark, ...]:
    """The marks of the lines.  What is of the site's frame, on a list of pages every line, no finder need look at."""
    captions = sum(len(rows[row].text) for row in inside if rows[row].caption)
    # a class such as img-text may be that of an article with its pictures
    too_many = 2 * captions > sum(len(rows[row].text) for row in inside)
    marks = []
    for number, row in enumerate(rows):
        is_inside = number in inside
        label, rule = ("debris", OUTSIDE) if number in framed else (BODY, "")
        if row.caption and is_inside and not too_many:
            label, rule = "caption", CAPTION
        region = "inside" if is_inside else "outside"
        marks.append(Mark(number + 1, label, rule, row.kind, row.level, (), region))
    return tuple(marks)


def _images(reading: Reading, where: Sequence[int], base: str | None) -> dict[str, Fact]:
    """The fact of the article's images, each with the line it stands before as its position."""
    found = images_of(reading.outline.images, reading.outline.rows, reading.inside.rows, base)
    if not found:
        return {}
    lines = [*(row + 1 for row in where), where[-1] + 2]
    images = tuple(image._replace(position=lines[image.position]) for image in found)
    return {"images": Fact(images, "markup:image", images[0].position)}
