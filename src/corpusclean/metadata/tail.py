"""Finds the lines under the text that name people or a source and say nothing else.

A document comes in, labels for its rows go out: brackets with roles, labelled lines, a name behind a mark (■王小明).  A
paragraph is never one of them, and a name that nothing marks stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from corpusclean.document import BODY, Document
from corpusclean.fold import fold
from corpusclean.metadata.byline import people_in_brackets
from corpusclean.metadata.imprint import read_imprint
from corpusclean.metadata.names import has_surname, split_names
from corpusclean.metadata.statements import BRACKET_RULE

# a line of the tail that is longer is a paragraph, and the tail begins under it; no tail seen had more imprints
_LONGEST_TAIL, _MOST_TAIL_LINES = 100, 60
# under a bracket with names the page may have notes of its own
_LAST_BRACKETS, _LONGEST_BRACKET = 12, 60
# lists of names have commas, too, but no full stop inside
_MOST_COMMAS = 4
_LABELLED = re.compile(
    "[:：/／|｜丨]|[编編][辑輯譯]|[记記]者|责编|[撰供投][写寫稿文]|[评評][论論][员員]|作者|通[讯訊]员|[来來]源|^\\s*(?:by|原[创創])\\s",
    re.I,
)
# ■王小明, □ 王小明 李大山: only under the text; at its head such a line stands beside the headline
_MARKS = frozenset("■□◎◆●○▲")
_MARKED = re.compile(r"\s*[■□◎◆●○▲]\s*(?P<names>[\u3400-\u9fff·]{2,8}(?:[\s、,][\u3400-\u9fff·]{2,8}){0,3})\s*")


def label_tail(doc: Document, rule: str) -> dict[int, tuple[str, str]]:
    """The label and the rule of each row under the text that is about who wrote it and where it is from."""
    return {**dict(_brackets(doc)), **dict.fromkeys(_imprints(doc), ("meta", rule))}


def _imprints(doc: Document) -> Iterator[int]:
    """Lines under the last paragraph that hold labelled people or a source and nothing else."""
    for line in reversed(doc.lines[-_MOST_TAIL_LINES:]):
        if line.mark.label == BODY and line.text.strip():
            if len(line.text) > _LONGEST_TAIL:
                return
            if _names_people(line.text) or _is_marked(line.text):
                yield line.row


def _names_people(text: str) -> bool:
    sentence = "。" in text[:-1] or text.count("，") > _MOST_COMMAS
    imprint = read_imprint(text) if not sentence and _LABELLED.search(text) else None
    stated = imprint.of("author", "editor", "credit", "source") if imprint is not None and imprint.whole else []
    return any(item.label for item in stated)


def _is_marked(text: str) -> bool:
    """True for names behind a mark, each with a surname."""
    match = _MARKED.fullmatch(fold(text)) if text.lstrip()[:1] in _MARKS else None
    names = split_names(match["names"]) if match else ()
    return bool(names) and all(map(has_surname, names))


def _brackets(doc: Document) -> Iterator[tuple[int, tuple[str, str]]]:
    """Brackets alone on one of the last lines that name people: （柏川网编辑 王小明）."""
    last = islice((line for line in reversed(doc.lines) if line.is_body), _LAST_BRACKETS)
    for line in last:
        text = line.text.strip()
        bracketed = text[0] in "(（【" and text[-1] in ")）】" and len(text) <= _LONGEST_BRACKET
        if line.row and bracketed and people_in_brackets(text):
            yield line.row, ("meta", BRACKET_RULE)
