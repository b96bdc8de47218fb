"""To be written."""

from corpusclean.document import Document


def undo_misreading(doc: Document) -> Document:
    return doc
