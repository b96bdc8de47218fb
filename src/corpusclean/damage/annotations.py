"""To be written."""

from corpusclean.document import Document


def remove_annotations(doc: Document) -> Document:
    return doc
