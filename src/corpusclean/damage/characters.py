"""To be written."""

from corpusclean.document import Document


def mend_characters(doc: Document) -> Document:
    return doc
