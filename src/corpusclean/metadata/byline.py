"""Reads bylines inside the text: （记者 王小明 通讯员 李大山）, 文/张小河 图/陈大文, （编译/赵小满）.

A bracket or a short passage comes in, pairs of role and name go out, the role being author, editor or credit.  Names
without a role are read only right behind a dateline; a sentence about a reporter is no byline.
"""

from __future__ import annotations

import re

from corpusclean.fold import fold
from corpusclean.metadata.labels import PLACES
from corpusclean.metadata.names import has_surname, may_be_person, split_names

_AUTHOR = (
    "(?:本[报网刊台]|总台(?:央视)?|央视|[\u3400-\u9fff·]{2,8}(?:[报网社台]|客户端|新闻|周刊|杂志|发布|频道|在线))?(?:首席|特约|实习|见习|特派|全媒体|融媒体|驻[\u3400-\u9fff]{2,4})?"
    "(?:记者|通讯员|特派员|撰稿人|评论员|报道员)|实习生|编译|翻译|译者|作者|撰文|文字|采写|撰稿|(?<![\u3400-\u9fff])文(?=[/:])"
)
_EDITOR = "(?:[\u3400-\u9fff]{2,8}(?:[报网社台]|客户端|周刊|发布))?(?:责任编辑|责编|核稿编辑|编辑)"
_CREDIT = "核稿|校对|审核|摄影报道(?=$)|摄影|供图|图片|视频|(?<![\u3400-\u9fff])[摄图](?=[/:])|漫画|制图"
_ROLE = re.compile(rf"(?P<author>{_AUTHOR})|(?P<editor>{_EDITOR})|(?P<credit>{_CREDIT})")
# 柏小满/文 邸亮/图: the role stands behind the name
_BEHIND = re.compile(r"(?P<name>[^\s/()、,:]{2,12})\s?/\s?(?P<role>文|图|摄影|摄|文图|图文|编译)(?=[\s)、,/]|$)")
# behind these a name of any form is one: 记者：阿蕨
_SAYS_NAME = tuple(":：/／")
_OPENS = re.compile("[(（\\[【〔［]")  # all that fold makes a bracket that opens
_BRACKET = re.compile(r"[(\[](?P<inside>[^()\[\]]{2,60})[)\]]")
# 王小明台北报导, 王小明／台北报导: the place behind a reporter in a Taiwanese byline
_SENT = r"(?:\d{1,2}日|[一二三四五六七八九十]{1,3}日)?(?:即时|连线|综合|专题)?(?:电|报导|报道|讯)$"
_PLACE = re.compile(rf"/\s?[\u3400-\u9fff]{{2,8}}?{_SENT}")
_SENT_ONLY = re.compile(_SENT)
_GLUED_PLACE = re.compile(rf"(?:{'|'.join(PLACES)})?(?P<place>[\u3400-\u9fff]{{0,6}}?){_SENT}")


def people_in_brackets(text: str) -> tuple[tuple[str, str], ...]:
    """The people whom the first bracket with a role in *text* names.

    >>> people_in_brackets("晚报讯（记者 王小明/文 李大山/图）雨下得再大，也不耽误打球。")
    (('author', '王小明'), ('credit', '李大山'))
    >>> people_in_brackets("他说（记者会上没有说）会来。")
    ()
    """
    folded = fold(text) if _OPENS.search(text) else ""
    for match in _BRACKET.finditer(folded):
        inside = text[match.start("inside") : match.end("inside")]
        people = people_with_roles(inside)
        if people:
            return people
    return ()


def people_with_roles(text: str) -> tuple[tuple[str, str], ...]:
    """Pairs of role and name in a passage that holds nothing else.

    >>> people_with_roles("记者 王小明 通讯员 李大山 图/陈大文")
    (('author', '王小明'), ('author', '李大山'), ('credit', '陈大文'))
    """
    folded = fold(text)
    behind = [
        ("credit" if match["role"] in ("图", "摄", "摄影") else "author", text[match.start("name") : match.end("name")])
        for match in _BEHIND.finditer(folded)
    ]
    if behind:
        return tuple((role, name) for role, words in behind for name in split_names(words) if _is_person(name))
    roles = list(_ROLE.finditer(folded))
    people: list[tuple[str, str]] = []
    if not roles or roles[0].start() > 0:
        return ()
    stop = _end_of_names(folded, roles[-1].end())
    roles = [role for role in roles if role.end() <= stop]
    for match, after in zip(roles, [*roles[1:], None], strict=True):
        value = text[match.end() : after.start() if after else stop]
        names = split_names(value.strip(" \u3000:：/／,，、;；"))
        if not all(map(_is_person if value.strip()[:1] in _SAYS_NAME else _may_name, names)):
            return ()
        people += ((str(match.lastgroup), name) for name in names)
    return tuple(people)


def _end_of_names(folded: str, start: int) -> int:
    """Where the names end that a place is set or glued behind: 王小明／台北报导, 王朋台北报导."""
    place = _PLACE.search(folded, start)
    if place is not None:
        return place.start()
    words = folded[start:].lstrip()
    length = length_before_place(words.rstrip())
    return len(folded) - len(words) + length if length else len(folded)


def length_before_place(words: str) -> int:
    """How long the name is in front of a glued place, 0 where none is glued to one; a known place tells it best.

    >>> length_before_place("王朋台北报导"), length_before_place("王小明屏东即时报导"), length_before_place("王小明")
    (2, 3, 0)
    """
    whole = next((n for n in (2, 3, 4) if has_surname(words[:n]) and _SENT_ONLY.fullmatch(words, n)), 0)
    if whole:
        return whole
    for length in (2, 3, 4):
        if words.startswith(PLACES, length) and has_surname(words[:length]) and _GLUED_PLACE.fullmatch(words, length):
            return length
    fits = (n for n in (3, 2) if has_surname(words[:n]) and _GLUED_PLACE.fullmatch(words, n))
    return next(fits, 0)


def bare_names(text: str) -> tuple[str, ...]:
    """Names in a bracket without any role, each with a Chinese surname: （王小明 李大山）.

    >>> bare_names("（王小明 李大山）六月的高地很热。"), bare_names("（图文无关）六月的高地很热。")
    (('王小明', '李大山'), ())
    """
    match = re.match(r"\s*\(([^()]{2,20}?)(?<![讯电])(?:综合)?(?:报道|报导)?\)", fold(text))
    names = split_names(text[match.start(1) : match.end(1)]) if match else ()
    return names if names and all(map(has_surname, names)) else ()


def _may_name(name: str) -> bool:
    return _is_person(name) and may_be_person(name)


def _is_person(name: str) -> bool:
    bare = name.replace(" ", "")
    return 2 <= len(bare) <= 4 or "·" in fold(bare) or (bare.isascii() and len(bare) <= 24)
