"""The headline that only the text bears out: lines beside debris or above the text, told apart by what the text says.

A document and its head come in, a `Choice` or None comes out.  A line that the text does not echo needs debris beside
it to be taken, and the line of a text without any debris is taken only at its very top.
"""

from __future__ import annotations

import re

from corpusclean.debris.shape import ends_sentence
from corpusclean.document import BODY, Document
from corpusclean.fold import fold
from corpusclean.metadata.choice import PATH, SHORTEST_BELOW_DEBRIS, SHORTEST_SURE, TITLE, Choice, choose
from corpusclean.metadata.echo import echoes, echoes_loudly, text_under
from corpusclean.metadata.head import Head, is_bare
from corpusclean.metadata.head_line import CANDIDATE, DEBRIS, MENU, OTHER, HeadLine
from corpusclean.metadata.headline_split import split_joined
from corpusclean.metadata.headline_text import bare_headline
from corpusclean.metadata.imprint import read_imprint
from corpusclean.metadata.looks import could_be_headline

# the longest headline that stood alone above a text; a longer line is the first of a hard-wrapped text
_LONGEST_ALONE = 45

# a page with more lines above the text has a menu; below one, the headline is among the last
_LAST_LINES, _FEW_LINES = 3, 6
_STEP, _STEPS = re.compile(r"\S\s?[>›»＞→]\s?\S"), re.compile("[>›»＞→]")
# no imprint is without a digit or a label
_MAY_JOIN = re.compile(r"\d|[:：/／]")
# 主题：环保 水利 and 主题：环保、水利 are lists of words
_TOPIC, _LISTED, _LONGEST_LISTED = re.compile(r"(?:帖子)?主题\s?:\s?(?P<value>\S.{6,60})"), re.compile(r"[\s,;、]"), 6
# what the text says so often is a refrain of it
_REFRAIN = 2
# parts of a text: 一、总则, 0前言, 【篇一】难忘的一天, 第一，要早睡, 其一, ①
_PART = re.compile(
    r"[(]?(?:[一二三四五六七八九十]{1,3}[、.)]|\d{1,2}(?:[、.),]|\s*[\u3400-\u9fff]{2,4}$)|第\S{1,3}[章节条])|\[\d|"
    r"[(《\[]?(?:第?[一二三四五六七八九十\d]{1,3}篇|(?:篇|[范例]文)[一二三四五六七八九十\d]{1,3})[\])》:、\s]|"
    r"第[一二三四五六七八九十\d]{1,3}[,:步点]|其[一二三四五六七]|(?:首先|其次|再次|最后)[,:]|[①-⑳❶-❿•·▪◦*]"
)
# 我在高原修铁路，一修就是十年: what a writer says of himself
_OF_MYSELF = re.compile(r"(?:我|咱|俺)们?[^\u201c:]*,")


def beside_debris(doc: Document, head: Head) -> Choice | None:
    """The line right below debris, or above it at the top of the page, that the text echoes most, else the longest."""
    lines = head.filled()
    if not any(item.kind in (DEBRIS, MENU) for item in lines):
        return None
    found = [
        item
        for place, item in enumerate(lines)
        if item.kind == CANDIDATE
        and len(item.text) >= SHORTEST_BELOW_DEBRIS
        and not item.text.endswith(("…", ".."))
        and (_under_debris(lines, place, head.body is not None) or _opens_page(lines, place))
    ]
    if not found:
        return None
    text = text_under(doc, head.body - 1 if head.body else found[-1].line.row)
    return choose(max(found, key=lambda item: (echoes(item.text, text), len(item.text))))


def under_path(doc: Document, head: Head) -> Choice | None:
    """The line right under the path to the page: 首页 > 社会 / 老渠今年不一样."""
    lines = head.filled()
    for place in range(len(lines) - 1, 0, -1):
        item = lines[place]
        if _is_path(lines[place - 1]) and item.kind == CANDIDATE and len(item.text) >= SHORTEST_SURE:
            above_body = item.line.row + 1 == head.body
            return choose(item) if above_body or echoes(item.text, text_under(doc, item.line.row)) else None
    return None


def end_of_path(doc: Document, head: Head) -> Choice | None:
    """The end of the path where it is the headline and no line says it: 首页 > 社会 > 老渠今年不一样."""
    for item in head.filled():
        end = _STEPS.split(item.text)[-1].strip() if _is_path(item) else ""
        may_be = len(end) >= SHORTEST_BELOW_DEBRIS and could_be_headline(end)
        if may_be and echoes(end, text_under(doc, item.line.row)):
            return Choice(bare_headline(end), None, PATH, line=item.line.mark.number)
    return None


