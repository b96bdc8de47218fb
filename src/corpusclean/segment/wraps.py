"""To be written."""

from corpusclean.document import Document


def join_wrapped(doc: Document) -> Document:
    return doc
