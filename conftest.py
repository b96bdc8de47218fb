"""Which modules are not looked at for doctests: the one that is built on a package that is not installed."""

from __future__ import annotations

from importlib.util import find_spec

collect_ignore = [] if find_spec("datatrove") else ["src/corpusclean/engines/datatrove.py"]
