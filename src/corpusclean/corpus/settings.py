"""How a run is done and what it did, in numbers, and where the files beside its output are.

Nothing comes in but what a caller chooses; a run reads the `Settings` and fills the `Summary`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from corpusclean.corpus.limits import PAGE_MEGABYTES, PAGE_SECONDS
from corpusclean.corpus.work import Done

# settings that do not decide what the output is; learned rules do, by what they are and not by their file's name
_FREE = ("workers", "force", "learned")


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How a run is done; none but *workers* and *force* changes what comes out of it without a refusal to resume.

    *learn* is how sure the learned rules are that the cleaner has, and *learned* the file that they are in.
    """

    workers: int | None = None
    column: str | None = None
    limit: int | None = None
    sample: float = 1.0
    seconds: float = PAGE_SECONDS
    largest: float = PAGE_MEGABYTES
    to: str | None = None
    learn: float | None = None
    learned: str | None = None
    force: bool = False

    @property
    def decisive(self) -> dict[str, Any]:
        """The settings that decide what the output is."""
        return {name: value for name, value in asdict(self).items() if name not in _FREE}


@dataclass
class Summary:
    """What a run did, in numbers, those of the runs that it resumed included."""

    pages: int = 0
    written: int = 0
    set_aside: int = 0
    size: int = 0
    read: int = 0
    characters: int = 0
    seconds: float = 0.0
    resumed: int = 0
    resumed_size: int = 0
    errors: list[str] = field(default_factory=list)

    def count(self, done: Done) -> None:
        """Add one unit."""
        self.pages += done.written + done.set_aside
        self.written += done.written
        self.set_aside += done.set_aside
        self.size += done.size
        self.read += done.read
        self.characters += done.characters

    @property
    def removed(self) -> float:
        """The share of the characters read that is not in the clean text."""
        return 1 - self.characters / self.read if self.read else 0.0


def beside(output: Path, what: str) -> Path:
    """A file beside the output: ``cleaned.jsonl`` has ``cleaned.jsonl.quarantine``."""
    return output.with_name(f"{output.name}.{what}")
