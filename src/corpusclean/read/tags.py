"""What the elements of HTML mean for reading: which are unseen, which end a line, which name a kind of line.

Tags, styles and class names come in, answers go out.  These are facts of HTML and of the habits of sites; no page is
looked at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

UNSEEN = frozenset(
    "script style noscript template svg math object embed iframe select option textarea button input canvas audio video"
    " head title meta link rt rp rtc applet map area datalist dialog noframes amp-sidebar amp-ad amp-analytics"
    " -comment !doctype -doctype _".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form frameset"
    " h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
CELLS = ("td", "th")
IMAGES = ("img", "amp-img")
HEADINGS = {f"h{level}": level for level in range(1, 7)}
KINDS = {
    "li": "list-item",
    "dt": "list-item",
    "dd": "list-item",
    "blockquote": "quote",
    "pre": "code",
}
# elements inside which lines are of another kind, or links
CHANGES = frozenset((*HEADINGS, *KINDS, "a", "figcaption"))
_STYLE = re.compile(
    r"display\s*:\s*none|font-size\s*:\s*0(?:px|pt|em|;|\s|$)|text-indent\s*:\s*-\d{3}"
    r"|(?:left|top)\s*:\s*-\d{4}",
    re.I,
)
# jammer is what Discuz calls the words it mixes into a post against copying
_UNSEEN_NAMES = frozenset("jammer sr-only visually-hidden screen-reader-text d-none".split())
# WeChat hides its article until a script has run
_SHOWN_BY_SCRIPT = "js_content"
_HIDES = re.compile(r"\bdisplay\s{0,9}:\s{0,9}none", re.I)
_LONGEST_SELECTOR = 300
_CLASS = re.compile(r"\.([\w-]+)\s*$")
# elements that hold a few words; a block may wait for a script that shows it
INLINE_WORDS = frozenset("span font i em b u s small label var cite code q".split())


_SPEAKS = re.compile(r"author|byline|writer|reporter|editor|source|origin|laiyuan|zuozhe|media|copyfrom|time|date")
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:captions?|wp-caption-text|image-caption|img-?(?:desc|description|title|info|txt|text)"
    r"|pic-?(?:desc|text|word|words|info|txt|note)|photo-?(?:desc|text|caption)|tuzhu)(?:$|[\s_-])"
)


class Name(NamedTuple):
    """What the class and id of an element say: that it is hidden, holds a fact of the article, or a caption."""

    text: str
    classes: frozenset[str]
    unseen: bool
    speaks: bool
    caption: bool


NAMELESS = Name("", frozenset(), False, False, False)


@lru_cache(4096)
def name_of(words: str) -> Name:
    """What *words*, the class and id of an element, say.

    >>> name_of("jammer").unseen, name_of("article-source").speaks, name_of("pic-desc").caption
    (True, True, True)
    """
    text = words.strip().lower()
    classes = frozenset(words.split())
    caption = _CAPTION.search(text) is not None
    return Name(text, classes, not _UNSEEN_NAMES.isdisjoint(classes), _SPEAKS.search(text) is not None, caption)


def is_hidden(attributes: Mapping[str, str | None]) -> bool:
    """True where the style of an element hides it.

    >>> is_hidden({"style": "DISPLAY: none"}), is_hidden({"hidden": None}), is_hidden({"style": "color: red"})
    (True, True, False)
    """
    style = attributes.get("style")
    if "hidden" in attributes or (style and _STYLE.search(style)):
        return attributes.get("id") != _SHOWN_BY_SCRIPT
    return False


def hidden_classes(sheet: str) -> set[str]:
    """The classes that a style sheet of the page hides, as sites do with words against copying.

    >>> sorted(hidden_classes(".a1, p .b2 { color: red; display:none } .c3 { margin: 0 }"))
    ['a1', 'b2']
    """
    found: set[str] = set()
    for rule in sheet.split("}"):
        if "none" in rule and _HIDES.search(rule):
            selectors = rule.rpartition("{")[0][-_LONGEST_SELECTOR:]
            names = (_CLASS.search(selector.strip()) for selector in selectors.split(","))
            found.update(name.group(1) for name in names if name)
    return found
