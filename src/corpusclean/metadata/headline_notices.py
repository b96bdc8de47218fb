"""Finds the head under notices and teasers in whole sentences, which have nothing in common with the text below them.

A document and the head at its top come in, the head that the article's own is comes out.  A paragraph that the text
takes up again is its first paragraph, and no head below it counts.
"""

from __future__ import annotations

from corpusclean.document import Document
from corpusclean.metadata.echo import is_foreign, text_under
from corpusclean.metadata.head import Head, opens_body, read_head
from corpusclean.metadata.head_line import CANDIDATE

# a page has one notice or two above its headline, and a few teasers
_MOST_NOTICES = 4


def below_notices(doc: Document, head: Head) -> Head:
    """The first head with a line for a headline below paragraphs that are foreign to the text, else *head*."""
    if head.body is None:
        return head
    rows = [head.body]
    for line in doc.lines[head.body + 1 :]:
        if opens_body(line):
            rows.append(line.row)
        elif line.text.strip():
            later = read_head(doc, line.row)
            if later.body is None:
                return head
            if any(item.kind == CANDIDATE for item in later.lines):
                text = text_under(doc, later.body - 1)
                return later if all(is_foreign(doc.lines[row].text, text) for row in rows) else head
            return head
        if len(rows) > _MOST_NOTICES:
            break
    return head
