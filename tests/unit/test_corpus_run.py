"""Runs over corpora: what comes out, what is set aside, and that a killed run ends as if it had not been killed."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

import corpusclean
from corpusclean.corpus import units, work
from corpusclean.corpus.readers import find_sources
from corpusclean.corpus.run import run
from corpusclean.corpus.settings import Settings, Summary, beside
from corpusclean.corpus.writers import encode_row
from corpusclean.errors import OptionError

TEXT = "第{}页：街上的人又多了起来,卖菜的也回来了。\n责任编辑：王小明\n"


def clean_text(number: object) -> str:
    return corpusclean.clean_text(TEXT.format(number))


def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def lines(path: Path, count: int = 30, **more: Any) -> Path:
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps({"id": number, "text": TEXT.format(number), **more}, ensure_ascii=False) + "\n")
    return path


def go(source: Path, output: Path, cleaner: corpusclean.Cleaner | None = None, **settings: Any) -> Summary:
    found = find_sources([source], output=output)
    return run(found, output, cleaner=cleaner or corpusclean.Cleaner(), settings=Settings(**settings))


class Choosy(corpusclean.Cleaner):
    """Fails on one page, hangs on another, and takes its process down on a third."""

    def clean(self, page: Any, **options: Any) -> corpusclean.Article:  # type: ignore[override]
        text = page if isinstance(page, str) else page.decode("utf-8", "replace")
        if "【失败】" in text:
            raise RecursionError("too deep")
        if "【不停】" in text:
            while True:
                time.sleep(0.01)
        if "【死亡】" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().clean(page, **options)


@pytest.fixture
def small_units(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(units, "SMALLEST", 400)


class TestRows:
    def test_columns_stay_and_the_text_is_replaced(self, tmp_path: Path) -> None:
        given = {"url": "https://news.example.com/1", "meta": {"深": [1, None, 2.5]}, "zero": 0}
        go(lines(tmp_path / "a.jsonl", 2, **given), tmp_path / "o.jsonl")
        row = records(tmp_path / "o.jsonl")[1]
        about = row.pop("article")
        assert row == {"id": 1, "text": clean_text(1), **given}
        assert list(row) == ["id", "text", *given]
        assert about["editors"] == ["王小明"]
        assert about["url"] == given["url"]
        assert about["version"] == corpusclean.__version__
        assert about["rules_version"] == corpusclean.Cleaner().rules_version
        assert "text" not in about
        assert corpusclean.Article.from_dict({**about, "text": row["text"]}).restore() == TEXT.format(1)

    def test_files_give_flat_rows(self, tmp_path: Path) -> None:
        page = tmp_path / "页 面.txt"
        page.write_text(TEXT, "utf-8")
        go(page, tmp_path / "o.jsonl")
        (row,) = records(tmp_path / "o.jsonl")
        assert row["id"] == page.as_posix()
        assert corpusclean.Article.from_dict(row) == corpusclean.clean(TEXT.encode())

    def test_a_missing_id_is_a_stable_hash(self, tmp_path: Path) -> None:
        (tmp_path / "a.jsonl").write_text('{"content": "正文。"}\n{"content": "另一段。"}\n', "utf-8")
        seen = []
        for name in ("1.jsonl", "2.jsonl"):
            go(tmp_path / "a.jsonl", tmp_path / name)
            seen.append([row["id"] for row in records(tmp_path / name)])
        assert seen[0] == seen[1]
        assert len({*seen[0]}) == 2

    def test_cleaning_an_output_again_changes_no_text(self, tmp_path: Path) -> None:
        go(lines(tmp_path / "a.jsonl", 3), tmp_path / "b.jsonl")
        go(tmp_path / "b.jsonl", tmp_path / "c.jsonl")
        first, second = records(tmp_path / "b.jsonl"), records(tmp_path / "c.jsonl")
        assert [(row["id"], row["text"]) for row in first] == [(row["id"], row["text"]) for row in second]
        assert [list(row) for row in second] == [["id", "text", "article"]] * 3

    def test_workers_change_nothing(self, tmp_path: Path, small_units: None) -> None:
        source = lines(tmp_path / "a.jsonl", 40)
        for workers in (1, 2):
            assert go(source, tmp_path / f"{workers}.jsonl", workers=workers).written == 40
        assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()
        assert [row["id"] for row in records(tmp_path / "2.jsonl")] == list(range(40))

    def test_limit_and_sample(self, tmp_path: Path, small_units: None) -> None:
        source = lines(tmp_path / "a.jsonl", 40)
        assert go(source, tmp_path / "l.jsonl", limit=7).pages == 7
        assert [row["id"] for row in records(tmp_path / "l.jsonl")] == list(range(7))
        assert 5 < go(source, tmp_path / "s.jsonl", sample=0.5).pages < 35
        go(source, tmp_path / "t.jsonl", sample=0.5)
        assert (tmp_path / "s.jsonl").read_bytes() == (tmp_path / "t.jsonl").read_bytes()


class TestQuarantine:
    def test_bad_rows_are_kept_alone_with_their_bytes(self, tmp_path: Path) -> None:
        bad = [b'{"text": "bro\n', b'{"text": 7}\n', b"[1]\n", b'{"other": "x"}\n', b'\xff\xfe"\n', b'{"text": null}\n']
        good = json.dumps({"id": "ok", "text": TEXT}).encode() + b"\n"
        (tmp_path / "a.jsonl").write_bytes(good.join([b"", *bad, b""]))
        summary = go(tmp_path / "a.jsonl", tmp_path / "o.jsonl")
        assert (summary.written, summary.set_aside) == (7, 6)
        assert [b64decode(row["data"]) for row in records(beside(tmp_path / "o.jsonl", "quarantine"))] == bad
        assert len(records(tmp_path / "o.jsonl")) == 7

    @pytest.mark.parametrize("form", ["json", "csv", "page"])
    def test_it_is_read_again_by_the_same_command(self, tmp_path: Path, form: str) -> None:
        text = f"【失败】{TEXT}"
        source = tmp_path / {"json": "a.jsonl", "csv": "a.csv", "page": "a.txt"}[form]
        quoted = '"' + text + '"'
        source.write_text(
            {"json": json.dumps({"id": "1", "text": text}), "csv": f"id,text\r\n1,{quoted}\r\n", "page": text}[form],
            "utf-8",
            newline="",
        )
        assert go(source, tmp_path / "o.jsonl", Choosy()).set_aside == 1
        again = go(beside(tmp_path / "o.jsonl", "quarantine"), tmp_path / "p.jsonl")
        assert (again.written, again.set_aside) == (1, 0)
        (row,) = records(tmp_path / "p.jsonl")
        assert row["text"] == corpusclean.clean_text(text)
        assert row["id"] == (source.as_posix() if form == "page" else "1")

    def test_a_page_that_takes_too_long_is_set_aside(self, tmp_path: Path) -> None:
        (tmp_path / "a.jsonl").write_text('{"text": "【不停】"}\n{"text": "正文。"}\n', "utf-8")
        cleaner = Choosy()
        cleaner.clean("正文。")  # what is built for the first page of all would count as that page's time
        summary = go(tmp_path / "a.jsonl", tmp_path / "o.jsonl", cleaner, seconds=1)
        assert (summary.written, summary.set_aside) == (1, 1)
        (row,) = records(beside(tmp_path / "o.jsonl", "quarantine"))
        assert row["error"] == "TimeoutError: took longer than 1 s"

    def test_a_file_that_breaks_off_keeps_the_rows_before(self, tmp_path: Path) -> None:
        import gzip

        noise = random.Random(1)
        with gzip.open(tmp_path / "a.jsonl.gz", "wt", encoding="utf-8") as file:
            for number in range(200):
                file.write(json.dumps({"id": number, "text": TEXT, "x": noise.random()}) + "\n")
        whole = (tmp_path / "a.jsonl.gz").read_bytes()
        (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
        summary = go(tmp_path / "a.jsonl.gz", tmp_path / "o.jsonl")
        assert summary.set_aside == 1
        assert 0 < summary.written < 200
        assert "EOFError" in records(beside(tmp_path / "o.jsonl", "quarantine"))[0]["error"]

    def test_failures_of_an_earlier_run_do_not_linger(self, tmp_path: Path) -> None:
        beside(tmp_path / "o.jsonl", "quarantine").write_text("old", "utf-8")
        go(lines(tmp_path / "a.jsonl", 1), tmp_path / "o.jsonl")
        assert not beside(tmp_path / "o.jsonl", "quarantine").exists()

    def test_a_row_that_kills_its_worker_is_set_aside_alone(self, tmp_path: Path, small_units: None) -> None:
        source = lines(tmp_path / "a.jsonl", 12)
        with source.open("a", encoding="utf-8") as file:
            file.write('{"id": 12, "text": "【死亡】"}\n{"id": 13, "text": "正文。"}\n')
        script = (
            "from pathlib import Path; from tests.unit.test_corpus_run import Choosy, go\n"
            "if __name__ == '__main__':\n"
            f"    s = go(Path({str(source)!r}), Path({str(tmp_path / 'o.jsonl')!r}), Choosy(), workers=2)\n"
            "    print(s.written, s.set_aside, s.errors)\n"
        )
        (tmp_path / "script.py").write_text(script, "utf-8")
        done = python(str(tmp_path / "script.py"))
        assert done.stdout == "13 1 []\n", done.stderr
        assert [row["id"] for row in records(tmp_path / "o.jsonl")] == [*range(12), 13]
        (row,) = records(beside(tmp_path / "o.jsonl", "quarantine"))
        assert json.loads(b64decode(row["data"]))["id"] == 12


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, env=environment, timeout=60, check=False
    )


class TestResume:
    def test_the_same_call_again_does_nothing(self, tmp_path: Path) -> None:
        source, out = lines(tmp_path / "a.jsonl"), tmp_path / "o.jsonl"
        go(source, out)
        before = out.stat().st_mtime_ns
        summary = go(source, out)
        assert (summary.pages, summary.resumed) == (30, 30)
        assert out.stat().st_mtime_ns == before

    @pytest.mark.parametrize("damage", ["delete", "cut"])
    def test_an_output_that_was_deleted_or_damaged_is_written_again(self, tmp_path: Path, damage: str) -> None:
        source, out = lines(tmp_path / "a.jsonl"), tmp_path / "o.jsonl"
        go(source, out)
        whole = out.read_bytes()
        out.unlink() if damage == "delete" else out.write_bytes(whole[:-5])
        go(source, out)
        assert out.read_bytes() == whole

    def test_changed_input_rules_and_options_are_refused(self, tmp_path: Path) -> None:
        source, out = lines(tmp_path / "a.jsonl"), tmp_path / "o.jsonl"
        go(source, out)
        with pytest.raises(OptionError, match=r"the cleaning rules have changed and the options are others.*--force"):
            go(source, out, corpusclean.Cleaner(disable=["credits"]))
        with pytest.raises(OptionError, match="the options are others"):
            go(source, out, column="text")
        lines(source, 31)
        with pytest.raises(OptionError, match="the inputs have changed since the run before; --force starts anew"):
            go(source, out)
        assert go(source, out, force=True).pages == 31

    def test_a_stopped_run_of_another_plan_is_refused_too(self, tmp_path: Path, small_units: None) -> None:
        source, out = lines(tmp_path / "a.jsonl"), tmp_path / "o.jsonl"
        stopped_after(3, source, out)
        with pytest.raises(OptionError, match="options are others"):
            go(source, out, sample=0.3)
        assert go(source, out).resumed > 0

    def test_damaged_work_is_done_again(self, tmp_path: Path, small_units: None) -> None:
        source, out = lines(tmp_path / "a.jsonl"), tmp_path / "o.jsonl"
        go(source, tmp_path / "whole.jsonl")
        stopped_after(3, source, out)
        folder = beside(out, "work")
        (folder / "0000001.rows").write_bytes(b"{}\n")
        with (folder / "manifest.jsonl").open("ab") as file:
            file.write(b'{"unit": 9, "wri')  # a line torn by a crash
        assert 0 < go(source, out).resumed < 30
        assert out.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
        assert not folder.exists()

    def test_a_full_disk_stops_the_run_and_keeps_what_is_done(
        self, tmp_path: Path, small_units: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        source, out = lines(tmp_path / "a.jsonl"), tmp_path / "o.jsonl"
        go(source, tmp_path / "whole.jsonl")
        left = [15]

        def full(row: Any) -> bytes:
            left[0] -= 1
            if left[0] < 0:
                raise OSError(28, "No space left on device")
            return encode_row(row)

        monkeypatch.setattr("corpusclean.corpus.writers.encode_row", full)
        with pytest.raises(OSError, match="No space left"):
            go(source, out)
        monkeypatch.setattr("corpusclean.corpus.writers.encode_row", encode_row)
        assert left == [-1]
        assert not out.exists()
        assert not list(tmp_path.rglob("*.part"))
        assert 0 < go(source, out).resumed <= 15
        assert out.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()

    def test_two_runs_into_one_output_are_refused(self, tmp_path: Path, small_units: None) -> None:
        pytest.importorskip("fcntl")
        source, out = lines(tmp_path / "a.jsonl"), tmp_path / "o.jsonl"

        def second(summary: Summary) -> None:
            with pytest.raises(OptionError, match="another run is writing"):
                go(source, out)
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            run(find_sources([source]), out, cleaner=corpusclean.Cleaner(), watch=second)

    def test_a_file_that_changes_while_it_is_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        source, out = lines(tmp_path / "a.jsonl"), tmp_path / "o.jsonl"
        states = iter(["plan", "before", "after"])
        monkeypatch.setattr(work, "state", lambda source: next(states))
        summary = go(source, out)
        assert summary.errors == [f"{source}: changed while it was read"]
        assert not out.exists()


def stopped_after(count: int, source: Path, output: Path) -> None:
    """A run that is stopped after *count* units."""
    left = [count]

    def stop(summary: Summary) -> None:
        left[0] -= 1
        if not left[0]:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(find_sources([source]), output, cleaner=corpusclean.Cleaner(), watch=stop)


class TestKill:
    def test_kill_9_at_any_moment_changes_nothing(self, tmp_path: Path) -> None:
        kill_and_compare(tmp_path, pages=240, kills=3)

    @pytest.mark.slow
    def test_kill_9_of_six_thousand_pages(self, tmp_path: Path) -> None:
        kill_and_compare(tmp_path, pages=6000, kills=9)


def await_units(manifest: Path, *, more_than: int) -> None:
    """Wait until the manifest has more lines than that, the plan being one."""
    for _ in range(12_000):
        if manifest.exists() and manifest.read_bytes().count(b"\n") > more_than:
            return
        time.sleep(0.01)
    raise AssertionError("the run does not get on")


def await_end_of(group: int) -> None:
    """Wait until no process of the group is left."""
    for _ in range(1000):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.01)
    raise AssertionError("workers outlive their run")


def kill_and_compare(folder: Path, *, pages: int, kills: int) -> None:
    """Kill a run with all its workers again and again; at the end all is as after a run that was left alone."""
    (folder / "in").mkdir()
    rows = [{"id": n, "text": (TEXT.format(n) + "\n") * 20} for n in range(pages)]
    rows[7]["text"] = 7
    for start in range(0, pages, pages // 12):
        part = rows[start : start + pages // 12]
        data = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in part)
        (folder / "in" / f"{start:05}.jsonl").write_text(data, "utf-8")
    command = [sys.executable, "-m", "corpusclean", "run", str(folder / "in"), "--workers", "2", "-o"]
    chance = random.Random(5)
    for kill in range(1, kills + 1):
        process = subprocess.Popen(
            [*command, str(folder / "k.jsonl")], stderr=subprocess.DEVNULL, start_new_session=True
        )
        await_units(folder / "k.jsonl.work" / "manifest.jsonl", more_than=kill)
        time.sleep(chance.uniform(0, 0.3))
        # in turns the run with all its workers, and the run alone, whose workers have to end by themselves
        os.killpg(process.pid, signal.SIGKILL) if kill % 2 else process.kill()
        process.wait()
        await_end_of(process.pid)
    assert (folder / "k.jsonl.work").exists(), "no kill came before the end"
    done = subprocess.run([*command, str(folder / "k.jsonl")], capture_output=True, text=True, check=False)
    assert done.returncode == 3, done.stderr
    subprocess.run([*command, str(folder / "w.jsonl")], capture_output=True, check=False)
    reports = [json.loads((folder / f"{name}.jsonl.report.json").read_text("utf-8")) for name in "kw"]
    assert [report.pop("name") for report in reports] == ["k.jsonl", "w.jsonl"]
    assert reports[0] == reports[1]
    for what in ("", ".quarantine"):
        assert (folder / f"k.jsonl{what}").read_bytes() == (folder / f"w.jsonl{what}").read_bytes()
    assert [row["id"] for row in records(folder / "k.jsonl")] == [n for n in range(pages) if n != 7]
    assert sorted(path.name for path in folder.glob("k.jsonl*")) == [
        f"k.jsonl{what}"
        for what in ("", ".config.toml", ".manifest.json", ".quarantine", ".report.html", ".report.json")
    ]
