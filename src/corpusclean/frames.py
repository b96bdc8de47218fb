"""Articles as a data frame: one row an article, a column a field.

Articles come in, a frame of pandas or polars goes out, whichever is installed.  Neither is loaded before it is asked
for, and no article is changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from corpusclean.article import Article
from corpusclean.errors import OptionError

LIBRARIES = ("pandas", "polars")
_LISTS = ("authors", "editors", "section", "keywords", "references")
_VALUES = ("title", "subtitle", "kicker", "source", "site", "dateline", "published", "updated", "url", "script")


def to_frame(articles: Iterable[Article], *, library: str | None = None) -> Any:
    """A data frame with one row for each article.

    Parameters
    ----------
    articles : iterable of Article
        Read once; `Cleaner.pipe` may be passed as it is.
    library : str, optional
        ``"pandas"`` or ``"polars"``; by default the first of the two that is installed.

    Returns
    -------
    pandas.DataFrame or polars.DataFrame
        ``text``, the facts, how much was removed, edits and warnings counted; dates as ISO 8601 strings, since pages
        state days, minutes and offsets as they like.

    Raises
    ------
    OptionError
        Where *library* is not one of the two.
    ImportError
        Where it is not installed; the message says what to install.

    Examples
    --------
    >>> from corpusclean import clean
    >>> frame = to_frame([clean("今天下雨,路上人少。"), clean("第二页写的是河。")])
    >>> frame.shape, list(frame["text"])
    ((2, 20), ['今天下雨，路上人少。', '第二页写的是河。'])
    """
    if library not in (None, *LIBRARIES):
        raise OptionError(f"library={library!r} is not one of {', '.join(map(repr, LIBRARIES))}")
    chosen = library or next(filter(find_spec, LIBRARIES), "")
    if not chosen or not find_spec(chosen):
        wanted = chosen or "pandas or polars"
        raise ImportError(f"to_frame needs {wanted}: pip install 'corpusclean[{chosen or 'pandas'}]'")
    rows = [_row(article) for article in articles]
    columns = {name: [row[name] for row in rows] for name in _COLUMNS}
    module = import_module(chosen)
    return module.DataFrame(columns, **({"schema": _schema(module)} if chosen == "polars" else {}))


def _schema(polars: Any) -> dict[str, Any]:
    """The types of the columns, which polars cannot tell where a field is empty in every row."""
    types = {str: polars.String, list: polars.List(polars.String), int: polars.Int64, float: polars.Float64}
    return {name: types.get(type(value), polars.String) for name, value in _COLUMNS.items()}


def _row(article: Article) -> dict[str, Any]:
    values = {name: getattr(article, name) for name in _VALUES}
    for name in ("published", "updated"):
        values[name] = values[name].isoformat() if values[name] else None
    return {
        "text": article.text,
        **values,
        **{name: list(getattr(article, name)) for name in _LISTS},
        "captions": [caption.text for caption in article.captions],
        "edits": sum(article.edit_counts().values()),
        "removed_ratio": article.removed_ratio,
        "warnings": [warning.code for warning in article.warnings],
    }


_COLUMNS = _row(Article())
