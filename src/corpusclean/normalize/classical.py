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
_ANY_ENDING = re.compile("[矣焉哉乎曰兮歟耶吾汝也]")
_ENDING = re.compile("[矣焉哉乎曰兮歟耶吾汝]|也(?=[，。；：！？」”])")


def is_classical(paragraph: str) -> bool:
    """Is this paragraph classical Chinese?

    >>> is_classical("學而時習之，不亦說乎？有朋自遠方來，不亦樂乎？")
    True
    >>> is_classical("這是他寫給朋友的信，其中談到而立之年。")
    False
    """
    if len(paragraph) < SHORTEST or _MODERN.search(paragraph) or not _ENDING.search(paragraph):
        return False
    count = len(_PARTICLES.findall(paragraph))
    return count >= FEWEST and count >= PARTICLE_SHARE * len(paragraph)


def classical_rows(text: str) -> Iterator[int]:
    """The rows of lines that may be classical: they hold a particle that hardly any other line does."""
    row = position = 0
    for match in _ANY_ENDING.finditer(text):
        if match[0] == "也" and not _ENDING.match(text, match.start()):
            continue
        row += text.count("\n", position, match.start())
        position = match.start()
        yield row
