"""An article at a glance: a few lines for a terminal, and a card for a notebook.

An article comes in, a str goes out.  All that is from the page is escaped or, in the terminal, shown without control
characters; nothing of a page becomes markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from corpusclean.article import Article

FIELDS = ("kicker", "subtitle", "authors", "editors", "credits", "source", "dateline", "published", "url")
LAYOUT = "layout"
# columns of a terminal; a Chinese character takes two
COLUMNS = 78
# a notebook keeps what it shows: of a novel, so much is enough to know it by
MOST_BLOCKS, MOST_EDITS = 60, 200
_INDENT = 2
_CARD = "max-width:46em;padding:.6em .9em;border:1px solid #8886;border-radius:.4em;line-height:1.6"
_CELL = "text-align:left;vertical-align:top;padding:0 .8em 0 0"
# what is from the page breaks anywhere, an address on a phone; names, numbers and rules stand in one piece
_WHOLE, _ANYWHERE = f"{_CELL};white-space:nowrap", f"{_CELL};overflow-wrap:anywhere"
# control characters as pictures, so that a page cannot steer the terminal
PICTURES = {**{code: 0x2400 + code for code in range(32)}, 0x7F: 0x2421, **dict.fromkeys(range(0x80, 0xA0), 0xFFFD)}


def plain(article: Article) -> str:
    """The article in a few lines, none wider than a terminal.

    >>> from corpusclean import clean
    >>> print(plain(clean("雨停之后，街上的人多了起来。\\n责任编辑：王小明")))
    <Article (no title)
      editors 王小明
      14 characters in 1 block: 雨停之后，街上的人多了起来。
      1 edit: credits 1; 36.4% removed>
    """
    told = [f"{name} {value}" for name, value in facts(article)]
    characters = sum(len(block.text) for block in article.blocks)
    opening = article.blocks[0].text if article.blocks else ""
    told.append(f"{_count(characters, 'character')} in {_count(len(article.blocks), 'block')}" + ": " * bool(opening))
    told[-1] += opening[:COLUMNS]
    told += [f"{warning.code}: {warning.message}" for warning in article.warnings]
    told.append(_changes(article))
    lines = [f"<Article {article.title or '(no title)'}", *(" " * _INDENT + line for line in told)]
    return "\n".join(fitted(line, COLUMNS - 1) for line in lines) + ">"


def card(article: Article) -> str:
    """The article as HTML for a notebook: title, facts, text, and behind a fold what was removed and changed."""
    title = escape(article.title) if article.title else "<em>(no title)</em>"
    rows = "".join(_row(name, value) for name, value in facts(article))
    rows += "".join(_row("warning", f"{item.code}: {item.message}") for item in article.warnings)
    blocks = [_block(block.kind, block.text) for block in article.blocks[:MOST_BLOCKS]]
    rest = len(article.blocks) - len(blocks)
    if rest > 0:
        blocks.append(f"<p><em>… {_count(rest, 'more block')}</em></p>")
    return (
        f'<div class="corpusclean-article" style="{_CARD}"><strong style="font-size:1.15em">{title}</strong>'
        f'<table style="font-size:.85em;margin:.3em 0">{rows}</table>{"".join(blocks)}{_fold(article)}</div>'
    )


def facts(article: Article, fields: Iterable[str] = FIELDS) -> Iterator[tuple[str, str]]:
    """Names and values of the facts that the page states, as short strings, in the order of *fields*."""
    for name in fields:
        value = getattr(article, name)
        if value:
            yield name, shown(value)
    if article.captions:
        yield "captions", str(len(article.captions))


def shown(value: Any) -> str:
    """A value of a field as a person writes it: lists with commas, roles before names."""
    if isinstance(value, Mapping):
        return "; ".join(f"{key} {shown(item)}" for key, item in value.items())
    if isinstance(value, (tuple, list)):
        return ", ".join(map(str, value))
    return str(value)


def fitted(line: str, columns: int) -> str:
    """*line* on one line, cut where it is wider than *columns*.

    >>> fitted("雨停之后，街上", 9)
    '雨停之后…'
    """
    line = " ".join(line.splitlines()).translate(PICTURES)
    width = 0
    for place, char in enumerate(line):
        width += 2 if east_asian_width(char) in "WF" else 1
        if width > columns:
            return _narrower(line[:place], columns - 1) + "…"
    return line


def _narrower(text: str, columns: int) -> str:
    while sum(2 if east_asian_width(char) in "WF" else 1 for char in text) > columns:
        text = text[:-1]
    return text


def _changes(article: Article) -> str:
    counts = article.edit_counts()
    named = ", ".join(f"{family} {count}" for family, count in counts.items())
    removed = f"; {article.removed_ratio:.1%} removed" if article.removed_ratio else ""
    return f"{_count(sum(counts.values()), 'edit')}{': ' if named else ''}{named}{removed}"


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
    told = [edit for edit in article.edits if edit.family != LAYOUT]
    told.sort(key=lambda edit: bool(edit.new) or edit.family == "repair")
    rows = (
        (str(edit.line), escape(edit.rule), _struck(edit.old), escape(edit.new) + " (guessed)" * edit.guessed)
        for edit in told[:MOST_EDITS]
    )
    table = "".join(_cells(row) for row in rows)
    rest = f"<p>… {_count(len(told) - MOST_EDITS, 'more edit')}</p>" if len(told) > MOST_EDITS else ""
    summary = f"<summary>{escape(_changes(article))}</summary>"
    return f'<details style="font-size:.85em">{summary}<table>{table}</table>{rest}</details>'


def _struck(old: str) -> str:
    text = escape(old.strip("\n"))
    return f"<del>{text}</del>" if text.strip() else text


def _cells(cells: Iterable[str]) -> str:
    styles = (_WHOLE, _WHOLE, _ANYWHERE, _ANYWHERE)
    told = (f'<td style="{style}">{cell}</td>' for style, cell in zip(styles, cells, strict=True))
    return f"<tr>{''.join(told)}</tr>"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + "s" * (number != 1)
