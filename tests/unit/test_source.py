"""The source of whole pages, and that nothing is invented where the page names none."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

import corpusclean

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "sources.toml").read_text("utf-8"))["case"]


def named(case: dict[str, Any]) -> str:
    return str(case["label"])


@pytest.mark.parametrize("case", CASES, ids=named)
def test_case(case: dict[str, Any]) -> None:
    assert corpusclean.clean(case["original"], kind="text").source == (case["fixed"] or None)


def test_evidence_names_rule_and_line() -> None:
    imprint, body = "来源：央亭新闻 2022年03月07日 20:41", "三孔闸门缓缓提起，来自水库的水向东奔去。"
    article = corpusclean.clean(f"春灌第一水来了！这条老渠不一样\n{imprint}\n{body}")
    assert article.evidence["source"].line == 2
    assert article.evidence["published"].line == 2
    assert article.evidence["title"] == ("metadata:title", 1)
