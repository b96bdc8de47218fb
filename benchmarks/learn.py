"""How well the frame of a site is learned from its pages: recall, real lines wrongly proposed, speed, memory.

    python -m benchmarks.learn [--pages N] [--least SHARE] [--verbose] [--folder FOLDER]

Sites are built from frames (benchmarks/sites.toml), the articles of benchmarks/pages, and the formulae that documents
of a kind share: datelines, subheads, clauses of law, signatures.  Each line is known to be the site's or the article's.
The pages are cleaned without and with the rules that were learned from them, reviewed by nobody: how many of the site's
lines go before and after, how many of those that stayed before (new), how much of what is glued to paragraphs, how many
lines of articles a learned rule takes, and how many go because it took others (a new headline is found, or a neighbour
judged); text scores and headlines before and after.  With FOLDER, labelled pages are grouped by host, and their scores
are compared with and without learned rules.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

import corpusclean
from benchmarks.debris import PAGES, bare, grams, score
from corpusclean.read.addresses import host_of

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FRAME, OWN, OTHER = "frame", "article", "other"  # other: debris of one page, such as links to other articles


class Line(NamedTuple):
    """A line of a built page, and whose it is; ``glued`` is what the site put at its end."""

    text: str
    owner: str
    glued: str = ""
    is_title: bool = False


class Frame(NamedTuple):
    """What a site prints around its articles; lines that begin with ``=`` are formulae of the articles themselves."""

    name: str
    host: str
    head: str
    tail: str
    subheads: Sequence[str] = ()
    between: Sequence[str] = ()
    glued: Sequence[str] = ()
    dateline: str = ""


def sites(*, held_out: bool) -> list[Frame]:
    """The frames in benchmarks/sites.toml: those that learning was made with, or those that it was not."""
    found = tomllib.loads(Path(__file__).with_name("sites.toml").read_text("utf-8"))["site"]
    return [Frame(**site) for site in found if site.pop("held_out", False) is held_out]


FEWEST_PARAGRAPHS, MOST_PARAGRAPHS = 3, 9
AS_WRITTEN = {"punctuation": "keep", "quotes": "keep", "script": "keep"}
NAMES = ("王小明", "李大文", "陈河", "周岸青", "郑南", "孙小舟", "吴立夏", "何山", "沈砚", "陆一鸣")


class Article(NamedTuple):
    """A headline and the paragraphs under it."""

    title: str
    paragraphs: list[str]


def material() -> list[Article]:
    """The articles of the pages in benchmarks/pages that are not damaged."""
    found = []
    for path in sorted(PAGES.glob("*.json")):
        page = json.loads(path.read_text("utf-8"))
        if page["pinyin"] or page["mojibake"] or page.get("clean_text") is not None or not page["metadata"]["title"]:
            continue
        raw = page["raw"].split("\n")
        paragraphs = [raw[line["n"]].strip() for line in page["lines"] if line["label"] == "body"]
        if len(paragraphs) >= FEWEST_PARAGRAPHS:
            found.append(Article(page["metadata"]["title"], paragraphs))
    return found


def pages_of(frame: Frame, stuff: Sequence[Article], count: int, rng: random.Random) -> Iterator[list[Line]]:
    """*count* pages of a site, each an article; where there are more pages than articles, some begin further down."""
    order = rng.sample(range(len(stuff)), len(stuff))
    for number in range(count):
        article = stuff[order[number % len(stuff)]]
        start = number // len(stuff) % (len(article.paragraphs) - FEWEST_PARAGRAPHS + 1)
        own = article.paragraphs[start : start + rng.randint(FEWEST_PARAGRAPHS, MOST_PARAGRAPHS)]
        head, tail = (list(_framed(lines, article.title, stuff, rng)) for lines in (frame.head, frame.tail))
        yield [*head, *_article(frame, own, rng), *tail]


def _article(frame: Frame, own: Sequence[str], rng: random.Random) -> Iterator[Line]:
    dateline = frame.dateline.format(day=f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日") if frame.dateline else ""
    step = max(1, len(own) // (len(frame.subheads) + 1))
    for place, text in enumerate(own):
        if frame.subheads and place % step == 0 and place // step < len(frame.subheads):
            yield Line(frame.subheads[place // step], OWN)
        if frame.between and place == len(own) // 2:
            yield Line(rng.choice(frame.between), FRAME)
        glued = rng.choice(frame.glued) if frame.glued and rng.random() < 0.4 else ""
        yield Line(f"{dateline if place == 0 else ''}{text}{glued}", OWN, glued)


def _framed(lines: str, title: str, stuff: Sequence[Article], rng: random.Random) -> Iterator[Line]:
    for line in lines.split("\n"):
        values = {
            "title": title,
            "date": f"{rng.randint(2015, 2025)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
            "time": f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}",
            "name": rng.choice(NAMES),
            "other": rng.choice(stuff).title,
            "n": rng.randint(10, 9999),
            "phone": rng.randint(80000000, 89999999),
            "year": rng.randint(2015, 2025),
            "day_of_year": f"{rng.randint(2015, 2025)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日",
        }
        owner = OWN if line.startswith("=") or line == "{title}" else OTHER if line.endswith("{other}") else FRAME
        yield Line(line.removeprefix("=").format(**values), owner, "", line == "{title}")


def measure(frames: Sequence[Frame], count: int, *, with_url: bool, least: float = 0.0) -> dict[str, Counter[str]]:
    """What is learned of built sites and what a run with it does: counts by site."""
    stuff, rng = material(), random.Random(20)
    built = {frame.host: list(pages_of(frame, stuff, count, rng)) for frame in frames}
    given = [
        ("\n".join(line.text for line in pages[number]), f"https://{host}/{number}.html" if with_url else None)
        for number in range(count)
        for host, pages in built.items()
    ]
    with NamedTemporaryFile("w", suffix=".toml", encoding="utf-8") as file:
        file.write(corpusclean.learn(given).at_least(least).toml)
        file.flush()
        cleaners = (corpusclean.Cleaner(**AS_WRITTEN), corpusclean.Cleaner(**AS_WRITTEN, rules=[file.name]))
        return {
            host: _counted(cleaners, pages, f"https://{host}/" if with_url else None) for host, pages in built.items()
        }


def _is_text(line: Line) -> bool:
    """True for what an editor keeps: the article's lines without its headline."""
    return line.owner == OWN and not line.is_title


