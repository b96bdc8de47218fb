"""Prints, for each class of misreading, how many damaged lines ftfy and corpusclean give back exactly.

    python -m benchmarks.repair [--held-back] [--lines 300] [--only TEXT] [--show 2]

The text is that of Debian packages (see free_text.py).  Thresholds were set while failing lines of the default text
were read, so figures to quote are those of ``--held-back``: a package and catalogues whose failing lines nobody read
(never pass ``--show`` with it, or choose other text afterwards).  Each line is damaged by the
forward models of the tests.  Characters are counted by matching blocks, for the classes that lose bytes.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from difflib import SequenceMatcher

import ftfy

from benchmarks.free_text import SIMPLIFIED, SIMPLIFIED_LARGE, TRADITIONAL, sentences
from corpusclean import repair
from tests.forward_models import CLASSES, LOSSY, Damage

_CAREFUL = ftfy.TextFixerConfig(
    fix_character_width=False, uncurl_quotes=False, fix_latin_ligatures=False, fix_line_breaks=False, normalization=None
)
SHORTEST = 8


def with_ftfy(text: str) -> str:
    """ftfy in the configuration that leaves good Chinese alone."""
    return ftfy.fix_text(text, config=_CAREFUL)


def measure(
    damage: Damage, lines: list[str], fix: Callable[[str], str], show: int = 0
) -> tuple[int, int, float, float]:
    """Lines damaged, lines exact, share of characters right, MB of damaged text a second."""
    damaged = [(text, bad) for text in lines if (bad := damage(text)) is not None]
    begun = time.perf_counter()
    fixed = [(text, bad, fix(bad)) for text, bad in damaged]
    seconds = time.perf_counter() - begun
    right = sum(_right(text, new) for text, _, new in fixed)
    size = sum(len(bad.encode("utf-8", "replace")) for _, bad in damaged)
    for text, bad, new in [item for item in fixed if item[0] != item[2]][:show]:
        print(f"    was  {text!r}\n    page {bad!r}\n    got  {new!r}")
    exact = sum(text == new for text, _, new in fixed)
    return len(fixed), exact, right / max(1, sum(len(text) for text, _ in damaged)), size / 1e6 / max(seconds, 1e-9)


def _right(text: str, new: str) -> int:
    if text == new:
        return len(text)
    blocks = SequenceMatcher(None, text, new, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def texts(held_back: bool) -> tuple[list[str], list[str]]:
    """Lines of Simplified and of Traditional text; those held back are in no other package that is read here."""
    used = sentences(SIMPLIFIED + SIMPLIFIED_LARGE), sentences(TRADITIONAL)
    if held_back:
        known = frozenset(used[0] + used[1])
        fresh = sentences(("gimp-help-zh-cn",)), sentences((), catalogues=("zh_TW", "zh_HK"))
        used = tuple([line for line in pool if line not in known] for pool in fresh)  # type: ignore[assignment]
    simplified, traditional = ([line for line in pool if len(line) >= SHORTEST] for pool in used)
    return simplified, traditional


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-back", action="store_true", help="text that no threshold was set by")
    parser.add_argument("--lines", type=int, default=300)
    parser.add_argument("--only", default="")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    chosen = random.Random(20)
    lines = [line for pool in texts(options.held_back) for line in chosen.sample(pool, options.lines)]
    repair(lines[0])
    print(f"{'class':46} {'lines':>5} {'ftfy':>7} {'corpusclean':>11} {'chars':>7} {'MB/s':>6}")
    for name, damage in {**CLASSES, **LOSSY}.items():
        if options.only in name:
            count, exact, right, speed = measure(damage, lines, repair, options.show)
            other = measure(damage, lines, with_ftfy)[1]
            shares = f"{other / max(1, count):7.1%} {exact / max(1, count):11.1%}"
            print(f"{name:46} {count:5} {shares} {right:7.2%} {speed:6.2f}", flush=True)
    for name, fix in (("ftfy", with_ftfy), ("corpusclean", repair)):
        print(f"clean lines changed, {name}: {sum(fix(line) != line for line in lines)} of {len(lines)}")


if __name__ == "__main__":
    main()
