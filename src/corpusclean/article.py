"""What `clean` returns: the article, what the page says about it, and the trail back to the page.

An `Article` is a value: frozen, picklable, equal when its parts are, and the same after a trip through a dict or JSON.
It holds no page and no rules, and it computes nothing but what its own fields determine.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date, datetime
from typing import Any, NamedTuple

from corpusclean import trail
from corpusclean.document import BODY, Edit, Finding

LAYOUT = "layout"


class Cut(NamedTuple):
    """A part of a line that a rule takes for debris, where nothing is removed (``debris="label"``)."""

    rule: str
    text: str


class Block(NamedTuple):
    """A paragraph of the article, or another unit that stands on lines of its own.

    Parameters
    ----------
    kind : str
        paragraph, heading, quote, list-item, table-row, code or verse.
    text : str
        Clean text; only code and verse have line breaks inside.
    level : int
        Depth of a heading or list item, from 1; 0 elsewhere.
    first_line, last_line : int
        Lines of the page as read, from 1.
    label, rule : str
        ``body``, or with ``debris="label"`` what the line is and the rule that says so.
    cuts : tuple of Cut
        With ``debris="label"``: the parts of the block that are debris.

    Examples
    --------
    >>> Block("paragraph", "正文。").label
    'body'
    """

    kind: str
    text: str
    level: int = 0
    first_line: int = 0
    last_line: int = 0
    label: str = BODY
    rule: str = ""
    cuts: tuple[Cut, ...] = ()


class Caption(NamedTuple):
    """The words under an image, taken out of the running text.

    Parameters
    ----------
    text : str
        The caption.
    heading : str or None
        A headline of the image's own, such as ``（图文互动）（1）飘扬的红旗``.
    credit : str or None
        Who took it, as printed: ``新华社记者 王小明 摄``.
    line : int
        Line of the page as read, from 1.

    Examples
    --------
    >>> Caption("志愿者在社区值守。", credit="本报记者 王小明 摄").heading is None
    True
    """

    text: str
    heading: str | None = None
    credit: str | None = None
    line: int = 0


class Image(NamedTuple):
    """An image of an HTML page: its address, its caption, and how many blocks stand before it.

    >>> Image("https://example.com/1.jpg", caption="村口的桥", position=2).caption
    '村口的桥'
    """

    url: str
    caption: str | None = None
    position: int = 0


class Evidence(NamedTuple):
    """Where a field was read: the rule or finder, and the line of the page (0: not from a line)."""

    rule: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """An article as a careful editor would keep it, with everything the page states about it.

    ``text`` joins the blocks by newlines; the title is not in it, subheads are.  A fact the page does not state is
    None or empty.  Dates are naive unless the page prints an offset.  ``script`` and ``encoding`` are those of the page
    as it was read; ``removed_ratio`` is the share of its characters that left the article as debris or metadata.

    Examples
    --------
    >>> import corpusclean
    >>> article = corpusclean.clean("雨停之后，街上的人多了起来。\\n责任编辑：王小明")
    >>> article.text, article.editors
    ('雨停之后，街上的人多了起来。', ('王小明',))
    >>> article.restore()
    '雨停之后，街上的人多了起来。\\n责任编辑：王小明'
    >>> Article.from_dict(article.to_dict()) == article
    True
    """

    blocks: tuple[Block, ...] = ()
    title: str | None = None
    subtitle: str | None = None
    kicker: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    credits: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    source: str | None = None
    site: str | None = None
    dateline: str | None = None
    published: datetime | date | None = None
    updated: datetime | date | None = None
    url: str | None = None
    section: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    document: Mapping[str, str] = field(default_factory=dict)
    captions: tuple[Caption, ...] = ()
    images: tuple[Image, ...] = ()
    script: str = "none"
    encoding: str | None = None
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    warnings: tuple[Finding, ...] = ()
    edits: tuple[Edit, ...] = ()
    removed_ratio: float = 0.0
    version: str = ""
    rules_version: str = ""

    def __repr__(self) -> str:
        """A few lines that fit a terminal; `to_json` has everything."""
        from corpusclean.glance import plain

        return plain(self)

    def _repr_html_(self) -> str:
        """The card that a notebook shows."""
        from corpusclean.card import card

        return card(self)

    @property
    def text(self) -> str:
        """The clean text: the blocks, a newline between two."""
        return "\n".join(block.text for block in self.blocks)

    def restore(self) -> str:
        """The page as it was read, rebuilt from the text and the edits.

        Raises `TrailError` where the edits do not belong to the text.
        """
        return trail.backward(self.text, self.edits)

    def edits_of(self, family: str) -> tuple[Edit, ...]:
        """The edits of one family of rules, such as ``"credits"``, ``"punctuation"`` or ``"script"``."""
        return tuple(edit for edit in self.edits if edit.family == family)

    def edit_counts(self) -> dict[str, int]:
        """How many edits each family made, most first; edits of mere layout (blank lines, indents) are left out."""
        counts: dict[str, int] = {}
        for edit in self.edits:
            if edit.family != LAYOUT:
                counts[edit.family] = counts.get(edit.family, 0) + 1
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def to_dict(self) -> dict[str, Any]:
        """The article as plain values that JSON and Parquet can hold; dates become ISO 8601 strings."""
        out = {"text": self.text, **{item.name: getattr(self, item.name) for item in fields(self)}}
        for name in ("published", "updated"):
            out[name] = out[name].isoformat() if out[name] else None
        out["blocks"] = [{**block._asdict(), "cuts": [cut._asdict() for cut in block.cuts]} for block in self.blocks]
        for name in ("captions", "images", "edits"):
            out[name] = [item._asdict() for item in out[name]]
        out["warnings"] = [{**asdict(warning), "lines": list(warning.lines)} for warning in self.warnings]
        for name in ("authors", "editors", "section", "keywords", "references"):
            out[name] = list(out[name])
        out["credits"] = {role: list(names) for role, names in self.credits.items()}
        out["document"] = dict(self.document)
        out["evidence"] = {name: item._asdict() for name, item in self.evidence.items()}
        return out

    def to_json(self, *, indent: int | None = None) -> str:
        """The article as a JSON object, Chinese characters as they are."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Article:
        """The article that `to_dict` wrote; unknown keys are ignored, missing ones take their defaults."""
        known = {item.name for item in fields(cls)}
        out = {name: value for name, value in values.items() if name in known}
        for name, read in _READERS.items():
            if out.get(name) is not None:
                out[name] = read(out[name])
        return cls(**out)


def _block(values: Mapping[str, Any]) -> Block:
    return Block(**{**values, "cuts": tuple(Cut(**cut) for cut in values.get("cuts", ()))})


def _finding(values: Mapping[str, Any]) -> Finding:
    return Finding(**{**values, "lines": tuple(values.get("lines", ()))})


def _moment(value: str) -> datetime | date:
    return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)


_READERS: dict[str, Any] = {
    "blocks": lambda items: tuple(map(_block, items)),
    "captions": lambda items: tuple(Caption(**item) for item in items),
    "images": lambda items: tuple(Image(**item) for item in items),
    "warnings": lambda items: tuple(map(_finding, items)),
    "edits": lambda items: tuple(Edit(**item) for item in items),
    "evidence": lambda items: {name: Evidence(**item) for name, item in items.items()},
    "credits": lambda items: {role: tuple(names) for role, names in items.items()},
    "published": _moment,
    "updated": _moment,
    **dict.fromkeys(("authors", "editors", "section", "keywords", "references"), tuple),
}
