"""Speed and correctness of `unify_punctuation` beside other tools, on sentences written for it.

    python benchmarks/punctuation.py

Tools that are not installed are left out (pip install autocorrect_py ftfy).  Compare ratios: all run on the same text,
one after another, and the best of five counts.
"""

from __future__ import annotations

import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from corpusclean import unify_punctuation
from corpusclean.document import Document
from corpusclean.normalize.marks_stage import unify_marks
from corpusclean.options import Options

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PARAGRAPH = (
    "两国外长在会晤中就双边关系、地区形势以及能源合作交换了意见,并同意在2024年5月前举行第3轮磋商。会后发表的联合公报指出:"
    "“双方将继续加强沟通(包括部长级会议),共同维护贸易秩序!”分析人士认为,这一表态释放了积极信号,但具体进展仍需观察。\n"
)
COPIES = 3000
CASES = Path(__file__).parent.parent / "tests" / "cases" / "punctuation.toml"
Tool = Callable[[str], str]


def tools() -> Iterator[tuple[str, Tool]]:
    """The tools that can be imported, by name."""
    yield "corpusclean", lambda text: unify_punctuation(text, quotes="curly")
    stage = unify_marks(Options())
    yield "corpusclean, with the trail", lambda text: stage(Document.of(text)).text
    yield "NFKC", lambda text: unicodedata.normalize("NFKC", text)
    try:
        import autocorrect_py

        yield "autocorrect", autocorrect_py.format
    except ImportError:
        pass
    try:
        import ftfy

        yield "ftfy", ftfy.fix_text
    except ImportError:
        pass


def speed(tool: Tool, text: str) -> float:
    """Megabytes of UTF-8 a second, the best of five."""
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        tool(text)
        best = min(best, time.process_time() - start)
    return len(text.encode()) / 1e6 / best


def correct(tool: Tool, cases: list[dict[str, str]], changed: bool) -> str:
    """How many of the cases that change (or of those that stay) come out right."""
    chosen = [case for case in cases if (case["original"] != case["fixed"]) is changed and "quotes" not in case]
    return f"{sum(tool(case['original']) == case['fixed'] for case in chosen)}/{len(chosen)}"


def main() -> None:
    half = PARAGRAPH * COPIES
    full = unify_punctuation(half, quotes="curly")
    cases = tomllib.loads(CASES.read_text("utf-8"))["case"]
    print(f"{'tool':28} {'half MB/s':>9} {'clean MB/s':>10} {'changes':>9} {'stays':>9}")
    for name, tool in tools():
        right = correct(tool, cases, True), correct(tool, cases, False)
        print(f"{name:28} {speed(tool, half):9.1f} {speed(tool, full):10.1f} {right[0]:>9} {right[1]:>9}")


if __name__ == "__main__":
    main()
