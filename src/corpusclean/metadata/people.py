"""Decides who wrote and who edited the page, and who had another part in it.

Statements and body lines come in, facts for authors, editors and credits go out.  The first group of names that the
page gives counts: the imprint's, else the dateline's, else that of a line under the text.  Nobody is ever guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from corpusclean.document import Fact
from corpusclean.fold import fold
from corpusclean.metadata.byline import bare_names, people_in_brackets, people_with_roles
from corpusclean.metadata.echo import echoes, text_under
from corpusclean.metadata.labels import FILLER
from corpusclean.metadata.last_brackets import authors_of_last_bracket, authors_of_signature, editors_of_last_bracket
from corpusclean.metadata.names import TITLES, has_surname, is_compound, is_nobody, split_names
from corpusclean.metadata.outlets import is_outlet
from corpusclean.metadata.statements import FORUM_RULE, Statement, Statements

# datelines and the brackets behind them stand in one of the first paragraphs
_FIRST_PARAGRAPHS = 3
# one imprint may go over this many lines: author, photographer, place, date
_IMPRINT_LINES = 6

# half of a headline is no shorter, and a name of an account that the text says again mostly is
_SHORTEST_HEADLINE = 7
# what an account may be called that no other sign tells from a word
_HANDLE = re.compile(r"(?!\d+$)[\w·.\-]{2,12}")

# 整合 新川日报·交汇点记者 王小明, a line of its own: what stands in front of the reporter
_DESK = re.compile(r"(?:(?:整合|综合|采写)\s)?(?P<desk>[\w·]{2,16}?)(?=(?:全媒体|首席|特约|实习)?记者)")
_SUPPLIED = re.compile(r"(?:[\s/]|(?<=文))[\u3400-\u9fff]{2,6}供[图圖]$")
_LONGEST_BYLINE, _FIRST_LINES = 40, 5
# what stands under the name of a writer on a board or a page of questions: his rank and his posts
_OF_WRITER = ("forum:member", "comments:answer")
_LEFT_OUT, BYLINE_RULE = "position:", "metadata:byline"

Finder = Callable[[Statements], "Fact | None"]


def authors_of_markup(page: Statements) -> Fact | None:
    """People whom the markup names; it also names sites, accounts and addresses."""
    items = [item for item in page.of("author") if item.row < 0 and "/" not in item.value and "." not in item.value]
    fact = _names(items)
    names = tuple(filter(_is_person, fact.value)) if fact else ()
    return fact._replace(value=names) if fact and names else None


def _is_person(name: str) -> bool:
    return has_surname(name) or is_compound(name)


def authors_of_imprint(page: Statements) -> Fact | None:
    """Names in the imprint under the headline: labelled ones, else names that stand beside its date."""
    head = page.by_headline(page.of("author", "name"))
    labelled = [item for item in head if item.field == "author"]
    return _names(_first_run(labelled)) or _names(_first_run(head))


def authors_of_post(page: Statements) -> Fact | None:
    """Who wrote the first post of a forum page."""
    return _names([item for item in page.of("author") if item.rule == FORUM_RULE][:1], handles=True)


def authors_of_dateline(page: Statements) -> Fact | None:
    """The reporters whom the dateline names, or a bracket behind it: （记者 王小明 通讯员 李大山）."""
    for line, dateline in page.datelines[:_FIRST_PARAGRAPHS]:
        names = tuple(name for role, name in dateline.people if role == "author") if dateline else ()
        if dateline and not names:
            start = len(line.text) - len(line.text.lstrip()) + len(dateline.text)
            names = bare_names(line.text[start:])
        names = names or tuple(name for role, name in people_in_brackets(line.text) if role == "author")
        names = names or (bare_names(line.text) if line is page.datelines[0][0] else ())
        if names:
            return Fact(names, "metadata:dateline", line.mark.number)
    return None


def authors_of_line(page: Statements) -> Fact | None:
    """The reporters whom a short line names that opens or ends the text: 整合 新川日报·交汇点记者 王小明."""
    found = byline_of_line(page)
    return found[1] if found is not None else None


def byline_of_line(page: Statements) -> tuple[str, Fact] | None:
    """The desk in front of the reporters whom a short line names, as printed, and the reporters."""
    if "记者" not in page.doc.text and "記者" not in page.doc.text:
        return None
    under = page.doc.lines[page.last_prose + 1 :][:_FIRST_LINES]
    for line in (*page.under_headline[:_FIRST_LINES], *under):
        text = _SUPPLIED.sub("", line.text.strip())
        desk = _DESK.match(fold(text)) if len(text) <= _LONGEST_BYLINE else None
        if desk is not None:
            people = people_with_roles(text[desk.end() :])
            authors = tuple(name for role, name in people if role == "author")
            if authors and all(_is_person(name) for _, name in people):
                printed = text[desk.start("desk") : desk.end("desk")]
                return printed, Fact(authors, BYLINE_RULE, line.mark.number)
    return None


def author_above_rank(page: Statements) -> Fact | None:
    """The account right above its rank or its answers, between headline and text: 深巷煮茶 / 初级粉丝."""
    if page.bare or not any(mark.rule.startswith(_LEFT_OUT) for mark in page.doc.marks):
        return None
    lines = [line for line in page.doc.lines[max(page.headline, 0) : page.first_paragraph] if line.text.strip()]
    for line, below in pairwise(lines):
        name = line.text.strip()
        ranked = below.mark.rule in _OF_WRITER or (TITLES.match(fold(below.text.split()[0])) and has_surname(name))
        if ranked and line.mark.rule.startswith(_LEFT_OUT) and _is_account(name):
            return Fact((name,), BYLINE_RULE, line.mark.number)
    return None


def _is_account(name: str) -> bool:
    """True for what an account may be called: no count, no button."""
    return _HANDLE.fullmatch(name) is not None and not is_nobody(name) and not FILLER.fullmatch(fold(name))


def authors_of_tail(page: Statements) -> Fact | None:
    """Names with a label under the text."""
    return _names(page.tail([item for item in page.of("author", "name") if item.rule != FORUM_RULE]))


def author_beside_date(page: Statements) -> Fact | None:
    """A name of no known form beside the date of the imprint: 饭后百步 2024-08-30."""
    if any(item.label in ("作者", "记者", "撰文") for item in page.of("other")):
        return None  # the page says that it names nobody
    items = page.head(page.of("unknown")) + [item for item in page.of("unknown") if item.rule == "dates:posted"]
    behind = _behind_sources(page) if items else set()
    free = (item for item in items if id(item) not in behind and _HANDLE.fullmatch(item.value))
    first = next((item for item in free if not _is_said(page, item)), None)
    return _names([first], handles=True) if first is not None else None


def _behind_sources(page: Statements) -> set[int]:
    """What stands behind a source with its label, where pages have buttons: 来源：澜安日报 我要分享."""
    sourced = {item.row for item in page.of("source") if item.label}
    first = {item.row: id(item) for item in reversed(page.all)}
    return {id(item) for item in page.of("unknown") if item.row in sourced and first[item.row] != id(item)}


def _is_said(page: Statements, item: Statement) -> bool:
    """True for words that the text says again, which are part of a headline and no name: 老街夜读角 2020-02-03."""
    return (
        len(item.value) >= _SHORTEST_HEADLINE
        and not item.value.isascii()
        and echoes(item.value, text_under(page.doc, item.row))
    )


AUTHORS: tuple[Finder, ...] = (
    authors_of_imprint,
    authors_of_post,
    authors_of_dateline,
    authors_of_line,
    author_above_rank,
    authors_of_tail,
    authors_of_last_bracket,
    authors_of_signature,
    authors_of_markup,
    author_beside_date,
)


def find_authors(page: Statements) -> Fact | None:
    """The authors: the first answer counts; the page's source is none of them."""
    fact = next(filter(None, (finder(page) for finder in AUTHORS)), None)
    sources = {item.value for item in page.of("source")}
    names = tuple(name for name in fact.value if name not in sources) if fact else ()
    return fact._replace(value=names) if fact and names else None


