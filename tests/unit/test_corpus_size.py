"""A corpus of a gigabyte goes through in memory that does not grow with it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

LINE = "第{}段：河面上起了一层薄雾，渔船三三两两地停在岸边，船家在船头生火做饭，炊烟和雾混在一起。"
PAGE = "\n".join(LINE.format(number) for number in range(350))
# runs the command in its arguments, and then tells the largest of its processes, in kilobytes
MEASURED = """
import resource, sys
from corpusclean.cli import main
try:
    main()
finally:
    print(max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
"""
MOST_KILOBYTES = 300_000


def write_corpus(path: Path, size: int) -> int:
    """Write JSON Lines of about *size* bytes; how many rows they are."""
    rows = written = 0
    with path.open("w", encoding="utf-8") as file:
        while written < size:
            row = json.dumps({"id": rows, "text": f"第{rows}页。\n{PAGE}\n责任编辑：王小明"}, ensure_ascii=False) + "\n"
            written += len(row.encode())
            file.write(row)
            rows += 1
    return rows


def measured(folder: Path, *arguments: str) -> tuple[subprocess.CompletedProcess[str], int]:
    """Run the command in *folder*; what came of it, and the largest of its processes in kilobytes."""
    # the kernel counts a process as large as the one it was started from, and the shell is small
    command = ["sh", "-c", '"$@"; exit $?', "sh", sys.executable, "-c", MEASURED, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    return done, int(done.stdout.split()[-1])


def run_and_measure(folder: Path, size: int) -> int:
    """Clean a corpus of *size* bytes with two workers, hold the output to the input, and tell the largest process."""
    rows = write_corpus(folder / "in.jsonl", size)
    done, kilobytes = measured(folder, "run", "in.jsonl", "-o", "out.jsonl", "--workers", "2")
    assert done.returncode == 0, done.stderr[-2000:]
    with (folder / "out.jsonl").open(encoding="utf-8") as file:
        for number, line in enumerate(file):
            row = json.loads(line)
            assert row["id"] == number
            assert row["article"]["editors"] == ["王小明"]
            assert row["text"].endswith(LINE.format(349))
    assert number + 1 == rows
    return kilobytes


def test_some_megabytes(tmp_path: Path) -> None:
    assert run_and_measure(tmp_path, 3_000_000) < MOST_KILOBYTES


@pytest.mark.slow
def test_a_gigabyte(tmp_path: Path) -> None:
    assert run_and_measure(tmp_path, 1_000_000_000) < MOST_KILOBYTES
