"""Tells prose from addresses and code, in which an escape is meant to stand as it is.

A place in a text comes in, yes or no goes out.
"""

from __future__ import annotations

import re

_LONGEST_ADDRESS = 300
_ADDRESS = re.compile(
    r"[a-z][a-z0-9+.-]{1,9}:/?/|www\.|^/\w|[/\w]\.(?:php|asp|aspx|jsp|html?|do|cgi)\?|[?&]\w{1,30}=", re.I
)
_BREAK = re.compile(r"[\s，。；！？、“”‘’（）《》「」<>\"']|[\u4e00-\u9fff]")
_QUOTES = {'"': '"', "'": "'", "`": "`", "“": "”", "‘": "’", "「": "」", "（": "）", "(": ")"}
# a line of code: an assignment or call of a literal, or what ends a statement
_CODE = re.compile(
    r"[;{}]\s*$|^\s*(?:var|let|const|import|from|def|return|print|echo|public|private|static|#|//)\b"
    r"|[\w\])]\s*(?:=|\+=|==|=>)\s*[urb]?[\"'\[{(/]|\w\([\"'/]|\[[^\]]*\\u[0-9a-fA-F]{4}-\\u|^\s*[{\[].*\"\s*[:,\]}]"
)


def in_address(text: str, place: int) -> bool:
    """True where *place* stands in the address of a page or a file.

    >>> in_address("见 http://example.com/?q=%E4", 25), in_address("见%E4%B8%AD", 1)
    (True, False)
    """
    start = max(text.rfind("\n", 0, place) + 1, place - _LONGEST_ADDRESS)
    token = _BREAK.split(text[start:place])[-1]
    return _ADDRESS.search(token) is not None


def is_quoted(text: str, start: int, end: int) -> bool:
    """True where ``text[start:end]`` stands alone in quotes or brackets, as something that the text talks about.

    >>> is_quoted("写成“&nbsp;”", 3, 9), is_quoted("&nbsp;写", 0, 6)
    (True, False)
    """
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return bool(before) and _QUOTES.get(before) == after


def is_code(line: str) -> bool:
    """True for a line that looks like code.

    >>> is_code('var name = "\\\\u4e2d";'), is_code("他说：今天下雨。")
    (True, False)
    """
    return _CODE.search(line) is not None


def line_at(text: str, place: int) -> str:
    """The line of *text* that *place* stands in."""
    end = text.find("\n", place)
    return text[text.rfind("\n", 0, place) + 1 : end if end >= 0 else len(text)]
