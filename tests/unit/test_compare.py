"""Two cleanings side by side: what differs is told by rule, and nothing else is."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

import corpusclean
from corpusclean.cli import main
from corpusclean.corpus.articles import Cleaned, of_article
from corpusclean.corpus.compare import compare, paired

TEXT = "街上的人又多了起来,卖菜的也回来了。\n责任编辑：王小明\n"


def pages(count: int = 3, **options: Any) -> list[Cleaned]:
    clean = corpusclean.Cleaner(**options).clean if options else corpusclean.clean
    return [of_article(number, clean(f"第{number}页。{TEXT}").to_dict()) for number in range(count)]


def call(*arguments: str | Path, code: int = 0) -> None:
    with pytest.raises(SystemExit) as leaving:
        main([str(argument) for argument in arguments])
    assert leaving.value.code == code


def test_the_same_is_the_same() -> None:
    found = compare(pages(), pages())
    assert (found.pages, found.same, found.text_differs) == (3, 3, 0)
    assert found.to_dict()["rules"] == []
    assert found.facts == {}


def test_a_rule_that_is_off_is_what_differs() -> None:
    found = compare(pages(), pages(punctuation="keep")).to_dict()
    rules = {rule["rule"]: rule for rule in found["rules"]}
    assert (rules["punctuation:comma"]["lost"], rules["punctuation:comma"]["gained"]) == (3, 0)
    sample = rules["punctuation:comma"]["samples"][0]
    assert (sample["what"], sample["old"], sample["new"]) == ("lost", ",", "，")
    assert sample["before"].endswith("街上的人又多了起来")
    assert found["text_differs"] == 3
    assert [page["characters"] for page in found["differ_most"]] == [0, 0, 0]


def test_a_fact_that_changed_is_shown_old_and_new() -> None:
    old, new = pages(1), pages(1)
    new[0] = new[0]._replace(about={**new[0].about, "editors": ["李红"]})
    found = compare(old, new)
    assert found.facts == {"editors": {"pages": 1, "samples": [{"page": "0", "old": ["王小明"], "new": ["李红"]}]}}
    assert (found.same, found.text_differs) == (0, 0)


def test_an_edit_that_another_rule_makes_is_no_loss() -> None:
    old, new = pages(1), pages(1)
    edits = [{**edit, "rule": edit["rule"].replace("credits:editor", "mine:editor")} for edit in new[0].about["edits"]]
    new[0] = new[0]._replace(about={**new[0].about, "edits": edits})
    rules = {rule["rule"]: rule for rule in compare(old, new).to_dict()["rules"]}
    assert {name: (rule["lost"], rule["gained"], rule["elsewhere"]) for name, rule in rules.items()} == {
        "credits:editor": (0, 0, 1),
        "mine:editor": (0, 0, 1),
    }
    assert rules["credits:editor"]["samples"][0]["other_rule"] == "mine:editor"


def test_pages_are_paired_by_their_ids_in_any_order() -> None:
    old, new = pages(9), pages(9)[1:]
    random.Random(1).shuffle(new)
    pairs = list(paired(old, [*new, new[0]._replace(id="extra")]))
    assert all(a is None or b is None or a.id == b.id for a, b in pairs)
    assert [a.id for a, b in pairs if a and b is None] == ["0"]
    assert [b.id for a, b in pairs if b and a is None] == ["extra"]
    assert len(pairs) == 10


def test_a_page_that_failed_on_one_side_is_on_the_other_only() -> None:
    failed = Cleaned("0", "", {}, error="TimeoutError: took longer than 1 s")
    found = compare(pages(2), [failed, pages(2)[1]])
    assert (found.pages, found.only_old, found.only_new) == (1, 1, 0)


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps({"id": n, "text": TEXT}) + "\n" for n in range(3)), "utf-8")
    call("run", source, "-o", tmp_path / "old.jsonl")
    call("run", source, "-o", tmp_path / "new.parquet", "--disable", "credits:editor", "--caution", "high")
    capsys.readouterr()
    call("compare", tmp_path / "old.jsonl", tmp_path / "new.parquet")
    out = capsys.readouterr().out
    assert "3 pages in both" in out
    assert "credits:editor" in out
    assert "only old: " in out
    call("compare", tmp_path / "old.jsonl", tmp_path / "new.parquet", "--json")
    found = json.loads(capsys.readouterr().out)
    assert {rule["rule"]: rule["lost"] + rule["elsewhere"] for rule in found["rules"]}["credits:editor"] == 3
    call("compare", tmp_path / "old.jsonl", tmp_path / "old.jsonl")
    assert "3 pages in both, 3 the same, 0 with other text" in capsys.readouterr().out