def _f1(kept: str, real: str) -> int:
    """The F1 of five-grams, in ten-thousandths."""
    left, true = grams(bare(kept)), grams(real)
    return round(20000 * sum((left & true).values()) / max(1, sum(left.values()) + sum(true.values())))


def _counted(
    cleaners: tuple[corpusclean.Cleaner, ...], pages: Sequence[Sequence[Line]], url: str | None
) -> Counter[str]:
    counts: Counter[str] = Counter()
    for page in pages:
        text = "\n".join(line.text for line in page)
        before, article = (cleaner.clean(text, url=url) for cleaner in cleaners)
        real = bare("\n".join(line.text.removesuffix(line.glued) for line in page if _is_text(line)))
        counts["F1 before"] += _f1(before.text, real)
        counts["F1"] += _f1(article.text, real)
        title = bare(next((line.text for line in page if line.is_title), ""))
        counts["titles before"] += bare(before.title or "") == title
        counts["titles"] += bare(article.title or "") == title
        counts["pages"] += 1
        known, left = set(before.text.split("\n")), set(article.text.split("\n"))
        taken = {(edit.line, edit.old.strip()) for edit in article.edits if edit.family == "learned"}
        for number, (said, owner, glued, is_title) in enumerate(page, 1):
            counts[owner] += 1
            if owner == FRAME:
                counts["known"] += said not in known
                counts["new"] += said in known
                counts["new gone"] += said in known and said not in left
                counts["gone"] += said not in left
                counts[f"missed {said}"] += said in left
            elif owner == OWN:
                wrong = any(line == number and old != glued for line, old in taken)
                counts["wrong"] += wrong
                counts[f"wrong {said[:40]}"] += wrong
                counts["moved"] += said in known and not wrong and not glued and not is_title and said not in left
        for glued, times in Counter(line.glued for line in page if line.glued).items():
            counts["glued"] += times
            counts["glued gone"] += times - min(times, article.text.count(glued[-8:]))
    return counts


