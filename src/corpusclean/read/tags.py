"""What the elements of HTML mean for reading: which are unseen, which end a line, which name a kind of line.

Tags, styles and class names come in, answers go out.  These are facts of HTML and of the habits of sites; no page is
looked at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from corpusclean.remember import remembering

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


# elements with a fact of the article or a button beside it: what is in one does not run into its neighbour
_SPEAKS = re.compile(
    r"author|byline|writer|reporter|editor|source|origin|laiyuan|zuozhe|media|copyfrom|time|date|journal|nick|user|jubao"
    r"|hits|click|(?:^|[\s_-])name(?:$|[\s_-])"
)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:captions?|wp-caption-text|image-caption|img-?(?:desc|description|title|info|txt|text)"
    r"|pic-?(?:desc|text|word|words|info|txt|note)|photo-?(?:desc|text|caption)|tuzhu)(?:$|[\s_-])"
    r"|(?:pic|img|image|photo|slide|figure)[a-z]{0,8}[_-]?(?:caption|desc|slidetext)|slidetitle"
)


# where line ends are shown as they stand, by a style or a class of boards and of style frameworks
_KEPT_STYLE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.I)
_KEPT_NAMES = frozenset("bbs-content whitespace-pre whitespace-pre-wrap whitespace-pre-line pre-wrap pre-line".split())
# what a line is while its ends are kept: text as others, once it is written down
KEPT = "kept"


class Name(NamedTuple):
    """What the class and id of an element say: it is hidden, holds a fact or a caption, or keeps the ends of lines."""

    text: str
    classes: frozenset[str]
    unseen: bool
    speaks: bool
    caption: bool
    kept: bool


NAMELESS = Name("", frozenset(), False, False, False, False)


@remembering(4096, longest=400)
def name_of(words: str) -> Name:
    """What *words*, the class and id of an element, say.

    >>> name_of("jammer").unseen, name_of("article-source").speaks, name_of("pic-desc").caption
    (True, True, True)
    """
    text = words.strip().lower()
    classes = frozenset(words.split())
    return Name(
        text,
        classes,
        not _UNSEEN_NAMES.isdisjoint(classes),
        _SPEAKS.search(text) is not None,
        _CAPTION.search(text) is not None,
        not _KEPT_NAMES.isdisjoint(classes),
    )


def keeps_lines(tag: str, name: Name, style: str | None) -> bool:
    """True for a block in which a browser shows the ends of lines as they stand.

    >>> keeps_lines("div", name_of("post bbs-content"), None), keeps_lines("p", NAMELESS, "white-space:pre-wrap")
    (True, True)
    """
    return tag in BLOCKS and (name.kept or bool(style and _KEPT_STYLE.search(style)))


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
