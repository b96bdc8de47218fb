"""The memory of a run: what it was asked to do, and which units are done, in a file that survives any death.

A `Plan` comes in; the manifest says which of its units need no second run.  It is JSON Lines, a line a unit, each
written when the unit's files are on the disk; a last line torn by a crash is no line.  It never trusts a file it did
not check, and it never mixes the work of two plans.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from corpusclean.corpus.units import Unit
from corpusclean.corpus.work import Done, UnitFiles
from corpusclean.errors import OptionError

Plan = Mapping[str, Any]
_REASONS = {
    "inputs": "the inputs have changed",
    "rules": "the cleaning rules have changed",
    "version": "the version of corpusclean has changed",
    "options": "the options are others",
}


def refuse_other(plan: Plan, found: Mapping[str, Any], where: Path) -> None:
    """Raise `OptionError` where *found*, the plan of an earlier run, is not *plan*."""
    reasons = [reason for name, reason in _REASONS.items() if plan[name] != found.get(name)]
    if reasons:
        raise OptionError(f"{where}: {' and '.join(reasons)} since the run before; --force starts anew")


class Manifest:
    """The open manifest of a run in the folder *work*; only one process at a time can hold it."""

    def __init__(self, work: Path, plan: Plan) -> None:
        self.work, self.path = work, work / "manifest.jsonl"
        work.mkdir(exist_ok=True)
        self._file: BinaryIO = self.path.open("a+b")
        try:
            _lock(self._file, work)
            self.done = dict(self._begin(plan))
        except BaseException:
            self._file.close()
            raise

    def _begin(self, plan: Plan) -> Iterator[tuple[int, Done]]:
        self._file.seek(0)
        lines = self._file.read().split(b"\n")
        self._file.truncate(self._file.tell() - len(lines[-1]))  # a torn last line
        if len(lines) == 1:
            self._add(plan)
            return
        refuse_other(plan, json.loads(lines[0]), self.work)
        for line in lines[1:-1]:
            values = json.loads(line)
            done = Done(**{**values, "digests": tuple(values["digests"])})
            if self._holds(done):
                yield done.unit, done

    def _holds(self, done: Done) -> bool:
        """Are the files of a unit there, as they were written?"""
        files = UnitFiles.of(self.work, done.unit)
        return done.digests == tuple(map(digest_of, (files.articles, files.aside, files.tally)))

    def add(self, done: Done) -> None:
        """Remember that a unit is done."""
        self.done[done.unit] = done
        self._add(asdict(done))

    def _add(self, values: Mapping[str, Any]) -> None:
        self._file.write(json.dumps(values).encode() + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def missing(self, units: list[Unit]) -> list[Unit]:
        """The units that are still to be done."""
        return [unit for unit in units if unit.number not in self.done]

    def close(self) -> None:
        """Let another process have it."""
        self._file.close()


def digest_of(path: Path) -> str:
    """The SHA-256 of a file; nothing where it cannot be read."""
    digest = sha256()
    try:
        with path.open("rb") as file:
            while data := file.read(1 << 20):
                digest.update(data)
    except OSError:
        return ""
    return digest.hexdigest()


def _lock(file: BinaryIO, work: Path) -> None:
    try:
        import fcntl
    except ImportError:  # Windows has no fcntl: there two runs into one output are not told apart
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise OptionError(f"{work}: another run is writing this output") from error
