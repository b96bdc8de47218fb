"""What is written down of a parsed page: its visible lines, the boxes they stand in, the places of images and names.

These are the records that the walk over the tree makes and all others read; nothing is worked out here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


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
