"""To be written."""

from corpusclean.document import Document


def judge_lines(doc: Document) -> Document:
    return doc
