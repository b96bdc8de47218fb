"""How fast `clean` is beside what people use today: ftfy alone, and the chain of ftfy, OpenCC and regular expressions.

Run it with ``python -m benchmarks.peers``.  ``typical`` pages are made of clean lines of the seeds, with
other digits on each page; an eighth have lines of debris, a twentieth is Traditional, a fiftieth has readings in it.
``dirty`` pages are pieces of the seeds as they were scraped.  Rounds take turns and medians count: read the
ratios, for seconds differ from machine to machine.  The peers keep no record and read no facts.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

import ftfy
import opencc

import corpusclean
from corpusclean.debris.rules.loader import built_in

SEEDS = [path.read_text("utf-8") for path in sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))]
ROUNDS, PAGES, LINES = 3, 150, 20
TO_HANS = opencc.OpenCC("t2s")
# what such chains are made of: a label and what follows it, tags, references, addresses, telephones, blanks
CHAIN = [
    re.compile(rf"^\s*[（(【\[]?{word}\s*[:：]?.{{0,40}}$", re.MULTILINE)
    for word in "责任编辑 编辑 来源 作者 分享到 扫一扫 上一篇 下一篇 相关阅读 版权所有 声明 字号 打印".split()
] + [
    re.compile(pattern)
    for pattern in (
        r"https?://[\w./?=&%#-]+", r"[\w.+-]+@[\w-]+\.[\w.]+", r"\d{3,4}-\d{7,8}", r"<[^>\n]{1,80}>", r"&[a-z]{2,6};",
        r"[(（][a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,6}[)）]", "[\u200b\ufeff\xa0]", r"[ \t\u3000]+(?=\n)", r"\n{3,}",
    )
]  # fmt: skip


def chain(text: str) -> str:
    """The text as the usual script cleans it."""
    text = TO_HANS.convert(ftfy.fix_text(text))
    for pattern in CHAIN:
        text = pattern.sub("", text)
    return text


def corpora() -> dict[str, list[str]]:
    """Pages of both kinds, the same in every run."""
    rnd = random.Random(7)
    debris = [rule.removes[0] for rule in built_in() if not rule.cuts]
    clean = [line for page in SEEDS for line in corpusclean.clean_text(page).split("\n") if len(line) > 12]
    hant, readings = (SEEDS[place].split("\n") for place in (0, 2))
    typical = []
    for number in range(PAGES):
        kind = hant if number % 20 == 1 else readings if number % 50 == 2 else clean
        lines = rnd.sample(kind, LINES) + (rnd.sample(debris, 4) if number % 8 == 0 else [])
        typical.append(re.sub(r"\d", lambda _: str(rnd.randrange(10)), "\n".join(lines)))
    scraped = [line for page in SEEDS for line in page.split("\n")]
    starts = (rnd.randrange(len(scraped) - LINES) for _ in range(PAGES // 3))
    return {"typical": typical, "dirty": ["\n".join(scraped[start : start + LINES]) for start in starts]}


TOOLS: dict[str, Callable[[str], object]] = {"corpusclean": corpusclean.clean, "ftfy": ftfy.fix_text, "chain": chain}


def seconds(pages: list[str]) -> dict[str, float]:
    """The median of the rounds for each tool, in seconds of the processor."""
    took: dict[str, list[float]] = {name: [] for name in TOOLS}
    for _ in range(ROUNDS):
        for name, tool in TOOLS.items():
            began = process_time()
            for page in pages:
                tool(page)
            took[name].append(process_time() - began)
    return {name: median(times) for name, times in took.items()}


def main() -> None:
    """Print the table."""
    print(f"{'pages':<10}" + "".join(f"{name + ' MB/s':>18}" for name in TOOLS) + f"{'x ftfy':>10}{'x chain':>10}")
    for kind, pages in corpora().items():
        size = sum(len(page.encode()) for page in pages) / 1e6
        took = seconds(pages)
        ratios = "".join(f"{took[name] / took['corpusclean']:>10.2f}" for name in ("ftfy", "chain"))
        print(f"{kind:<10}" + "".join(f"{size / took[name]:>18.2f}" for name in TOOLS) + ratios)


if __name__ == "__main__":
    main()
