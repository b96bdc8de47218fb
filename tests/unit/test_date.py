"""Dates: every form that is read, and what must never be taken for one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from corpusclean.metadata.date import find_dates, find_seal

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "dates.toml").read_text("utf-8"))["case"]


def named(case: dict[str, Any]) -> str:
    return str(case["label"])


@pytest.mark.parametrize("case", CASES, ids=named)
def test_case(case: dict[str, Any]) -> None:
    found = find_dates(case["original"])
    assert [moment.value.isoformat() for moment in found] == case["fixed"]


def test_the_span_is_what_spells_the_date() -> None:
    text = "來源：東聯報　2021/ 06/ 25 16:10 更新"
    (moment,) = find_dates(text)
    assert text[moment.start : moment.end] == "2021/ 06/ 25 16:10"


def test_a_seal_stands_behind_the_last_mark_only() -> None:
    assert str(find_seal("雨停了。980812").value) == "2009-08-12"  # type: ignore[union-attr]
    assert str(find_seal("（編輯：王小明）1120403").value) == "2023-04-03"  # type: ignore[union-attr]
    assert find_seal("邮编980812") is None
    assert find_seal("雨停了。981399") is None


def test_a_long_line_costs_no_more_than_its_length() -> None:
    assert find_dates("2020-" * 20_000 + "年" * 20_000) == []
