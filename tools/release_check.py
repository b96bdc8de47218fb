"""Builds sdist and wheel and holds them to what is promised, in fresh environments that do not see this checkout.

    python tools/release_check.py [--quick]

``--quick`` leaves the suite of tests out.  Each check prints a line; the first that fails stops the rest.  The promises
are listed in docs/versions.md.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from email.message import Message
from email.parser import Parser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "corpusclean"
# what the README promises, and what a slow machine needs to import the standard library that we use
MOST_INSTALLED, MOST_OWN, MOST_IMPORT = 45, 8, 0.25
WANTED = ("Summary", "License-Expression", "Requires-Python", "Keywords", "Description-Content-Type")
ROUNDS = 5

IMPORT = """
import json, sys, time
before = set(sys.modules); began = time.perf_counter(); import corpusclean
took = time.perf_counter() - began
others = {name.partition(".")[0] for name in set(sys.modules) - before} - sys.stdlib_module_names - {"corpusclean"}
assert not others, f"import corpusclean loads {sorted(others)}"
print(took)
"""
INSTALLED = """
import corpusclean
assert "site-packages" in corpusclean.__file__, corpusclean.__file__
"""
EXAMPLES = f"""{INSTALLED}
import doctest, socket, sys
def forbidden(*args, **kwargs):
    raise AssertionError("cleaning opened a connection")
socket.socket.connect = socket.getaddrinfo = socket.create_connection = forbidden
failed = tried = 0
for path in sys.argv[1:]:
    result = doctest.testfile(path, module_relative=False, encoding="utf-8", optionflags=doctest.ELLIPSIS)
    failed, tried = failed + result.failed, tried + result.attempted
assert tried and not failed, str(failed) + " of " + str(tried) + " examples fail"
print(tried, "examples")
"""
TYPED = """
import corpusclean
article: corpusclean.Article = corpusclean.Cleaner(script="hant").clean("text")
titles: list[str | None] = [page.title for page in corpusclean.Cleaner().pipe(["text"])]
edits: tuple[corpusclean.Edit, ...] = article.edits
text: str = corpusclean.clean_text(b"text") + corpusclean.replay("text", edits) + corpusclean.decode(b"text").text
"""


class Failed(SystemExit):
    """A promise does not hold."""


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """What *command* prints; where it fails, all of it and the end."""
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, encoding="utf-8", check=False, env=clean
    )
    if done.returncode:
        raise Failed(f"{' '.join(map(str, command[:4]))} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def environment(folder: Path, *packages: str | Path) -> Path:
    """The Python of a fresh environment that has *packages*."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages)
    return python


def version() -> str:
    """The version, from the one place where it stands."""
    names: dict[str, str] = {}
    exec((PACKAGE / "_version.py").read_text("utf-8"), names)
    return names["__version__"]


def build(work: Path) -> tuple[Path, Path]:
    """The sdist, and the wheel that is built from it."""
    python = environment(work / "build", "build")
    run(python, "-m", "build", "--outdir", work / "dist", ROOT)
    return next((work / "dist").glob("*.tar.gz")), next((work / "dist").glob("*.whl"))


def check_files(sdist: Path, wheel: Path) -> str:
    """The package is whole in the wheel, and the sdist has what it takes to test it."""
    ours = {path.relative_to(PACKAGE.parent).as_posix() for path in PACKAGE.rglob("*") if path.is_file()}
    ours = {name for name in ours if "__pycache__" not in name and "/." not in name}
    with zipfile.ZipFile(wheel) as archive:
        packed = {item.filename: item.file_size for item in archive.infolist()}
    if missing := sorted(ours - packed.keys()):
        raise Failed(f"the wheel lacks {missing}")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    if missing := sorted(
        {"LICENSE", "README.md", "CHANGELOG.md", "tests/README.md", "src/corpusclean/py.typed"} - names
    ):
        raise Failed(f"the sdist lacks {missing}")
    size = sum(packed.values()) / 1e6
    if size > MOST_OWN:
        raise Failed(f"the package has {size:.1f} MB, more than {MOST_OWN}")
    return f"{len(ours)} files, {size:.1f} MB; sdist {sdist.stat().st_size / 1e6:.1f} MB"


