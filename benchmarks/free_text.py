"""Gathers sentences of freely licensed Chinese text out of Debian packages, for benchmarks.

Package names go in, distinct lines of text go out.  `apt-get download` fetches the packages and `dpkg-deb` opens them
in a folder of your choice; nothing is installed.  Manual pages, HTML, fortunes and gettext catalogues are read.
"""

from __future__ import annotations

import gettext
import gzip
import html
import os
import pathlib
import re
import subprocess
from collections.abc import Iterator

SIMPLIFIED = ("manpages-zh", "debian-reference-zh-cn", "fortunes-zh", "debian-faq-zh-cn", "maint-guide-zh-cn")
SIMPLIFIED_LARGE = ("libreoffice-help-zh-cn", "debian-edu-doc-zh-cn")
TRADITIONAL = ("debian-reference-zh-tw", "maint-guide-zh-tw", "libreoffice-help-zh-tw")
CATALOGUES = pathlib.Path("/usr/share/locale")
FOLDER = pathlib.Path(os.environ.get("FREE_TEXT", "/tmp/corpusclean-free-text"))
_HAN = re.compile("[\u3400-\u9fff]")
_TAG = re.compile(r"<[^<>]*>")
_BLOCK = re.compile(r"</?(?:p|div|li|td|th|tr|h\d|dt|dd|br|pre|title|a|span)\b[^<>]*>", re.I)
_DROPPED = re.compile(r"<(script|style|pre)\b.*?</\1>", re.I | re.S)
_COLOUR = re.compile("\x1b\\[[0-9;]*m")
_ROFF_ESCAPE = re.compile(r"\\f[BIRP]|\\f\(..|\\&|\\[|^]|\\s[+-]?\d")
LEAST_HAN = 4


def sentences(packages: tuple[str, ...], *, catalogues: tuple[str, ...] = ()) -> list[str]:
    """Distinct lines with Chinese in them, in a fixed order."""
    lines: dict[str, None] = {}
    for package in packages:
        for path in sorted(_opened(package).rglob("*")):
            if path.is_file() and not path.is_symlink():
                lines.update(dict.fromkeys(_chinese(_lines(path))))
    for name in catalogues:
        for path in sorted(CATALOGUES.glob(f"{name}/LC_MESSAGES/*.mo")):
            lines.update(dict.fromkeys(_chinese(_messages(path))))
    return list(lines)


def _opened(package: str) -> pathlib.Path:
    folder = FOLDER / package
    if not folder.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        subprocess.run(["apt-get", "download", "-qq", package], cwd=FOLDER, check=True)
        archive = next(FOLDER.glob(f"{package}_*.deb"))
        subprocess.run(["dpkg-deb", "-x", archive, folder], check=True)
    return folder


def _chinese(lines: Iterator[str]) -> Iterator[str]:
    for row in lines:
        line = " ".join(row.split())
        if len(_HAN.findall(line)) >= LEAST_HAN and "\ufffd" not in line:
            yield line


def _lines(path: pathlib.Path) -> Iterator[str]:
    name = path.name.removesuffix(".gz")
    data = path.read_bytes()
    try:
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    except (UnicodeDecodeError, OSError):
        return
    if re.search(r"\.[1-9n]\w*$", name):
        yield from _roff(text)
    elif name.endswith((".html", ".xhtml")):
        text = _BLOCK.sub("\n", _DROPPED.sub("\n", text))
        yield from html.unescape(_TAG.sub("", text)).split("\n")
    elif "fortunes" in str(path) or name.endswith(".txt"):
        yield from _COLOUR.sub("", text).split("\n")


def _roff(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if not line.startswith(('.\\"', "'\\\"")):
            yield _ROFF_ESCAPE.sub("", re.sub(r"^[.'][A-Za-z]{1,3}\b ?", "", line)).replace("\\-", "-").replace('"', "")


def _messages(path: pathlib.Path) -> Iterator[str]:
    with path.open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    for message in catalogue._catalog.values():  # type: ignore[attr-defined]
        yield from str(message).split("\n")
