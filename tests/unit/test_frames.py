"""Articles as a data frame, of whichever library is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import corpusclean
from corpusclean import frames
from corpusclean.errors import OptionError

PAGES = ["今天下雨,路上人少。\n责任编辑：王小明", "2023年05月12日08:15 来源：澜安日报\n清早七点半，他把工具摆好了。"]


@pytest.mark.parametrize("library", frames.LIBRARIES)
class TestEach:
    def test_a_row_an_article(self, library: str) -> None:
        pytest.importorskip(library)
        articles = [corpusclean.clean(page) for page in PAGES]
        frame = corpusclean.to_frame(iter(articles), library=library)
        assert type(frame).__module__.startswith(library)
        assert list(frame["text"]) == [article.text for article in articles]
        assert [list(names) for names in frame["editors"]] == [["王小明"], []]
        assert list(frame["source"])[1] == "澜安日报"
        assert list(frame["published"])[1] == "2023-05-12T08:15:00"

    def test_no_articles_still_have_columns(self, library: str) -> None:
        pytest.importorskip(library)
        frame = corpusclean.to_frame([], library=library)
        assert frame.shape == (0, 20)
        assert "removed_ratio" in frame.columns

    def test_clean_text_maps_over_a_column(self, library: str) -> None:
        module: Any = pytest.importorskip(library)
        column = module.DataFrame({"text": PAGES})["text"]
        mapped = (
            column.map(corpusclean.clean_text)
            if library == "pandas"
            else column.map_elements(corpusclean.clean_text, return_dtype=module.String)
        )
        assert list(mapped) == [corpusclean.clean_text(page) for page in PAGES]


def test_polars_knows_the_types_of_empty_columns() -> None:
    polars = pytest.importorskip("polars")
    frame = corpusclean.to_frame([corpusclean.Article()], library="polars")
    assert frame.schema["subtitle"] == polars.String
    assert frame.schema["authors"] == polars.List(polars.String)


def without(*missing: str) -> Callable[[str], object]:
    return lambda name: None if name in missing else object()


def test_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "find_spec", without("pandas", "polars"))
    with pytest.raises(ImportError, match=r"pandas or polars: pip install 'corpusclean\[pandas\]'"):
        corpusclean.to_frame([])
    with pytest.raises(ImportError, match=r"needs polars: pip install 'corpusclean\[polars\]'"):
        corpusclean.to_frame([], library="polars")


def test_without_pandas_it_is_polars(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("polars")
    monkeypatch.setattr(frames, "find_spec", without("pandas"))
    assert type(corpusclean.to_frame([])).__module__.startswith("polars")


def test_another_library_is_refused() -> None:
    with pytest.raises(OptionError, match="'dask' is not one of 'pandas', 'polars'"):
        corpusclean.to_frame([], library="dask")
