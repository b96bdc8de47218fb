"""How well debris is told from articles: precision, recall, losses and leaks, by kind of page and kind of debris.

    python benchmarks/debris.py [FOLDER] [--by-page] [--json]

FOLDER holds labelled pages, one JSON file a page (see benchmarks/pages/README.md).  Pages whose id ends in 2, 5 or 8
took no part in the making of rules and weights; they are reported apart.  Two baselines stand beside the library: all
lines kept, and only lines kept that end like a sentence.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import corpusclean
from corpusclean.fold import fold

PAGES = Path(__file__).resolve().parent / "pages"
HELD_BACK = "258"
GRAM = 5
# A line counts as lost when less of it is left, and shorter lines are too few characters to tell.
LEFT, SHORTEST = 0.9, 8
_NOT_WORD = re.compile(r"[\W_]+")
_READING = re.compile(r"\([a-zA-Zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿɡê]{1,7}\)")
# forms of one word that OpenCC leaves alone and a cleaner may unify
_FORMS = str.maketrans("著妳牠祂麽嚐裡裏綫臺", "着你它他么尝里里线台")


class Score(NamedTuple):
    """The figures of one page; counts of lines, so that they can be summed."""

    page: str
    kind: str
    precision: float
    recall: float
    f1: float
    lost: int
    body: int
    leaked: Counter[str]
    debris: Counter[str]
    clean: bool
    hurt: bool


def keep_all(raw: str) -> str:
    """The page as it is."""
    return raw


def full_stop(raw: str) -> str:
    """Only the lines that end like a sentence and have five characters or more."""
    lines = (line.strip() for line in raw.split("\n"))
    return "\n".join(line for line in lines if len(line) >= 5 and line[-1] in '。！？!?…”"」』;；.)）:：')


TOOLS: dict[str, Callable[[str], str]] = {
    "corpusclean": corpusclean.clean_text,
    "keep-all": keep_all,
    "full-stop": full_stop,
}


def bare(text: str) -> str:
    """Only what counts for a comparison: words, in one script, width and case, without readings in brackets."""
    simplified = fold(_converter().convert(_READING.sub("", fold(text)))).translate(_FORMS)
    return _NOT_WORD.sub("", simplified).lower()


@cache
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("t2s")


def grams(text: str) -> Counter[str]:
    """The overlapping pieces of a text; of a shorter text, the text."""
    size = min(GRAM, max(1, len(text)))
    return Counter(text[at : at + size] for at in range(len(text) - size + 1)) if text else Counter()


def score(page: dict[str, Any], kept: str) -> Score:
    """The figures of *kept*, what a tool left of *page*."""
    raw = page["raw"].split("\n")
    gold = page["gold_text"] if page.get("clean_text") is None else page["clean_text"]
    left, true = grams(bare(kept)), grams(bare(gold))
    common = sum((left & true).values())
    precision = common / sum(left.values()) if left else float(not true)
    recall = common / sum(true.values()) if true else float(not left)
    pieces = [piece for piece in map(bare, _pieces(page, raw, gold)) if len(piece) >= SHORTEST]
    lost = sum(sum((grams(piece) & left).values()) < LEFT * grams(piece).total() for piece in pieces)
    debris, leaked = _leaks(page, raw, kept)
    clean = all(line["label"] in ("body", "blank") for line in page["lines"])
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else float(left == true)
    return Score(
        page["id"], page["kind"], precision, recall, f1, lost, len(pieces), leaked, debris, clean, clean and lost > 0
    )  # fmt: skip


def _pieces(page: dict[str, Any], raw: Sequence[str], gold: str) -> Iterable[str]:
    """The parts of the page that must stay."""
    if page.get("clean_text") is not None:
        yield from gold.split("\n")
        return
    for line in page["lines"]:
        if line["label"] == "body":
            yield raw[line["n"]]
        elif line["label"] == "mixed":
            yield from line.get("keep", [])


def _leaks(page: dict[str, Any], raw: Sequence[str], kept: str) -> tuple[Counter[str], Counter[str]]:
    """Lines of debris and metadata by kind, and those of them that still stand as a line."""
    stays = Counter(bare(line) for line in _pieces(page, raw, page["gold_text"]))
    standing = Counter(map(bare, kept.split("\n"))) - stays
    debris: Counter[str] = Counter()
    leaked: Counter[str] = Counter()
    for line in page["lines"]:
        text = bare(raw[line["n"]])
        if line["label"] in ("debris", "meta") and text:
            kind = line.get("kind") or line["label"]
            debris[kind] += 1
            if standing[text] > 0:
                standing[text] -= 1
                leaked[kind] += 1
    return debris, leaked


def table(scores: Sequence[Score]) -> dict[str, float]:
    """The figures of many pages: averages over pages, shares of all lines."""
    lines, debris = sum(item.body for item in scores), sum(item.debris.total() for item in scores)
    clean = [item for item in scores if item.clean]
    return {
        "pages": len(scores),
        "precision": sum(item.precision for item in scores) / len(scores),
        "recall": sum(item.recall for item in scores) / len(scores),
        "F1": sum(item.f1 for item in scores) / len(scores),
        "lost": sum(item.lost for item in scores) / max(1, lines),
        "leaked": sum(item.leaked.total() for item in scores) / max(1, debris),
        "clean pages hurt": sum(item.hurt for item in clean) / max(1, len(clean)),
    }


def load(folder: Path) -> list[dict[str, Any]]:
    """The labelled pages of a folder, in order."""
    return [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]


def is_held_back(page: str) -> bool:
    """True for a page that took no part in the making."""
    return page[-1] in HELD_BACK


def run(tool: str, pages: Sequence[dict[str, Any]]) -> list[Score]:
    """The scores of one tool on all pages."""
    return [score(page, TOOLS[tool](page["raw"])) for page in pages]


def print_table(title: str, rows: Iterable[tuple[str, Mapping[str, float]]]) -> None:
    """Prints a table in Markdown."""
    rows = list(rows)
    print(f"| {title} | " + " | ".join(rows[0][1]) + " |\n|---" + "|---:" * len(rows[0][1]) + "|")
    for name, values in rows:
        cells = (f"{value:.3f}" if isinstance(value, float) else str(value) for value in values.values())
        print(f"| {name} | " + " | ".join(cells) + " |")
    print()


def print_kinds(scores: Sequence[Score]) -> None:
    """Prints the figures by kind of page and the leaks by kind of debris."""
    by_kind: defaultdict[str, list[Score]] = defaultdict(list)
    for item in scores:
        by_kind[item.kind].append(item)
    common = sorted(by_kind.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    print_table("kind of page", [(kind, table(items)) for kind, items in common])
    debris, leaked = Counter[str](), Counter[str]()
    for item in scores:
        debris += item.debris
        leaked += item.leaked
    rows = [(kind, {"lines": count, "leaked": leaked[kind]}) for kind, count in debris.most_common()]
    print_table("kind of debris", rows)


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=PAGES)
    parser.add_argument("--by-page", action="store_true", help="the twenty pages with the lowest F1")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    pages = load(args.folder)
    scores = {tool: run(tool, pages) for tool in TOOLS}
    parts: dict[str, Callable[[str], bool]] = {
        "all": lambda page: True,
        "held back": is_held_back,
        "tuned on": lambda page: not is_held_back(page),
    }
    rows = [
        (f"{tool}, {part}", table([item for item in items if belongs(item.page)]))
        for tool, items in scores.items()
        for part, belongs in parts.items()
        if any(belongs(item.page) for item in items)
    ]
    if args.json:
        print(json.dumps(dict(rows), ensure_ascii=False, indent=1))
        return
    print_table("tool and pages", rows)
    print_kinds(scores["corpusclean"])
    if args.by_page:
        worst = sorted(scores["corpusclean"], key=lambda item: item.f1)[:20]
        print_table("page", [(f"{item.page} {item.kind}", table([item])) for item in worst])


if __name__ == "__main__":
    main()
