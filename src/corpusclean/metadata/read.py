"""Reads what the page says about itself and states it as facts: who, when, from where.

A judged document comes in; out goes the same with facts for the fields of `corpusclean.article.Article`.  Each fact
carries the rule and line it was read from; a field that the page does not state gets no fact.
"""

from __future__ import annotations

from collections.abc import Callable

from corpusclean.document import Document, Fact
from corpusclean.metadata.document import (
    find_document,
    find_keywords,
    find_references,
    find_section,
    find_site,
    find_url,
)
from corpusclean.metadata.people import find_authors, find_credits, find_editors
from corpusclean.metadata.published import find_published, find_updated
from corpusclean.metadata.source import find_source
from corpusclean.metadata.statements import Statements


def find_dateline(page: Statements) -> Fact | None:
    """The dateline as printed; it stays in its paragraph."""
    for line, dateline in page.datelines:
        if dateline is not None:
            return Fact(dateline.text, "metadata:dateline", line.mark.number)
    return None


FIELDS: tuple[tuple[str, Callable[[Statements], Fact | None]], ...] = (
    ("authors", find_authors),
    ("editors", find_editors),
    ("credits", find_credits),
    ("source", find_source),
    ("site", find_site),
    ("dateline", find_dateline),
    ("published", find_published),
    ("updated", find_updated),
    ("url", find_url),
    ("section", find_section),
    ("keywords", find_keywords),
    ("references", find_references),
    ("document", find_document),
)


def read_metadata(doc: Document) -> Document:
    """State who wrote and edited the page, when, and from where."""
    page = Statements(doc)
    facts = {name: fact for name, finder in FIELDS if (fact := finder(page)) is not None}
    return doc.stating(facts) if facts else doc
