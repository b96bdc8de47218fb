"""Character references of HTML that were left in text: named, decimal, hexadecimal, without ``;``, escaped twice.

Text comes in, the changes that make characters of them go out.  References in addresses stay, and so do those that
the text itself talks about: ``写成 "&nbsp;" 即可``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5

from corpusclean.damage.prose import in_address, is_quoted
from corpusclean.damage.stretches import replaced
from corpusclean.damage.western import undo_western
from corpusclean.document import Change

RULE = "repair:entity"
# without ";" a reference may be the name of a parameter (&copy=1) or of a firm (AT&T), so only these, and not before
# what could go on a word
_BARE = "nbsp|ensp|emsp|lt|gt|amp|quot|apos|ldquo|rdquo|lsquo|rsquo|hellip|mdash|ndash|middot|bull|times"
_REFERENCE = re.compile(
    r"&(?:(?:amp|#0*38|#[xX]0*26);)*"  # &amp;amp;nbsp;
    r"(?:#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});?"
    r"|([a-zA-Z][a-zA-Z0-9]{1,31});"
    rf"|(?:{_BARE})(?![a-zA-Z0-9=_;]))"
)
_AMPERSAND = re.compile(r"&(?:(?:amp|#0*38|#[xX]0*26);)+")
# from here on a reference is not what an address or a text about HTML holds
_TYPOGRAPHY = "\u2010"
_LARGEST = 0x10FFFF
# a Han character is three bytes in UTF-8; fewer references are letters
_FEWEST_BYTES = 3


def entity_changes(text: str) -> Iterator[Change]:
    """Changes that turn the character references of *text* into characters.

    >>> [change.new for change in entity_changes("&ldquo;下雨了&amp;nbsp;&#12290;&quot")]
    ['“', '\\xa0', '。', '"']
    >>> list(entity_changes("AT&T 在 http://example.com/?a=1&copy=2"))
    []
    """
    row: list[Change] = []
    for change in _references(text):
        if row and row[-1].end != change.start:
            yield from _read_again(row)
            row = []
        row.append(change)
    yield from _read_again(row)


def _references(text: str) -> Iterator[Change]:
    """A change for each reference, in their order."""
    for match in _REFERENCE.finditer(text):
        name = match.group(1)
        if name and name + ";" not in html5:
            continue
        start, end = match.span()
        new = _character(_AMPERSAND.sub("&", match.group()))
        if new is None or ((name or new < _TYPOGRAPHY) and _is_meant(text, start, end)):
            continue
        if new != match.group():
            yield Change(start, end, new, RULE)


def _read_again(row: list[Change]) -> list[Change]:
    """References side by side that are misread bytes, ``&#228;&#184;&#173;`` for 中, as one change; others as they are.

    The characters would not do: U+00AD of them is a soft hyphen, which goes.
    """
    if len(row) < _FEWEST_BYTES:
        return row
    characters = "".join(change.new for change in row)
    stretches = undo_western(characters)
    if not stretches:
        return row
    return [Change(row[0].start, row[-1].end, replaced(characters, stretches), RULE)]


def _is_meant(text: str, start: int, end: int) -> bool:
    """True for a reference in an address, or one that the text talks about."""
    return is_quoted(text, start, end) or in_address(text, start)


def _character(reference: str) -> str | None:
    """The character that a reference with one ``&`` stands for; None where there is no such character."""
    if reference == "&":
        return "&"
    if reference[1] == "#":
        digits = reference[2:].rstrip(";")
        code = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
        if 0xD800 <= code < 0xE000:
            return chr(code)  # half of a pair: the other half follows, and the two are joined later
        if code > _LARGEST:
            return None
    new = html.unescape(reference if reference.endswith(";") else reference + ";")
    return None if new.startswith("&") and len(new) > 1 else new
