"""The normalising stages of the pipeline, made from the options."""

from __future__ import annotations

from corpusclean.normalize.fact_stage import unify_facts
from corpusclean.normalize.marks_stage import unify_marks
from corpusclean.normalize.script_stage import unify_scripts

__all__ = ["unify_facts", "unify_marks", "unify_scripts"]