def check_metadata(wheel: Path) -> str:
    """The page of the package will say what it is."""
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        fields: Message = Parser().parsestr(archive.read(name).decode("utf-8"))
    if missing := [field for field in WANTED if not fields[field]]:
        raise Failed(f"the metadata lack {missing}")
    if fields["Version"] != version():
        raise Failed(f"the wheel says {fields['Version']}, _version.py {version()}")
    classifiers = fields.get_all("Classifier") or []
    if "Typing :: Typed" not in classifiers or not fields.get_payload():
        raise Failed("the metadata lack the classifier Typing :: Typed, or the README")
    return f"{fields['Name']} {fields['Version']}, {len(classifiers)} classifiers"


def check_changelog(version: str, text: str) -> str:
    """The changelog has an entry for *version* that says what text comes out differently."""
    entry = re.search(rf"^## {re.escape(version)}\b.*?(?=^## |\Z)", text, re.M | re.S)
    if entry is None:
        raise Failed(f"CHANGELOG.md has no entry {version}")
    if "### What comes out differently" not in entry[0]:
        raise Failed(f"CHANGELOG.md does not say what text comes out differently in {version}")
    return f"{version}, {entry[0].count(chr(10))} lines"


def check_types(python: Path, work: Path) -> str:
    """Code that uses the installed package is checked against its types, with nothing left untyped."""
    (work / "typed.py").write_text(TYPED, "utf-8")
    return run(python, "-m", "mypy", "--strict", "typed.py", cwd=work).strip()


def check_size(work: Path, wheel: Path) -> str:
    """The wheel and all it needs."""
    folder = work / "installed"
    run(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", folder, wheel)
    size = sum(path.stat().st_size for path in folder.rglob("*") if "__pycache__" not in path.parts) / 1e6
    if size > MOST_INSTALLED:
        raise Failed(f"{size:.1f} MB installed, more than {MOST_INSTALLED}")
    return f"{size:.1f} MB with everything it needs"


def check_import(python: Path, work: Path) -> str:
    """`import corpusclean` is cheap and loads nothing but the standard library."""
    took = min(float(run(python, "-c", IMPORT, cwd=work)) for _ in range(ROUNDS))
    if took > MOST_IMPORT:
        raise Failed(f"import corpusclean takes {took:.2f} s, more than {MOST_IMPORT}")
    return f"{took:.3f} s"


def check_commands(python: Path, work: Path) -> str:
    """The command is there, and cleans the pages of the repository."""
    run(python, "-m", "corpusclean", "run", ROOT / "seeds", "-o", work / "cleaned.jsonl")
    run(python, "-m", "corpusclean", "explain", next((ROOT / "seeds").glob("*.txt")), "--html")
    return run(python.with_name("corpusclean"), "--version").strip()


def main() -> None:
    """Run the checks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="leave the suite out")
    quick = parser.parse_args().quick
    with tempfile.TemporaryDirectory(prefix="release-") as folder:
        work = Path(folder)
        sdist, wheel = build(work)
        print("files     ", check_files(sdist, wheel), flush=True)
        print("metadata  ", check_metadata(wheel), flush=True)
        print("changelog ", check_changelog(version(), (ROOT / "CHANGELOG.md").read_text("utf-8")), flush=True)
        print("installed ", check_size(work, wheel), flush=True)
        python = environment(work / "plain", wheel)
        print("import    ", check_import(python, work), flush=True)
        print("commands  ", check_commands(python, work), flush=True)
        readmes = (ROOT / "README.md", ROOT / "README.zh.md")
        print("examples  ", run(python, "-c", EXAMPLES, *readmes, cwd=work).strip(), flush=True)
        if not quick:
            python = environment(work / "tested", f"{wheel}[dev]")
            print("types     ", check_types(python, work), flush=True)
            run(python, "-c", INSTALLED, cwd=ROOT)
            told = run(python, "-m", "pytest", "-p", "no:cacheprovider", ROOT / "tests", cwd=ROOT)
            print("suite     ", told.strip().splitlines()[-1], flush=True)
    print("all good")


if __name__ == "__main__":
    main()
