"""Reads the article of a page whose markup is empty until a script fills it, from the data the script would use.

A lexbor tree comes in; the text of JSON-LD's articleBody, or else the longest Chinese string of the page's data or
fields, goes out, still with its markup where it has any, and the facts that stand beside it.  No script is run: JSON is
read, and strings that a script assigns to a field such as ``content``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from corpusclean.document import Clue
from corpusclean.read.beside import facts_beside

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_HAN = re.compile("[\u3400-\u9fff]")
# fewer characters may be a summary, a comment, a notice to users; with tags of paragraphs they are an article
LEAST, _LEAST_MARKED = 100, 30
_PARAGRAPH = re.compile(r"(?:<|&lt;)(?:p|br|div)\b", re.I)
_KEYS = re.compile(r"content|body|html|text|detail|article", re.I)
# {"props": ...} as a script of its own, or assigned: window.__INITIAL_STATE__ = {...};
_ASSIGNED = re.compile(r"=\s*(?=[\[{])")
# content: '&lt;p&gt;…', in an object that is no JSON; a string of a script ends with its line
_FIELD = re.compile(
    r"""(?:content|body|html|article)\w{0,20}["']?\s?[:=]\s?(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")""",
    re.I,
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.S)
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " "}
_LONGEST = 5_000_000
_MOST = 200_000


class Data(NamedTuple):
    """An article in a page's data: its text, and what stands beside it."""

    text: str
    clues: tuple[Clue, ...] = ()


def scripted_article(tree: LexborHTMLParser) -> Data:
    """The article in the page's data; its text is empty where there is none."""
    for node in tree.css('script[type="application/ld+json"]'):
        said = [item.text for item in _strings(_json(node.text() or "")) if item.key == "articleBody"]
        if any(map(_is_enough, said)):
            return Data(max(said, key=len))
    found: list[_Said] = []
    for node in tree.css("script"):
        text = node.text() or ""
        if len(text) <= _LONGEST:
            found += _said(text, node.attributes.get("type") or "")
    # some sites keep the article in a field that a script reads, old ones what readers without frames see
    fields = {_name(node): node.text() or "" for node in tree.css("textarea")}
    found += (_Said("", text, fields) for text in fields.values())
    found += (_Said("", node.text() or "", {}) for node in tree.css("noframes"))
    best = max(found, key=lambda item: han(item.text), default=_NOTHING)
    return Data(best.text, facts_beside(best.holder)) if _is_enough(best.text) else Data("")


def _is_enough(text: str) -> bool:
    length = han(text)
    return length >= LEAST or (length >= _LEAST_MARKED and _PARAGRAPH.search(text) is not None)


class _Said(NamedTuple):
    """A string of the data, its key, and the object that holds it."""

    key: str
    text: str
    holder: Mapping[str, Any]


_NOTHING = _Said("", "", {})


def _name(node: LexborNode) -> str:
    return node.attributes.get("name") or node.attributes.get("class") or node.attributes.get("id") or ""


def _said(script: str, kind: str) -> Iterator[_Said]:
    """The strings of a script that may be the article: of JSON those under a telling key, else those of such fields."""
    is_data = "json" in kind
    if is_data and script.lstrip()[:3].upper() in ("%7B", "%5B"):
        script = unquote(script)
    value = _json(script) if is_data or "__" in script else None
    if value is not None:
        yield from (item for item in _strings(value) if _KEYS.search(item.key))
    elif not is_data and (han(script) >= _LEAST_MARKED or "\\u" in script):
        for match in _FIELD.finditer(script):
            yield _Said("", _unescaped(match.group(1) or match.group(2) or ""), {})


def _unescaped(text: str) -> str:
    r"""The text that a string of a script stands for.

    >>> _unescaped(r"\u6c34\n\'\/")
    "水\n'/"
    """
    text = _ESCAPE.sub(_character, text) if "\\" in text else text
    # a character beyond U+FFFF is written as two halves
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _character(match: re.Match[str]) -> str:
    code = match.group(1) or match.group(2)
    return chr(int(code, 16)) if code else _CONTROLS.get(match.group(3), match.group(3))


def han(text: str) -> int:
    """How many Chinese characters *text* has."""
    return len(_HAN.findall(text))


def _json(text: str) -> Any:
    assigned = _ASSIGNED.search(text) if text.lstrip()[:1] not in ("{", "[") else None
    try:
        value, _ = json.JSONDecoder(strict=False).raw_decode(text[assigned.end() :] if assigned else text.strip())
    except (ValueError, RecursionError):
        return None
    return value


def _strings(value: Any) -> Iterator[_Said]:
    """The strings of a JSON value with the keys they stand under, without recursion."""
    waiting: list[tuple[str, Any, Mapping[str, Any]]] = [("", value, {})]
    for _ in range(_MOST):
        if not waiting:
            return
        key, item, holder = waiting.pop()
        if isinstance(item, str):
            yield _Said(key, item, holder)
        elif isinstance(item, dict):
            waiting += ((str(name), inner, item) for name, inner in item.items())
        elif isinstance(item, list):
            waiting += ((key, inner, holder) for inner in item)
