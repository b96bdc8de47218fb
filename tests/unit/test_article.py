"""The Article as a value: through dict, JSON and pickle and back, and what it says of its edits."""

from __future__ import annotations

import dataclasses
import json
import pickle
from datetime import date, datetime, timezone

import pytest

from corpusclean.article import Article, Block, Caption, Cut, Evidence, Image
from corpusclean.document import Edit, Finding
from corpusclean.errors import TrailError

FULL = Article(
    blocks=(
        Block("heading", "小标题", 2, 3, 3),
        Block("verse", "床前\n　明月", 0, 4, 5, cuts=(Cut("demo:cut", "广告"),)),
    ),
    title="题",
    subtitle="副题",
    kicker="引题",
    authors=("甲", "乙"),
    editors=("丙",),
    credits={"摄影": ("丁", "戊")},
    source="某报",
    site="某网",
    dateline="某社某地1月2日电",
    published=datetime(2020, 3, 10, 21, 56, 12),
    updated=date(2020, 3, 11),
    url="https://example.com/1",
    section=("新闻", "社会"),
    keywords=("雨",),
    references=("某文",),
    document={"发文字号": "某发〔2020〕1号"},
    captions=(Caption("图说", "图题", "甲 摄", 7),),
    images=(Image("https://example.com/1.jpg", "图说", 1),),
    script="Hans",
    encoding="gb18030",
    evidence={"title": Evidence("title:headline", 1)},
    warnings=(Finding("lost-characters", "Lost.", (4, 5), 2),),
    edits=(Edit("punctuation:comma", 4, 1, 2, ",", "，", False), Edit("repair:lost", 4, 2, 3, "?", "。", True)),
    removed_ratio=0.25,
    version="0.1.0",
    rules_version="abc",
)


def test_every_field_is_filled_in_the_example() -> None:
    assert [item.name for item in dataclasses.fields(FULL) if not getattr(FULL, item.name)] == []


@pytest.mark.parametrize("article", [FULL, Article()])
def test_there_and_back(article: Article) -> None:
    assert Article.from_dict(article.to_dict()) == article
    assert Article.from_dict(json.loads(article.to_json())) == article
    assert pickle.loads(pickle.dumps(article)) == article


def test_an_offset_that_the_page_prints_stays() -> None:
    moment = datetime(2020, 3, 10, 21, 56, tzinfo=timezone.utc)
    assert Article.from_dict(Article(published=moment).to_dict()).published == moment


def test_dict_is_plain_and_begins_with_the_text() -> None:
    values = FULL.to_dict()
    assert next(iter(values)) == "text"
    assert values["published"] == "2020-03-10T21:56:12"
    assert values["updated"] == "2020-03-11"
    assert json.loads(json.dumps(values)) == values


def test_json_keeps_chinese_readable() -> None:
    assert '"title": "题"' in FULL.to_json()


def test_unknown_keys_are_ignored_and_missing_ones_default() -> None:
    assert Article.from_dict({"id": 1, "title": "题"}) == Article(title="题")


def test_text_joins_blocks() -> None:
    assert FULL.text == "小标题\n床前\n　明月"
    assert Article().text == ""


def test_edits_by_family() -> None:
    layout = (Edit("layout:margin", 1, 0, 1, " ", ""),)
    article = Article(edits=FULL.edits + layout)
    assert article.edits_of("repair") == FULL.edits[1:]
    assert article.edit_counts() == {"punctuation": 1, "repair": 1}


def test_counts_are_most_first_then_by_name() -> None:
    rules = ["b:x", "a:x", "c:x", "c:y"]
    article = Article(edits=tuple(Edit(rule, 1, 0, 0, "", "") for rule in rules))
    assert list(article.edit_counts().items()) == [("c", 2), ("a", 1), ("b", 1)]


def test_restore_refuses_edits_of_another_text() -> None:
    with pytest.raises(TrailError):
        FULL.restore()


def test_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        FULL.title = "别的"  # type: ignore[misc]
