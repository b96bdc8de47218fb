"""Turns paragraphs whose tags a site has escaped, so that readers see ``<p>``, back into paragraphs.

Markup comes in and goes out unchanged, unless several escaped tags of blocks stand right before Chinese sentences.  A
page that shows code is left alone, for there the tags are what it is about.
"""

from __future__ import annotations

import re

_FEWEST = 3
_ATTRIBUTES = r"(?:\s(?:[^&<>]|&quot;|&#39;){0,200})?"
_BLOCK = re.compile(rf"&lt;(/?(?:p|br|div|section){_ATTRIBUTES}\s?/?)&gt;", re.I)
_PARAGRAPH = re.compile(
    rf"&lt;(?:p|br|div){_ATTRIBUTES}\s?/?&gt;(?:\s|&(?:amp;)?nbsp;){{0,20}}[\u3400-\u9fff]{{2}}", re.I
)
_CODE = ("<pre", "<code", "<textarea", "<PRE", "<CODE")


def with_paragraphs(markup: str) -> str:
    """*markup* with escaped tags of paragraphs and line breaks made tags again.

    >>> with_paragraphs("<div>" + "&lt;p&gt;水退了。&lt;/p&gt;" * 3 + "</div>").count("<p>")
    3
    >>> with_paragraphs("<p>写 &lt;p&gt;段落 就行。</p>")
    '<p>写 &lt;p&gt;段落 就行。</p>'
    """
    if markup.count("&lt;") < _FEWEST or any(tag in markup for tag in _CODE):
        return markup
    if len(_PARAGRAPH.findall(markup)) < _FEWEST:
        return markup
    return _BLOCK.sub(r"<\1>", markup)
