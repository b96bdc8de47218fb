"""Reads elements beside the headline that say what they hold, by class, id or tag: source, author, editor, date.

The elements that the walk noted come in, `Clue`s go out.  What stands far from the headline is of another story and is
not read; whether a claim is believed is decided where the text's own statements are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from corpusclean.document import Clue
from corpusclean.fold import fold
from corpusclean.read.outline import Place

# how far from the headline an imprint stands, in lines
_ABOVE, _BELOW = 4, 8
_LONGEST = 40
_FIELDS = (
    ("editor", re.compile(r"editor|bianji", re.I)),
    ("author", re.compile(r"author|writer|reporter|zuozhe|byline", re.I)),
    ("source", re.compile(r"source|origin|laiyuan|copyfrom|media(?![-_]?(?:body|object|left|heading|list))", re.I)),
    ("published", re.compile(r"(?:^|[\s_-])(?:pub\w*|post\w*|article\w*|news\w*|info\w*)?[-_]?(?:time|date)\b", re.I)),
)
_LABEL = re.compile(
    r"^(?:(?:文章|信息|稿件|新闻)?(?:来源|出处)|作者|记者|文|责任编辑|责编|编辑|发[布表]时间|时间|日期|发布于)\s*[:/]\s*"
)
# a class may name the author's place where the label in it names an editor: <p class="show_author">责任编辑：…</p>
_EDITOR_LABEL = re.compile(r"[\s(\[【]*(?:责任|值班|本文|文字|网络|实习)?编辑\s*[:/]|[\s(\[【]*责编\s*[:/]")
# a day in pieces, each in an element of its own: 2021 06/02 08:30
_PIECES = re.compile(r"((?:19|20)\d\d)\s(\d{1,2})\s?[/.-]\s?(\d{1,2})(?=\s|$)")
_UPDATED = re.compile(r"updat|modif|edited", re.I)
_HAN = re.compile("[\u3400-\u9fff]{2}")
_DIGITS = re.compile(r"\d")
_SENTENCE = re.compile("[，。！？,!?:：©|]")
_NOTHING = re.compile(r"原创|转载|综合|网络|互联网|未知|佚名|本站|admin|来源|作者|编辑|关注")


def byline_clues(named: Sequence[Place], headline: int | None, inside: Sequence[bool]) -> Iterator[Clue]:
    """What the elements near the headline say; none where no headline is known."""
    if headline is None:
        return
    top = inside.index(True) + 1 if True in inside else headline
    seen: set[str] = set()
    for node, row in named:
        if headline - _ABOVE <= row <= headline + _BELOW:
            attributes = node.attributes
            # a <time> under the article's first line and outside is that of another story
            own = row < top or any(inside[row : row + 1])
            stated = attributes.get("datetime") if own and node.tag == "time" else None
            field = _field(attributes, stated)
            if field is None or field in seen:
                continue
            text = stated or node.text(separator=" ", strip=True) or ""
            if field == "author" and _EDITOR_LABEL.match(fold(text[:_LONGEST])):
                field = "editor"
            value = stated or _value(field, text)
            if _is_sound(field, value):
                seen.add(field)
                yield Clue(field, value, "markup:time" if stated else "markup:class", 0)


def _field(attributes: Mapping[str, str | None], stated: str | None) -> str | None:
    """The field that an element is for; *stated* is the moment that a <time> states beside what a reader sees."""
    name = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if stated:
        return "updated" if _UPDATED.search(name) else "published"
    return next((field for field, pattern in _FIELDS if pattern.search(name)), None)


def weighed(claims: list[Clue], bylines: list[Clue]) -> list[Clue]:
    """The claims of the whole page with those of the byline, which a reader sees, in place of others on its author."""
    authors = {clue.value for clue in bylines if clue.field == "author"}
    kept = [clue for clue in claims if clue.field != "author" or not authors or clue.value in authors]
    return [*kept, *bylines]


def _value(field: str, text: str) -> str:
    """What the element says without its label; of an author's element the name, behind which a post may stand."""
    words = " ".join(text.split()) if len(text) <= 4 * _LONGEST else ""
    if field == "published":
        words = _PIECES.sub(r"\1-\2-\3", words)
    label = _LABEL.match(fold(words))
    words = words[label.end() :].strip() if label else words
    return words.partition(" ")[0] if field in ("author", "editor") and words[:1] >= "\u3400" else words


def _is_sound(field: str, value: str) -> bool:
    if field in ("published", "updated"):
        return len(_DIGITS.findall(value)) >= 6 and len(value) <= _LONGEST
    sound = 2 <= len(value) <= _LONGEST // 2 and not _DIGITS.search(value) and not _NOTHING.fullmatch(fold(value))
    return sound and not _SENTENCE.search(value) and _HAN.search(value) is not None
