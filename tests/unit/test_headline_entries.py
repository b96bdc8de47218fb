"""Headlines of pages with one thing on them: an entry, a recipe, a poem."""

from __future__ import annotations

import pytest

from corpusclean import clean

MENU = "首页 > 百科 > 正文\n"
ENTRY = "青石桥位于临江县城南，始建于明万历年间，为三孔石拱桥，全长四十二米。"


PAGES = {
    "青石桥": f"青石桥\n位于临江县的古桥\n{ENTRY}",
    "家常红烧肉的做法": "老灶\n家常红烧肉的做法\n8.9 综合评分\n步骤 1\n五花肉切成两厘米见方的块，冷水下锅焯水。",
    "渡口晚归": "渡口晚归\n清代：林晚舟\n水落沙明晚照斜，\n隔江灯火两三家。\n归来不问渔樵事，\n独对寒梅数落花。",
    "张某与李某租赁合同纠纷一审民事判决书": "张某与李某租赁合同纠纷一审民事判决书\n浏览：128次\n"
    "（2019）苏0999民初1号\n原告张某诉称，双方签有合同。",
}


@pytest.mark.parametrize(("title", "page"), PAGES.items(), ids=PAGES)
def test_the_headline(title: str, page: str) -> None:
    assert clean(MENU + page).title == title


def test_a_song_has_no_refrain_for_a_headline() -> None:
    song = "晚风吹过渡口\n船灯一盏一盏\n河水流啊流\n流不到尽头\n河水流啊流\n流不到尽头"
    assert clean(song).text == song


def test_a_cleaned_entry_keeps_its_first_line() -> None:
    assert clean(f"青石桥\n{ENTRY}").text.endswith(ENTRY)
