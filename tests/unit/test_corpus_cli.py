"""`corpusclean run` as a user sees it: options, streams, messages and exit codes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import corpusclean
from corpusclean.cli import main
from corpusclean.cli.progress import progress
from corpusclean.corpus.settings import Summary

TEXT = "街上的人又多了起来,卖菜的也回来了。\n责任编辑：王小明\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "网 页.jsonl"
    path.write_text("".join(json.dumps({"id": n, "text": TEXT}) + "\n" for n in range(5)), "utf-8")
    return path


def call(*arguments: str | Path, code: int = 0) -> None:
    with pytest.raises(SystemExit) as leaving:
        main([str(argument) for argument in arguments])
    assert leaving.value.code == code


def command(*arguments: str | Path, given: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    words = [sys.executable, "-m", "corpusclean", *map(str, arguments)]
    return subprocess.run(words, input=given, capture_output=True, cwd=cwd, check=False, timeout=60)


def test_standard_input_to_standard_output(source: Path, tmp_path: Path) -> None:
    done = command("run", "-", "-o", "-", given=source.read_bytes() + b"{broken\n", cwd=tmp_path)
    assert done.returncode == 3, done.stderr
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == [corpusclean.clean_text(TEXT)] * 5
    failed = json.loads((tmp_path / "stdout.quarantine").read_text("utf-8"))
    assert (failed["source"], failed["row"]) == ("-", 6)


def test_dry_run_writes_nothing(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call("run", tmp_path, "-o", tmp_path / "o.jsonl", "--dry-run")
    assert "1 files, 0.00 MB, in 1 units" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [source]


def test_a_config_file_and_the_resolved_configuration(source: Path, tmp_path: Path) -> None:
    config = tmp_path / "c.toml"
    config.write_text('script = "hant"\nlimit = 3\ndisable = ["credits"]\n', "utf-8")
    call("run", source, "-o", tmp_path / "a.jsonl", "--config", config, "--limit", "2")
    rows = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text("utf-8").splitlines()]
    assert len(rows) == 2  # the command line wins
    assert "來" in rows[0]["text"]
    resolved = tmp_path / "a.jsonl.config.toml"
    assert 'disable = ["credits"]' in resolved.read_text("utf-8")
    call("run", source, "-o", tmp_path / "b.jsonl", "--config", resolved)
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_an_unknown_option_in_the_config_is_wrong_use(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "c.toml").write_text("wokers = 2\n", "utf-8")
    call("run", source, "-o", tmp_path / "o.jsonl", "--config", tmp_path / "c.toml", code=2)
    assert "there is no option 'wokers'" in capsys.readouterr().err


def test_json_log(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call("run", source, "-o", tmp_path / "o.jsonl", "--json-log")
    logged = [json.loads(line) for line in capsys.readouterr().err.splitlines() if line.startswith("{")]
    assert [(line["event"], line["written"]) for line in logged] == [("progress", 5), ("end", 5)]
    assert 0 < logged[-1]["removed"] < 1


def test_a_line_of_progress_tells_speed_and_what_was_removed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("corpusclean.cli.progress._MINUTE", 0.0)
    summary = Summary(pages=60, set_aside=2, size=5_000_000, read=1000, characters=750, seconds=10, resumed=20)
    summary.resumed_size = 1_000_000
    with progress(9_000_000) as watch:
        watch(summary)
    assert capsys.readouterr().err == "60 pages, 4 pages/s, 0.40 MB/s, 25.0% removed, 2 set aside\n"


def test_an_engine_that_is_not_installed_names_the_extra(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.setitem(sys.modules, "ray.data", None)
    call("run", source, "-o", tmp_path / "o.jsonl", "--engine", "ray", code=2)
    assert capsys.readouterr().err == "corpusclean: the engine ray needs ray: pip install 'corpusclean[ray]'\n"
    assert list(tmp_path.iterdir()) == [source]


def test_a_changed_input_is_refused_in_one_sentence(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "o.jsonl"
    call("run", source, "-o", out)
    source.write_text('{"text": "另一段。"}\n', "utf-8")
    capsys.readouterr()
    call("run", source, "-o", out, code=2)
    assert capsys.readouterr().err == (
        f"corpusclean: {out}: the inputs have changed since the run before; --force starts anew\n"
    )
    call("run", source, "-o", out, "--force")
    assert len(out.read_text("utf-8").splitlines()) == 1


def test_ctrl_c_says_how_to_go_on(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("corpusclean.cli.run.outcomes", interrupted)
    call("run", source, "-o", tmp_path / "o.jsonl", code=130)
    assert "the same command goes on from here" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_standard_output_is_one_line(source: Path) -> None:
    words = f"'{sys.executable}' -m corpusclean run '{source}' -o - > /dev/full"
    done = subprocess.run(["bash", "-c", words], capture_output=True, check=False, timeout=60)
    assert done.returncode == 1
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no users on this system")
def test_an_output_folder_that_is_not_there(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call("run", source, "-o", tmp_path / "no" / "o.jsonl", code=2)
    assert "its folder does not exist" in capsys.readouterr().err


def test_ctrl_c_ends_the_workers_and_the_same_command_goes_on(tmp_path: Path) -> None:
    for part in range(60):
        rows = "".join(json.dumps({"id": f"{part}-{n}", "text": TEXT * 20}) + "\n" for n in range(10))
        (tmp_path / f"{part:02}.jsonl").write_text(rows, "utf-8")
    words = [sys.executable, "-m", "corpusclean", "run", str(tmp_path), "-o", str(tmp_path / "o.jsonl")]
    process = subprocess.Popen([*words, "--workers", "2"], stderr=subprocess.PIPE, start_new_session=True)
    manifest = tmp_path / "o.jsonl.work" / "manifest.jsonl"
    for _ in range(12_000):
        if manifest.exists() and manifest.read_bytes().count(b"\n") > 2:
            break
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 130, said
    assert b"the same command goes on from here" in said
    assert b"Traceback" not in said
    done = subprocess.run(words, capture_output=True, check=False, timeout=600)
    assert b"600 of 600 pages" in done.stderr
    assert b"were done before" in done.stderr


def test_the_end_says_why_the_first_row_was_set_aside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"a": 1}\n{"a": 2}\n', "utf-8")
    call("run", path, "-o", tmp_path / "out.jsonl", code=3)
    assert f"the first of them: {path}#1: InputError: no column text" in capsys.readouterr().err


def test_parquet_without_pyarrow_is_refused_before_any_work(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    call("run", source, "-o", tmp_path / "out.parquet", code=2)
    assert "pyarrow" in capsys.readouterr().err
    assert not list(tmp_path.glob("out*"))
