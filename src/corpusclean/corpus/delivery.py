"""What a run leaves when all its units are done: the output, the quarantine, the report, and what it was made from.

The files of the units come in, whole files go out, the manifest last, for it says that the others are there.  A run
that dies here begins here again; a finished one is known by its manifest and the digest of its output.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from corpusclean.corpus import writers
from corpusclean.corpus.config import as_toml
from corpusclean.corpus.manifest import Manifest, Plan, digest_of, refuse_other
from corpusclean.corpus.outputs import bind
from corpusclean.corpus.report.findings import as_json, report_of
from corpusclean.corpus.report.page import as_page
from corpusclean.corpus.report.tally import Tally
from corpusclean.corpus.settings import Summary, beside
from corpusclean.corpus.work import UnitFiles
from corpusclean.errors import OptionError


def finished(output: Path, plan: Plan, force: bool) -> Summary | None:
    """The summary of an earlier run that did all of *plan*, if its output is still as it left it."""
    record = beside(output, "manifest.json")
    ours = record.exists()
    if output.is_dir() and not ours and any(output.iterdir()):
        raise OptionError(f"{output}: this folder has files that no run wrote here; name another")
    if force or not ours or not output.exists():
        return None
    found = json.loads(record.read_text("utf-8"))
    refuse_other(plan, found, output)
    if output.is_file() and digest_of(output) != found["digest"]:
        return None
    shutil.rmtree(beside(output, "work"), ignore_errors=True)
    return Summary(
        **{**found["summary"], "resumed": found["summary"]["pages"], "resumed_size": found["summary"]["size"]}
    )


def deliver(manifest: Manifest, output: Path, plan: Plan, summary: Summary, rules: Sequence[str]) -> None:
    """Write everything that the run *manifest* is about leaves; *rules* could have fired."""
    files = [UnitFiles.of(manifest.work, number) for number in sorted(manifest.done)]
    _set_aside(files, beside(output, "quarantine"))
    bind([unit.articles for unit in files], output, plan["options"]["form"])
    _report(files, output, rules, plan["options"]["learn"])
    _conclude(output, plan, summary)


def _set_aside(files: Sequence[UnitFiles], quarantine: Path) -> None:
    if not any(unit.aside.stat().st_size for unit in files):
        quarantine.unlink(missing_ok=True)  # that of an earlier run would be taken for this one's
        return
    with writers.whole(quarantine) as file:
        for unit in files:
            with unit.aside.open("rb") as part:
                shutil.copyfileobj(part, file)


def _report(files: Sequence[UnitFiles], output: Path, rules: Sequence[str], learn: float | None) -> None:
    """Write what was done as JSON and as a page, from the numbers of all units in their order."""
    tally = Tally()
    for unit in files:
        tally.merge(Tally.from_json(unit.tally.read_bytes()))
    report = report_of(tally, name=output.name, rules=rules, learn=learn)
    writers.written(beside(output, "report.json"), as_json(report))
    writers.written(beside(output, "report.html"), as_page(report).encode())


def _conclude(output: Path, plan: Mapping[str, Any], summary: Summary) -> None:
    """Write the configuration and, last, the manifest, for it says that all is there."""
    options = {name: value for name, value in plan["options"].items() if name != "form"}
    writers.written(beside(output, "config.toml"), as_toml(options).encode())
    record = {**plan, "digest": digest_of(output), "summary": asdict(replace(summary, resumed=0, resumed_size=0))}
    data = json.dumps(record, ensure_ascii=False, indent=1).encode("utf-8", "surrogateescape")
    writers.written(beside(output, "manifest.json"), data)
