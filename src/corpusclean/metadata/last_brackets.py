"""Finds people in the brackets that end a text: （记者 王小满 编辑 赵小川）, （编译/王小满）, （王小满）.

The statements of a page come in, facts for authors and editors go out.  A bracket without a role names people only
where each of its words is a name and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from corpusclean.document import Fact, Line
from corpusclean.fold import fold
from corpusclean.metadata.byline import people_in_brackets
from corpusclean.metadata.names import has_surname, split_names
from corpusclean.metadata.statements import BRACKET_RULE, Statements

# a bracket that is a line of its own may have notes under it
_LAST_BRACKETS = 12

_BRACKETED = r"[(](?P<names>[\u3400-\u9fff]{2,4}(?:[ 、][\u3400-\u9fff]{2,4}){0,2})(?<![完略文图网报讯电摄])[)]"
_SIGNED, _GLUED_SIGNATURE = re.compile(_BRACKETED), re.compile(rf"[。!?…”」]{_BRACKETED}$")
# the day that an agency stamps behind its last bracket
_STAMP = re.compile(r"(?<=[)）】])\s?\d{6,8}$")
_LONGEST_SIGNATURE = 20


def authors_of_last_bracket(page: Statements) -> Fact | None:
    """A bracket at the end of the last paragraph: （编译/赵小满）, （记者 王小明）."""
    return _last_bracket(page, "author")


def editors_of_last_bracket(page: Statements) -> Fact | None:
    """The editor in a bracket that is one of the last lines: （柏川网编辑 王小明）."""
    return _last_bracket(page, "editor")


def _last_bracket(page: Statements, wanted: str) -> Fact | None:
    last = [line for line in page.body[-_LAST_BRACKETS:] if line.text.strip()[:1] in ("(", "（", "【")]
    for line in (*page.body[-2:], *_last_paragraph(page), *last, *page.under_text):
        text = _STAMP.sub("", line.text.rstrip())
        people = people_in_brackets(text[-60:]) if text.endswith((")", "）", "】")) else ()
        names = tuple(name for role, name in people if role == wanted)
        if names:
            return Fact(names, BRACKET_RULE, line.mark.number)
    return None


def _last_paragraph(page: Statements) -> list[Line]:
    """The last paragraph, under which a page may have lines that are none and stay."""
    return [line for line in page.body if line.row == page.last_prose]


def authors_of_signature(page: Statements) -> Fact | None:
    """Names with Chinese surnames in a bracket that is one of the last lines, or ends the text: （王小满）."""
    alone = [(line, _SIGNED.fullmatch) for line in (*page.body[-_LAST_BRACKETS:], *page.under_text)]
    for line, find in (*alone, *((line, _GLUED_SIGNATURE.search) for line in _last_paragraph(page))):
        names = _signed(line.text.strip(), find)
        if names:
            return Fact(names, BRACKET_RULE, line.mark.number)
    return None


def _signed(text: str, find: Callable[[str], re.Match[str] | None]) -> tuple[str, ...]:
    """The names in a bracket on a line of its own, or behind the last full stop: …，灯亮了一夜。（王小满）."""
    tail = text[-_LONGEST_SIGNATURE:]
    match = find(fold(tail)) if text[-1:] in (")", "）") else None
    names = split_names(tail[match.start("names") : match.end("names")]) if match else ()
    whole = match is not None and len("".join(names)) == len(re.sub("[ 、]", "", match["names"]))  # not （编辑王小满）
    return names if whole and all(map(has_surname, names)) else ()
