"""Blanks that the page shows as question marks, and questions that are questions."""

from __future__ import annotations

import pytest

from corpusclean.damage.bytewise import undo_byte_shift
from corpusclean.damage.lost_blanks import RULE
from corpusclean.document import Document

DAMAGE = "他們堅(jiān)守崗(gǎng)位,堅(jiān)持值班,堅(jiān)守陣(zhèn)地。\n"


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("新华社北京3月10日电? 疫情防控,关键在治。", "新华社北京3月10日电 疫情防控,关键在治。"),
        ("中新网上海5月2日电？ 今天下雨。", "中新网上海5月2日电 今天下雨。"),
        (
            "??今天一早,雨就停了,路上的人多了起来。\n??到了中午,太阳出来了,人们都不打伞了。",
            "今天一早,雨就停了,路上的人多了起来。\n到了中午,太阳出来了,人们都不打伞了。",
        ),
        (
            "? ? 今天一早,雨就停了,路上的人多了起来。\n? ? 到了中午,太阳出来了,人们都不打伞了。",
            "今天一早,雨就停了,路上的人多了起来。\n到了中午,太阳出来了,人们都不打伞了。",
        ),
    ],
)
def test_without_other_damage(text, fixed):
    doc = undo_byte_shift(Document.of(text))
    assert doc.text == fixed
    assert {edit.rule for edit in doc.edits} == {RULE}


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("排查現場。?本社記者 王小明 攝", "排查現場。本社記者 王小明 攝"),
        ("排查現場(2月7日攝)。?本社記者 王小明 攝", "排查現場(2月7日攝)。本社記者 王小明 攝"),
        ("本報訊? 昨天下午三點", "本報訊 昨天下午三點"),
    ],
)
def test_on_a_damaged_page(text, fixed):
    assert undo_byte_shift(Document.of(DAMAGE + text)).text == DAMAGE + fixed


@pytest.mark.parametrize(
    "text",
    [
        "真的吗? 他问。 好吗? 她答。",
        "你是谁?从哪里来?到哪里去?",
        "???\n你在说什么呢,我怎么一句也听不懂?\n我说的是中文,你说呢?",
        "他今天(上午?)来过。？他自己也说不清",
        "昨日电? 谁打来的电话?",
        "?",
        "",
    ],
)
def test_questions_stay(text):
    assert undo_byte_shift(Document.of(text)).edits == ()
