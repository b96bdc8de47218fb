"""Ray Data: the same output as on one machine, whatever the rows and the workers do, and after any death of the run."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import corpusclean
from corpusclean.corpus.readers import find_sources
from corpusclean.corpus.run import run
from corpusclean.corpus.settings import Settings

pytest.importorskip("ray", reason="pip install 'corpusclean[ray]'")
pa = pytest.importorskip("pyarrow")
pytest.importorskip("pyarrow.parquet")
TEXT = "第{}页：街上的人又多了起来,卖菜的也回来了。\n责任编辑：王小明\n"
PAGES = 24

# a module of its own, so that the workers can import it
DEADLY = '''
import os, signal
import corpusclean

class Deadly(corpusclean.Cleaner):
    """Dies on one page always, on another once, and fails on a third."""

    def clean(self, page, **options):
        if "【死亡】" in page or ("【一次】" in page and not os.path.exists(os.environ["DIED"])):
            open(os.environ["DIED"], "w").close()
            os.kill(os.getpid(), signal.SIGKILL)
        if "【失败】" in page:
            raise RecursionError("too deep")
        return super().clean(page, **options)
'''
DEADLY_RUN = """
import sys
from pathlib import Path
from deadly import Deadly
from corpusclean.corpus.readers import find_sources
from corpusclean.corpus.run import run
from corpusclean.corpus.settings import Settings
from corpusclean.engines import ray

source, output = sys.argv[1:]
settings = Settings(to="parquet")
summary = run(find_sources([source]), Path(output), cleaner=Deadly(), settings=settings, spread=ray.outcomes)
assert not summary.errors, summary.errors
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return write(tmp_path / "网 页.parquet", [TEXT.format(number) for number in range(PAGES)])


def write(path: Path, texts: list[str | None]) -> Path:
    table = pa.table(
        {"text": texts, "id": [str(number) for number in range(len(texts))], "raw": [b"\xff"] * len(texts)}
    )
    pa.parquet.write_table(table, path, row_group_size=4)
    return path


def python(*arguments: str | Path, **environment: str) -> subprocess.Popen[bytes]:
    words = [sys.executable, *map(str, arguments)]
    quiet = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_DATA_DISABLE_PROGRESS_BARS": "1"}
    pipe = subprocess.PIPE
    return subprocess.Popen(
        words, env={**os.environ, **quiet, **environment}, stdout=pipe, stderr=pipe, start_new_session=True
    )


def end(process: subprocess.Popen[bytes]) -> str:
    """What the process says on standard error."""
    try:
        _, said = process.communicate(timeout=600)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
    return said.decode("utf-8", "replace")


def rows(folder: Path) -> list[dict[str, Any]]:
    files = sorted(folder.glob("*.parquet"))
    return [row for path in files for row in pa.parquet.read_table(path).to_pylist()]


def here(pages: Path, output: Path) -> list[dict[str, Any]]:
    """The rows that a run on this machine leaves."""
    run(find_sources([pages]), output, cleaner=corpusclean.Cleaner(), settings=Settings(to="parquet"))
    return rows(output)


def test_a_driver_killed_at_work_goes_on_and_ends_as_on_one_machine(pages: Path, tmp_path: Path) -> None:
    words = ["-m", "corpusclean", "run", pages, "-o", tmp_path / "far", "--to", "parquet", "--engine", "ray"]
    first = python(*words)
    manifest = tmp_path / "far.work" / "manifest.jsonl"
    for _ in range(6000):
        if first.poll() is not None or (manifest.exists() and manifest.read_bytes().count(b"\n") > 1):
            break
        time.sleep(0.05)
    first.kill()
    end(first)
    second = python(*words)
    said = end(second)
    assert second.returncode == 0, said
    assert f"{PAGES} of {PAGES} pages" in said
    assert rows(tmp_path / "far") == here(pages, tmp_path / "near")
    report = json.loads((tmp_path / "far.report.json").read_text("utf-8"))
    assert report["pages"]["written"] == PAGES


def test_poison_rows_and_killed_workers_cost_their_rows_alone(tmp_path: Path) -> None:
    texts: list[str | None] = [TEXT.format(number) for number in range(PAGES)]
    texts[2], texts[6], texts[10], texts[14] = "【死亡】", "【一次】", "【失败】", None
    pages = write(tmp_path / "a.parquet", texts)
    (tmp_path / "deadly.py").write_text(DEADLY, "utf-8")
    (tmp_path / "go.py").write_text(DEADLY_RUN, "utf-8")
    environment = {"PYTHONPATH": str(tmp_path), "DIED": str(tmp_path / "died")}
    process = python(tmp_path / "go.py", pages, tmp_path / "out", **environment)
    said = end(process)
    assert process.returncode == 0, said
    assert [row["id"] for row in rows(tmp_path / "out")] == [str(n) for n in range(PAGES) if n not in {2, 10, 14}]
    aside = [json.loads(line) for line in (tmp_path / "out.quarantine").read_text("utf-8").splitlines()]
    assert [failure["error"].partition(":")[0] for failure in aside] == ["RuntimeError", "RecursionError", "InputError"]
    assert (tmp_path / "died").exists()


def test_a_step_of_a_pipeline_of_ones_own(tmp_path: Path) -> None:
    code = (
        "import json, ray\n"
        "from corpusclean.engines.ray import clean\n"
        f"rows = [{{'text': {TEXT!r}, 'id': n}} for n in range(9)] + [{{'text': None, 'id': 9}}]\n"
        "dataset = ray.data.from_items(rows)\n"
        "found = clean(dataset, script='hant').select_columns(['id', 'text', 'status']).take_all()\n"
        "print(json.dumps(sorted(found, key=lambda row: row['id'])))\n"
    )
    process = python("-c", code)
    out, said = process.communicate(timeout=600)
    assert process.returncode == 0, said.decode("utf-8", "replace")
    found = json.loads(out)
    wanted = corpusclean.Cleaner(script="hant").clean(TEXT).text
    assert [(row["id"], row["text"]) for row in found] == [(n, wanted) for n in range(9)] + [(9, None)]
    assert [row["status"] for row in found] == ["ok"] * 9 + ["failed"]
