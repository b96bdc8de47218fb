"""The one function that engines call: a batch in, a batch out, whatever it holds."""

from __future__ import annotations

import pytest

import corpusclean
from corpusclean.engines.arrow import clean_batch

pa = pytest.importorskip("pyarrow")
TEXT = "街上的人又多了起来,卖菜的也回来了。\n责任编辑：王小明"


def test_a_row_that_fails_leaves_the_others_alone() -> None:
    batch = pa.RecordBatch.from_pydict({"id": [1, 2, 3], "text": [TEXT, None, TEXT], "x": [b"\xff", None, b""]})
    done = clean_batch(batch)
    assert done.schema.names == ["id", "text", "x", "article", "status", "error"]
    assert done["text"].to_pylist() == [corpusclean.clean_text(TEXT), None, corpusclean.clean_text(TEXT)]
    assert done["status"].to_pylist() == ["ok", "failed", "ok"]
    assert done["error"].to_pylist()[1] == "InputError: column text holds NoneType, not text"
    assert done["article"].to_pylist()[0]["editors"] == ["王小明"]
    assert done["x"].equals(batch["x"])


def test_an_article_reads_back_from_its_struct() -> None:
    (row,) = clean_batch(pa.RecordBatch.from_pydict({"text": [TEXT]})).to_pylist()
    about = {
        name: dict(value) if name in ("credits", "document", "evidence") else value
        for name, value in row["article"].items()
    }
    assert corpusclean.Article.from_dict({**about, "text": row["text"]}) == corpusclean.clean(TEXT)


@pytest.mark.parametrize("columns", [{}, {"title": ["x", "y"]}, {"text": [1, 2]}, {"text": [[], ["a"]]}])
def test_no_batch_raises(columns: dict[str, list[object]]) -> None:
    batch = pa.RecordBatch.from_pydict(columns)
    done = clean_batch(batch)
    assert done["status"].to_pylist() == ["failed"] * batch.num_rows
    assert done.num_rows == batch.num_rows
    assert all(done[name].equals(batch[name]) for name in columns)


def test_every_field_of_an_article_has_a_type() -> None:
    struct = clean_batch(pa.RecordBatch.from_pydict({"text": [TEXT]})).schema.field("article").type
    assert {field.name for field in struct} == corpusclean.Article().to_dict().keys() - {"text"}


def test_columns_of_the_same_names_are_kept() -> None:
    given = {"text": [TEXT], "status": ["published"], "error": [0], "article": [7]}
    done = clean_batch(pa.RecordBatch.from_pydict(given))
    assert done.select(["status", "error", "article"]).to_pylist() == [
        {"status": "published", "error": 0, "article": 7}
    ]
    assert done["corpusclean_status"].to_pylist() == ["ok"]


def test_a_failing_cleaner_is_a_status() -> None:
    class Failing(corpusclean.Cleaner):
        def clean(self, page: object, **options: object) -> corpusclean.Article:  # type: ignore[override]
            raise RecursionError("too deep")

    done = clean_batch(pa.RecordBatch.from_pydict({"text": [TEXT]}), cleaner=Failing())
    assert done["error"].to_pylist() == ["RecursionError: too deep"]
    assert done["text"].to_pylist() == [TEXT]


def test_empty_batches_have_the_same_schema() -> None:
    full = clean_batch(pa.RecordBatch.from_pydict({"text": [TEXT]}))
    empty = clean_batch(pa.RecordBatch.from_pydict({"text": [TEXT]}).slice(0, 0))
    assert empty.schema == full.schema
