"""The judgement of lines by shape, place and neighbours, on pages whose labels the test sets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpusclean.debris.extent import core, extent_of
from corpusclean.debris.features import features, words
from corpusclean.debris.judge import IN_THE_BOX, WHOLE_SENTENCE, condemned, judge_lines, threshold
from corpusclean.debris.lines import own_score, reasons, weights
from corpusclean.debris.neighbours import look, rows
from corpusclean.document import Document

PARAGRAPHS = (
    "渡口的老船工每天清早把船舱里的水舀干净，再去桥头买两个烧饼，一个自己吃，一个留给摆渡的学生，风雨无阻。",
    "今年三月，镇上在下游两公里的地方修好了一座人行桥，从学校走过去只要十分钟，坐船的人一下子少了一大半。",
    "“船还得开，”他说，“对岸还有三户人家，老的老，小的小，桥再近也走不动，我不去接，谁去接呢？”",
)
RULES = {
    "nav": ("debris", "navigation:menu"),
    "crumb": ("debris", "breadcrumbs:path"),
    "title": ("title", "metadata:title"),
    "date": ("meta", "dates:published"),
    "editor": ("meta", "credits:editor"),
    "share": ("debris", "sharing:header"),
    "ad": ("debris", "advertising:banner"),
    "copyright": ("debris", "copyright:notice"),
    "forum": ("debris", "forum:floor"),
    "page": ("debris", "paging:page-of"),
}


def page(*lines: str | tuple[str, str]) -> Document:
    """A document of lines; a pair is the name of a rule and the line that it labelled."""
    texts = [line if isinstance(line, str) else line[1] for line in lines]
    labels = [(row, *RULES[line[0]]) for row, line in enumerate(lines) if not isinstance(line, str)]
    return Document.of("\n".join(texts)).relabel(labels)


def gone(doc: Document) -> dict[str, str]:
    """The lines that the judge labels, with the rule."""
    judged = judge_lines(doc)
    return {
        line.text: line.mark.rule
        for line, before in zip(judged.lines, doc.marks, strict=True)
        if line.mark.label != before.label
    }


HEAD = (("nav", "首页 | 新闻 | 体育"), ("crumb", "首页 > 社会 > 正文"))
HEADLINES = ("桥头烧饼铺换了新招牌", "下游码头本周开始疏浚", "学校运动会改在周五举行", "三条公交线路临时绕行")


def test_a_list_without_a_header_goes_after_the_credit_line() -> None:
    doc = page(*HEAD, ("title", "渡口还有三户人家"), *PARAGRAPHS, ("editor", "责任编辑：舟白"), *HEADLINES)
    assert gone(doc) == dict.fromkeys(HEADLINES, "position:after-end")


def test_headlines_before_the_headline_go() -> None:
    doc = page(
        *HEAD, *HEADLINES, ("share", "分享到"), ("title", "渡口还有三户人家"), ("date", "2024-03-01"), *PARAGRAPHS
    )
    assert set(gone(doc)) == set(HEADLINES)
    assert set(gone(doc).values()) == {"position:before-headline"}


def test_one_character_widgets_between_debris_go() -> None:
    cells = (*"赞藏评转顶踩",)
    foot = ("copyright", "版权所有")
    doc = page(*HEAD, *cells, ("share", "分享到"), ("title", "渡口还有三户人家"), *PARAGRAPHS, foot)
    assert set(gone(doc)) == set(cells)
    assert set(gone(doc).values()) == {"shape:one-character-widget"}


def test_a_page_without_anchors_stays_whole() -> None:
    assert gone(page(*HEADLINES, *PARAGRAPHS, *HEADLINES)) == {}


def test_a_headline_alone_is_no_anchor() -> None:
    assert gone(page(("title", "渡口还有三户人家"), *PARAGRAPHS, *HEADLINES)) == {}


def test_one_anchor_may_be_a_slip() -> None:
    assert gone(page(*PARAGRAPHS, ("copyright", "版权所有"), *HEADLINES)) == {}


def test_subheads_between_paragraphs_stay() -> None:
    subheads = ("船还得开", "桥修好以后", "对岸的三户人家")
    lines = [text for pair in zip(subheads, PARAGRAPHS, strict=True) for text in pair]
    doc = page(
        *HEAD, ("title", "渡口还有三户人家"), ("date", "2024-03-01"), *lines, ("editor", "责任编辑：舟白"), *HEADLINES
    )
    assert not set(gone(doc)) & set(subheads)


def test_the_signature_of_a_notice_stays() -> None:
    signature = ("特此通告。", "渡口镇人民政府", "2024年3月1日")
    doc = page(
        *HEAD, ("title", "关于渡口停航的通告"), *PARAGRAPHS, *signature, ("share", "分享到"), ("copyright", "版权所有")
    )
    assert not set(gone(doc)) & set(signature)


def test_verse_between_a_title_and_a_footer_stays() -> None:
    verse = ("灯灭了", "冰箱也不说话", "我们坐着", "听楼上的孩子", "数到一百", "有人划火柴", "灯又亮了")
    doc = page(*HEAD, ("title", "停电"), *verse, ("share", "分享到"), ("copyright", "版权所有"))
    assert gone(doc) == {}


SURVIVORS = {
    "a list of steps": ("1. 舀干船舱里的水", "2. 解开缆绳", "3. 等学生坐稳", "4. 竹篙撑离石阶"),
    "a table": ("开船时间\t票价\t座位", "6:30\t2元\t12", "7:10\t2元\t12", "16:40\t3元\t10"),
    "dialogue": ("“开船吗？”", "“再等等。”", "“等谁？”", "“等下课。”"),
    "a recipe": ("用料", "猪油 一勺", "面粉 半斤", "白芝麻 少许", "做法", "面粉加温水揉成团，盖上布醒半个钟头。"),
    "code": ("def ferry(riders):", "    for rider in riders:", "        board(rider)", "    return len(riders)"),
    "code between buttons": (("share", "复制代码"), "def ferry(riders):", "    return len(riders)", ("share", "运行")),
    "a firm's signature": ("渡口航运有限公司", "2024年3月1日"),
    "an officer's signature": ("鎮長　程遠帆", "中華民國113年3月1日"),
    "answers after a page number": (("page", "第2页 共4页"), "参考答案", "1.B 2.C 3.A", "4.自东向西 六里"),
}


@pytest.mark.parametrize("lines", SURVIVORS.values(), ids=SURVIVORS)
def test_what_looks_like_debris_and_is_body_stays(lines: tuple[str | tuple[str, str], ...]) -> None:
    doc = page(
        *HEAD, ("title", "渡口还有三户人家"), ("date", "2024-03-01"), *PARAGRAPHS, *lines, ("share", "分享到"),
        ("copyright", "版权所有"),
    )  # fmt: skip
    assert not set(gone(doc)) & {line for line in lines if isinstance(line, str)}


def test_the_date_of_a_law_under_its_title_stays() -> None:
    enacted = "（2024年3月1日镇第三届人民代表大会第二次会议通过）"
    doc = page(*HEAD, ("title", "渡口管理办法"), ("date", "2024-03-02"), enacted, *PARAGRAPHS, ("share", "分享到"))
    assert enacted not in gone(doc)


def test_pushes_under_a_post_stay() -> None:
    pushes = ("推 ferryman: 我外公以前也撑船 03/01 20:11", "→ ferryman: 票价五分钱 03/01 20:12", "顶")
    doc = page(*HEAD, ("title", "渡口还开吗"), *PARAGRAPHS, ("forum", "※ 發信站"), *pushes, ("copyright", "版权所有"))
    assert not set(gone(doc)) & set(pushes)


def test_what_is_condemned_is_what_goes() -> None:
    doc = page(("nav", "首页 | 新闻 | 体育"), ("ad", "广告"), *HEADLINES, ("title", "渡口还有三户人家"), *PARAGRAPHS)
    assert [row.line.mark.number for row, _ in condemned(doc)] == [3, 4, 5, 6]
    assert gone(doc) == dict.fromkeys(HEADLINES, "position:before-headline")
    assert condemned(page(*HEADLINES, ("title", "渡口还有三户人家"), *PARAGRAPHS)) == []


def test_replies_of_a_thread_stay() -> None:
    replies = ("顶，我家对岸也是这样。", "船票多少钱一张？", "明年我也回去看看那座桥。")
    doc = page(
        *HEAD, ("title", "渡口还开吗"), *PARAGRAPHS, ("forum", "2楼"), replies[0], ("forum", "3楼"), replies[1],
        ("forum", "4楼"), replies[2], ("copyright", "版权所有"),
    )  # fmt: skip
    assert not set(gone(doc)) & set(replies)


def test_a_sentence_after_the_end_is_weighed_not_taken() -> None:
    last = "上面说的三户人家，后来都搬到了桥这边，老船工也在去年秋天退了休，船拖上岸，翻过来晾着。"
    doc = page(*HEAD, ("title", "渡口还有三户人家"), *PARAGRAPHS, ("ad", "广告"), last, ("copyright", "版权所有"))
    assert gone(doc) == {}


def test_a_lead_that_comes_again_goes() -> None:
    doc = page(
        *HEAD, "本文摘要：" + PARAGRAPHS[1], ("title", "渡口还有三户人家"), *PARAGRAPHS, ("copyright", "版权所有")
    )
    assert gone(doc)["本文摘要：" + PARAGRAPHS[1]] == "neighbours:printed-twice"
    assert PARAGRAPHS[1] not in gone(doc)


def test_of_two_equal_paragraphs_one_stays() -> None:
    doc = page(*HEAD, PARAGRAPHS[0], *PARAGRAPHS, ("copyright", "版权所有"))
    judged = judge_lines(doc)
    assert [line.text for line in judged.lines if line.is_body].count(PARAGRAPHS[0]) == 1


def test_a_refrain_stays() -> None:
    refrain = "每个礼拜天的早晨，他都要去河边看船。"
    lines = [text for paragraph in PARAGRAPHS for text in (refrain, paragraph)]
    assert refrain not in gone(page(*HEAD, *lines, ("share", "分享到"), ("copyright", "版权所有")))


def test_the_headline_again_goes() -> None:
    again = "渡口还有三户人家_渡口新闻网"
    doc = page(*HEAD, ("title", "渡口还有三户人家"), PARAGRAPHS[0], again, *PARAGRAPHS[1:], ("copyright", "版权所有"))
    assert gone(doc) == {again: "neighbours:repeated-headline"}


def test_a_page_of_lists_has_no_article() -> None:
    doc = page(*HEAD * 4, "桥头", ("share", "分享到"), ("copyright", "版权所有"))
    judged = judge_lines(doc)
    assert not any(line.is_body for line in judged.lines)
    assert [finding.code for finding in judged.findings] in (["no-article"], [])


def test_a_notice_of_one_sentence_is_an_article() -> None:
    doc = page(*HEAD * 4, "今天停航。", ("share", "分享到"), ("copyright", "版权所有"))
    assert gone(doc) == {}


def test_a_verdict_says_why() -> None:
    doc = page(*HEAD, *HEADLINES, ("share", "分享到"), ("title", "渡口还有三户人家"), *PARAGRAPHS)
    taken = condemned(doc)
    assert {row.line.row for row, _ in taken} <= {
        place for place, mark in enumerate(judge_lines(doc).marks) if mark.rule
    }
    for row, score in taken:
        assert score > threshold(row)
        assert 1 <= len(reasons(row)) <= 3
        assert all(weights()[name] == weight > 0 for name, weight in reasons(row))
    assert taken


def test_the_score_is_the_sum_of_the_named_features() -> None:
    doc = page(*HEAD, *HEADLINES, ("share", "分享到"), ("title", "渡口还有三户人家"), *PARAGRAPHS)
    for row in rows(look(doc)):
        named = sum(weights().get(name, 0.0) for name in ("", *features(row), *words(row)))
        assert own_score(row) == pytest.approx(named)


def test_labels_set_before_stay() -> None:
    doc = page(*HEAD, *HEADLINES, ("share", "分享到"), ("title", "渡口还有三户人家"), *PARAGRAPHS)
    judged = judge_lines(doc)
    assert all(now == was for now, was in zip(judged.marks, doc.marks, strict=True) if was.label != "body")


def test_core_is_the_stretch_of_prose() -> None:
    menu, prose = ("menu", "debris", "navigation:menu"), ("prose", "body", "")
    assert core([menu, menu, prose, ("headline", "body", ""), prose, menu, menu]) == (2, 4)
    assert core([menu, ("headline", "body", "")]) == (0, -1)


def test_a_headline_under_the_text_is_none() -> None:
    lines = [("menu", "debris", "navigation:menu"), ("prose", "body", ""), ("", "title", "metadata:title")]
    assert extent_of(lines, [0, 1, 1, 1]).headline == -1


def test_a_headline_with_no_line_under_it_is_over_no_article() -> None:
    issue = [("", "debris", "contents:word"), *[("headline", "body", "")] * 4, ("", "title", "metadata:title")]
    marked = [0, *[1] * len(issue)]
    assert extent_of(issue, marked).headline == -1
    assert extent_of([*issue, ("word", "body", "")], [*marked, 1]).headline == 5


def test_a_subhead_that_the_contents_named_stays() -> None:
    entries = ("历史沿革", "渡口旧址", "今日渡口")
    body = [text for pair in zip(entries, PARAGRAPHS, strict=True) for text in (pair[0], ("share", "分享到"), pair[1])]
    numbered = [f"{number}{entry}" for number, entry in enumerate(entries, 1)]
    doc = page(*HEAD, ("title", "渡口"), ("share", "收藏"), *numbered, *body, ("copyright", "版权所有"))
    assert gone(doc) == dict.fromkeys(numbered, "neighbours:contents")


@pytest.mark.parametrize(
    "text", ["渡口的船还在开，老船工每天清早把船舱里的水舀干净再出门。", "“船还得开，对岸还有三户人家！”"]
)
def test_a_whole_sentence_needs_more_than_its_place(text: str) -> None:
    def asked(line: str) -> float:
        doc = page(*HEAD, ("share", "分享到"), line, ("date", "2024-03-01"), ("title", "渡口"), *PARAGRAPHS)
        return next(threshold(row) for row in rows(look(doc)) if row.line.text == line)

    assert asked(text) == WHOLE_SENTENCE > asked("桥头烧饼铺换了新招牌")


def test_a_list_in_the_box_of_an_html_page_needs_more() -> None:
    doc = page(*HEAD, *HEADLINES, ("copyright", "版权所有"))
    boxed = replace(doc, marks=tuple(mark._replace(region="inside") for mark in doc.marks))
    assert {threshold(row) for row in rows(look(boxed))} == {IN_THE_BOX}
    assert max(threshold(row) for row in rows(look(doc))) < IN_THE_BOX
