"""Decides where the page has its text from: what a label names, else an outlet in the imprint, else the dateline's.

Statements and body lines come in, a fact goes out.  An author is no source, and 来源：未知 or 网络 names none.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from corpusclean.document import Fact
from corpusclean.fold import fold
from corpusclean.metadata.dateline import Dateline
from corpusclean.metadata.names import is_nobody
from corpusclean.metadata.outlets import is_outlet
from corpusclean.metadata.people import byline_of_line, find_authors
from corpusclean.metadata.statements import Statements

_FIRST_PARAGRAPHS = 3
# 本报 and a bare 晚报 name no paper
_UNNAMED = re.compile("本[报网刊台站社]|[早晚日时]报|记者|快讯|新闻|.*专?讯")
_LABEL = re.compile(r"^(?:文章)?[来來]源\s?[:：]\s?")
# a site says what it is beside its name: ABC - 柏川廣播電台, 柏川傳媒　一個敢言的媒體
_SLOGAN = re.compile(r"\s+[-|–—_]\s+|[|_\u3000]")
_MARKS = " “”\"'「」『』《》[]()（）【】"

# menus have words that end like offices, but no papers
_SHORTEST_ALONE, _PAPER = 4, re.compile("(?:报|社|网|周刊)$")

Finder = Callable[[Statements], "Fact | None"]


def by_label(page: Statements) -> Fact | None:
    """What 来源 and its like introduce, in the head first."""
    items = [item for item in page.of("source") if item.value.strip(_MARKS) and item.row >= 0]
    for item in (*page.head(items), *items):
        return item.fact(_bare(item.value))
    return None


def _bare(value: str) -> str:
    """The name without marks around it: “澜安日报”, and 柏川网－《柏川日报》 with its own."""
    bare = value.strip(_MARKS)
    return bare + "》" if "《" in bare and "》" not in bare else bare


def by_imprint(page: Statements) -> Fact | None:
    """An outlet in the imprint under the headline, without a label."""
    for item in page.by_headline(page.of("outlet")):
        return item.fact()
    return None


def by_unknown_name(page: Statements) -> Fact | None:
    """A name of no known form beside the date, where the page names its author elsewhere: 慢镜头 2023-09-14."""
    unknown = page.head(page.of("unknown"))
    authors = find_authors(page) if unknown else None
    for item in unknown:
        known = authors is not None and item.value not in authors.value
        if known and len(item.value) > 1 and not is_nobody(item.value) and not re.search(r"\d", item.value):
            return item.fact()
    return None


def by_markup(page: Statements) -> Fact | None:
    """What the markup names as source."""
    for item in page.of("source"):
        if item.row < 0 and item.value.strip(_MARKS):
            return item.fact(_LABEL.sub("", item.value.strip(_MARKS)))
    return None


def by_dateline(page: Statements) -> Fact | None:
    """The outlet of the dateline, where it is the page's own: it reports in its name, or is named again."""
    for line, dateline in page.datelines[:_FIRST_PARAGRAPHS]:
        if dateline is not None and dateline.outlet and not _UNNAMED.fullmatch(fold(dateline.outlet)):
            if _own_report(dateline) or page.doc.text.count(dateline.outlet) > 1 + dateline.text.count(dateline.outlet):
                return Fact(dateline.outlet, "metadata:dateline", line.mark.number)
            return None
    return None


def _own_report(dateline: Dateline) -> bool:
    """长城网讯（通讯员 …）is the site's own report; a wire with place and day is anybody's."""
    alone = dateline.text[0] in "【[" and fold(dateline.text)[1:-1] == fold(dateline.outlet)  # 【潮讯新闻台】
    return alone or (not dateline.wire and fold(dateline.text)[-1] in "讯道" and bool(dateline.people))


def by_byline(page: Statements) -> Fact | None:
    """The paper of the reporters on a line of their own: 新川日报·交汇点, and of 渡口新闻·柏川商报 the second."""
    found = byline_of_line(page)
    if found is None or _UNNAMED.fullmatch(fold(found[0])):
        return None
    parts = found[0].split("·")
    last = max((place for place, part in enumerate(parts) if is_outlet(part)), default=-1)
    return found[1]._replace(value="·".join(parts[last:])) if last >= 0 else None


def by_desk(page: Statements) -> Fact | None:
    """The paper in front of its reporters in the imprint: 柏川晚报记者 王小明 2020-02-03."""
    desks = (item for item in page.by_headline(page.of("desk")) if not _UNNAMED.fullmatch(fold(item.value)))
    return next((item.fact() for item in desks), None)


def by_line_under_text(page: Statements) -> Fact | None:
    """A paper or an agency alone on the line right under the text."""
    lines = (line for line in page.doc.lines[page.last_prose + 1 :] if line.text.strip())
    line = next(lines, None)
    name = line.text.strip(_MARKS) if line is not None else ""
    if line is not None and len(name) >= _SHORTEST_ALONE and _PAPER.search(fold(name)) and is_outlet(name):
        return Fact(name, "metadata:line-under-text", line.mark.number)
    return None


def by_issuer(page: Statements) -> Fact | None:
    """The office that issued a paper, where the page names no other source."""
    return next((item.fact() for item in page.of("issuer") if is_outlet(item.value)), None)


def by_site(page: Statements) -> Fact | None:
    """The outlet that the markup calls the page's own site or publisher, where the page names no other source."""
    for item in page.of("site"):
        parts = _SLOGAN.split(item.value) if item.row < 0 else []
        outlet = next((part for part in (item.value, *parts) if is_outlet(part) and not _SLOGAN.search(part)), None)
        if outlet is not None:
            return item.fact(outlet)
    return None


SOURCES: tuple[Finder, ...] = (
    by_label,
    by_imprint,
    by_markup,
    by_unknown_name,
    by_dateline,
    by_byline,
    by_desk,
    by_line_under_text,
    by_issuer,
    by_site,
)


def find_source(page: Statements) -> Fact | None:
    """The source: the first answer counts."""
    return next(filter(None, (finder(page) for finder in SOURCES)), None)
