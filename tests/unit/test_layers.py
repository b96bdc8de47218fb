"""Imports go one way: from the core to the stages, to the pipeline, to the ways in.

The test reads the sources and looks at every import statement, those inside functions too; only those for type
checkers are left out.  A module may import from its own layer's package, from layers before it, and nothing else.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

import corpusclean

ROOT = Path(corpusclean.__file__).parent
# a name stands for the module and, if it is a package, all it holds
LAYERS = (
    ("_version", "errors", "records", "remember"),
    ("document",),
    ("trail", "stage", "fold"),
    ("layout", "article", "glance", "card"),
    ("options", "debris.rules"),
    ("read", "damage", "segment", "debris", "metadata", "normalize"),
    ("pipeline", "assemble", "parallel"),
    ("cleaner", "frames"),
    ("__init__",),
    ("corpus",),
    ("learning",),
    ("engines", "cli"),
    ("__main__",),
)
# small modules of one package that the others may use: what a line looks like, how a letter is signed, how rare
# a character is, UTF-16 and HZ
SHARED = ("debris.shape", "debris.signature", "damage.rarity", "read.wide")
# the public calls for one part run the stages of the pipeline, which they import when called
UPWARD = {("damage.repair", "pipeline")}
STAGES = LAYERS[5]


def modules() -> list[str]:
    paths = (path.relative_to(ROOT).with_suffix("") for path in sorted(ROOT.rglob("*.py")))
    return [".".join(path.parts) for path in paths if "data" not in path.parts]


def within(module: str, name: str) -> bool:
    return module == name or module.startswith(name + ".")


def layer(module: str) -> int:
    found = [(len(name), number) for number, names in enumerate(LAYERS) for name in names if within(module, name)]
    assert found, f"{module} stands in no layer; say in LAYERS where it belongs"
    return max(found)[1]  # debris.rules before debris


def package(module: str) -> str:
    return module.partition(".")[0]


def imports(module: str) -> Iterator[str]:
    """The modules of ours that *module* imports."""
    tree = ast.parse((ROOT / (module.replace(".", "/") + ".py")).read_text("utf-8"))
    for node in _at_run_time(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("corpusclean"):
            base = (node.module or "").removeprefix("corpusclean").lstrip(".")
            for alias in node.names:
                inner = f"{base}.{alias.name}".lstrip(".")
                yield inner if inner in MODULES or f"{inner}.__init__" in MODULES else base or "__init__"
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative imports hide where a name comes from"
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.partition(".")[0] == "corpusclean":
                    yield alias.name.removeprefix("corpusclean").lstrip(".") or "__init__"


def _at_run_time(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            continue
        yield child
        yield from _at_run_time(child)


MODULES = modules()


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_one_way(module: str) -> None:
    for imported in imports(module):
        if (module, imported) not in UPWARD and package(module) != package(imported):
            assert layer(imported) <= layer(module), f"{module} imports {imported}, which stands above it"


@pytest.mark.parametrize("module", [module for module in MODULES if package(module) in STAGES])
def test_stages_do_not_know_each_other(module: str) -> None:
    for imported in imports(module):
        stranger = package(imported) in STAGES and package(imported) != package(module)
        assert not stranger or imported in SHARED, f"{module} imports {imported}"


def test_the_core_is_the_standard_library_alone() -> None:
    for module in MODULES:
        if layer(module) <= layer("article"):
            for node in ast.walk(ast.parse((ROOT / (module.replace(".", "/") + ".py")).read_text("utf-8"))):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                assert not {"ftfy", "opencc", "bs4", "selectolax", "ahocorasick_rs"} & set(names), module


def test_modules_are_small_and_say_what_they_do() -> None:
    """A module that fits on three screens can be read; a docstring says whether one has to."""
    lengths = []
    for module in MODULES:
        text = (ROOT / (module.replace(".", "/") + ".py")).read_text("utf-8")
        if text.strip():
            assert ast.get_docstring(ast.parse(text)), f"{module} has no docstring"
            lengths.append((text.count("\n"), module))
    longest = max(lengths)
    assert longest[0] <= 250, longest
    assert median(length for length, _ in lengths) <= 120


def test_functions_are_short() -> None:
    lengths = []
    for module in MODULES:
        for node in ast.walk(ast.parse((ROOT / (module.replace(".", "/") + ".py")).read_text("utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                own = node.body[1:] if ast.get_docstring(node) else node.body
                lengths.append((sum((part.end_lineno or 0) - part.lineno + 1 for part in own), f"{module}.{node.name}"))
    assert max(lengths)[0] <= 40, max(lengths)
    short = sum(length <= 20 for length, _ in lengths)
    assert short >= 0.9 * len(lengths), f"{len(lengths) - short} of {len(lengths)} functions are longer than 20 lines"
