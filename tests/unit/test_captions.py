"""Captions: taken out with heading and credit, and never a paragraph of the body."""

from __future__ import annotations

import corpusclean

BODY = "午后三点，鹭湾村的晒网场上摆开七八张竹桌，茶香混着海风扑上来，游客坐满了每一张桌子，主人忙着添水。"


def test_under_image_files() -> None:
    page = f"????????_??.jpg\n\n全镇防汛调度会。\n\nQQ??20200203123602_??.jpg\n\n商会捐赠物资。\n\n{BODY}"
    article = corpusclean.clean(page)
    assert [caption.text for caption in article.captions] == ["全镇防汛调度会。", "商会捐赠物资。"]
    assert article.text == BODY


def test_a_paragraph_under_an_image_file_stays() -> None:
    other = "日头偏西，船队返港的汽笛响起来，顾阿婆收起茶碗，朝码头望了一眼，起身去给孙子热饭，"
    other += "炉火映红了半面墙，碗筷在桌上摆好了。"
    article = corpusclean.clean(f"????????_??.jpg\n{BODY}\n????????_??.jpg\n{other}")
    assert article.captions == ()
    assert article.text == f"{BODY}\n{other}"


def test_heading_and_credit_of_an_agency() -> None:
    caption = "这是检查点的党员先锋岗（2月27日摄）。新川社记者 王小明 摄"
    page = f"{BODY}\n（图文互动）（2）飘扬的红旗\n{caption}\n{BODY}\n{BODY}"
    article = corpusclean.clean(page)
    (caption,) = article.captions
    assert caption.text == "这是检查点的党员先锋岗（2月27日摄）。"
    assert caption.heading == "（图文互动）（2）飘扬的红旗"
    assert caption.credit == "新川社记者 王小明 摄"
    assert caption.line == 3
    assert "红旗" not in article.text


def test_a_caption_printed_twice_is_one() -> None:
    page = f"図\n图为村民示范编辫子，一串八颗...\n图为村民示范编辫子，一串八颗，挂在骑楼下。王小齐 摄\n{BODY}\n{BODY}"
    (caption,) = corpusclean.clean(page).captions
    assert caption.text.endswith("挂在骑楼下。")


def test_inline_and_drop() -> None:
    page = f"{BODY}\n图为村民冲泡茶水。 王小越 摄\n{BODY}"
    assert "图为村民" in corpusclean.Cleaner(captions="inline").clean(page).text
    dropped = corpusclean.Cleaner(captions="drop").clean(page)
    assert "图为村民" not in dropped.text
    assert dropped.captions == ()
