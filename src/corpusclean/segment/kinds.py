"""To be written."""

from corpusclean.document import Document


def recognise_kinds(doc: Document) -> Document:
    return doc
