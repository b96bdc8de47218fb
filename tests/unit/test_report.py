"""The report: its numbers are right, merge in any split, and hold nothing that runs."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

import corpusclean
from corpusclean.cli import main
from corpusclean.corpus.articles import Cleaned, of_article
from corpusclean.corpus.report import tally as tallies
from corpusclean.corpus.report.counts import Counts
from corpusclean.corpus.report.findings import as_json, report_of
from corpusclean.corpus.report.page import SHOWN, as_page
from corpusclean.corpus.report.plots import by_time
from corpusclean.corpus.report.tally import Tally
from corpusclean.corpus.report.text import as_lines

TEXT = "首页 > 新闻 > 正文\n街上的人又多了起来,卖菜的也回来了。\n责任编辑：王小明\n"


def page(number: object = 1, text: str = TEXT, **options: Any) -> Cleaned:
    article = corpusclean.Cleaner(**options).clean(text) if options else corpusclean.clean(text)
    return of_article(number, article.to_dict())


def told(*pages: Cleaned, **more: Any) -> dict[str, Any]:
    tally = Tally()
    for each in pages:
        tally.add(each)
    return report_of(tally, name="o.jsonl", **more)


def call(*arguments: str | Path, code: int = 0) -> None:
    with pytest.raises(SystemExit) as leaving:
        main([str(argument) for argument in arguments])
    assert leaving.value.code == code


def test_the_numbers_of_one_page() -> None:
    report = told(page(), rules=["credits:editor", "credits:nobody"])
    article = corpusclean.clean(TEXT)
    assert report["pages"] == {
        "read": 1, "written": 1, "set_aside": 0, "changed": 1, "emptied": 0, "lost_over_half": 1
    }  # fmt: skip
    assert report["characters"]["read"] == len(TEXT)
    assert report["characters"]["kept"] == len(article.text)
    rules = {rule["rule"]: rule for rule in report["rules"]}
    assert rules["credits:editor"]["removed"] == len("责任编辑：王小明\n")
    assert rules["punctuation:comma"]["removed"] == 0
    assert rules["punctuation:comma"]["edits"] == 1
    assert sum(rule["removed"] - rule["added"] for rule in report["rules"]) == len(TEXT) - len(article.text)
    assert sum(family["removed"] for family in report["families"]) == sum(rule["removed"] for rule in report["rules"])
    assert report["never_fired"] == ["credits:nobody"]
    assert report["facts"]["editors"] == {"pages": 1, "share": 1.0}


def test_a_sample_shows_the_cut_where_it_was() -> None:
    rules = {rule["rule"]: rule for rule in told(page("页"))["rules"]}
    (sample,) = rules["credits:editor"]["samples"]
    assert sample["page"] == "页"
    assert sample["line"] == 3
    assert sample["before"].endswith("卖菜的也回来了。\n")
    assert sample["old"].strip() == "责任编辑：王小明"
    assert sample["new"] == ""


def test_what_is_only_labelled_counts_as_such() -> None:
    rules = {rule["rule"]: rule for rule in told(page(debris="label"))["rules"]}
    assert rules["breadcrumbs:from-home"]["labelled"] == len("首页 > 新闻 > 正文")
    assert rules["breadcrumbs:from-home"]["removed"] == 0


def test_parts_merge_to_the_whole_however_they_are_split() -> None:
    kinds = [page(0, TEXT * count) for count in (1, 2, 3)]
    pages = [kinds[number % 3]._replace(id=str(number)) for number in range(60)]
    chance = random.Random(3)
    for _ in range(3):
        whole = told(*pages)
        merged, left = Tally(), list(pages)
        while left:
            part = Tally()
            for each in (some := left[: chance.randint(1, 25)]):
                part.add(each)
            del left[: len(some)]
            merged.merge(Tally.from_json(part.to_json()))
        found = report_of(merged, name="o.jsonl")
        for rule in (*found["rules"], *whole["rules"]):
            assert 2 <= len(rule.pop("samples")) <= tallies.SAMPLES
        assert found == whole


def test_samples_are_as_many_as_can_be_looked_at_and_not_of_the_first_pages() -> None:
    one = page()
    pages = [one._replace(id=str(number)) for number in range(600)]
    (rule,) = (rule for rule in told(*pages)["rules"] if rule["rule"] == "credits:editor")
    found = [int(sample["page"]) for sample in rule["samples"]]
    assert len(set(found)) == tallies.SAMPLES
    assert max(found) > 100
    assert rule["pages"] == 600


def test_the_pages_that_lost_most_come_first() -> None:
    lost = page("much", "责任编辑：王小明\n" * 9 + "街上的人又多了起来。\n")
    one = page()
    report = told(*[one._replace(id=str(number)) for number in range(30)], lost)
    assert report["lost_most"][0]["id"] == "much"
    assert len(report["lost_most"]) == tallies.LOST_MOST
    assert report["pages"]["lost_over_half"] >= 1
    assert sum(report["losses"]) == 31


def test_failures_are_counted_by_their_class() -> None:
    failures = [Cleaned(str(n), "", {}, error=f"InputError: row {n}") for n in range(3)]
    report = told(page(), *failures)
    assert report["failures"] == {"InputError": 3}
    assert report["pages"]["read"] == 4


def test_counts_forget_the_rarest_and_say_how_many() -> None:
    counts = Counts()
    for number in range(20_000):
        counts.add(f"host{number}")
        counts.add("big")
    assert counts.top(1) == [("big", 20_000)]
    assert len(counts) < 5000
    assert counts.total == 40_000
    assert counts.total == sum(number for _, number in counts.top(10_000)) + counts.others
    assert Counts.from_dict(counts.to_dict()).total == 40_000


def test_a_text_that_was_changed_after_the_run_gives_no_sample_and_no_error() -> None:
    report = told(page()._replace(text="另一段文字，与编辑的记录不合。"))
    assert all(rule["samples"] == [] for rule in report["rules"] if rule["rule"] != "layout:margin")


def test_hostile_pages_stay_text() -> None:
    markup = "<script>alert(1)</script></style><img src=x onerror=alert(1)>"
    hostile = f"街上的人又多了起来,卖菜的{markup}也回来了。\n责任编辑：\x1b[31m王小明\n"
    report = told(page("<b>\ud800", hostile))
    html = as_page(report)
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "<b>\ud800" not in html
    assert html.encode()
    assert json.loads(as_json(report))["rules"]
    assert not any("\x1b" in text for text, _ in as_lines(report))


def test_the_rules_that_took_most_show_what_they_took_at_once() -> None:
    html = as_page(told(page()))
    rules = re.findall(r'<details class="rule"[^>]*>', html)
    assert len(rules) > SHOWN
    assert [" open" in rule for rule in rules] == [place < SHOWN for place in range(len(rules))]


def test_months_without_pages_are_columns_too() -> None:
    assert by_time([("2020-11", 1), ("2021-02", 3)]) == [("2020-11", 1), ("2020-12", 0), ("2021-01", 0), ("2021-02", 3)]
    assert by_time([("1998-01", 1), ("1998-05", 1), ("2021-02", 3)]) == [("1998", 2), ("2021", 3)]
    assert by_time([]) == []


class TestCommand:
    @pytest.fixture
    def source(self, tmp_path: Path) -> Path:
        rows = [{"id": n, "text": TEXT, "url": "https://news.example.com/"} for n in range(3)] + [{"id": 3, "text": 7}]
        path = tmp_path / "in.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        return path

    @pytest.mark.parametrize("name", ["o.jsonl", "o.jsonl.gz", "o.parquet", "o.csv", "o"])
    def test_a_run_leaves_a_report(self, source: Path, tmp_path: Path, name: str) -> None:
        call("run", source, "-o", tmp_path / name, code=3)
        report = json.loads((tmp_path / f"{name}.report.json").read_text("utf-8"))
        assert report["pages"]["written"] == 3
        assert report["failures"] == {"InputError": 1}
        assert report["hosts"] == {"news.example.com": 3}
        assert (tmp_path / f"{name}.report.html").read_text("utf-8").startswith("<!DOCTYPE html>")

    @pytest.mark.parametrize("name", ["o.jsonl", "o.jsonl.bz2", "o.parquet"])
    def test_the_rows_alone_give_the_same_report(
        self, source: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        call("run", source, "-o", tmp_path / name, code=3)
        stored = json.loads((tmp_path / f"{name}.report.json").read_text("utf-8"))
        (tmp_path / f"{name}.manifest.json").unlink()
        capsys.readouterr()
        call("report", tmp_path / name, "--json")
        counted = json.loads(capsys.readouterr().out)
        assert counted["pages"].pop("read") == 3  # what was set aside is not in the rows
        assert stored["pages"].pop("read") == 4
        for told_of in ("rules", "families", "facts", "losses", "lost_most", "hosts", "scripts", "never_fired"):
            assert counted[told_of] == stored[told_of], told_of

    def test_text_and_page(self, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        call("run", source, "-o", tmp_path / "o.csv", code=3)
        capsys.readouterr()
        call("report", tmp_path / "o.csv", "--html", tmp_path / "r.html")
        assert capsys.readouterr().out == ""
        assert (tmp_path / "r.html").read_bytes() == (tmp_path / "o.csv.report.html").read_bytes()
        call("report", tmp_path / "o.csv")
        out = capsys.readouterr().out
        assert "4 pages read, 3 written, 1 set aside" in out
        assert "[责任编辑：王小明" in out

    def test_what_holds_no_articles_is_one_sentence(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "a.csv").write_text("text\n正文。\n", "utf-8")
        (tmp_path / "a.jsonl").write_text('{"text": "正文。"}\n', "utf-8")
        (tmp_path / "b.jsonl").write_text("{broken\n", "utf-8")
        for name, said in (("a.csv", "articles with their edits are in"), ("a.jsonl", "row 1 is no article"),
                           ("b.jsonl", "Expecting property name"), ("no.jsonl", "no such file")):  # fmt: skip
            call("report", tmp_path / name, code=2)
            (line,) = capsys.readouterr().err.splitlines()
            assert said in line

    def test_a_report_is_no_page_of_the_next_run(self, source: Path, tmp_path: Path) -> None:
        call("run", source, "-o", tmp_path / "o.csv", code=3)
        call("run", tmp_path, "-o", tmp_path / "p.jsonl", code=3)
        ids = [json.loads(line)["id"] for line in (tmp_path / "p.jsonl").read_text("utf-8").splitlines()]
        assert not any("report" in str(name) for name in ids)
