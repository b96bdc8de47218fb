"""To be written."""

from corpusclean.document import Document


def find_headline(doc: Document) -> Document:
    return doc
