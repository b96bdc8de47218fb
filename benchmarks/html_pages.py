"""How well the article is found on HTML pages, beside other extractors.

    python benchmarks/html_pages.py [--tool corpusclean --tool trafilatura --tool readability ...] [--held-back]

The labelled pages of benchmarks/pages are rendered in ten layouts (benchmarks/templates.py) and given to each tool
in turn.  Printed are precision, recall and F1 of character 5-grams against the known article, after folding away
script, width and marks, and pages a second.  Tools other than corpusclean need their package.  Two thirds of the pages
took part in the making of rules and weights; ``--held-back`` leaves the others.
"""

from __future__ import annotations

import argparse
import collections
import json
import pathlib
import re
import time
from collections.abc import Callable

from templates import TEMPLATES

from corpusclean.fold import fold

PAGES = pathlib.Path(__file__).parent / "pages"
HELD_BACK = "258"  # the last character of their ids, as in benchmarks/debris.py
_NOT_WORD = re.compile(r"[\W_]+")
Tool = Callable[[bytes], str]


def corpusclean_tool() -> Tool:
    from corpusclean import clean_text

    return clean_text


def trafilatura_tool() -> Tool:
    from trafilatura import extract

    return lambda page: extract(page, include_comments=False, favor_precision=True) or ""


def readability_tool() -> Tool:
    from lxml.html import fromstring
    from readability import Document

    return lambda page: fromstring(Document(page).summary(html_partial=True)).text_content()


def resiliparse_tool() -> Tool:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    return lambda page: extract_plain_text(HTMLTree.parse_from_bytes(page, detect_encoding(page)), main_content=True)


def gne_tool() -> Tool:
    from gne import GeneralNewsExtractor

    from corpusclean import decode

    return lambda page: GeneralNewsExtractor().extract(decode(page).text)["content"]


TOOLS = {
    "corpusclean": corpusclean_tool,
    "trafilatura": trafilatura_tool,
    "readability": readability_tool,
    "resiliparse": resiliparse_tool,
    "gne": gne_tool,
}


def shingles(text: str, size: int = 5) -> collections.Counter[str]:
    text = _NOT_WORD.sub("", fold(text)).lower()
    return collections.Counter(text[start : start + size] for start in range(max(0, len(text) - size + 1)))


def overlap(found: str, gold: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of 5-grams."""
    have, want = shingles(found), shingles(gold)
    if not have or not want:
        return (1.0, 1.0, 1.0) if not have and not want else (0.0, 0.0, 0.0)
    hit = sum((have & want).values())
    precision, recall = hit / sum(have.values()), hit / sum(want.values())
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def measure(name: str, tool: Tool, pages: list[dict[str, str]]) -> None:
    for layout, render in TEMPLATES.items():
        rows, start = [], time.perf_counter()
        for page in pages:
            try:
                text = tool(render(page))
            except Exception as error:  # a tool that fails on a page has found nothing there
                text = ""
                print(f"{name} {layout} {page['id']}: {type(error).__name__}: {error}")
            rows.append(overlap(text, page["gold_text"]))
        seconds = time.perf_counter() - start
        means = " | ".join(f"{sum(row[place] for row in rows) / len(rows):.3f}" for place in range(3))
        print(f"| {name} | {layout} | {means} | {len(rows) / seconds:.0f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", action="append", choices=TOOLS)
    parser.add_argument("--limit", type=int, default=None)
    parser.add_argument("--held-back", action="store_true", help="only pages that rules and weights never saw")
    args = parser.parse_args()
    pages = [json.loads(path.read_text("utf-8")) for path in sorted(PAGES.glob("*.json"))][: args.limit]
    # damaged pages test repair, not extraction
    pages = [page for page in pages if not page["pinyin"] and not page["mojibake"]]
    pages = [page for page in pages if page["id"][-1] in HELD_BACK or not args.held_back]
    print("| tool | layout | P | R | F1 | pages/s |\n|---|---|---|---|---|---|")
    for name in args.tool or ["corpusclean"]:
        measure(name, TOOLS[name](), pages)


if __name__ == "__main__":
    main()
