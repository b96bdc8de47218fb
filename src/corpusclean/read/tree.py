"""Walks the parsed page once and writes down its visible lines and the boxes they stand in.

A lexbor tree comes in; out goes an `Outline`: `Row`s in reading order, `Box`es with the rows they cover, and the places
of images and of elements whose names speak of the article.  Nothing is weighed here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from corpusclean.read.tags import (
    BLOCKS,
    CELLS,
    CHANGES,
    HEADINGS,
    IMAGES,
    INLINE_WORDS,
    KINDS,
    NAMELESS,
    UNSEEN,
    Name,
    is_hidden,
    name_of,
)

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

# an <li> of more rows is a column of the page and no item of a list
_ITEM_ROWS = 4
_LINE_ENDS = re.compile(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BLANKS = re.compile(r"[ \t\r\n\f\x0b\x1c-\x1e\x85\u2028\u2029]+")
# stands where inline elements meet without a blank: <span>2021-03-04</span><span>来源：…</span>
_SEAM = "\x1f"
# a seam is a gap in a line of links, and where the parts of an imprint meet; in a sentence it is a change of font
_GAP = re.compile(
    r"(?<=\d\d:\d\d)\x1f|(?<=\d\d\d\d-\d\d-\d\d)\x1f|(?<=日)\x1f(?=\D)"
    r"|\x1f(?=(?:来源|來源|作者|记者|記者|责任编辑|責任編輯|责编|編輯|编辑|发布|發布|时间|日期|阅读|浏览|点击|评论"
    r"|(?:19|20)\d\d[-/.年]))"
)
# a link to a file is an attachment of the article, and one to a place on the page a footnote
_NO_LINK = re.compile(r"#|.*\.(?:docx?|xlsx?|pptx?|pdf|wps|et|zip|rar)(?:$|[?#])", re.I)


class Row(NamedTuple):
    """A visible line: its text, the kind and level of its block, how many of its characters are link text, and
    whether the markup calls it a caption."""

    text: str
    kind: str
    level: int
    linked: int
    caption: bool = False


class Box(NamedTuple):
    """A block element: its tag, class and id, and the rows it covers, from *first* up to but not including *end*."""

    tag: str
    name: str
    first: int
    end: int


class Place(NamedTuple):
    """An element and the row that it stands in or, for an image, before."""

    node: LexborNode
    row: int


class Outline(NamedTuple):
    """What the walk wrote down; inner boxes stand before outer ones."""

    rows: list[Row]
    boxes: list[Box]
    images: list[Place]
    named: list[Place]


def outline_of(tree: LexborHTMLParser, hidden: frozenset[str] = frozenset(), *, all_shown: bool = False) -> Outline:
    """The visible rows of the page, the boxes around them, images and named elements.

    Parameters
    ----------
    tree : LexborHTMLParser
        The parsed page.
    hidden : frozenset of str
        Classes that the page's own style sheets hide.
    all_shown : bool
        Read hidden elements, too: where a script shows the article that the markup hides.
    """
    walk = _Walk(hidden, all_shown)
    walk.through(tree.root)
    return Outline(walk.rows, walk.boxes, walk.images, walk.named)


class _State(NamedTuple):
    """What holds for the text that the walk is in: kind and level of its line, whether it is a link, or a caption."""

    kind: str
    level: int
    linked: bool
    caption: bool


class _Walk:
    """One walk in reading order: inline text gathers until a block or a break ends the row."""

    def __init__(self, hidden: frozenset[str], all_shown: bool) -> None:
        self.rows: list[Row] = []
        self.boxes: list[Box] = []
        self.images: list[Place] = []
        self.named: list[Place] = []
        self._hidden, self._all_shown = hidden, all_shown
        # for each element the walk is in: node, tag, name, first row, and the state to return to if it changed that
        self._open: list[tuple[LexborNode, str, Name, int, _State | None]] = []
        self._state = _State("", 0, False, False)
        self._pieces: list[str] = []
        self._link_length = self._cells = 0
        # pages use the same few hundred classes over and over
        self._names: dict[tuple[str | None, str | None], Name] = {}

    def through(self, root: LexborNode | None) -> None:
        """Visit *root* and all below it, without recursion: old pages nest thousands of <font>."""
        node = root
        while node is not None:
            tag = node.tag or "_"
            child = None
            if tag == "-text":
                self._add(node.text_content or "")
            elif tag not in UNSEEN:
                child = self._enter(node, tag)
            if child is not None:
                node = child
                continue
            following = node.next if node is not root else None
            while following is None and self._open:
                following = self._leave().next
            node = following
        self._end_row()

    def _enter(self, node: LexborNode, tag: str) -> LexborNode | None:
        """Take in an element; its first child, if the walk goes down."""
        attributes = node.attributes
        name = NAMELESS
        if attributes:
            words = (attributes.get("class"), attributes.get("id"))
            name = self._names.get(words) or self._named(words)
            if not self._all_shown and self._is_hidden(attributes, name, tag):
                return None
            if name.speaks:
                self.named.append(Place(node, len(self.rows)))
        if tag not in BLOCKS:
            self._meet(node, tag)
        elif tag in CELLS:
            self._cells += 1
            self._pieces.append(" ")
        else:
            self._end_row()
        child = node.child
        if child is not None:
            changes = tag in CHANGES or name.caption
            self._open.append((node, tag, name, len(self.rows), self._state if changes else None))
            if changes:
                self._state = _inside(self._state, tag, name, attributes)
        return child

    def _named(self, words: tuple[str | None, str | None]) -> Name:
        name = self._names[words] = name_of(f"{words[0] or ''} {words[1] or ''}")
        return name

    def _is_hidden(self, attributes: Mapping[str, str | None], name: Name, tag: str) -> bool:
        if name.unseen or (("style" in attributes or "hidden" in attributes) and is_hidden(attributes)):
            return True
        return bool(self._hidden) and tag in INLINE_WORDS and not self._hidden.isdisjoint(name.classes)

    def _leave(self) -> LexborNode:
        node, tag, name, first, state = self._open.pop()
        if tag in BLOCKS:
            # the cells of a table of data share a row; a cell that holds rows of its own is there for layout
            if tag not in CELLS or len(self.rows) > first:
                self._end_row("table-row" if tag == "tr" and self._cells > 1 else "")
                if len(self.rows) > first:
                    self._close(tag, name.text, first)
        elif self._pieces and self._pieces[-1] is not _SEAM:
            self._pieces.append(_SEAM)
        if state is not None:
            self._state = state
        return node

    def _close(self, tag: str, name: str, first: int) -> None:
        self.boxes.append(Box(tag, name, first, len(self.rows)))
        if tag == "li" and len(self.rows) - first > _ITEM_ROWS:
            self.rows[first:] = [row._replace(kind="") if row.kind == "list-item" else row for row in self.rows[first:]]

    def _add(self, text: str) -> None:
        if self._pieces or not text.isspace() or self._state.kind == "code":
            self._pieces.append(text)
            if self._state.linked:
                self._link_length += len(text.strip())

    def _meet(self, node: LexborNode, tag: str) -> None:
        """Take in an inline element, or a break."""
        if tag == "br":
            if self._state.kind == "code":
                self._pieces.append("\n")
            else:
                self._end_row()
        elif tag in IMAGES:
            self.images.append(Place(node, len(self.rows)))
        elif self._pieces and self._pieces[-1] is not _SEAM:
            self._pieces.append(_SEAM)

    def _end_row(self, kind: str = "") -> None:
        self._cells = 0
        if not self._pieces:
            return
        text = "".join(self._pieces)
        self._pieces.clear()
        linked, self._link_length = self._link_length, 0
        own, level, _, caption = self._state
        if own == "code":
            lines = _LINE_ENDS.sub("\n", text.replace(_SEAM, "")).strip("\n").split("\n")
            if any(line.strip() for line in lines):
                self.rows += [Row(line, own, level, linked, caption) for line in lines]
        elif line := _in_one_line(text, linked):
            self.rows.append(Row(line, own or kind, level, linked, caption))


def _inside(state: _State, tag: str, name: Name, attributes: Mapping[str, str | None]) -> _State:
    """The state inside an element: the innermost that says something about the kind wins."""
    kind, level, linked, caption = state
    if tag == "a":
        address = attributes.get("href")
        linked = linked or (address is not None and not _NO_LINK.match(address))
    elif tag in HEADINGS:
        kind, level = "heading", HEADINGS[tag]
    elif tag in KINDS:
        kind = KINDS[tag]
    return _State(kind, level, linked, caption or tag == "figcaption" or name.caption)


def _in_one_line(text: str, linked: int) -> str:
    """The text of a row as a browser shows it: white space runs together, what stands side by side stays apart."""
    if _SEAM in text:
        text = text.replace(_SEAM, " ") if 2 * linked > len(text) else _GAP.sub(" ", text).replace(_SEAM, "")
    return _BLANKS.sub(" ", text).strip()
