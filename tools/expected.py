"""Writes ``seeds/<name>.expected.json`` for every page in seeds/, which tests/seeds compares with.

Run it when a change of the output is meant (`make expected`), and read the difference line by line before committing
it: a change nobody meant is a lost sentence or a wrong repair.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import corpusclean

SEEDS = Path(__file__).parents[1] / "seeds"
# versions change without the text; edits are proved by replay and restore, and would bury the article
LEFT_OUT = ("version", "rules_version", "edits")


def expected(page: bytes) -> dict[str, Any]:
    """The article of *page* as the expected files hold it."""
    values = corpusclean.clean(page).to_dict()
    return {name: value for name, value in values.items() if name not in LEFT_OUT}


def main() -> None:
    """Write the expected file of every seed."""
    for page in sorted(SEEDS.glob("*.txt")):
        article = expected(page.read_bytes())
        path = page.with_suffix(".expected.json")
        path.write_text(json.dumps(article, ensure_ascii=False, indent=1) + "\n", "utf-8")
        print(path.name)


if __name__ == "__main__":
    main()