def find_editors(page: Statements) -> Fact | None:
    """All names that 编辑, 责任编辑 and 责编 introduce."""
    # 編輯: an account of a board is one Latin word, 责编：Lena Voss is a person
    items = [item for item in page.of("editor") if not item.value.isascii() or " " in item.value.strip()]
    return _names(items) or editors_of_last_bracket(page)


def find_credits(page: Statements) -> Fact | None:
    """Other roles to names: 校对, 审核, 监制, 摄影, 供图."""
    roles: dict[str, tuple[str, ...]] = {}
    items = [item for item in page.of("credit") if item.label != "clue"]
    for item in items:
        roles[item.label] = tuple(dict.fromkeys((*roles.get(item.label, ()), item.value)))
    return items[0].fact(roles) if roles else None


def _first_run(items: list[Statement]) -> list[Statement]:
    """The items of the first imprint: those within a few lines of the first one."""
    return [item for item in items if item.row <= items[0].row + _IMPRINT_LINES]


def _names(items: list[Statement], *, handles: bool = False) -> Fact | None:
    names: list[str] = []
    first = None
    for item in items:
        found = (item.value.strip(),) if handles and item.value.strip() else split_names(item.value)
        found = tuple(name for name in found if not is_nobody(name) and not (handles and is_outlet(name)))
        if found and first is None:
            first = item
        names += found
    return first.fact(tuple(dict.fromkeys(names))) if first else None
