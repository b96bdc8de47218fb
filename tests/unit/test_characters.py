"""Single characters: what becomes another, what goes, what stays."""

from __future__ import annotations

import unicodedata

import pytest

import corpusclean
from corpusclean.damage.characters import mend_characters
from corpusclean.damage.forms import tables
from corpusclean.document import Document

UNIFIED = "﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩"


def mended(text: str) -> str:
    return mend_characters(Document.of(text)).text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("&#20013;&#x6587;", "中文"),
        ("&amp;nbsp;他说&ldquo;好&rdquo;", " 他说“好”"),
        ("一&nbsp二&#12290", "一 二。"),
        ("&amp;amp;amp;lt;p&amp;gt;", "<p>"),
        ("&hellip;&mdash;", "…—"),
        ("&#228;&#184;&#173;&#230;&#150;&#135;网", "中文网"),
        ("caf&#233; &#228;&#246;&#252;", "café äöü"),
        ("他说%E4%BD%A0%E5%A5%BD。", "他说你好。"),
        ("%C4%E3%BA%C3", "你好"),
        ("%u4e2d%u6587", "中文"),
        ("\\u4e2d\\u6587", "中文"),
        ("=E4=BD=A0=E5=A5=\n=BD", "你好"),
        ("⼀个⾼⼿，⻋站", "一个高手，车站"),
        ("豈有此理", "豈有此理"),
        ("他\u200b们\ufeff来\u00ad了\u202e。", "他们来了。"),
        ("你\xa0好", "你 好"),
        ("\x05标题\x08", "标题"),
        ("中\x00文", "中文"),
        ("\x93好\x94", "“好”"),
        ("一\ud800二", "一二"),
        ("\ud83d\ude00", "😀"),
        ("\ue815字", "厂字"),
        ("\ue613 电话", " 电话"),
        ("他놆学生，놊去", "他是学生，不去"),
        ("葛\U000e0100城", "葛\U000e0100城"),
    ],
)
def test_what_changes(text: str, after: str) -> None:
    assert mended(text) == after
    assert mended(after) == after


@pytest.mark.parametrize(
    "text",
    [
        "👨\u200d👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3 🏴\U000e0067\U000e0062\U000e007f",
        "AT&T 和 R&D，Q&A",
        "写成“&nbsp;”就会有空格",
        "http://example.com/?a=1&copy=2&lt=3",
        "http://example.com/%E4%BD%A0%E5%A5%BD 是一个网址",
        "/wiki/%E4%BD%A0%E5%A5%BD",
        "正则 [\\u4e00-\\u9fa5] 匹配汉字",
        'var name = "\\u4e2d\\u6587";',
        "增长了100%，下降50%AB",
        "a==b，x=3D",
        "ｋｍ² ㈱ ① ½ ℃",
        "字\ue000字",
        "한국어 놆다",
        UNIFIED,
        "一\t二",
    ],
)
def test_what_stays(text: str) -> None:
    assert mended(text) == text


def test_nothing_unseen_is_left() -> None:
    text = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0x2028, 0x2029, 0xFEFF]))
    left = mended("前" + text + "后")
    assert {unicodedata.category(char) for char in left if char not in "\n\t"} <= {
        "Lo",
        "Pd",
        "Pi",
        "Pf",
        "Po",
        "Sc",
        "So",
    }


def test_no_radical_or_compatibility_ideograph_is_left() -> None:
    for code in (*range(0x2E80, 0x2EF4), *range(0x2F00, 0x2FD6), *range(0xF900, 0xFADA), *range(0x2F800, 0x2FA1E)):
        char = chr(code)
        if unicodedata.name(char, "") and char not in UNIFIED and char in {**tables()[0], **tables()[1]}:
            assert mended(char) not in {**tables()[0], **tables()[1]}


@pytest.mark.parametrize(
    ("text", "code", "count"),
    [
        ("他\ufffd\ufffd来了", "lost-characters", 2),
        ("标题????来了", "lost-as-question-marks", 4),
        ("□□□□来了", "lost-as-boxes", 4),
        ("锟斤拷锟斤拷来了", "twice-misread", 6),
        ("烫烫烫烫来了", "uninitialised-memory", 4),
    ],
)
def test_losses_are_flagged_and_stay(text: str, code: str, count: int) -> None:
    doc = mend_characters(Document.of("好。\n" + text))
    (finding,) = doc.findings
    assert (finding.code, finding.lines, finding.count) == (code, (2,), count)
    assert doc.text == "好。\n" + text


@pytest.mark.parametrize("page", ["????????", "\ufffd\n\ufffd\ufffd", "????\n，???? ????。", "锟斤拷锟斤拷"])
def test_a_page_of_nothing_is_empty_and_says_so(page: str) -> None:
    article = corpusclean.clean(page)
    assert article.text == ""
    assert "unreadable" in [warning.code for warning in article.warnings]
    assert article.restore() == page


@pytest.mark.parametrize("page", ["真的吗??", "好吃得不得了!!!???", "烫烫的汤", "□ 同意"])
def test_few_signs_are_text(page: str) -> None:
    doc = mend_characters(Document.of(page))
    assert (doc.text, doc.findings) == (page, ())
