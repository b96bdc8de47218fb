"""Facts in the way of writing of the text: marks in sentences, script everywhere, names without marks."""

from __future__ import annotations

from typing import Any

import pytest

from corpusclean.article import Caption
from corpusclean.document import Document, Fact
from corpusclean.normalize.stages import unify_facts, unify_scripts
from corpusclean.options import Options


def written(field: str, value: Any, text: str = "", **options: str) -> Any:
    doc = Document.of(text).stating({field: Fact(value, "test:fact", 1)})
    chosen = Options(**options)
    return unify_facts(chosen)(unify_scripts(chosen)(doc)).facts[field].value


@pytest.mark.parametrize(
    ("field", "value", "new"),
    [
        ("title", "雨停了,街上的人還沒來", "雨停了，街上的人还没来"),
        ("dateline", "(海北社記者陳大文12日電)", "（海北社记者陈大文12日电）"),
        ("authors", ("陳大文", "John Smith, Jr."), ("陈大文", "John Smith, Jr.")),
        ("credits", {"校對": ("張乾",)}, {"校對": ("张乾",)}),
        ("section", ("國際", "要聞"), ("国际", "要闻")),
        ("url", "https://example.com/國", "https://example.com/國"),
        (
            "captions",
            (Caption("橋邊的樹,秋天", None, "陳大文 攝", 3),),
            (Caption("桥边的树，秋天", None, "陈大文 摄", 3),),
        ),
    ],
)
def test_to_simplified(field: str, value: Any, new: Any) -> None:
    assert written(field, value) == new


def test_surnames_stay_in_traditional() -> None:
    assert written("editors", ("范小明", "余大文", "张三"), script="tw") == ("范小明", "余大文", "張三")


def test_a_title_is_judged_with_its_page() -> None:
    page = "黨員干部都說好，以后還要這樣，戰斗還沒結束，大家要做模范。"
    assert written("title", "黨員干部的話", page, script="hant") == "黨員幹部的話"


def test_keep_leaves_the_script_and_quotes_follow_it() -> None:
    assert written("title", "他說“好,謝謝”", "這裡說的話", script="keep") == "他說「好，謝謝」"


def test_punctuation_keep() -> None:
    assert written("title", "雨停了,人還沒來", punctuation="keep") == "雨停了,人还没来"


def test_nothing_to_do_gives_the_same_document() -> None:
    doc = Document.of("").stating({"title": Fact("雨停了", "test:fact", 1)})
    assert unify_facts(Options())(doc) is doc
