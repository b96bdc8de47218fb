"""The headline of a page with one thing on it: the entry of an encyclopaedia, a recipe, a poem.

A document and its head come in, a `Choice` or None comes out.  The first sentence of an entry begins with its name, a
recipe is called 的做法, a poem stands over its poet; all but the last count only on a page where something is debris,
since in a cleaned text such a line may be a subhead.
"""

from __future__ import annotations

import re

from corpusclean.document import Document
from corpusclean.fold import fold
from corpusclean.metadata.choice import Choice, choose
from corpusclean.metadata.head import Head, is_bare
from corpusclean.metadata.head_line import BARE, CANDIDATE, OTHER, HeadLine
from corpusclean.metadata.outlets import is_outlet

ENTRY = "metadata:entry"
_SHORTEST_NAME, _LONGEST_NAME = 2, 20
# 青石桥位于临江县, 青石桥（英语：…）, 青石桥，三孔石拱桥: what stands behind the name in the first sentence
_DEFINED = re.compile(r"[,(]|是|为|指|即|又|亦|也称|位于|地处|原名|简称|始建|通常|一般|属|产于|成立|创[办立建]")
_RECIPE = re.compile(r"(?!.*[,。:])\S{2,20}的(?:家常|正宗|简单|详细)?做法")


def of_an_entry(doc: Document, head: Head) -> Choice | None:
    """The name that the first sentence defines: 青石桥 / 青石桥位于临江县城南."""
    if head.body is None or is_bare(doc):
        return None
    text = fold(doc.lines[head.body].text.strip())
    named = (item for item in head.filled() if item.kind in (CANDIDATE, BARE, OTHER) and _is_defined(item, text))
    return next((Choice(item.text, item.line.row, ENTRY) for item in named), None)


def _is_defined(item: HeadLine, text: str) -> bool:
    name = fold(item.text.strip())
    fits = _SHORTEST_NAME <= len(name) <= _LONGEST_NAME and text.startswith(name) and not is_outlet(name)
    return fits and _DEFINED.match(text, len(name)) is not None


def of_a_recipe(doc: Document, head: Head) -> Choice | None:
    """The first line that is called 的做法."""
    if is_bare(doc):
        return None
    recipes = (item for item in head.filled() if item.kind == CANDIDATE and _RECIPE.fullmatch(fold(item.text.strip())))
    return next(map(choose, recipes), None)


def of_a_poem(doc: Document, head: Head) -> Choice | None:
    """The line right above the poet and the dynasty, however short it is: 渡口晚归 / 清代：林晚舟."""
    lines = head.filled()
    above = (lines[place - 1] for place in range(1, len(lines)) if lines[place].line.mark.rule == "bylines:dynasty")
    return next((choose(item) for item in above if item.kind in (CANDIDATE, BARE, OTHER)), None)
