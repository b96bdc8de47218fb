"""The normalising stages of the pipeline, made from the options."""

from __future__ import annotations

from corpusclean.document import Document
from corpusclean.options import Options
from corpusclean.stage import Stage


def unify_marks(options: Options) -> Stage:
    def unify_punctuation(doc: Document) -> Document:
        return doc

    return unify_punctuation


def unify_scripts(options: Options) -> Stage:
    def unify_script(doc: Document) -> Document:
        return doc

    return unify_script


def unify_facts(options: Options) -> Stage:
    def unify_facts(doc: Document) -> Document:
        return doc

    return unify_facts
