"""What lines of a head are by their neighbours: data, events, versions, signatures, roles."""

from __future__ import annotations

import pytest

from corpusclean.document import Document
from corpusclean.metadata.head import read_head
from corpusclean.metadata.head_context import events
from corpusclean.metadata.head_line import BARE, CANDIDATE, IMPRINT


def kinds(*lines: str) -> list[str]:
    return [item.kind for item in read_head(Document.of("\n".join(lines))).filled()]


@pytest.mark.parametrize(
    "lines",
    [
        ("额定电压：220V", "额定频率：50Hz", "外形尺寸：380×270×230mm"),
        ("12:00 午间新闻", "13:20 渡口人家", "14:10 农技讲座"),
        ("白菜 1.2元/斤", "土豆 1.8元/斤", "鸡蛋 4.9元/斤"),
        ("老师：你为什么迟到？", "学生：路上有个牌子。", "老师：什么牌子？"),
    ],
    ids=["specification", "programme", "prices", "dialogue"],
)
def test_three_data_in_a_row_are_text(lines: tuple[str, ...]) -> None:
    assert CANDIDATE not in kinds(*lines)


def test_two_data_are_not_enough() -> None:
    assert kinds("渡口：一条河的记忆", "摆渡人：四十年不误点") == [CANDIDATE, CANDIDATE]


def test_a_labelled_imprint_among_data_stays_one() -> None:
    assert kinds("来源：青禾日报", "作者：王小明", "编辑：李大山") == [IMPRINT] * 3


def test_versions_with_dates_are_entries() -> None:
    assert IMPRINT not in kinds(
        "更新日志", "v2.1（2020-07-08）", "新增：深色模式", "v2.0（2020-03-01）", "修复：若干问题"
    )


def test_the_office_and_the_date_that_close_a_letter_are_text() -> None:
    letter = (
        "致家长的一封信",
        "尊敬的家长：",
        "您好！",
        "一、注意安全。",
        "祝您新春愉快！",
        "青禾县实验小学",
        "2022年1月10日",
    )
    assert IMPRINT not in kinds(*letter)


def test_under_a_headline_they_are_an_imprint() -> None:
    assert kinds("河边的春天来了", "青禾县实验小学", "2022年1月10日")[-1] == IMPRINT


def test_a_time_with_a_place_is_an_event() -> None:
    head = read_head(Document.of("会议纪要\n时间：2020年5月6日上午9:00\n地点：二楼会议室"))
    assert list(events(head.lines)) == [1]


def test_a_role_under_a_name_goes_with_it() -> None:
    assert kinds("为什么候鸟不会迷路？", "安娜·格林", "科技事务记者", "2021年6月25日") == [
        CANDIDATE,
        BARE,
        BARE,
        IMPRINT,
    ]
