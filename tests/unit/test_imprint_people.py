"""Names behind a label: where they end, what is none, and roles that names are glued to."""

from __future__ import annotations

import pytest

from corpusclean.fold import fold
from corpusclean.metadata.byline import length_before_place
from corpusclean.metadata.imprint import read_imprint
from corpusclean.metadata.imprint_people import glued_people, unwrapped
from corpusclean.metadata.names import may_be_person, split_names
from corpusclean.metadata.outlets import is_outlet


def people(line: str) -> list[tuple[str, str]]:
    return [(item.field, item.value) for item in read_imprint(line).of("author", "editor", "credit")]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("记者 王小满 文并摄", [("author", "王小满")]),
        ("作者：王小满（柏川晚报记者）", [("author", "王小满")]),
        ("作者：王小满；李大山；陈望舒", [("author", "王小满"), ("author", "李大山"), ("author", "陈望舒")]),
        ("责编 孙禾 审核 吴梦溪", [("editor", "孙禾"), ("credit", "吴梦溪")]),
        ("文、圖／王小滿", [("author", "王小滿")]),
        ("记者 格桑边觉", [("author", "格桑边觉")]),
        ("记者 走进渡口", []),
        ("本报记者 直击现场", []),
        ("编辑 有话说", []),
        ("图文：老街上的铺子今日重开", []),
        ("作者：望溪发布", []),
    ],
)
def test_people(line: str, found: list[tuple[str, str]]) -> None:
    assert people(line) == found


@pytest.mark.parametrize("name", ["王小满", "欧阳静", "张杨知行", "阿依古丽·买买提", "Lena Voss", "格桑边觉", "水成蹊"])
def test_may_be_person(name: str) -> None:
    assert may_be_person(name)


@pytest.mark.parametrize(
    "phrase", ["走进渡口", "来到现场", "在行动", "带你看", "跑两会", "有话说", "体验", "亲历", "探访老码头"]
)
def test_a_phrase_is_no_person(phrase: str) -> None:
    assert not may_be_person(phrase)


@pytest.mark.parametrize(
    ("words", "length"), [("王朋台北報導", 2), ("王小滿高雄即時報導", 3), ("歐陽靜遠報導", 4), ("王小滿", 0)]
)
def test_the_name_ends_before_the_place(words: str, length: int) -> None:
    assert length_before_place(fold(words)) == length


def test_a_role_is_glued_to_a_name_and_not_to_a_word() -> None:
    assert glued_people("编辑孙禾", "编辑孙禾") == [("editor", "编辑", "孙禾")]
    assert glued_people("编辑推荐", "编辑推荐") == []


def test_a_list_of_clauses_names_nobody() -> None:
    assert split_names("王小满，李大山，陈望舒") == ("王小满", "李大山", "陈望舒")
    assert split_names("春风里，老渠边，一条路") == ()


def test_brackets_around_a_value_go_and_those_inside_stay() -> None:
    assert (unwrapped("（王小满）"), unwrapped("王小满（实习）")) == ("王小满", "王小满（实习）")


@pytest.mark.parametrize(
    ("name", "outlet"), [("望溪发布", True), ("渡口周刊", True), ("0人参与评论", False), ("海报", False)]
)
def test_outlets(name: str, outlet: bool) -> None:
    assert is_outlet(name) is outlet