def speed(megabytes: float) -> tuple[float, float]:
    """MB of text a second of processor time, and the most memory in MB that Python held, for a large crawl of sites."""
    stuff, rng = material(), random.Random(7)
    frames = [frame._replace(host=f"s{number}.{frame.host}") for number in range(8) for frame in sites(held_out=False)]
    size, pages = 0, list[tuple[str, str]]()
    while size < megabytes * 1e6:
        frame = frames[len(pages) % len(frames)]
        text = "\n".join(line.text for line in next(pages_of(frame, stuff, 1, rng)))
        pages.append((text, f"https://{frame.host}/{len(pages)}"))
        size += len(text.encode())
    began = time.process_time()
    corpusclean.learn(pages)
    seconds = time.process_time() - began
    tracemalloc.start()
    corpusclean.learn(pages)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return size / 1e6 / seconds, peak / 1e6


def report(results: dict[str, Counter[str]], *, verbose: bool) -> None:
    total: Counter[str] = Counter()
    print(f"{'site':<30} before  after    new   glued  taken   indirect  F1 before  after titles before  after")
    for host, counts in results.items():
        total += counts
        print(_row(host, counts))
        if verbose:
            for text, number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
                if number and text.startswith(("missed", "wrong")):
                    print(f"      {number:>5} {text}")
    print(_row("all", total))


def _row(name: str, counts: Counter[str]) -> str:
    def share(part: str, whole: str) -> str:
        return f"{counts[part] / counts[whole]:6.1%}" if counts[whole] else "     -"

    return (
        f"{name:<30} {share('known', FRAME)} {share('gone', FRAME)} {share('new gone', 'new')}"
        f" {share('glued gone', 'glued')} {counts['wrong'] / max(1, counts[OWN]):8.3%}"
        f" {counts['moved'] / max(1, counts[OWN]):8.3%} {counts['F1 before'] / max(1, counts['pages']) / 1e4:9.3f}"
        f" {counts['F1'] / max(1, counts['pages']) / 1e4:6.3f}"
        f" {share('titles before', 'pages')} {share('titles', 'pages')}"
    )


def by_host(folder: Path) -> None:
    """The gain on labelled pages that are grouped by host; each host's rules are learned from its own pages."""
    groups: dict[str, list[dict[str, object]]] = defaultdict(list)
    for path in sorted(folder.glob("*.json")):
        page = json.loads(path.read_text("utf-8"))
        groups[host_of(page["url"] or "").removeprefix("www.")].append(page)
    pages = [page for group in groups.values() for page in group]
    found = corpusclean.learn((page["raw"], page["url"]) for page in pages)
    largest = max(map(len, groups.values()))
    print(f"{folder}: {len(pages)} pages of {len(groups)} hosts, the largest has {largest}: {len(found.rules)} rules")
    with NamedTemporaryFile("w", suffix=".toml", encoding="utf-8") as file:
        file.write(found.toml)
        file.flush()
        for name, rules in (("without", []), ("with", [file.name] if found.rules else [])):
            cleaner = corpusclean.Cleaner(rules=rules)
            scores = [score(page, cleaner.clean(page["raw"], url=page["url"]).text) for page in pages]
            print(f"  {name:<8} F1 {sum(item.f1 for item in scores) / len(scores):.4f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=40, help="pages of each built site")
    parser.add_argument("--folder", type=Path, action="append", default=[], help="labelled pages to group by host")
    parser.add_argument("--least", type=float, default=0.0, help="use only rules that are so sure, as run --learn does")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--megabytes", type=float, default=20)
    given = parser.parse_args()
    for held_out, with_url in ((False, True), (False, False), (True, True), (True, False)):
        frames = sites(held_out=held_out)
        kind, known = "held-out" if held_out else "built", "with" if with_url else "without"
        print(f"{len(frames)} {kind} sites of {given.pages} pages, {known} addresses")
        report(measure(frames, given.pages, with_url=with_url, least=given.least), verbose=given.verbose)
    for folder in given.folder:
        by_host(folder)
    if given.megabytes:
        rate, peak = speed(given.megabytes)
        print(f"{rate:.1f} MB/s over {given.megabytes:g} MB of text, {peak:.0f} MB of memory at most")


if __name__ == "__main__":
    main()
