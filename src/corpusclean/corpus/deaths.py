"""Work on a unit that may have killed the workers before this one, for engines that start such work anew by themselves.

A job and a unit come in; the unit is done without the rows on which workers died twice.  The deaths are kept in a file
beside those of the unit, for neither the dead worker nor the engine can tell.
"""

from __future__ import annotations

from pathlib import Path

from corpusclean.corpus.limits import marked
from corpusclean.corpus.units import Unit
from corpusclean.corpus.work import DEATHS, Done, Job, UnitFiles, died


def surviving(job: Job, unit: Unit) -> Done:
    """Do *unit*, without the rows that workers died of twice.

    Raises `RuntimeError` where so many died of it that memory, not a row, is the reason.
    """
    files = UnitFiles.of(job.folder, unit.number)
    before = _places(files.deaths)
    if files.mark.exists():  # whoever worked on it before did not come to its end
        before.append(marked(files.mark) or 0)
        files.deaths.write_text(" ".join(map(str, before)))
    if len(before) >= DEATHS:
        raise died(unit)
    done = job(unit, frozenset(place for place in before if before.count(place) > 1))
    files.deaths.unlink(missing_ok=True)
    return done


def forget(folder: Path) -> None:
    """Forget what a killed run left: its workers died with it, and not of any row."""
    for pattern in ("*.at", "*.deaths"):
        for path in folder.glob(pattern):
            path.unlink(missing_ok=True)


def _places(path: Path) -> list[int]:
    try:
        return list(map(int, path.read_text().split()))
    except OSError:
        return []
