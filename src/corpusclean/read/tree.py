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
    "tr": "table-row",
}
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


class _Writer:
    """Collects inline text until a block or a break ends the line."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._pieces: list[str] = []
        self._linked = 0

    def add(self, text: str, linked: bool) -> None:
        self._pieces.append(text)
        if linked:
            self._linked += len(text.strip())

    def end_line(self, kind: str, level: int, keep_blanks: bool = False) -> None:
        if not self._pieces:
            return
        text = "".join(self._pieces)
        text = text.strip("\n") if keep_blanks else _BLANKS.sub(" ", text).strip()
        if text.strip():
            lines = text.split("\n") if keep_blanks else [_LINE_ENDS.sub(" ", text)]
            self.rows += (Row(line, kind, level, self._linked) for line in lines)
        self._pieces, self._linked = [], 0


def rows_of(tree: LexborHTMLParser) -> tuple[list[Row], list[Box]]:
    """The visible rows of the page and the boxes around them, inner boxes before outer ones."""
    out, boxes = _Writer(), []
    # open elements: (node, tag, kind and level it gives its lines, row it began at, is it a link)
    stack: list[tuple[LexborNode, str, str, int, int, bool]] = []
    node, kind, level, linked = tree.root, "", 0, False
    while node is not None:
        tag = node.tag
        child = None
        if tag == "-text":
            out.add(_text_of(node, kind), linked)
        elif tag == "br":
            if kind == "code":
                out.add("\n", False)
            else:
                out.end_line(kind, level)
        elif tag not in UNSEEN and tag is not None and not tag.startswith(("-", "_", "!")) and not _hidden(node):
            child = node.child
            if tag in BLOCKS:
                if tag not in ("td", "th"):
                    out.end_line(kind, level, kind == "code")
                else:
                    out.add(" ", False)
            if child is not None:
                stack.append((node, tag, kind, level, len(out.rows), linked))
                kind, level = _kind_inside(tag, kind, level)
                linked = linked or tag == "a"
                node = child
                continue
        following = node.next
        while following is None and stack:
            node, tag, outer, outer_level, first, linked = stack.pop()
            if tag in BLOCKS and not (tag in ("td", "th") and kind == "table-row"):
                out.end_line(kind, level, kind == "code")
                if len(out.rows) > first:
                    boxes.append(Box(tag, _name(node), first, len(out.rows)))
            kind, level = outer, outer_level
            following = node.next
        node = following
    out.end_line(kind, level)
    return out.rows, boxes


def _text_of(node: LexborNode, kind: str) -> str:
    text = node.text_content or ""
    return _LINE_ENDS.sub("\n", text) if kind == "code" else text


def _kind_inside(tag: str, kind: str, level: int) -> tuple[str, int]:
    """The kind and level of lines inside an element: the innermost that says something wins."""
    if tag in _HEADINGS:
        return "heading", _HEADINGS[tag]
    if tag in _KINDS and not (tag == "tr" and kind):
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
