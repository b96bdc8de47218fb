"""Walks the parsed page once and writes down its visible lines and the boxes they stand in.

A lexbor tree comes in; out goes an `Outline`: `Row`s in reading order, `Box`es with the rows they cover, and the places
of images and of elements whose names speak of the article.  Nothing is weighed here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from corpusclean.read.outline import Box, Outline, Place, Row
from corpusclean.read.spacing import CELL, FACT_SEAM, SEAM, in_one_line, is_prose, lines_of_code, parted_cells
from corpusclean.read.tags import (
    BLOCKS,
    CELLS,
    CHANGES,
    HEADINGS,
    IMAGES,
    INLINE_WORDS,
    KEPT,
    KINDS,
    NAMELESS,
    UNSEEN,
    Name,
    is_hidden,
    keeps_lines,
    name_of,
)

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

# the class and id of an element that has neither
_NO_WORDS = (None, None)
# an <li> of more rows is a column of the page and no item of a list
_ITEM_ROWS = 4
# a link to a file is an attachment of the article, and one to a place on the page a footnote
_FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|zip|rar)(?:$|[?#])", re.I)


def outline_of(
    tree: LexborHTMLParser,
    hidden: frozenset[str] = frozenset(),
    *,
    all_shown: bool = False,
    blocks_shown: bool = False,
) -> Outline:
    """The visible rows of the page, the boxes around them, images and named elements.

    Parameters
    ----------
    tree : LexborHTMLParser
        The parsed page.
    hidden : frozenset of str
        Classes that the page's own style sheets hide.
    all_shown : bool
        Read hidden elements, too: where a script shows the article that the markup hides.
    blocks_shown : bool
        Read hidden blocks, too: where a button shows the rest of an article.  Words against copying stay hidden.
    """
    walk = _Walk(hidden, all_shown, blocks_shown)
    walk.through(tree.root)
    return Outline(walk.rows, walk.boxes, walk.images, walk.named)


class _State(NamedTuple):
    """What holds for the text that the walk is in: kind and level of its line, whether it is a link, or a caption."""

    kind: str
    level: int
    linked: bool
    caption: bool


# a tuple of the fields as one of these, twice as fast as by name; a page has hundreds
_state: Callable[[tuple[str, int, bool, bool]], _State] = partial(tuple.__new__, _State)
_row: Callable[[tuple[str, str, int, int, bool]], Row] = partial(tuple.__new__, Row)
_box: Callable[[tuple[str, str, int, int]], Box] = partial(tuple.__new__, Box)


class _Walk:
    """One walk in reading order: inline text gathers until a block or a break ends the row."""

    def __init__(self, hidden: frozenset[str], all_shown: bool, blocks_shown: bool) -> None:
        self.rows: list[Row] = []
        self.boxes: list[Box] = []
        self.images: list[Place] = []
        self.named: list[Place] = []
        self._hidden, self._all_shown, self._blocks_shown = hidden, all_shown, blocks_shown
        # for each element the walk is in: node, tag, name, first row, and the state to return to if it changed that
        self._open: list[tuple[LexborNode, str, Name, int, _State | None]] = []
        self._state = _State("", 0, False, False)
        self._pieces: list[str] = []
        self._link_length = self._cells = 0
        # rows of the kind list-item, which lose it when their <li> turns out to be a column of the page
        self._items: list[int] = []
        # pages use the same few hundred classes over and over
        self._names: dict[tuple[str | None, str | None], Name] = {}

    def through(self, root: LexborNode | None) -> None:
        """Visit *root* and all below it, without recursion: old pages nest thousands of <font>."""
        node = root
        pieces, state = self._pieces, self._state
        while node is not None:
            tag = node.tag or "_"
            if tag == "-text":
                text = node.text_content or ""
                if pieces or not text.isspace() or state.kind == "code":
                    pieces.append(text)
                    if state.linked:
                        self._link_length += len(text.strip())
            elif tag not in UNSEEN:
                child = self._enter(node, tag)
                if child is not None:
                    node, state = child, self._state
                    continue
            following = node.next if node is not root else None
            while following is None and self._open:
                following = self._leave().next
            node, state = following, self._state
        self._end_row()

    def _enter(self, node: LexborNode, tag: str) -> LexborNode | None:
        """Take in an element; its first child, if the walk goes down."""
        attributes = node.attributes
        name = self._name(node, tag, attributes) if attributes else NAMELESS
        if name is None:
            return None
        pieces = self._pieces
        if tag in CELLS:
            self._cells += 1
            pieces.append(CELL)
        elif tag in IMAGES:
            self.images.append(Place(node, len(self.rows)))
        elif pieces:
            self._part(tag, name)
        child = node.child
        if child is not None:
            # most elements have a class at most
            kept = (name.kept or "style" in attributes) and keeps_lines(tag, name, attributes.get("style"))
            changes = kept or name.caption or tag in CHANGES
            self._open.append((node, tag, name, len(self.rows), self._state if changes else None))
            if changes:
                self._state = _inside(self._state, tag, name, attributes, kept=kept)
        return child

    def _name(self, node: LexborNode, tag: str, attributes: Mapping[str, str | None]) -> Name | None:
        """What class and id of an element say; None where it is hidden."""
        words = (attributes.get("class"), attributes.get("id"))
        name = NAMELESS if words == _NO_WORDS else self._names.get(words) or self._named(words)
        if (name.unseen or "style" in attributes or "hidden" in attributes) and self._is_hidden(attributes, name, tag):
            return None
        if self._hidden and tag in INLINE_WORDS and not self._hidden.isdisjoint(name.classes):
            return None
        if name.speaks or tag == "time":
            self.named.append(Place(node, len(self.rows)))
        return name

    def _named(self, words: tuple[str | None, str | None]) -> Name:
        name = self._names[words] = name_of(f"{words[0] or ''} {words[1] or ''}")
        return name

    def _is_hidden(self, attributes: Mapping[str, str | None], name: Name, tag: str) -> bool:
        if self._all_shown:
            return False
        return name.unseen or (is_hidden(attributes) and not (self._blocks_shown and tag in BLOCKS))

    def _leave(self) -> LexborNode:
        node, tag, name, first, state = self._open.pop()
        if tag in BLOCKS:
            # the cells of a table of data share a row; a cell that holds rows of its own is there for layout
            if self._pieces and (tag not in CELLS or len(self.rows) > first):
                self._end_row("table-row" if tag == "tr" and self._cells > 1 else "")
            end = len(self.rows)
            if end > first:
                self.boxes.append(_box((tag, name.text, first, end)))
                if tag == "li" and end - first > _ITEM_ROWS:
                    self._take_as_column(first)
        elif self._pieces:
            seam = FACT_SEAM if name.speaks else SEAM
            if self._pieces[-1] is not seam:
                self._pieces.append(seam)
        if state is not None:
            self._state = state
        return node

    def _take_as_column(self, first: int) -> None:
        while self._items and self._items[-1] >= first:
            row = self._items.pop()
            self.rows[row] = self.rows[row]._replace(kind="")

    def _part(self, tag: str, name: Name) -> None:
        """Part what was gathered from what the element holds: a block or a break ends the row."""
        if tag == "br" and self._state.kind in (KEPT, "code"):
            self._pieces.append("\n")
        elif tag in BLOCKS or tag == "br":
            self._end_row()
        else:
            seam = FACT_SEAM if name.speaks else SEAM
            if self._pieces[-1] is not seam:
                self._pieces.append(seam)

    def _end_row(self, kind: str = "") -> None:
        text = "".join(self._pieces)
        self._pieces.clear()
        linked, self._link_length, self._cells = self._link_length, 0, 0
        own, level, _, caption = self._state
        if own in (KEPT, "code"):
            kept = "" if own == KEPT or is_prose(text) else own
            lines = lines_of_code(text)
            if not kept:
                lines = [line.strip() for line in lines if line.strip()]
            # which of several lines a link is in is not known
            self.rows += [Row(line, kept, level, linked if len(lines) == 1 else 0, caption) for line in lines]
            return
        for part in parted_cells(text) if kind == "table-row" else (text,):
            if line := in_one_line(part, mostly_links=2 * linked > len(text)):
                if own == "list-item":
                    self._items.append(len(self.rows))
                self.rows.append(_row((line, own or kind, level, linked, caption)))


def _inside(state: _State, tag: str, name: Name, attributes: Mapping[str, str | None], *, kept: bool) -> _State:
    """The state inside an element: the innermost that says something about the kind wins."""
    kind, level, linked, caption = state
    if tag == "a":
        address = attributes.get("href")
        if linked or address is None or address[:1] == "#" or _FILE.search(address):
            return state._replace(caption=True) if name.caption else state
        linked = True
    elif tag in HEADINGS:
        kind, level = "heading", HEADINGS[tag]
    elif tag in KINDS:
        kind = KINDS[tag]
    if kept and kind != "code":
        kind = KEPT
    return _state((kind, level, linked, caption or tag == "figcaption" or name.caption))
