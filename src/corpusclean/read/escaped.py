"""Turns markup that a page carries as text back into markup: escaped paragraphs, frames in an attribute, a source view.

Markup comes in and goes out unchanged, unless several escaped tags of blocks stand right before Chinese sentences, an
``<iframe>`` states its page in ``srcdoc``, or the whole page is a browser's view of another one's source.  A page that
shows code is left alone, for there the tags are what it is about.
"""

from __future__ import annotations

import html
import re

_FEWEST = 3
_ATTRIBUTES = r"(?:\s(?:[^&<>]|&quot;|&#39;){0,200})?"
_BLOCK = re.compile(rf"&lt;(/?(?:p|br|div|section){_ATTRIBUTES}\s?/?)&gt;", re.I)
_PARAGRAPH = re.compile(
    rf"&lt;(?:p|br|div){_ATTRIBUTES}\s?/?&gt;(?:\s|&(?:amp;)?nbsp;){{0,20}}[\u3400-\u9fff]{{2}}", re.I
)
_CODE = ("<pre", "<code", "<textarea", "<PRE", "<CODE")
_FRAME = re.compile(r"""<iframe\b[^<>]{0,2000}?\ssrcdoc\s*=\s*(?:"([^"]*)"|'([^']*)')[^<>]{0,2000}>""", re.I)
# the cells in which browsers show the lines of a source
_SOURCE_LINE = 'class="line-content"'


def unescaped(markup: str) -> str:
    """*markup* with what it carries as text made markup again.

    >>> unescaped('<h1>水退了</h1><iframe srcdoc="&lt;p&gt;步道重开。&lt;/p&gt;"></iframe>')
    '<h1>水退了</h1><div><p>步道重开。</p></div></iframe>'
    """
    if markup.count(_SOURCE_LINE) >= _FEWEST:
        markup = _viewed_source(markup)
    if "srcdoc" in markup:
        markup = _FRAME.sub(lambda frame: f"<div>{html.unescape(frame.group(1) or frame.group(2) or '')}</div>", markup)
    return with_paragraphs(markup)


def _viewed_source(markup: str) -> str:
    """The page whose source a browser shows line by line; *markup* itself where the lines are no page."""
    from selectolax.lexbor import LexborHTMLParser

    cells = LexborHTMLParser(markup).css("td.line-content")
    source = "\n".join(cell.text() or "" for cell in cells)
    return source if "<body" in source.lower() else markup


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
