"""Tells the boxes that are no part of the article: those that say so by name, lists of links, teasers of other stories.

Rows, boxes and what each row is worth come in; for each row, whether it stands apart, goes out.  A box that holds most
of the page's sentences is never apart, whatever it is called: a forum names its whole thread "comments".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate

from corpusclean.read.outline import Box, Row
from corpusclean.remember import remembering

_TAGS = ("aside", "footer", "nav")
_LISTS = ("ul", "ol", "dl")
_NAMES = re.compile(
    r"(?:^|[\s_-])"
    r"(?:comments?|cmt|pinglun|pl|related|relate|relative|recommend\w*|tuijian|hot\w*|rank\w*"
    r"|sidebar|side|aside|footer|foot|copyright|nav|menu|breadcrumbs?|share|bshare|ad|ads|advert\w*"
    r"|newsletter|subscribe|login|popup|modal|cookie|disclaimer|toc|[a-z]*catalog(?:ue)?|mulu|basic-info|infobox)"
    r"(?:$|[\s_-])"
)
# a box holds no side matter if it holds this share of the page's sentences, unless the article stands above it
MOST = 0.5
# what the shortest sentence and a paragraph are worth
SENTENCE, PARAGRAPH = 1.2, 6.0
_COMMENTS = re.compile(r"(?:^|[\s_-])(?:comments?|cmt|pinglun|liuyan|disqus|replies)(?:$|[\s_-])")
# comments were seen that had twenty times the text of the article
_SHORTEST_ARTICLE = 0.05
# a list of links to other pages has at least so many, and next to nothing else
_LINKS, _LINKED_SHARE = 3, 0.8
# a teaser is a box of few rows: a headline that is a link, a sentence or two, a date, a button; three make a list
_TEASER_ROWS, _TEASERS = 6, 3
# user names are links, too, and shorter
_LINKED_HEADLINE = 8
_TEASER_TAGS = frozenset("li div dl dd article section tr td p".split())


def link_share(row: Row) -> float:
    """How much of a row's text is links to other pages, from 0 to 1."""
    return min(1.0, row.linked / max(1, len(row.text.replace(" ", "")))) if row.linked else 0.0


def stand_apart(
    rows: Sequence[Row], boxes: Sequence[Box], worth: Sequence[float], headline: int | None = None
) -> list[bool]:
    """For each row, whether a box around it is no part of the article; *headline* is the row of the page's title."""
    good = list(accumulate((max(0.0, value) for value in worth), initial=0.0))
    links = list(accumulate((row.linked > 0 and link_share(row) > 0.5 for row in rows), initial=0))
    # how many such boxes begin and end at each row
    begun = [0] * (len(rows) + 1)
    for box in boxes:
        tag, name, first, end = box
        if (tag in _TAGS or (name and _is_side(name))) or (tag in _LISTS and _is_list_of_links(box, good, links)):
            under = _is_under_article(box, good, headline)
            if headline is not None and first <= headline < end and tag not in _TAGS:
                continue  # an article may stand in a box called share or hot
            if under or good[end] - good[first] < MOST * good[-1] or not good[-1]:
                begun[first] += 1
                begun[end] -= 1
    return [around > 0 for around in accumulate(begun[:-1])]


@remembering(4096, longest=400)
def _is_side(name: str) -> bool:
    return _NAMES.search(name) is not None


def _is_under_article(box: Box, good: Sequence[float], headline: int | None) -> bool:
    """True for comments that may say more than the article above them; a forum's first post stands among them."""
    if not _COMMENTS.search(box.name) or box.first <= (headline or 0):
        return False
    above = good[box.first] - (good[headline + 1] if headline is not None else 0.0)
    enough = SENTENCE if headline is not None else PARAGRAPH
    return above >= max(enough, _SHORTEST_ARTICLE * (good[box.end] - good[box.first]))


def _is_list_of_links(box: Box, good: Sequence[float], links: Sequence[int]) -> bool:
    count = links[box.end] - links[box.first]
    if count < _LINKS:
        return False
    return count >= _LINKED_SHARE * (box.end - box.first) and good[box.end] == good[box.first]


def teasers(rows: Sequence[Row], boxes: Sequence[Box], worth: Sequence[float]) -> list[Box]:
    """The boxes that announce other stories: one like the other, each with a headline that is a link, and a blurb."""
    alike: dict[tuple[str, str], list[Box]] = defaultdict(list)
    for box in boxes:
        if 2 <= box.end - box.first <= _TEASER_ROWS and box.tag in _TEASER_TAGS and _announces(rows, box, worth):
            alike[box.tag, box.name].append(box)
    return [box for group in alike.values() if len(group) >= _TEASERS for box in group]


def _announces(rows: Sequence[Row], box: Box, worth: Sequence[float]) -> bool:
    """A linked headline among the first rows, and sentences under it that link to nothing else."""
    for row in range(box.first, min(box.first + 3, box.end - 1)):
        if len(rows[row].text) >= _LINKED_HEADLINE and link_share(rows[row]) > 0.5:
            return any(value > 0 for value in worth[row + 1 : box.end])
    return False
