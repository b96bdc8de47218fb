"""Deaths of workers that an engine does not tell: remembered beside the unit, and forgotten where they mean nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import corpusclean
from corpusclean.corpus.deaths import forget, surviving
from corpusclean.corpus.limits import Mark
from corpusclean.corpus.readers import Source
from corpusclean.corpus.units import Unit, split
from corpusclean.corpus.work import DEADLY, DEATHS, Job, UnitFiles


class Killed(BaseException):
    """Stands for the death of the process: nothing after it is done."""


class Mortal(corpusclean.Cleaner):
    """Dies on one page."""

    def clean(self, page: Any, **options: Any) -> corpusclean.Article:
        if "【死亡】" in page:
            raise Killed
        return super().clean(page, **options)


@pytest.fixture
def unit(tmp_path: Path) -> Unit:
    path = tmp_path / "a.jsonl"
    texts = ["第一页。", "【死亡】", "第三页。"]
    path.write_text("".join(json.dumps({"id": n, "text": text}) + "\n" for n, text in enumerate(texts)), "utf-8")
    (found,) = split([Source(path, "jsonl")])
    return found


def test_the_row_that_two_workers_died_of_is_set_aside(unit: Unit, tmp_path: Path) -> None:
    job = Job(Mortal(), tmp_path)
    for _ in range(2):
        with pytest.raises(Killed):
            surviving(job, unit)
    done = surviving(job, unit)
    assert (done.written, done.set_aside) == (2, 1)
    files = UnitFiles.of(tmp_path, unit.number)
    assert json.loads(files.aside.read_text("utf-8"))["error"] == f"RuntimeError: {DEADLY}"
    assert not files.mark.exists()
    assert not files.deaths.exists()


def test_a_unit_that_kills_every_worker_is_given_up(unit: Unit, tmp_path: Path) -> None:
    UnitFiles.of(tmp_path, unit.number).deaths.write_text(" ".join(map(str, range(DEATHS))))
    with pytest.raises(RuntimeError, match="50 worker processes died on it"):
        surviving(Job(corpusclean.Cleaner(), tmp_path), unit)


def test_a_killed_run_leaves_no_suspicion(unit: Unit, tmp_path: Path) -> None:
    files = UnitFiles.of(tmp_path, unit.number)
    files.deaths.write_text("0")
    mark = Mark(files.mark)
    mark.set(0)
    mark.close()
    forget(tmp_path)
    done = surviving(Job(corpusclean.Cleaner(), tmp_path), unit)
    assert (done.written, done.set_aside) == (3, 0)
