"""Learns from whole corpora: files, folders and tables of pages, and goes on where an earlier call was stopped.

Sources come in, a `Learned` goes out.  With a file for the counts, a call that was killed is taken up again at the unit
it was at; a row that cannot be read is passed over, for `corpusclean run` is there to tell of it.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from time import monotonic

from corpusclean._version import __version__
from corpusclean.corpus.columns import find_column
from corpusclean.corpus.readers import Source
from corpusclean.corpus.rows import Raw, rows
from corpusclean.corpus.run import inputs_digest
from corpusclean.corpus.units import split
from corpusclean.corpus.work import fields_of
from corpusclean.corpus.writers import written
from corpusclean.learning.learn import Learned, add, learned, text_of
from corpusclean.learning.store import Store

Watch = Callable[[int], None]
# what is counted is written so often, in seconds: no more is lost with the process
_OFTEN = 10.0


def learn_sources(
    sources: Sequence[Source],
    *,
    work: Path | None = None,
    column: str | None = None,
    watch: Watch = lambda read: None,
) -> Learned:
    """What *sources* show; the counts are kept in the file *work* until all are read.

    *column* is the text column of tables where it has none of the known names; *watch* is told the bytes that were read
    by this call.
    """
    store = Store.for_plan(work, _plan(sources, column)) if work else Store()
    try:
        _count(sources, store, column, watch)
        return learned(store)
    except sqlite3.Error as error:  # the disk is full
        raise OSError(errno.EIO, str(error), str(work or "counts")) from error
    finally:
        store.close()


def learned_file(sources: Sequence[Source], path: Path, *, least: float, column: str | None = None) -> Learned | None:
    """Write to *path* what *sources* show, if it is *least* sure; None where an earlier call wrote it of the same."""
    plan = f"# {sha256(f'{_plan(sources, column)} {least}'.encode()).hexdigest()}\n"
    if path.exists() and path.read_text("utf-8").startswith(plan):
        return None
    work = path.with_name(f"{path.name}.counts")
    found = learn_sources(sources, work=work, column=column).at_least(least)
    written(path, (plan + found.toml).encode())
    Store.remove(work)
    return found


def _plan(sources: Sequence[Source], column: str | None) -> str:
    return f"{__version__} {column} {inputs_digest(sources)}"


def _count(sources: Sequence[Source], store: Store, column: str | None, watch: Watch) -> None:
    done, counted = store.done(), list[int]()
    total, last = 0, monotonic()
    for unit in split(sources):
        if unit.number in done:
            continue
        for raw in rows(unit):
            _add(store, raw, column)
            total += len(raw.data)
        counted.append(unit.number)
        watch(total)
        if monotonic() - last > _OFTEN:
            store.commit(counted)
            counted, last = [], monotonic()
    store.commit(counted)


def _add(store: Store, raw: Raw, column: str | None) -> None:
    """Count the page in a row; a broken row has none."""
    if raw.error:
        return
    try:
        text, url = _page(raw, column)
    except Exception:  # whatever it is, it concerns this row alone
        return
    add(store, text, url)


def _page(raw: Raw, column: str | None) -> tuple[str, str | None]:
    """The text of the page in a row, and its address."""
    if raw.form == "page":
        url = raw.given.get("url")
        return text_of(raw.data, url, raw.given["kind"]), url
    fields = fields_of(raw)
    name = find_column(fields, column)
    url = fields.get("url") if isinstance(fields.get("url"), str) else None
    return text_of(fields[name], url, "html" if name == "html" else "auto"), url
