"""A hook of mkdocs: pages below docs/zh are Chinese to browsers, search engines and readers aloud, buttons included.

A page comes in before it is written; the theme's language is set to that of its folder, and the choice of languages in
its head leads to the same page in the other one, where there is one.  The page's own text is not changed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

# the folder of docs/ in which the pages of a language stand, by the name that the theme has for it
FOLDERS = {"en": "", "zh": "zh/"}


def on_page_context(context: dict[str, Any], page: Any, config: Any, nav: Any) -> dict[str, Any]:
    """Set the language in which the theme writes *page*, and where its other languages are."""
    name: str = page.file.src_uri
    language = next(language for language, folder in reversed(FOLDERS.items()) if name.startswith(folder))
    config.theme["language"] = language
    for choice in config.extra["alternate"]:
        choice["link"] = _address(config.docs_dir, FOLDERS[choice["lang"]], name.removeprefix(FOLDERS[language]))
    return context


def _address(docs: str, folder: str, name: str) -> str:
    """The page *name* in a language's *folder*, or the first page of that language."""
    found = folder + name if (Path(docs) / folder / name).exists() else f"{folder}index.md"
    return str(Path(found).with_suffix(".html"))
