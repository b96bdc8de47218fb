"""Counts on how many distinct pages of each group a template stands, in memory that does not grow with the corpus.

Groups and page texts come in one by one; counts and a sample of each group's pages go out.  Counts are gathered in
memory and written to an SQLite file; which pages are in the sample is decided by hashes of their texts, so that neither
order nor repetition shows.  Nothing is judged here.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from corpusclean.errors import OptionError
from corpusclean.learning.templates import templates

# Different lines that are counted in memory before they go to the file: some 100 MB of Chinese text.
_GATHERED = 200_000
# Pages of a group that are looked at: a line on three of ten pages is on two or more of so many but once in 10,000.
SAMPLE = 32
# Of a longer page its two ends are looked at, where frames are.
_END = 15_000
# What stands on fewer pages than one in so many is forgotten when the file has doubled: nothing so rare is proposed.
_RARE = 50
_ROWS = 4_000_000
_CACHE = "PRAGMA cache_size = -65536;"
_NO_HASH = 1 << 63
_ADD = "INSERT INTO lines VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET pages = pages + excluded.pages"
_FORGET = f"DELETE FROM lines WHERE pages * {_RARE} < (SELECT groups.pages FROM groups WHERE id = grp)"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS groups (id INTEGER PRIMARY KEY, name TEXT UNIQUE, pages INTEGER, again INTEGER);
CREATE TABLE IF NOT EXISTS seen (grp INTEGER, page INTEGER, PRIMARY KEY (grp, page)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lines (grp INTEGER, line INTEGER, pages INTEGER, PRIMARY KEY (grp, line)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sample (grp INTEGER, page INTEGER, text BLOB, PRIMARY KEY (grp, page)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS edges (line INTEGER PRIMARY KEY, grp TEXT);
CREATE TABLE IF NOT EXISTS plan (what TEXT);
CREATE TABLE IF NOT EXISTS done (unit INTEGER PRIMARY KEY);
"""


class Group(NamedTuple):
    """Pages that may share a frame: those of one host, or those that are alike; how many there are without copies."""

    id: int
    name: str
    pages: int
    again: int


