"""Finds what a command was pointed at: files, and the files in folders.

Paths come in, `Source`s go out in a fixed order, each with the format that its name tells.  Nothing is opened while
looking, so a file that cannot be read fails alone, when its turn comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from corpusclean.corpus.streams import bare
from corpusclean.errors import InputError

# what a page's file name may end in, and the `kind` that `clean` is called with
KINDS = {".txt": "auto", ".text": "auto", ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html"}
# files of many pages
TABLES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".parquet": "parquet", ".warc": "warc", ".wet": "warc"}
# read when they are named, left alone in folders, where such files mostly are about the pages and not pages
NAMED = {".json": "json", ".quarantine": "quarantine"}
# what a run writes beside its output, and what would pass for a page in a folder that is read later
REPORT = ".report.html"
_FORMATS = {**dict.fromkeys(KINDS, "page"), **TABLES, **NAMED}


class Source(NamedTuple):
    """A file to read: its path and format (page, jsonl, json, csv, parquet, warc or quarantine)."""

    path: Path
    format: str
    name: str = ""

    @property
    def id(self) -> str:
        """The name of the file in the output: its path, unless it stands for something else."""
        return self.name or self.path.as_posix()

    def anywhere(self) -> Source:
        """The same source for a process with another working directory."""
        return Source(self.path.absolute(), self.format, self.id)

    @property
    def kind(self) -> str:
        """What kind of page a page file is."""
        return KINDS.get(_suffix(self.path), "auto")


def find_sources(inputs: Iterable[str | Path], *, output: Path | None = None) -> list[Source]:
    """The files in *inputs*, each a file or a folder; folders are walked in the order of their names.

    What a run into *output* writes there is not its input.  Raises `InputError` for a path that is not there, a file
    of no known format, and a folder without any.
    """
    sources: dict[Path, Source] = {}
    for given in map(Path, inputs):
        for path in _files(given, output):
            sources.setdefault(path, Source(path, _FORMATS[_suffix(path)]))
    return list(sources.values())


def _files(given: Path, output: Path | None) -> list[Path]:
    if given.is_dir():
        files = sorted(path for path in _walk(given) if not _is_of(path, output))
        if not files:
            raise InputError(f"{given}: no pages in this folder; pages are in files that end in {_endings()}")
        return files
    if not given.exists():
        raise InputError(f"{given}: no such file or folder")
    if _suffix(given) not in _FORMATS:
        raise InputError(f"{given}: of no known format; pages are in files that end in {_endings()}")
    return [given]


def _walk(folder: Path) -> Iterator[Path]:
    """The files of pages under *folder*; what begins with a dot is left out, as it is by the shell."""
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        suffix = _suffix(path)
        if not hidden and (suffix in KINDS or suffix in TABLES) and not path.is_dir() and not _is_report(path):
            yield path


def _is_report(path: Path) -> bool:
    """Is *path* the page that a run has left beside its output?"""
    name = path.name.removesuffix(REPORT)
    return name != path.name and path.with_name(f"{name}.manifest.json").exists()


def _is_of(path: Path, output: Path | None) -> bool:
    """Is *path* the output of this run, or one of the files beside it?"""
    if output is None:
        return False
    mine = output.resolve()
    found = path.resolve()
    if any(parent.name in (mine.name, mine.name + ".work") for parent in found.parents if parent.parent == mine.parent):
        return True
    return found.parent == mine.parent and (found.name == mine.name or found.name.startswith(mine.name + "."))


def _suffix(path: Path) -> str:
    return Path(bare(path)).suffix.lower()


def _endings() -> str:
    return ", ".join(_FORMATS) + ", each plain or with .gz .bz2 .xz .zst"
