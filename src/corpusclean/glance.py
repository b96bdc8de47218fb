"""An article at a glance: a few lines for a terminal, and the words that they and a notebook's card have in common.

An article comes in, str go out, none wider than a terminal where that is wanted.  Control characters of a page are
shown as pictures, so that it cannot steer the terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from corpusclean.article import Article

FIELDS = ("kicker", "subtitle", "authors", "editors", "credits", "source", "dateline", "published", "url")
LAYOUT = "layout"
# families whose lines leave the text for a field of the article
MOVING = ("captions", "metadata", "titles")
# columns of a terminal; a Chinese character takes two
COLUMNS = 78
_INDENT = 2
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
    told.append(f"{counted(characters, 'character')} in {counted(len(article.blocks), 'block')}" + ": " * bool(opening))
    told[-1] += opening[:COLUMNS]
    told += [f"{warning.code}: {warning.message}" for warning in article.warnings]
    told.append(changes(article))
    lines = [f"<Article {article.title or '(no title)'}", *(" " * _INDENT + line for line in told)]
    return "\n".join(fitted(line, COLUMNS - 1) for line in lines) + ">"


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


def changes(article: Article) -> str:
    """How many edits there are, of which families, and how much was removed."""
    counts = article.edit_counts()
    named = ", ".join(f"{family} {count}" for family, count in counts.items())
    removed = f"; {article.removed_ratio:.1%} removed" if article.removed_ratio else ""
    return f"{counted(sum(counts.values()), 'edit')}{': ' if named else ''}{named}{removed}"


def counted(number: int, noun: str) -> str:
    """A number and what it counts, in the plural where that is due."""
    return f"{number:,} {noun}" + "s" * (number != 1)
