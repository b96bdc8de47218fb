"""How the time grows with the page: each kind of page at sizes four times apart, and the worst exponent seen.

Run it with ``python -m benchmarks.growth``; ``--most 50`` goes up to pages of 50 MB, ``--only`` picks kinds by name.
An exponent of 1 is linear: four times the page takes four times as long.  Times below a twentieth of a second are not
compared.  The kinds are ordinary pages at any length, and pages that were made to hurt.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from time import process_time

import corpusclean

SEEDS = [path.read_text("utf-8") for path in sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))]
STEP = 4
FIRST = 16_000  # characters of the smallest page
LEAST = 0.05  # seconds; below that the clock and the caches decide
GIVE_UP = 120.0  # seconds; larger pages of a kind are not tried then


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def _numbered(line: str) -> Callable[[int], str]:
    """Lines that are all different."""
    return lambda size: "\n".join(f"{row:05}{line}" for row in range(size // (len(line) + 6) + 1))


CLEAN = corpusclean.clean_text(SEEDS[1])
KINDS: dict[str, Callable[[int], str]] = {
    "clean article": _repeated(CLEAN + "\n"),
    "one paragraph": _repeated(CLEAN.replace("\n", "")),
    **{f"seed {name}": _repeated(page + "\n") for name, page in zip("01234", SEEDS, strict=True)},
    "misread": _repeated(CLEAN[:2000].encode().decode("latin-1")),
    "misread, bytes lost": _repeated(CLEAN[:2000].encode().decode("gbk", "replace")),
    "many short lines": _numbered("号楼"),
    "many buttons": _repeated("分享\n关注\n上一篇：没有了\n"),
    "many dates": _numbered("年3月5日 10:20 来源：新华网"),
    "many names": _repeated("责任编辑：王小明\n"),
    "many headlines": _numbered("：关于做好下一步工作的通知"),
    "blank lines": _repeated("\n"),
    "blanks": _repeated(" "),
    "one character": _repeated("的"),
    "commas": _repeated("我,"),
    "brackets": _repeated("("),
    "full-width brackets": _repeated("（"),
    "quotes": _repeated("“"),
    "straight quotes": _repeated('"我'),
    "corner quotes": _repeated("「我『"),
    "question marks": _repeated("?"),
    "question marks in words": _repeated("我?"),
    "readings": _repeated("堅(jiān)"),
    "references": _repeated("&amp;"),
    "open references": _repeated("&#x"),
    "per cent": _repeated("%E4%BD"),
    "backslashes": _repeated("\\u4f60"),
    "digits": _repeated("1234567890"),
    "dots": _repeated("."),
    "dashes": _repeated("我—"),
    "colons": _repeated("我:"),
    "tags": _repeated("<b>"),
    "open tags": _repeated("<div "),
    "urls": _repeated("http://a.cn/"),
    "private use": _repeated("\ue000"),
    "lone surrogates": _repeated("\ud800"),
    "NULs": _repeated("\x00"),
    "zero width": _repeated("我\u200b"),
    "Latin": _repeated("abc def, "),
    "code": _repeated("    if (a == b) { return c; }\n"),
    "verse": _repeated("床前明月光，\n疑是地上霜。\n"),
}


def seconds(page: str) -> float:
    """How long one page takes."""
    began = process_time()
    corpusclean.clean(page)
    return process_time() - began


def measure(kind: str, most: int) -> tuple[float, list[tuple[int, float]]]:
    """The worst exponent of a kind, and the seconds for each size."""
    times: list[tuple[int, float]] = []
    size = FIRST
    while size <= most and (not times or times[-1][1] < GIVE_UP):
        times.append((size, seconds(KINDS[kind](size))))
        size *= STEP
    counted = [took for _, took in times if took >= LEAST]
    return max((math.log(b / a, STEP) for a, b in pairwise(counted)), default=0.0), times


def main() -> None:
    """Print a row for each kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=float, default=1.0, help="million characters of the largest page")
    parser.add_argument("--only", default="", help="kinds whose name holds this")
    args = parser.parse_args()
    corpusclean.clean(SEEDS[2])
    for kind in (kind for kind in KINDS if args.only in kind):
        worst, times = measure(kind, int(args.most * 1e6))
        shown = "  ".join(f"{size / 1000:,.0f}k {took:.2f} s" for size, took in times)
        print(f"{kind:<26}{worst:>6.2f}   {shown}", flush=True)


if __name__ == "__main__":
    main()
