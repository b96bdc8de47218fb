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
        ["  " + LEAD, "  ——堤上的灯一盏盏亮起，照着桥上来往的人影", *["先关上阀门再倒数十秒，听见响声就松手"] * 2, LEAD]
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
