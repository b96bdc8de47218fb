"""One page for a command: the bytes of a file or of standard input.

A name comes in, bytes and the kind of page go out.  A file that cannot be read is an error of one line.
"""

from __future__ import annotations

import sys
from pathlib import Path

from corpusclean.corpus.readers import KINDS
from corpusclean.errors import InputError


def read_page(name: str) -> tuple[bytes, str]:
    """The bytes of the file *name* (``-``: of standard input), and the kind its name tells."""
    if name == "-":
        return sys.stdin.buffer.read(), "auto"
    return read_file(name), KINDS.get(Path(name).suffix.lower(), "auto")


def read_file(name: str) -> bytes:
    """The bytes of the file *name*; an `InputError` where it cannot be read."""
    if Path(name).is_dir():
        raise InputError(f"{name}: is a folder, not a page; for all pages in it: corpusclean run {name} -o OUT")
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise InputError(f"{name}: {(error.strerror or str(error)).lower()}") from error
