"""Says what kind of block each body line will be: heading, list item, quote, table row, code or verse.

A judged document comes in; lines that are plainly something other than a paragraph get a kind.  Only the body lines
and their order count, blank lines and indents do not, so that a cleaned text is read like the page it came from; no
text is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpusclean.debris.shape import HAN, ends_sentence, han_count, is_prose
from corpusclean.document import Document, Line
from corpusclean.segment.code import code_rows

# A subhead fits on one line of a page; the longest of 300 looked at had 34 characters.
_HEADING_LONGEST = 36
# Up to this many short lines may stand together over their text: a subhead in two lines, with a number above.
_HEADINGS_TOGETHER = 3
# A stanza has at least four lines; a line of verse seldom more than twenty characters.
_VERSE_LINES = 4
_VERSE_LONGEST = 20
_VERSE_MEAN = 12
# at most one line in this many ends a sentence; of short paragraphs nearly every one does
_VERSE_STOPS = 3
_CLAUSE = re.compile(r"[^，。！？；、,.!?;\s\u3000]+")
_MARKDOWN = re.compile(r"(#{1,6})[ \u3000]\S")
_CHAPTER = re.compile(r"第[0-9０-９〇零一二三四五六七八九十百千两]{1,7}[章节節回卷编編篇]")
_ITEM = re.compile(
    r"(?:[•●○◆◇■□▪※‣·][ \u3000]*|[-*+][ \u3000]+|[(（]?[0-9０-９]{1,3}[)）、]|[0-9]{1,3}[.．](?![0-9])|[①-⑳])\s*\S"
)
_QUOTE = re.compile(r"[>＞][ \u3000]*[^>＞\s]")
_NOT_HEADING_END = "：:，,、"
# A line of verse holds words and marks of the voice alone: no colon of a label, no digits, no links.
_NOT_VERSE = re.compile(r"[:：](?=.)|[0-9０-９A-Za-z|/\\@#=<>_()（）\[\]【】《》]")


def recognise_kinds(doc: Document) -> Document:
    """Recognise headings, list items, quotes, table rows, code and verse."""
    lines = [line for line in doc.lines if line.is_body]
    kinds: dict[int, tuple[str, int]] = dict.fromkeys(code_rows(lines), ("code", 0))
    short = [line for line in lines if len(line.text) <= _LONGEST_MARKED and line.row not in kinds]
    for line in short:
        kind = _by_mark(line.text.strip())
        if kind:
            kinds[line.row] = kind
    kinds.update((row, ("verse", 0)) for row in _verse(lines, kinds))
    kinds.update((row, ("heading", 2)) for row in _subheads(lines, kinds))
    return doc.shaped((row, kind, level) for row, (kind, level) in kinds.items()) if kinds else doc


# A list item may be a paragraph; past this length the number in front matters little.
_LONGEST_MARKED = 2000


def _by_mark(text: str) -> tuple[str, int] | None:
    """The kind that the mark in front of a line gives away."""
    first = text[:1]
    if first.isalpha() and first != "第":
        return None
    if markdown := _MARKDOWN.match(text):
        return ("heading", len(markdown[1]))
    if _CHAPTER.match(text) and len(text) <= _HEADING_LONGEST and not ends_sentence(text):
        return ("heading", 1)
    if _QUOTE.match(text):
        return ("quote", 0)
    if (text.count("|") > 1 and first == "|") or text.count("\t") > 1:
        return ("table-row", 0)
    return ("list-item", 1) if _ITEM.match(text) else None


def _is_subhead(text: str) -> bool:
    """True for a short line without the mark that ends a sentence."""
    bare = text.strip()
    if not 2 <= len(bare) <= _HEADING_LONGEST or ends_sentence(bare) or bare[-1] in _NOT_HEADING_END:
        return False
    return HAN.search(bare) is not None


def _subheads(lines: Sequence[Line], kinds: dict[int, tuple[str, int]]) -> Iterator[int]:
    """Rows of short lines with prose under them: one to three together, between or before paragraphs."""
    run: list[int] = []
    for place, line in enumerate(lines):
        if line.row not in kinds and _is_subhead(line.text):
            run.append(line.row)
            continue
        if run and len(run) <= _HEADINGS_TOGETHER and _prose_follows(lines, place):
            yield from run
        run = []


def _prose_follows(lines: Sequence[Line], place: int) -> bool:
    """True where a paragraph begins here, or after one spoken line (“出战！”)."""
    return any(is_prose(line.text) for line in lines[place : place + 2])


def _verse(lines: Sequence[Line], kinds: dict[int, tuple[str, int]]) -> Iterator[int]:
    """Rows of stanzas: four or more short lines of words alone that do not all end like sentences."""
    run: list[Line] = []
    for line in lines:
        if line.row not in kinds and _may_be_verse(line.text):
            run.append(line)
            continue
        yield from _stanzas(run)
        run = []
    yield from _stanzas(run)


def _may_be_verse(text: str) -> bool:
    if len(text) > 4 * _VERSE_LONGEST:  # an indent may be wide
        return False
    bare = text.strip()
    return 0 < len(bare) <= _VERSE_LONGEST and not _NOT_VERSE.search(bare) and han_count(bare) * 2 > len(bare)


def _stanzas(run: Sequence[Line]) -> Iterator[int]:
    """Free verse has few full stops; in 五言 and 七言 all clauses are of one length."""
    if len(run) < _VERSE_LINES:
        return
    texts = [line.text.strip() for line in run]
    stopped = sum(map(ends_sentence, texts))
    spoken = sum(text[0] in "“「\"'『" for text in texts)
    clauses = {len(clause) for text in texts for clause in _CLAUSE.findall(text)}
    free = stopped * _VERSE_STOPS <= len(run) and spoken * _VERSE_STOPS <= len(run)
    if len(clauses) == 1 or (free and sum(map(len, texts)) <= _VERSE_MEAN * len(run)):
        yield from (line.row for line in run)