def after_topic(doc: Document, head: Head) -> Choice | None:
    """What a forum calls the topic of a thread, where the text says it again: 主题：老渠今年不一样."""
    if "主题" not in doc.text and "主題" not in doc.text:
        return None
    for item in head.filled():
        match = _TOPIC.fullmatch(fold(item.text))
        value = item.text[match.start("value") :] if match else ""
        listed = all(len(word) <= _LONGEST_LISTED for word in _LISTED.split(fold(value)))
        if not listed and could_be_headline(value) and echoes(value, text_under(doc, item.line.row)):
            return Choice(bare_headline(value), item.line.row, TITLE)
    return None


def _is_path(item: HeadLine) -> bool:
    return item.line.mark.rule.startswith("breadcrumbs:") or (item.kind == MENU and _STEP.search(item.text) is not None)


def _under_debris(lines: list[HeadLine], place: int, body: bool) -> bool:
    """Right below debris; where no body follows, a bit that is neither debris nor menu is no evidence."""
    return place > 0 and lines[place - 1].kind in ((DEBRIS, MENU, OTHER) if body else (DEBRIS, MENU))


def _opens_page(lines: list[HeadLine], place: int) -> bool:
    """The first line of the page with debris right under it: the headline, and then the buttons."""
    return place == 0 and len(lines) > 1 and lines[1].kind == DEBRIS


def opens_page(doc: Document, head: Head) -> Choice | None:
    """The line at the very top of a page without a menu, where the text echoes it."""
    lines = _undisturbed(head)
    few = 0 < len(lines) <= _FEW_LINES if head.body is not None else bool(lines)
    above = lines if head.body is not None else lines[:1]
    return choose(lines[0]) if few and _is_echoed(doc, lines[0], above) else None


def above_text(doc: Document, head: Head) -> Choice | None:
    """The first of a few lines above the text that it echoes; below a menu, the last."""
    lines = _undisturbed(head)
    nearest = lines[1:] if len(lines) <= _FEW_LINES else lines[: -1 - _LAST_LINES : -1]
    found = (item for item in nearest if head.body is not None and _is_echoed(doc, item, lines))
    return next(map(choose, found), None)


def _undisturbed(head: Head) -> list[HeadLine]:
    return [item for item in head.filled() if item.kind not in (DEBRIS, MENU)]


def _is_echoed(doc: Document, item: HeadLine, lines: list[HeadLine]) -> bool:
    """True for what may be a headline with nothing around it, where the text under *lines* says it again.

    On a page without any debris, which may have been cleaned before, the text must say much of it again.
    """
    text = text_under(doc, lines[-1].line.row)
    said = echoes_loudly if is_bare(doc) else echoes
    return _is_alone(item) and said(bare_headline(item.text), text) and text.count(fold(item.text)) < _REFRAIN


def _is_alone(item: HeadLine) -> bool:
    """True for what may be a headline with nothing around it: no sentence, no part of a text, nobody about himself."""
    line = item.text
    fits = SHORTEST_BELOW_DEBRIS <= len(line) <= _LONGEST_ALONE and item.kind == CANDIDATE
    folded = fold(line)
    part = _PART.match(folded) or _OF_MYSELF.match(folded)
    return fits and not part and not ends_sentence(line.rstrip("!！?？"))


def joined_loudly(doc: Document, head: Head) -> Choice | None:
    """The words in front of the imprint on its line, where the text says much of them again: no name is said so."""
    for item in _undisturbed(head):
        parts = split_joined(item.text) if _MAY_JOIN.search(item.text) else None
        plain = parts is not None and item.line.mark.label == BODY and not _states(parts[0])
        if parts is not None and plain and len(parts[0]) >= SHORTEST_BELOW_DEBRIS:
            return choose(item) if echoes_loudly(parts[0], text_under(doc, item.line.row)) else None
    return None


def _states(text: str) -> bool:
    """True for words that are part of an imprint themselves: 来源：澜安日报, in front of a date."""
    return any(item.label or item.field == "outlet" for item in read_imprint(text).items)


def joined(doc: Document, head: Head) -> Choice | None:
    """The words in front of the imprint on its line, where the text says them again; else they may be a name."""
    for item in _undisturbed(head):
        parts = split_joined(item.text)
        if parts is not None and echoes(parts[0], text_under(doc, item.line.row)):
            return choose(item)
    return None
