"""Measures script unification against a parallel corpus, the national table and other converters.

    python benchmarks/script.py --traditional GSD.txt --simplified GSDSIMP.txt [--table FOLDER]

The corpora hold one sentence a line, after ``# text = `` where there is such a mark; the folder holds annex 1 of
通用规范汉字表 as ``variants.txt``.  Peers (zhconv, hanziconv) take part where they are installed.
"""

from __future__ import annotations

import argparse
import importlib
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import opencc

from corpusclean import detect_script, unify_script

Convert = Callable[[str], str]
HAN = re.compile("[\u3400-\u9fff]")
MARK = "# text = "
ROUNDS = 5
# variants stand in Traditional text; by itself 昇 is also a standard character
LEAD = "這裡說："


def sentences(path: Path) -> list[str]:
    lines = path.read_text("utf-8").splitlines()
    marked = [line[len(MARK) :] for line in lines if line.startswith(MARK)]
    return marked or [line for line in lines if line]


def tools() -> Iterator[tuple[str, Convert]]:
    yield "corpusclean", unify_script
    yield "opencc t2s", opencc.OpenCC("t2s").convert
    yield "opencc tw2s", opencc.OpenCC("tw2s").convert
    for module, call in (
        ("zhconv", lambda it: lambda text: it.convert(text, "zh-cn")),
        ("hanziconv", lambda it: it.HanziConv.toSimplified),
    ):
        try:
            yield module, call(importlib.import_module(module))
        except ImportError:
            print(f"{module} is not installed")


def differences(new: list[str], wanted: list[str]) -> Counter[str]:
    """Pairs of Han characters, got and wanted, in sentences of one length."""
    return Counter(
        got + want
        for line, target in zip(new, wanted, strict=True)
        if len(line) == len(target)
        for got, want in zip(line, target, strict=True)
        if got != want and HAN.match(want)
    )


def annex(folder: Path) -> dict[str, set[str]]:
    """The 970 variants that annex 1 has in brackets inside the BMP, each with the characters it is a variant of."""
    standard: dict[str, set[str]] = {}
    simplified = ""
    for line in (folder / "variants.txt").read_text("utf-8").splitlines():
        number, char, _, variants = (line.split("\t") + [""] * 4)[:4]
        simplified = char if number != "〃" else simplified
        for bracket in re.findall(r"\[[^\]]*\]", variants):
            for form in HAN.findall(bracket):
                standard.setdefault(form, set()).add(simplified)
    return standard


def best(call: Callable[[], object]) -> float:
    """The shortest of some runs, in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times)


def megabytes_a_second(convert: Callable[[str], object], text: str) -> float:
    return len(text.encode()) / 1e6 / best(lambda: convert(text))


def report(name: str, convert: Convert, old: list[str], wanted: list[str], table: dict[str, set[str]]) -> None:
    han = sum(len(HAN.findall(line)) for line in wanted)
    errors = differences([convert(line) for line in old], wanted)
    as_page = differences(convert("\n".join(old)).split("\n"), wanted)
    idle = differences([convert(line) for line in wanted], wanted)
    done = sum(convert(LEAD + form)[len(LEAD) :] in standard for form, standard in table.items())
    speeds = [megabytes_a_second(convert, "\n".join(lines * 10)) for lines in (old, wanted)]
    print(
        f"{name:12} errors/10k {1e4 * errors.total() / han:5.1f}, as one page {1e4 * as_page.total() / han:5.1f}",
        end="",
    )
    print(f"  changes in Simplified {idle.total()}  variants {done}/{len(table)}", end="")
    print(f"  MB/s Traditional {speeds[0]:.0f} Simplified {speeds[1]:.0f}  {errors.most_common(8)}")


def round_trips(simplified: list[str]) -> None:
    for to in ("hant", "tw", "hk"):
        there = unify_script("\n".join(simplified), to)
        back = unify_script(there).split("\n")
        wrong = differences(back, simplified)
        again = unify_script(there, to) == there
        print(f"round trip {to}: {wrong.total()} errors {wrong.most_common(8)}; twice = once: {again}")


def detection(traditional: list[str], simplified: list[str]) -> None:
    wrong = sum(detect_script(line) not in ("Hant", "none") for line in traditional)
    wrong += sum(detect_script(line) not in ("Hans", "none") for line in simplified)
    mixes = [left + "\n" + right for left, right in zip(traditional, reversed(simplified), strict=True)]
    found = sum(detect_script(mix) == "mixed" for mix in mixes)
    speed = [megabytes_a_second(detect_script, "\n".join(lines * 10)) for lines in (traditional, simplified)]
    print(f"detection: {wrong} of {len(traditional + simplified)} wrong, {found} of {len(mixes)} mixes, MB/s", end=" ")
    print(" ".join(f"{value:.0f}" for value in speed))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--traditional", type=Path, required=True)
    parser.add_argument("--simplified", type=Path, required=True)
    parser.add_argument("--table", type=Path)
    chosen = parser.parse_args()
    traditional, simplified = sentences(chosen.traditional), sentences(chosen.simplified)
    table = annex(chosen.table) if chosen.table else {}
    for name, convert in tools():
        report(name, convert, traditional, simplified, table)
    round_trips(simplified)
    detection(traditional, simplified)


if __name__ == "__main__":
    main()
