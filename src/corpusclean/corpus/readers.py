"""Finds the pages that a command was pointed at: files, and the files in folders.

Paths come in, `PageFile`s go out in a fixed order, each with the kind that its name tells.  Nothing is opened while
looking, so a file that cannot be read fails alone, when its turn comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from corpusclean.errors import InputError

# what a page's file name may end in, and the `kind` that `clean` is called with
KINDS = {".txt": "auto", ".text": "auto", ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html"}


class PageFile(NamedTuple):
    """A file that holds one page: its name in the output, its path, and what kind of page it is."""

    id: str
    path: Path
    kind: str

    def read(self) -> bytes:
        """The bytes of the page."""
        return self.path.read_bytes()


def find_pages(inputs: Iterable[str | Path]) -> list[PageFile]:
    """The pages in *inputs*, each a file or a folder; folders are walked in the order of their names.

    Raises `InputError` for a path that is not there, a file that is no page, and a folder without pages.
    """
    pages: dict[Path, PageFile] = {}
    for given in map(Path, inputs):
        for path in _files(given):
            pages.setdefault(path, PageFile(path.as_posix(), path, KINDS[path.suffix.lower()]))
    return list(pages.values())


def _files(given: Path) -> list[Path]:
    if given.is_dir():
        files = sorted(_walk(given))
        if not files:
            raise InputError(f"{given}: no pages in this folder; pages are files that end in {_endings()}")
        return files
    if not given.exists():
        raise InputError(f"{given}: no such file or folder")
    if given.suffix.lower() not in KINDS:
        raise InputError(f"{given}: not known as a page; pages are files that end in {_endings()}")
    return [given]


def _walk(folder: Path) -> Iterator[Path]:
    """The page files under *folder*; what begins with a dot is left out, as it is by the shell."""
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.suffix.lower() in KINDS and not path.is_dir():
            yield path


def _endings() -> str:
    return ", ".join(KINDS)
