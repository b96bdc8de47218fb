"""To be written."""

from corpusclean.document import Document


def split_glued(doc: Document) -> Document:
    return doc
