"""The recipes of docs/engines.md: each runs as it stands, on a table with a row that fails."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import corpusclean

pa = pytest.importorskip("pyarrow")
pytest.importorskip("pyarrow.parquet")
TEXT = "街上的人又多了起来,卖菜的也回来了。\n责任编辑：王小明\n摄影：李红"
DOCS = Path(__file__).parents[2] / "docs" / "engines.md"
PACKAGES = {"Ray": "ray", "Spark": "pyspark"}


def recipes() -> list[tuple[str, str]]:
    found = []
    for section in re.split(r"^## ", DOCS.read_text("utf-8"), flags=re.M)[1:]:
        name = section.partition("\n")[0]
        found += [(name, code) for code in re.findall(r"^```python\n(.*?)^```", section, re.M | re.S)]
    return found


RECIPES = recipes()


def test_there_are_recipes() -> None:
    assert {name for name, _ in RECIPES} == {"Ray", "Spark", "datatrove", "datasets", "polars", "duckdb", "daft"}


@pytest.mark.parametrize(("name", "code"), RECIPES, ids=[f"{name}-{n}" for n, (name, _) in enumerate(RECIPES)])
def test_recipe(name: str, code: str, tmp_path: Path) -> None:
    package = PACKAGES.get(name, name)
    if find_spec(package) is None:
        pytest.skip(f"{package} is not installed")
    pa.parquet.write_table(pa.table({"id": ["1", "2", "3"], "text": [TEXT, None, TEXT]}), tmp_path / "pages.parquet")
    (tmp_path / "recipe.py").write_text(code, "utf-8")
    quiet = {
        "RAY_USAGE_STATS_ENABLED": "0",
        "DO_NOT_TRACK": "1",
        "HF_HUB_OFFLINE": "1",
        "HF_HOME": str(tmp_path / "hf"),
    }
    done = subprocess.run(
        [sys.executable, "recipe.py"],
        cwd=tmp_path,
        env={**os.environ, **quiet},
        capture_output=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-3000:]
    texts = [text for path in tmp_path.glob("cleaned*") for text in written(path)]
    assert texts
    assert set(texts) - {None} == {corpusclean.clean_text(TEXT)}


def written(path: Path) -> list[str | None]:
    """The texts in what a recipe wrote: a file, or a folder of them."""
    if path.is_dir():
        return [text for file in sorted(path.iterdir()) for text in written(file)]
    if path.suffix == ".parquet":
        texts: list[str | None] = pa.parquet.read_table(path, columns=["text"])["text"].to_pylist()
        return texts
    if path.suffix in (".csv", ".jsonl"):
        import csv
        import json

        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file) if path.suffix == ".csv" else map(json.loads, file)
            return [row["text"] for row in rows]
    return []
