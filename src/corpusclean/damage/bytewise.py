"""To be written."""

from corpusclean.document import Document


def undo_byte_shift(doc: Document) -> Document:
    return doc
