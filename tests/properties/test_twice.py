"""Pages on which cleaning twice once gave something else than cleaning once: each is a class of mistake."""

from __future__ import annotations

import pytest

from corpusclean import clean

LEAD = "江边的步道昨夜被水淹了半米多深，值班人员连夜拉起警戒线，今天一早水位退去，步道重新开放，居民又回来散步。"
REFRAIN = "同心協力、同舟共濟——"
PAGES = {
    "a copy of the lead above the path": "\n".join([LEAD, "广告", "广告", "晨光网>>社会·法治>>民生观察", LEAD]),
    "an image file that counted as a paragraph without indent": "\n".join(
        [*["疫情,來勢洶洶;阻擊,眾志成城。"] * 4, "????????????????_??.jpg", "?一", "?一"]
    ),
    "readings of common characters in their Traditional form": (
        "這個社區的這個門，這個社區的這張網，這個社區的這場雨，負責的人都說：這個時候，書記在這個門邊，這個網裡。\n"
        "在社區(qū)這個(gè)戰(zhàn)場(chǎng)上,扎緊安全網(wǎng),守好門(mén)、看好家,社區(qū)黨組織書(shū)記肩負(fù)著重要責(zé)任。"
    ),
    "lines of one width once the indent of the first is gone": "\n".join(
        [
            "  戰(zhàn)斗堡壘聚人心,中流砥柱抗疫情。疫情之下,每一個(gè)社區(qū)、每一個(gè)網(wǎng)格,"
            "都是一個(gè)微型戰(zhàn)場(chǎng)。",
            "  ——默默堅(jiān)守?zé)o私奉獻(xiàn),用腳步丈量大街小巷",
            *["长按电源键三秒，等指示灯变绿再松开"] * 2,
            "疫情,來勢洶洶;阻擊,眾志成城。",
        ]
    ),
    "verse that becomes prose where its first line is a headline": "Àü⺁⺁㐀\r一\n网站无障碍\n Àü⺁⺁㐀\r一",
    "two marks that look like a byte sequence once they are written one way": "Āè\x80「",
    "an indent that is half lost": "\n".join([*["疫情,來勢洶洶;阻擊,眾志成城。"] * 2, "?一", " ?一"]),
    "an indent before a quote that is turned the wrong way": "\n".join(
        [*["疫情,來勢洶洶;阻擊,眾志成城。"] * 2, "?一", "?””㐀"]
    ),
    "an indented refrain as first line": "\n\u3000\u3000".join([REFRAIN, REFRAIN, REFRAIN, "江水東流\r江水東流"]),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_twice_is_once(page: str) -> None:
    once = clean(page).text
    assert once
    assert clean(once).text == once


def test_a_refrain_is_no_headline() -> None:
    assert clean(PAGES["an indented refrain as first line"]).title is None
