"""Walks the parsed page once and writes down its visible lines and the boxes they stand in.

A lexbor tree comes in; out go `Row`s (text, kind, how much of it is links) in reading order and `Box`es, each block
element with the range of rows it covers.  Nothing is weighed here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

UNSEEN = frozenset(
    "script style noscript template svg math object embed iframe select option textarea button input canvas audio video"
    " head title rt rp applet map area datalist dialog".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form frameset"
    " h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_KINDS = {
    "li": "list-item",
    "dt": "list-item",
    "dd": "list-item",
    "blockquote": "quote",
    "pre": "code",
}
_CELLS = ("td", "th")
# an <li> of more rows is a column of the page and no item of a list
_ITEM_ROWS = 4
_HIDDEN = re.compile(r"display\s*:\s*none|font-size\s*:\s*0(?:px|pt|em|;|$)|text-indent\s*:\s*-\d{3}", re.I)
_BLANKS = re.compile(r"[ \t\r\n\f\x0b]+")
_LINE_ENDS = re.compile(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


class Row(NamedTuple):
    """A visible line: its text, the kind and level of its block, and how many of its characters are link text."""

    text: str
    kind: str
    level: int
    linked: int


class Box(NamedTuple):
    """A block element: its tag, class and id, and the rows it covers, from *first* up to but not including *end*."""

    tag: str
    name: str
    first: int
    end: int


class _Open(NamedTuple):
    """An element the walk is in, and what it must return to when it leaves."""

    node: LexborNode
    tag: str
    kind: str
    level: int
    linked: bool
    first: int


def rows_of(tree: LexborHTMLParser) -> tuple[list[Row], list[Box]]:
    """The visible rows of the page and the boxes around them, inner boxes before outer ones."""
    walk = _Walk()
    walk.through(tree.root)
    return walk.rows, walk.boxes


class _Walk:
    """One walk in reading order: inline text gathers until a block or a break ends the row."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.boxes: list[Box] = []
        self._open: list[_Open] = []
        self._kind, self._level, self._linked = "", 0, False
        self._pieces: list[str] = []
        self._link_length = self._cells = 0

    def through(self, root: LexborNode | None) -> None:
        """Visit *root* and all below it, without recursion: old pages nest thousands of <font>."""
        node = root
        while node is not None:
            child = self._visit(node)
            if child is not None:
                node = child
                continue
            following = node.next if node is not root else None
            while following is None and self._open:
                following = self._leave().next
            node = following
        self._end_row()

    def _visit(self, node: LexborNode) -> LexborNode | None:
        """Take in one node; its first child, if the walk goes down."""
        tag = node.tag or ""
        if tag == "-text":
            self._add(node.text_content or "")
        elif tag == "br":
            if self._kind == "code":
                self._add("\n")
            else:
                self._end_row()
        elif tag and tag not in UNSEEN and tag[0] not in "-_!" and not _hidden(node):
            return self._enter(node, tag)
        return None

    def _enter(self, node: LexborNode, tag: str) -> LexborNode | None:
        if tag in _CELLS:
            self._cells += 1
            self._add(" ")
        elif tag in BLOCKS:
            self._end_row()
        child = node.child
        if child is not None:
            self._open.append(_Open(node, tag, self._kind, self._level, self._linked, len(self.rows)))
            self._kind, self._level = _kind_inside(tag, self._kind, self._level)
            self._linked = self._linked or tag == "a"
        return child

    def _leave(self) -> LexborNode:
        node, tag, kind, level, linked, first = self._open.pop()
        # the cells of a table of data share a row; a cell that holds rows of its own is there for layout
        if tag in BLOCKS and not (tag in _CELLS and len(self.rows) == first):
            self._end_row("table-row" if tag == "tr" and self._cells > 1 else "")
            if len(self.rows) > first:
                self.boxes.append(Box(tag, _name(node), first, len(self.rows)))
            if tag == "li" and len(self.rows) - first > _ITEM_ROWS:
                self.rows[first:] = [
                    row._replace(kind="") if row.kind == "list-item" else row for row in self.rows[first:]
                ]
        self._kind, self._level, self._linked = kind, level, linked
        return node

    def _add(self, text: str) -> None:
        self._pieces.append(_LINE_ENDS.sub("\n", text) if self._kind == "code" else text)
        if self._linked:
            self._link_length += len(text.strip())

    def _end_row(self, kind: str = "") -> None:
        self._cells = 0
        if not self._pieces:
            return
        kind = self._kind or kind
        text = "".join(self._pieces)
        if self._kind == "code":
            lines = text.strip("\n").split("\n")
        else:
            lines = [_LINE_ENDS.sub(" ", _BLANKS.sub(" ", text)).strip()]
        if any(line.strip() for line in lines):
            self.rows += (Row(line, kind, self._level, self._link_length) for line in lines)
        self._pieces, self._link_length = [], 0


def _kind_inside(tag: str, kind: str, level: int) -> tuple[str, int]:
    """The kind and level of lines inside an element: the innermost that says something wins."""
    if tag in _HEADINGS:
        return "heading", _HEADINGS[tag]
    if tag in _KINDS:
        return _KINDS[tag], level
    return kind, level


def _name(node: LexborNode) -> str:
    attributes = node.attributes
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip().lower()


def _hidden(node: LexborNode) -> bool:
    """True where no reader sees the element; WeChat hides its article (#js_content) until a script has run."""
    attributes = node.attributes
    if not attributes:
        return False
    style = attributes.get("style")
    if style and _HIDDEN.search(style):
        return attributes.get("id") != "js_content"
    return "hidden" in attributes and attributes.get("id") != "js_content"
