"""The card that a notebook shows of an article.

An article comes in, HTML goes out: title, facts, text, and behind a fold what was removed and changed.  All that is
from the page is escaped; nothing of it becomes markup.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from corpusclean.glance import LAYOUT, MOVING, changes, counted, facts

if TYPE_CHECKING:
    from corpusclean.article import Article
    from corpusclean.records import Edit

# a notebook keeps what it shows: of a novel, so much is enough to know it by
MOST_BLOCKS, MOST_EDITS = 60, 200
_CARD = "max-width:46em;padding:.6em .9em;border:1px solid #8886;border-radius:.4em;line-height:1.6"
_CELL = "text-align:left;vertical-align:top;padding:0 .8em 0 0"
# what is from the page breaks anywhere, an address on a phone; names, numbers and rules stand in one piece
_WHOLE, _ANYWHERE = f"{_CELL};white-space:nowrap", f"{_CELL};overflow-wrap:anywhere"
_BLANKS = {0x20: "␣", 0xA0: "⍽", 0x3000: "□", 0x0A: "⏎"}


def card(article: Article) -> str:
    """The article as HTML for a notebook: title, facts, text, and behind a fold what was removed and changed."""
    title = escape(article.title) if article.title else "<em>(no title)</em>"
    rows = "".join(_row(name, value) for name, value in facts(article))
    rows += "".join(_row("warning", f"{item.code}: {item.message}") for item in article.warnings)
    blocks = [_block(block.kind, block.text) for block in article.blocks[:MOST_BLOCKS]]
    rest = len(article.blocks) - len(blocks)
    if rest > 0:
        blocks.append(f"<p><em>… {counted(rest, 'more block')}</em></p>")
    return (
        f'<div class="corpusclean-article" style="{_CARD}"><strong style="font-size:1.15em">{title}</strong>'
        f'<table style="font-size:.85em;margin:.3em 0">{rows}</table>{"".join(blocks)}{_fold(article)}</div>'
    )


def _row(name: str, value: str) -> str:
    return f'<tr><th style="{_WHOLE};opacity:.65">{escape(name)}</th><td style="{_ANYWHERE}">{escape(value)}</td></tr>'


def _block(kind: str, text: str) -> str:
    if kind == "heading":
        return f"<p><strong>{escape(text)}</strong></p>"
    if kind in ("code", "verse"):
        return f'<pre style="white-space:pre-wrap">{escape(text)}</pre>'
    return f"<p>{escape(text)}</p>"


def _fold(article: Article) -> str:
    """The edits behind a fold, removed lines first: line, rule, what stood there, what stands there now."""
    alike = Counter((edit.rule, edit.old, edit.new, edit.guessed) for edit in article.edits if edit.family != LAYOUT)
    first = {(edit.rule, edit.old, edit.new, edit.guessed): edit for edit in reversed(article.edits)}
    told = sorted(
        ((first[change], count) for change, count in alike.items()),
        key=lambda item: (bool(item[0].new) or item[0].family == "repair", item[0].line),
    )
    rows = (
        (str(edit.line), escape(edit.rule) + f" ×{count}" * (count > 1), _old(edit, article), _new(edit))
        for edit, count in told[:MOST_EDITS]
    )
    table = "".join(_cells(row) for row in rows)
    rest = f"<p>… {counted(len(told) - MOST_EDITS, 'more kind')} of edits</p>" if len(told) > MOST_EDITS else ""
    summary = f"<summary>{escape(changes(article))}</summary>"
    return f'<details style="font-size:.85em">{summary}<table>{table}</table>{rest}</details>'


def _old(edit: Edit, article: Article) -> str:
    """What stood there; struck where it is gone, plain where a field of the article has it."""
    read = [name for name, item in article.evidence.items() if (item.rule, item.line) == (edit.rule, edit.line)]
    if edit.new or not (read or _is_moved(edit, article)):
        return f"<del>{_blanks(edit.old)}</del>"
    return f"{_blanks(edit.old)} <em>(kept as {escape(', '.join(read) or edit.family)})</em>"


def _is_moved(edit: Edit, article: Article) -> bool:
    return edit.family in MOVING and (edit.family != "captions" or bool(article.captions))


def _new(edit: Edit) -> str:
    return _blanks(edit.new) + " <em>(guessed)</em>" * edit.guessed


def _blanks(text: str) -> str:
    """*text* escaped; blanks alone as pictures, for nothing would be seen of them."""
    return escape(text.strip("\n") if text.strip() else text.translate(_BLANKS))


def _cells(cells: Iterable[str]) -> str:
    styles = (_WHOLE, _WHOLE, _ANYWHERE, _ANYWHERE)
    told = (f'<td style="{style}">{cell}</td>' for style, cell in zip(styles, cells, strict=True))
    return f"<tr>{''.join(told)}</tr>"
