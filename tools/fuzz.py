"""Seeks inputs that break a promise, guided by the branches that they reach: atheris, where that can be installed.

`python tools/fuzz.py TARGET [libFuzzer options]` with clean, decode, rules or readers; it goes on until something
raises, or as `-max_total_time=60` says.  What broke is then in a file ``crash-...`` in the working directory.  Needs
`pip install atheris`, which is there for Linux and a few versions of Python; the property tests need no such thing.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import sys
import tempfile
import unicodedata
from collections.abc import Callable
from pathlib import Path

import atheris
import zstandard

with atheris.instrument_imports(include=["corpusclean"]):
    import corpusclean
    from corpusclean.corpus.readers import Source
    from corpusclean.corpus.rows import rows
    from corpusclean.corpus.units import Unit
    from corpusclean.debris.rules.loader import parse
    from corpusclean.errors import RuleError

FORMS = {"jsonl": ".jsonl", "json": ".json", "csv": ".csv", "warc": ".warc", "quarantine": ".quarantine"}
PACKED: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.compress,
}
RULE = '[[rule]]\nid = "a:b"\ndoes = "cut"\nwhy = "x"\nneeds = ["广告"]\npattern = \'{}\'\n'
WARC = b"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 4\r\n\r\nabcd\r\n\r\n"
FOLDER = Path(tempfile.mkdtemp(prefix="corpusclean-fuzz-"))


def clean(data: bytes) -> None:
    """Any text is an article that goes back to the page, without control characters."""
    page = atheris.FuzzedDataProvider(data).ConsumeUnicode(2000)
    article = corpusclean.clean(page, kind="text")
    assert article.restore() == page
    assert corpusclean.replay(page, article.edits, kind="text") == article.text
    assert not {unicodedata.category(char) for char in set(article.text) - {"\n", "\t"}} & {"Cc", "Cs"}


def decode(data: bytes) -> None:
    """Any bytes are a text, and an article."""
    corpusclean.decode(data)
    article = corpusclean.clean(data)
    assert corpusclean.replay(data, article.edits) == article.text
    article.text.encode()


def rules(data: bytes) -> None:
    """A rule file is read, or refused with a reason."""
    text = atheris.FuzzedDataProvider(data).ConsumeUnicodeNoSurrogates(200)
    refused = "my.toml:"
    for file in (text, RULE.format(text)):
        try:
            parse(file, "my.toml")
        except RuleError as error:
            refused = str(error)
        assert refused.startswith("my.toml:")


def readers(data: bytes) -> None:
    """A file that is broken ends with a row that tells so."""
    given = atheris.FuzzedDataProvider(data)
    form, packed = given.PickValueInList(sorted(FORMS)), given.PickValueInList(sorted(PACKED))
    path = FOLDER / f"x{FORMS[form]}{packed}"
    cut = given.ConsumeIntInRange(0, 30)
    plain = WARC * given.ConsumeBool() + given.ConsumeBytes(2000)
    path.write_bytes(PACKED[packed](plain)[: -cut or None])
    for raw in rows(Unit(0, (Source(path, form),)), most=200):
        assert raw.error is None or isinstance(raw.error, Exception)


TARGETS = {"clean": clean, "decode": decode, "rules": rules, "readers": readers}

if __name__ == "__main__":
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()
