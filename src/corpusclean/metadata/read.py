"""To be written."""

from corpusclean.document import Document


def read_metadata(doc: Document) -> Document:
    return doc
