"""The options of a run as a TOML file, read before it and written beside its output.

A file or a mapping comes in, a mapping or TOML goes out; what is written can be read again.  Which options there are is
for the caller to check.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from corpusclean.errors import OptionError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


def read_config(path: Path) -> dict[str, Any]:
    """The options in the TOML file *path*."""
    try:
        options: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OptionError(f"{path}: {error}") from error
    except OSError as error:
        raise OptionError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    return options


def as_toml(options: Mapping[str, Any]) -> str:
    """*options* as TOML; what is None is left out, for TOML has no such value.

    >>> print(as_toml({"script": "hans", "workers": 2, "limit": None, "rules": ["a.toml"]}), end="")
    script = "hans"
    workers = 2
    rules = ["a.toml"]
    """
    # a JSON string, number, truth value or list of strings is one of TOML too
    return "".join(
        f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in options.items() if value is not None
    )
