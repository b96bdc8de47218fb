"""Decides when the page was published and changed, of all the dates it prints.

Statements and body lines come in, facts go out.  A clock of the page, the date of an event, of a comment or of a
related story never counts; of 成文 and 发布 the latter does.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from corpusclean.document import Fact
from corpusclean.fold import fold
from corpusclean.metadata.date import find_dates, find_seal
from corpusclean.metadata.statements import Statement, Statements

_ADDRESS, _LABEL_RULE = "markup:address", "dates:label"
# a signature stands within the last lines of the text
_LAST_LINES = 4
_AROUND_DATE = re.compile(r"[\s()\[\]星期周一二三四五六日天:,.于]*")

Finder = Callable[[Statements], "Fact | None"]


def by_markup(page: Statements) -> Fact | None:
    """What the markup says."""
    return _first([item for item in page.of("published") if item.row < 0 and item.rule != _ADDRESS])


def by_address(page: Statements) -> Fact | None:
    """The day in the page's address, where the page says none: /2021/0304/c1.html."""
    return _first([item for item in page.of("published") if item.rule == _ADDRESS])


def by_printed_label(page: Statements) -> Fact | None:
    """A date above the text with a printed label: the markup may give the day of the last change, or of the crawl."""
    dates = page.head(page.of("published"))
    return _first([item for item in dates if item.rule == _LABEL_RULE or item.label not in ("", "clue")])


def by_label_in_head(page: Statements) -> Fact | None:
    """A date that 发布时间 and its like introduce, above the text."""
    return _first([item for item in page.head(page.of("published")) if item.label])


def by_imprint(page: Statements) -> Fact | None:
    """A date without a label in the imprint: the one nearest to the headline."""
    items = [item for item in page.head(page.of("published")) if item.moment]
    title = page.doc.facts.get("title")
    if title is not None and title.line:
        items.sort(key=lambda item: abs(item.line - title.line))
    return _first(items)


def by_tail(page: Statements) -> Fact | None:
    """A date in a line under the text that is no part of it: posted @ 2021-09-03."""
    return _first(page.tail(page.of("published")))


def by_update(page: Statements) -> Fact | None:
    """The date of the last change, where 更新时间 stands above the text and no other date does."""
    return _first(
        [item for item in page.head(page.of("updated")) if item.label in ("更新时间", "更新日期", "更新", "更新于")]
    )


def by_seal(page: Statements) -> Fact | None:
    """The date that an agency stamps behind the last sentence: 1120403."""
    for line in page.body[-2:]:
        seal = find_seal(line.text)
        if seal is not None:
            return Fact(seal.value, "metadata:seal", line.mark.number)
    for edit in reversed(page.doc.edits):
        seal = find_seal(edit.old) if edit.rule == "credits:glued-editor" else None
        if seal is not None:
            return Fact(seal.value, edit.rule, edit.line)
    return None


def by_signature(page: Statements) -> Fact | None:
    """A date alone on one of the last lines, or at the end of a signature: 2023年10月16日."""
    for line in reversed(page.body[-_LAST_LINES:]):
        found = find_dates(line.text) if len(line.text) <= 40 else []
        if len(found) == 1 and _AROUND_DATE.fullmatch(fold(line.text[: found[0].start] + line.text[found[0].end :])):
            return Fact(found[0].value, "metadata:signature-date", line.mark.number)
    return None


def by_written(page: Statements) -> Fact | None:
    """The day a paper was signed, where the page prints no other: 成文日期."""
    return _first(page.of("written"))


PUBLISHED: tuple[Finder, ...] = (
    by_printed_label,
    by_markup,
    by_label_in_head,
    by_imprint,
    by_tail,
    by_seal,
    by_update,
    by_signature,
    by_written,
    by_address,
)


def find_published(page: Statements) -> Fact | None:
    """The date of publication: the first answer counts."""
    return next(filter(None, (finder(page) for finder in PUBLISHED)), None)


def find_updated(page: Statements) -> Fact | None:
    """The date of the last change."""
    return _first(page.of("updated"))


def _first(items: list[Statement]) -> Fact | None:
    return next((item.fact(item.moment) for item in items if item.moment), None)
