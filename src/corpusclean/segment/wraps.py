"""Joins lines that were broken at a fixed width in mid-sentence.

A document comes in; where a page is wrapped, the newline between two lines of one paragraph is deleted, or becomes a
blank between two Latin words.  A page counts as wrapped when several lines of one width stop in mid-sentence, one
under the other; lists of headlines, verse, code and paragraphs of their own length are left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpusclean.debris.shape import ends_sentence
from corpusclean.document import Change, Document, Line
from corpusclean.segment.code import code_rows

# Widths are in columns, a Han character has two.  The narrowest column seen, one half of a printed page, had 18 Han.
_NARROWEST = 30
_WIDEST = 160
# A line may not begin with a comma, so wrapped lines differ by a few characters.
_SLACK = 6
# Fewer broken lines than this may be chance.
_FEWEST = 3
_INNER_MARK = re.compile("[，。、；！？,;]")
# Most wrapped lines have a mark inside; headlines cut at one length have few.
_MARKED_SHARE = 0.6
_OPENS_PARAGRAPH = re.compile(
    r"\s*(?:[<@【\[]|[0-9]{4}[-/年]|[0-9]{1,2}:|[•●○◆■□▪※·▲►*+>#|]|[(（]?[0-9０-９]{1,3}[)）、.．]|[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|[①-⑳]"
    r"|第[0-9一二三四五六七八九十百]+[章节節条條]|-{1,2}[ \u3000]|——)"
)
_SPEAKER = re.compile(r"\s*[^，。：:\s]{1,6}[：:]")
_ENDS_OPEN = re.compile(r"[:：>】]\Z")
_WORD = re.compile(r"[A-Za-z0-9]")
_INDENT = re.compile(r"\s*")


def join_wrapped(doc: Document) -> Document:
    """Join the lines of paragraphs that were wrapped at a fixed width."""
    changes = list(_joins(doc))
    return doc.edit(changes) if changes else doc


def _joins(doc: Document) -> Iterator[Change]:
    texts = doc.text.split("\n")
    broken = [row for row in range(len(texts) - 1) if _may_be_broken(texts[row], texts[row + 1])]
    if len(broken) < _FEWEST:
        return
    width = _page_width(texts, broken)
    if not width:
        return
    lines = doc.lines
    full = {row for row in range(len(texts) - 1) if width - _SLACK <= columns(texts[row]) <= width}
    full -= set(code_rows([line for line in lines if line.text.strip()]))
    for run in _runs(texts, full):
        if _is_paragraph(texts, run):
            yield from (_join(lines, row) for row in run)


def columns(text: str) -> int:
    """How wide a line stands on the page: two columns for a Han character, one for a Latin one.

    >>> columns("中文ab")
    6
    """
    return len(text.rstrip().encode("gbk", "replace"))


def _may_be_broken(text: str, below: str) -> bool:
    """True for a line of some length that stops in mid-sentence with another right under it."""
    if not _NARROWEST // 2 <= len(text) <= _WIDEST or not below or below.isspace() or text.isspace():
        return False
    return not ends_sentence(text) and not _ENDS_OPEN.search(text.rstrip())


def _page_width(texts: Sequence[str], broken: Sequence[int]) -> int:
    """The width at which the page is wrapped, or 0."""
    widths = Counter(columns(texts[row]) for row in broken)
    best = max(widths, key=lambda width: (sum(widths[width - step] for step in range(_SLACK + 1)), width))
    inside = [row for row in broken if best - _SLACK <= columns(texts[row]) <= best]
    comma = sum(_INNER_MARK.search(texts[row]) is not None for row in broken)
    distinct = {texts[row].strip() for row in inside}  # a line that comes again is a refrain or a button
    if len(distinct) < _FEWEST or 2 * len(inside) < comma or not _NARROWEST <= best <= _WIDEST:
        return 0
    marked = sum(_INNER_MARK.search(texts[row]) is not None for row in inside)
    # Where paragraphs run on past that width, the page is not wrapped there.
    longer = sum(columns(text) > best + 2 and _INNER_MARK.search(text) is not None for text in texts)
    return best if marked >= _MARKED_SHARE * len(inside) and longer <= len(inside) // 2 else 0


def _runs(texts: Sequence[str], full: set[int]) -> Iterator[list[int]]:
    """Full lines one under the other, up to where the next paragraph opens; each joins the line below it."""
    marked = _paragraphs_are_marked(texts, full)
    run: list[int] = []
    for row in sorted(full):
        if run and row != run[-1] + 1:
            yield run
            run = []
        if _goes_on(texts[row], texts[row + 1], marked):
            run.append(row)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _paragraphs_are_marked(texts: Sequence[str], full: set[int]) -> bool:
    """True where a blank line or an indent shows each paragraph, so that a full stop at the margin is no end."""
    stopped = [row for row in full if ends_sentence(texts[row])]
    indents = Counter(_indent(texts[row]) for row in range(len(texts)) if texts[row].strip())
    first = sum(1 for row in full if _indent(texts[row]) > _indent(texts[row + 1]) and texts[row + 1].strip())
    blank = sum(1 for row in full if row and not texts[row - 1].strip())
    return len(stopped) <= len(full) // 2 and ((first >= 2 and len(indents) > 1) or blank >= 2)


def _indent(text: str) -> int:
    match = _INDENT.match(text)
    return match.end() if match else 0


def _goes_on(text: str, below: str, marked: bool) -> bool:
    if not below.strip() or _indent(below) > _indent(text) or _OPENS_PARAGRAPH.match(below):
        return False
    if not marked and (_SPEAKER.match(below) or _ENDS_OPEN.search(text.rstrip())):
        return False
    return marked or not ends_sentence(text)


def _is_paragraph(texts: Sequence[str], run: Sequence[int]) -> bool:
    """True where the joined lines read like sentences: marks inside, and an end."""
    marked = sum(_INNER_MARK.search(texts[row]) is not None for row in run)
    last = texts[run[-1] + 1].rstrip()
    return 2 * marked >= len(run) and (ends_sentence(last) or last[-1:] in ":：")


def _join(lines: Sequence[Line], row: int) -> Change:
    """The newline after a row, with the blanks around it."""
    upper, lower = lines[row], lines[row + 1]
    start = upper.start + len(upper.text.rstrip())
    end = lower.start + _indent(lower.text)
    latin = _WORD.match(upper.text.rstrip()[-1:]) and _WORD.match(lower.text.lstrip()[:1])
    return Change(start, end, " " if latin else "", "layout:hard-wrap")
