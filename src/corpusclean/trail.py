"""The trail walked forward and backward: from a page and its edits to the text, and from the text back to the page.

Edits come in as they stand in `Article.edits`, each span in the text as the edits before it left it.  Out goes a text
rebuilt exactly, or a `TrailError` where an edit does not fit.  Nothing here knows what an edit is for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpusclean.document import Edit
from corpusclean.errors import TrailError


def forward(text: str, edits: Iterable[Edit]) -> str:
    """The text after all *edits*.

    >>> forward("你好,世界", [Edit("punctuation:comma", 1, 2, 3, ",", "，")])
    '你好，世界'
    """
    for batch in _batches(edits):
        text = _apply(text, batch)
    return text


def backward(text: str, edits: Iterable[Edit]) -> str:
    """The text before all *edits*.

    >>> backward("你好，世界", [Edit("punctuation:comma", 1, 2, 3, ",", "，")])
    '你好,世界'
    """
    for batch in reversed(list(_batches(edits))):
        text = _apply(text, _inverted(batch))
    return text


def _batches(edits: Iterable[Edit]) -> Iterator[list[Edit]]:
    """Runs of edits that stand one after another in the text, so that a run is applied by slicing once."""
    batch: list[Edit] = []
    for edit in edits:
        if batch and edit.start < batch[-1].start + len(batch[-1].new):
            yield batch
            batch = []
        batch.append(edit)
    if batch:
        yield batch


def _apply(text: str, batch: list[Edit]) -> str:
    pieces: list[str] = []
    position = shift = 0
    for edit in batch:
        start, end = edit.start - shift, edit.end - shift
        if text[start:end] != edit.old:
            raise TrailError(
                f"{edit.rule}, line {edit.line}: the text has {text[start:end][:40]!r} where the edit expects"
                f" {edit.old[:40]!r}; replay edits on the page they were made from, in their order"
            )
        pieces += (text[position:start], edit.new)
        shift += len(edit.new) - len(edit.old)
        position = end
    pieces.append(text[position:])
    return "".join(pieces)


def _inverted(batch: list[Edit]) -> list[Edit]:
    """The edits that undo *batch*, in ascending order: each span where it stands once those before it are undone."""
    inverse, shift = [], 0
    for edit in batch:
        start = edit.start - shift
        inverse.append(edit._replace(start=start, end=start + len(edit.new), old=edit.new, new=edit.old))
        shift += len(edit.new) - len(edit.old)
    return inverse