class Store:
    """The counts of a corpus in the file *path*, or without one in a temporary file that nobody else sees."""

    def __init__(self, path: Path | None = None) -> None:
        self._sql = sqlite3.connect(str(path or ""), isolation_level=None)
        journal = "WAL" if path else "OFF"
        self._sql.executescript(f"PRAGMA journal_mode = {journal}; PRAGMA synchronous = NORMAL; {_CACHE}{_SCHEMA}")
        self._gathered: dict[int, Counter[str]] = {}
        self._room = _GATHERED
        self._rows = self._one("SELECT count(*) FROM lines")
        self._limit = max(_ROWS, 2 * self._rows)
        self._groups = {name: Group(number, name, *rest) for number, name, *rest in self._all("SELECT * FROM groups")}
        self._highest = dict(self._all(f"SELECT grp, max(page) FROM sample GROUP BY grp HAVING count(*) >= {SAMPLE}"))
        self._sql.execute("BEGIN IMMEDIATE")

    @classmethod
    def for_plan(cls, path: Path, plan: str) -> Store:
        """The counts in *path* if they are of the same *plan*; else new ones."""
        try:
            store = cls(path)
            if store._plan() == plan:
                return store
            store.close()
        except sqlite3.OperationalError as error:  # locked
            raise OptionError(f"{path}: another call is learning into it") from error
        except sqlite3.DatabaseError:  # no such file of ours
            pass
        cls.remove(path)
        store = cls(path)
        store._sql.execute("INSERT INTO plan VALUES (?)", (plan,))
        return store

    @staticmethod
    def remove(path: Path) -> None:
        """Remove the file *path* and what SQLite keeps beside it."""
        for ending in ("", "-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)

    def _plan(self) -> str:
        found = self._all("SELECT what FROM plan")
        return str(found[0][0]) if found else ""

    def add(self, name: str, text: str) -> None:
        """Count the lines of a page of the group *name*; a page that says what another said is not counted."""
        lines = templates(text)
        page = hashed("\n".join(lines))
        group = self._groups.get(name) or self._new(name)
        if not self._sql.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (group.id, page)).rowcount:
            self._groups[name] = group._replace(again=group.again + 1)
            return
        self._groups[name] = group._replace(pages=group.pages + 1)
        counts = self._gathered.setdefault(group.id, Counter())
        before = len(counts)
        counts.update(set(lines))
        self._room -= len(counts) - before
        if page < self._highest.get(group.id, _NO_HASH):
            self._keep(group.id, page, text)
        if self._room <= 0:
            self._write()

    def _new(self, name: str) -> Group:
        number = self._sql.execute("INSERT INTO groups (name, pages, again) VALUES (?, 0, 0)", (name,)).lastrowid
        self._groups[name] = Group(number or 0, name, 0, 0)
        return self._groups[name]

    def _keep(self, group: int, page: int, text: str) -> None:
        """Take a page into the sample; the one with the highest hash makes room."""
        if len(text) > 2 * _END:
            text = f"{text[:_END].rpartition(chr(10))[0]}\n{text[-_END:].partition(chr(10))[2]}"
        data = text.encode("utf-8", "surrogatepass")
        self._sql.execute("INSERT INTO sample VALUES (?, ?, ?)", (group, page, data))
        if group in self._highest:
            self._sql.execute("DELETE FROM sample WHERE grp = ? AND page = ?", (group, self._highest[group]))
        elif self._one("SELECT count(*) FROM sample WHERE grp = ?", group) < SAMPLE:
            return
        self._highest[group] = self._one("SELECT max(page) FROM sample WHERE grp = ?", group)

    def done(self) -> set[int]:
        """The units that are counted for good."""
        return {unit for (unit,) in self._all("SELECT unit FROM done")}

    def commit(self, units: Iterable[int] = ()) -> None:
        """Write what was gathered, and that *units* are counted: a process that dies later goes on from here."""
        self._write()
        self._sql.executemany("INSERT OR IGNORE INTO done VALUES (?)", ((unit,) for unit in units))
        self._sql.execute("COMMIT")
        self._sql.execute("BEGIN IMMEDIATE")

    def _write(self) -> None:
        gathered = [
            (group, hashed(line), pages)
            for group, counts in self._gathered.items()
            for line, pages in counts.items()
            if line
        ]
        gathered.sort()
        self._sql.executemany(_ADD, gathered)
        self._gathered, self._room = {}, _GATHERED
        groups = ((group.pages, group.again, group.id) for group in self._groups.values())
        self._sql.executemany("UPDATE groups SET pages = ?, again = ? WHERE id = ?", groups)
        self._rows += len(gathered)
        if self._rows > self._limit:
            self._sql.execute(_FORGET)
            self._rows = self._one("SELECT count(*) FROM lines")
            self._limit = max(_ROWS, 2 * self._rows)

    def groups(self) -> list[Group]:
        """All groups, in the order of their names."""
        return [self._groups[name] for name in sorted(self._groups)]

    def pages_with(self, group: Group, line: str) -> int:
        """On how many distinct pages of *group* the template *line* stands."""
        return self._one("SELECT ifnull(sum(pages), 0) FROM lines WHERE grp = ? AND line = ?", group.id, hashed(line))

    def sample(self, group: Group) -> Iterator[str]:
        """The texts of the pages of *group* that are looked at, in the order of their hashes."""
        for (data,) in self._all("SELECT text FROM sample WHERE grp = ? ORDER BY page", group.id):
            yield data.decode("utf-8", "surrogatepass")

    def group_of_edge(self, line: str) -> str:
        """The group whose page was the first to have *line* at its edge; nothing where it is new."""
        found = self._all("SELECT grp FROM edges WHERE line = ?", hashed(line))
        return str(found[0][0]) if found else ""

    def add_edges(self, name: str, lines: Iterable[str]) -> None:
        """Remember that a page of the group *name* has *lines* at its edges."""
        self._sql.executemany("INSERT OR IGNORE INTO edges VALUES (?, ?)", ((hashed(line), name) for line in lines))

    def close(self) -> None:
        """Let go of the file."""
        self._sql.close()

    def _all(self, statement: str, *values: object) -> list[Any]:
        return self._sql.execute(statement, values).fetchall()

    def _one(self, statement: str, *values: object) -> int:
        return int(self._sql.execute(statement, values).fetchone()[0])


def hashed(text: str) -> int:
    """A number for *text* that is the same on every machine, as SQLite can hold it."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
