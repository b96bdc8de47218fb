"""corpusclean: Chinese web pages in, articles out, with a record of every change.

`clean` takes one page and returns an `Article`; the other names are its parts, each useful alone.  Names are loaded
when first used, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpusclean._version import __version__

if TYPE_CHECKING:
    from corpusclean.article import Article, Block, Caption, Image
    from corpusclean.cleaner import Cleaner, clean, clean_text, replay
    from corpusclean.damage.repair import repair
    from corpusclean.document import Edit, Finding
    from corpusclean.frames import to_frame
    from corpusclean.learning.learn import learn
    from corpusclean.normalize.punctuation import unify_punctuation
    from corpusclean.normalize.script import detect_script, unify_script
    from corpusclean.read.decode import Decoded, decode

_HOMES = {
    "Article": "article",
    "Block": "article",
    "Caption": "article",
    "Cleaner": "cleaner",
    "Decoded": "read.decode",
    "Edit": "document",
    "Finding": "document",
    "Image": "article",
    "clean": "cleaner",
    "clean_text": "cleaner",
    "decode": "read.decode",
    "detect_script": "normalize.script",
    "learn": "learning.learn",
    "repair": "damage.repair",
    "replay": "cleaner",
    "to_frame": "frames",
    "unify_punctuation": "normalize.punctuation",
    "unify_script": "normalize.script",
}

__all__ = [
    "Article",
    "Block",
    "Caption",
    "Cleaner",
    "Decoded",
    "Edit",
    "Finding",
    "Image",
    "__version__",
    "clean",
    "clean_text",
    "decode",
    "detect_script",
    "learn",
    "repair",
    "replay",
    "to_frame",
    "unify_punctuation",
    "unify_script",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
