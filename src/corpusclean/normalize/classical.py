"""Tells classical Chinese from modern prose, because its characters must not be merged (後 and 后, 餘 and 余).

A paragraph comes in; True goes out where it is classical.  It is judged by its particles, which modern prose hardly
uses, and by the absence of those it cannot do without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Modern prose of this length without 的, 了 or 是 is a list or a headline; those have no particles either.
SHORTEST = 12
PARTICLE_SHARE = 0.1
FEWEST = 3

_MODERN = re.compile("[的了是們们這这個个嗎吗呢吧]|什[麼么]|没有|沒有|已[經经]")
_PARTICLES = re.compile("[之乎者也矣焉哉曰兮其而於乃豈豈弗吾汝爾歟耶夫]")
# particles that modern prose has no use for anywhere; 也 is one only at the end
STRONG = "矣焉哉乎曰兮歟耶吾汝"
_STRONG = re.compile(f"[{STRONG}]")
_AT_END = re.compile("也(?=[，。；：！？」”])")


def is_classical(paragraph: str) -> bool:
    """Is this paragraph classical Chinese?

    >>> is_classical("學而時習之，不亦說乎？有朋自遠方來，不亦樂乎？")
    True
    >>> is_classical("這是他寫給朋友的信，其中談到而立之年。")
    False
    """
    if len(paragraph) < SHORTEST or _MODERN.search(paragraph) or not _ends_classical(paragraph):
        return False
    count = len(_PARTICLES.findall(paragraph))
    return count >= FEWEST and count >= PARTICLE_SHARE * len(paragraph)


def _ends_classical(paragraph: str) -> bool:
    return bool(_STRONG.search(paragraph) or _AT_END.search(paragraph))


def classical_rows(text: str, strong: list[int] | None = None) -> Iterator[int]:
    """The rows of lines that may be classical: they hold a particle that hardly any other line does.

    *strong* says where those of `STRONG` stand, if that is known.
    """
    places = [match.start() for match in _STRONG.finditer(text)] if strong is None else strong
    row = position = 0
    for place in sorted([*places, *(match.start() for match in _AT_END.finditer(text))]):
        row += text.count("\n", position, place)
        position = place
        yield row
