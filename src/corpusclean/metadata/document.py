"""Reads the rest of what pages state: the index of an official paper, address, path, keywords, other media.

Statements come in, a fact each goes out.  Values are as printed; nothing is completed from elsewhere.
"""

from __future__ import annotations

import re

from corpusclean.document import Fact
from corpusclean.fold import fold
from corpusclean.metadata.statements import Statements

# the keys of Article.document, by the field of the statement
_INDEX = {"number": "发文字号", "issuer": "发文机关", "written": "成文日期", "index": "索引号"}
_PATH = re.compile(
    r"^(?:您?(?:的|现在的)?(?:当前)?位置|您所在的位置|你的位置)?\s?:?\s?(?P<path>[^>]{1,20}(?:>{1,2}[^>]{1,20}){1,7})$"
)
_ADDRESS = re.compile(r"https?://[^\s\u3000，。）)」』】]+")
_TAKEN_FROM = ("转自", "转载自", "摘自", "原载")
# （原载《…》2019年第3期） at the end of one of the last paragraphs
_PRINTED_IN = re.compile(
    r"\((?:本文)?(?:原载|原刊|首发|刊载|选自|摘自|转自|转载自)于?:?(?P<where>《[^《》]{2,30}》[^()。]{0,20}|"
    r"[^()。,:]{2,20})\)$"
)
_LAST_LINES, _REFERENCE_WITHIN = 4, 70
_LONGEST_PATH = 120
_NO_COLUMN = ("首页", "正文", "主页", "详情", "内容", "")


def find_document(page: Statements) -> Fact | None:
    """The index of an official paper: number, issuing office, date of signature."""
    items = [item for item in page.of(*_INDEX) if item.value.strip()]
    values = {_INDEX[item.field]: item.value.strip() for item in reversed(items)}
    return items[0].fact(values) if items else None


def find_url(page: Statements) -> Fact | None:
    """The address that the page gives as its own: 本文链接, or one in the imprint; that of the markup before."""
    for item in page.of("url"):
        found = _ADDRESS.search(item.value)
        if found:
            return item.fact(found.group())
    for item in page.head(page.of("address")):
        if re.match(r"https?://[^/]+/.", item.value):
            return item.fact(item.value)
    return None


def find_section(page: Statements) -> Fact | None:
    """The path to the page, less its ends: 首页 > 新闻 > 社会 > 正文."""
    for item in page.of("section"):
        if item.row < 0:
            return item.fact((item.value,))
    for line in page.doc.lines[: page.first_paragraph] if not page.bare else ():
        short = line.mark.label != "body" and len(line.text) < _LONGEST_PATH
        match = _PATH.match(fold(line.text.strip())) if short else None
        if match:
            steps = re.split("[>»›＞→]+", line.text.strip()[match.start("path") :])
            kept = tuple(step for step in map(str.strip, steps) if fold(step) not in _NO_COLUMN)
            return Fact(kept, "metadata:path", line.mark.number) if kept else None
    return None


def find_keywords(page: Statements) -> Fact | None:
    """Keywords and tags of the page itself."""
    for item in page.of("keyword"):
        words = tuple(filter(None, (word.strip(" #＃") for word in re.split(r"[\s、,，;；|｜]+", item.value))))
        title = page.doc.facts.get("title")
        if words and (title is None or title.value not in words):  # 主题：of a forum is its headline
            return item.fact(tuple(dict.fromkeys(words)))
    return None


def find_references(page: Statements) -> Fact | None:
    """Headlines under which other media had the text, and these media: 原标题, 转自, （原载《…》第3期）."""
    items = [item for item in page.of("original-title", "source") if item.value.strip()]
    items = [item for item in items if item.field == "original-title" or item.label in _TAKEN_FROM]
    if items:
        return items[0].fact(tuple(dict.fromkeys(item.value.strip() for item in items)))
    for line in page.body[-_LAST_LINES:]:
        match = _PRINTED_IN.search(fold(line.text[-_REFERENCE_WITHIN:]))
        if match is not None:
            text = line.text[-_REFERENCE_WITHIN:]
            return Fact(
                (text[match.start("where") : match.end("where")].strip(),), "metadata:printed-in", line.mark.number
            )
    return None


def find_site(page: Statements) -> Fact | None:
    """The name of the site, which only the markup states."""
    for item in page.of("site"):
        if item.value.strip():
            return item.fact(item.value.strip())
    return None
