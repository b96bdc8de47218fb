"""What looks like text and is not: addresses, code, markup, topics, faces.

A line comes in, and the spans that no rule may touch go out, in order.  Numbers, times, ratios and versions need no
span: no rule moves a mark that has neither Han nor a Chinese mark beside it.  The line itself is never changed.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from corpusclean.normalize.signs import HAN

Span = tuple[int, int]

# without one of these a line has nothing to protect; the class comes first, for a scan at C speed
_STARTER = re.compile(
    r"[.:;`<&#\\\[{(=\"](?:(?<=[`<&#\\])|(?<=www\.)|(?<=:)(?=//|-?[()DPp])|(?<=;)(?=-?[()DPp])|(?<=[\[{])(?=\s?[\"'{\[])"
    r"|(?<=[A-Za-z0-9_\]]\()|(?<==)(?=\s?[\"'])|(?<=\")(?=\s?:))"
)

_FORMS = (
    ("URL", rf"(?:[a-z]{{2,8}}://|www\.)[^\s\"'<>`{HAN}，。、；：？！“”‘’「」（）《》【】]*[A-Za-z0-9/=_&#%~-]"),
    # no file is named with ? or *; C:\x\y.txt,还有 goes on in prose
    ("path of Windows", rf"[A-Z]:\\(?:[^\s，。；：？！“”\"<>|*?,;]|[,;](?![{HAN}\s]))*"),
    ("code", r"`[^`\n]+`"),
    ("comment of HTML", r"<!--[^<>\n]*-->"),
    ("tag", r"</?[A-Za-z][^<>\n]*>"),
    ("entity", r"&#?[A-Za-z0-9]{1,10};"),
    ("target of a Markdown link", r"\]\([^()\n]*\)"),
    ("value of an attribute", r"=\s?(?:\"[^\"\n]*\"|'[^'\n]*')"),
    ("member of JSON", r"\"[A-Za-z_]\w*\"\s?:\s?(?:\"[^\"\n]*\")?"),
    # print("你好"), f(x,y); but CEO(首席执行官) is text: only quoted Han makes a call
    ("call", rf"(?<![\w.])[A-Za-z_][\w.]{{0,60}}\((?:[^()\"'\n{HAN}]|\"[^\"\n]*\"|'[^'\n]*')*\)"),
    ("topic", r"#[^#\n]{1,40}#"),
    ("face", rf"[:;]-?(?:[)DPp](?![\w{HAN}])|\((?![\w{HAN}]))"),
)
_PROTECTED = re.compile("|".join(f"(?:{form})" for _, form in _FORMS), re.ASCII)
_JSON = re.compile(r"\{\s?[\"'][^\"'\n]*[\"']\s?:|\[\s?\"[^\"\n]*\"\s?[,\]]")


def protected_spans(line: str) -> list[Span]:
    """The spans of *line* that are not prose.

    >>> [line[a:b] for line in ["见http://a.cn/?x=1,和`a,b`"] for a, b in protected_spans(line)]
    ['http://a.cn/?x=1', '`a,b`']
    """
    if not _STARTER.search(line):
        return []
    spans = [match.span() for match in _PROTECTED.finditer(line)]
    return _with_json(line, spans)


def _with_json(line: str, spans: list[Span]) -> list[Span]:
    """The spans, with one from the first member of a JSON value to its last bracket."""
    first = _JSON.search(line)
    if not first:
        return spans
    start = first.start()
    end = max(line.rfind("}"), line.rfind("]"), first.end() - 1) + 1
    # #{"a":"好"} `见,此`# is a topic that begins before the value and ends behind it
    crossed = [span for span in spans if span[1] > start and span[0] < end]
    start, end = min([start, *(a for a, _ in crossed)]), max([end, *(b for _, b in crossed)])
    return [span for span in spans if span[1] <= start] + [(start, end)] + [span for span in spans if span[0] >= end]


def outside(spans: list[Span], start: int, end: int) -> bool:
    """Does ``start:end`` keep clear of all spans?  They are in order and do not overlap."""
    place = bisect_left(spans, (end, 0))  # the spans before it begin before *end*
    return not place or spans[place - 1][1] <= start
