"""Runs millions of characters of clean Chinese through `corpusclean.repair` and reports every change.

    python -m benchmarks.clean_text [--characters 2500000] [--show 40]

Distinct sentences of freely licensed Debian packages (see free_text.py) go through as they are, in Traditional
characters, with half-width marks, and as dialogue with ``?!`` and ``??``; a hundred lines make a page, as repair judges
a page as a whole.  A change is printed with its rule; the count a rule, and in how many characters, ends the report.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator

from opencc import OpenCC

from benchmarks.free_text import SIMPLIFIED, SIMPLIFIED_LARGE, TRADITIONAL, sentences
from corpusclean.document import Document, Edit
from corpusclean.pipeline import REPAIR, Pipeline

PAGE = 100
_TO_TRADITIONAL = OpenCC("s2t")
_HALF = str.maketrans("，。！？：；（）", ",.!?:;()")


def variants(text: str) -> Iterator[tuple[str, str]]:
    """*text* in each form that clean text has."""
    yield "as it is", text
    yield "Traditional", _TO_TRADITIONAL.convert(text)
    yield "half-width marks", text.translate(_HALF)
    lines = text.split("\n")
    ends = ("?!", "??", "??!", "?!?")
    yield "dialogue", "\n".join(f"“{line}{ends[row % 4]}”他问。" for row, line in enumerate(lines))


def edits(text: str) -> tuple[Edit, ...]:
    """What repair changes in *text*."""
    return Pipeline(REPAIR)(Document.of(text)).edits


def main() -> None:
    """Print changes and counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=2_500_000)
    parser.add_argument("--show", type=int, default=40)
    options = parser.parse_args()
    lines, size = [], 0
    for line in sentences(TRADITIONAL) + sentences(SIMPLIFIED + SIMPLIFIED_LARGE, catalogues=("zh_CN", "zh_TW")):
        if size < options.characters:
            lines.append(line)
            size += len(line)
    counts: Counter[tuple[str, str]] = Counter()
    shown, begun = 0, time.perf_counter()
    for start in range(0, len(lines), PAGE):
        for name, text in variants("\n".join(lines[start : start + PAGE])):
            for edit in edits(text):
                counts[name, edit.rule] += 1
                shown += 1
                if shown <= options.show:
                    print(f"{name}: {edit.rule} {edit.old[:60]!r} -> {edit.new[:60]!r}")
    print(f"{len(lines):,} distinct lines, {size:,} characters, in four forms; {time.perf_counter() - begun:.0f} s")
    for (name, rule), count in sorted(counts.items()):
        print(f"{name:18} {rule:32} {count}")
    print(f"changes: {sum(counts.values())}")


if __name__ == "__main__":
    main()
