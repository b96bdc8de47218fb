"""Finds program code among the lines of an article.

Body lines come in, the rows that belong to code come out: lines that only a programmer writes, and what stands between
two of them.  A sentence that mentions a command is prose and stays prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpusclean.debris.shape import HEAD, han_count, is_prose
from corpusclean.document import Line

# what a line of code begins or ends with, in what blogs show: C, Java, Python, JavaScript, PHP, SQL, shell
_OPENS = re.compile(
    r"(?:import|from|def|class|return|public|private|protected|static|function|const|let|var|void|int|struct|package"
    r"|if|elif|else|for|while|try|except|catch|finally|switch|case|with|print|echo|export|use|namespace|include|end"
    r"|SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|FROM|WHERE|git|cd|sudo|pip|npm|docker|curl|make|ls|apt|yum|conda)"
    r"\b(?=[\s(:{.]|$)|#include|#define|<\?php|\$ |\$\w+ ?=|>>> |@\w+|//|/\*|\* |```|</?\w+[^>]*>$|[})\]]+[;,]?$"
)
_CLOSES = re.compile(r"[;{}]$|\)[:;]?$|^\w[\w.\[\]]* ?[-+*/]?= ?\S|^\w+(?:\.\w+)*\(|^[}\])]|=>|->|::|\\$")
# Code is Latin: a line of it has few Han characters, and those in comments or strings.
_COMMENT = re.compile(r"#|//|/\*|\*|--|;|<!--")
_HAN_SHARE = 0.35
_LONGEST_GAP = 3


def code_rows(lines: Sequence[Line]) -> Iterator[int]:
    """The rows of *lines* that are program code, two or more together."""
    certain = [place for place, line in enumerate(lines) if _is_code(line.text)]
    runs: list[list[int]] = []
    for place in certain:
        if runs and all(_may_be_code(lines[between].text) for between in range(runs[-1][1] + 1, place)):
            runs[-1][1] = place
        else:
            runs.append([place, place])
    for first, last in runs:
        if last > first:
            yield from (line.row for line in lines[first : last + 1])


def _is_code(text: str) -> bool:
    bare = text[:HEAD].strip()
    if not bare[:1].isascii() or not bare.isprintable() or not bare:
        return False
    if not (_OPENS.match(bare) or _CLOSES.search(bare)) or bare[0].isdigit():
        return False
    return (han_count(bare) <= len(bare) * _HAN_SHARE and not is_prose(bare)) or bool(_COMMENT.match(bare))


def _may_be_code(text: str) -> bool:
    bare = text[:HEAD].strip()
    return bare[:1].isascii() and (han_count(bare) <= len(bare) * _HAN_SHARE or _COMMENT.match(bare) is not None)
