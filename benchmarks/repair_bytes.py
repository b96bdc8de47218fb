"""Byte damage and inserted readings: how much comes back exactly, and whether clean text stays.

Run `python -m benchmarks.repair_bytes [FILE ...]`: plain text files of clean Simplified text, one paragraph a line,
such as a handbook's.  Without files it takes the project's own pages, which the language model was never built from.
"""

from __future__ import annotations

import json
import pathlib
import random
import re
import sys
import time
from collections.abc import Callable, Iterator

import opencc
from pypinyin import Style, lazy_pinyin

from benchmarks.byte_damage import Site, damage
from corpusclean.damage.annotations import remove_annotations
from corpusclean.damage.bytewise import undo_byte_shift
from corpusclean.document import Document
from corpusclean.fold import fold

PAGES = pathlib.Path(__file__).parent / "pages"
NARROW = {0xFF01 + place: 0x21 + place for place in range(94)} | {0x3000: 0x20}
WIDE = {",": "，", "!": "！", "?": "？", ";": "；", ":": "："}
PER_PAGE = 12
READING = re.compile(r"[(（] ?[a-zü\u00e0-\u01dc]{1,6} ?[)）]")
HAN = re.compile("[\u4e00-\u9fff]")
EMOJI = "🆚⛷💁❗👅🔱"


def texts(files: list[str]) -> list[list[str]]:
    """Clean pages, each a list of lines with full-width marks."""
    if files:
        lines = [line.strip() for file in files for line in pathlib.Path(file).read_text("utf-8").split("\n")]
        lines = [line for line in lines if len(re.findall("[\u4e00-\u9fff]", line)) > 15]
        return [lines[start : start + PER_PAGE] for start in range(0, len(lines), PER_PAGE)]
    pages = []
    for path in sorted(PAGES.glob("*.json")):
        page = json.loads(path.read_text("utf-8"))
        text = re.sub(r"(?<=[\u4e00-\u9fff”》）])[,!?;:]", lambda mark: WIDE[mark[0]], page["gold_text"])
        if not page.get("pinyin") and not page.get("mojibake"):
            pages.append([line.strip() for line in text.split("\n") if line.strip()])
    return pages


def quoted(lines: list[str], rng: random.Random) -> list[str]:
    """Every third line as something said, so that full stops and quotation marks meet as in news."""
    return [f"“{line}”{rng.choice(lines)}" if place % 3 == 0 else line for place, line in enumerate(lines)]


def gloss_table(pages: list[list[str]], rng: random.Random) -> dict[str, str]:
    """One reading for nearly half of the Traditional characters, as on one site."""
    hosts = sorted({char for page in pages for line in page for char in line if HAN.match(char) and fold(char) != char})
    hosts = [char for char in hosts if len(char.encode("gbk", "ignore")) == 2]
    return {char: lazy_pinyin(char, style=Style.TONE)[0] for char in rng.sample(hosts, int(0.45 * len(hosts)))}


def shifted(pages: list[list[str]], site: Site, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Damaged and clean pages whose lines still correspond (a swallowed line end joins two)."""
    for page in pages:
        clean = "\n".join(quoted(page, rng)).encode("gbk", "ignore").decode("gbk")
        bad = damage(clean, site, rng)
        if bad.count("\n") == clean.count("\n"):
            yield bad, clean.translate(NARROW)


def scattered(pages: list[list[str]], rng: random.Random) -> Iterator[tuple[str, str]]:
    """The second family: a reading after every few characters, toned or not, and emoji."""
    for page in pages:
        clean, out, count = "\n".join(page), [], 0
        for char in clean:
            out.append(char)
            if "\u4e00" <= char <= "\u9fff":
                count += 1
                if count % rng.choice((4, 5, 5, 6)) == 0:
                    out.append(f"({lazy_pinyin(char, style=rng.choice((Style.TONE, Style.NORMAL)))[0]})")
                    out.append(rng.choice(EMOJI) if rng.random() < 0.08 else "")
        yield "".join(out), clean


def repair(page: str) -> str:
    return remove_annotations(undo_byte_shift(Document.of(page))).text


def report(name: str, pairs: Iterator[tuple[str, str]]) -> None:
    """Print how many damaged lines come back exactly, with a lost figure marked, and what else was touched."""
    damaged = exact = marked = touched = size = 0
    spent = 0.0
    before = after = 0
    for bad, clean in pairs:
        begun = time.process_time()
        got = repair(bad)
        spent += time.process_time() - begun
        size += len(bad.encode())
        before += len(READING.findall(bad)) - len(READING.findall(clean))
        after += len(READING.findall(got)) - len(READING.findall(clean))
        for was, new, old in zip(bad.split("\n"), got.split("\n"), clean.split("\n"), strict=True):
            if READING.sub("", was) == old:
                touched += new != old
                continue
            damaged += 1
            exact += new == old
            marked += new != old and bool(re.fullmatch(re.escape(new).replace("\ufffd", "."), old))
    share = f"{(exact + marked) / damaged:6.1%}" if damaged else "   -  "
    gone = f"{1 - after / before:7.2%}" if before else "   -   "
    print(f"{name:34} {damaged:6} {exact:6} {marked:6} {share} {gone} {touched:6} {size / spent / 1e6:7.2f}")


def report_clean(name: str, pages: list[list[str]], change: Callable[[str], str]) -> None:
    """Print how many clean pages are changed."""
    changed, size, spent = 0, 0, 0.0
    for page in pages:
        text = "\n".join(map(change, page))
        begun = time.process_time()
        changed += repair(text) != text
        spent += time.process_time() - begun
        size += len(text.encode())
    print(f"{name:34} {len(pages):6} pages {changed:6} changed {size / spent / 1e6:7.2f} MB/s")


def main() -> None:
    rng = random.Random(20)
    simplified = texts(sys.argv[1:])
    simplified = [[opencc.OpenCC("t2s").convert(line) for line in page] for page in simplified]
    traditional = [[opencc.OpenCC("s2t").convert(line) for line in page] for page in simplified]
    table = gloss_table(traditional, rng)
    repair("他們堅(jiān)守?!薄")  # load the data
    print(f"{'':34} damaged exact marked  share readings touched MB/s")
    report("Traditional, readings", shifted(traditional, Site(table), rng))
    report("Traditional, readings, dropped", shifted(traditional, Site(table, private=False), rng))
    report("Traditional, no readings", shifted(traditional, Site({}), rng))
    report("Simplified", shifted(simplified, Site({}), rng))
    report("Simplified, every mark cut", shifted(simplified, Site({}, splits=1.0), rng))
    report("scattered readings, Simplified", scattered(simplified, rng))
    report("scattered readings, Traditional", scattered(traditional, rng))
    ends = ("?!", "??", "?!?", "？！", "？？", "!?")
    report_clean("clean, Simplified", simplified, str)
    report_clean("clean, Traditional", traditional, str)
    report_clean("clean, half-width marks", simplified, lambda line: line.translate(NARROW))
    report_clean("clean, dialogue", simplified, lambda line: f"“{line.rstrip('。！？')}{rng.choice(ends)}”他说{line}")


if __name__ == "__main__":
    main()
