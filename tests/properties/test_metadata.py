"""What holds for every page: facts are spelled on it, evidence points into it, and nothing raises."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

import corpusclean
from benchmarks.debris import bare
from benchmarks.metadata import Form, Text, forms, page_of
from corpusclean.document import Document
from corpusclean.fold import fold
from corpusclean.metadata.captions import find_captions
from corpusclean.metadata.date import find_dates
from corpusclean.metadata.dateline import read_dateline
from corpusclean.metadata.imprint import read_imprint
from corpusclean.metadata.names import split_names
from corpusclean.metadata.read import read_metadata
from corpusclean.metadata.title import find_headline

WORDS = """
来源： 作者： 责任编辑 记者 通讯员 王小明 欧阳文 澜安日报 新川社 3月8日电 2020-03-08 21:56:12 二〇二〇年三月八日
113-03-08 发布时间： （ ） 【 】 ／ 丨 | ， 。 ： 首页>新闻 老街上的修伞铺搬家了 摄 图为 admin 佚名 · —— 1120403
????_??.jpg 索引号 发文机关 https://a.example.com/1 原创 雨停之后，街上的人多了起来，卖菜的也回来了。""".split()
PIECES = st.sampled_from([*WORDS, " ", "\u3000", "\n", "\ud800", "\x00"])
PAGES = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200)


def read(page: str) -> Document:
    return read_metadata(find_captions(find_headline(Document.of(page))))


@given(PAGES)
def test_names_stand_on_the_page(page: str) -> None:
    facts = read(page).facts
    for field in ("authors", "editors"):
        for name in facts[field].value if field in facts else ():
            assert name.replace(" ", "") in re.sub(r"\s", "", page)


@given(PAGES)
def test_texts_stand_on_the_page(page: str) -> None:
    facts = read(page).facts
    for field in ("source", "dateline", "url"):
        if field in facts:
            assert facts[field].value in page


@given(PAGES)
def test_evidence_points_into_the_page(page: str) -> None:
    lines = page.count("\n") + 1
    for fact in read(page).facts.values():
        assert 0 <= fact.line <= lines
        assert ":" in fact.rule


@given(PAGES)
def test_the_text_is_left_alone(page: str) -> None:
    assert read(page).text == page


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)))
def test_a_date_printed_is_found(day: date) -> None:
    for form in ("%Y-%m-%d", "%Y年%m月%d日", "%Y/%m/%d", "%Y.%m.%d"):
        printed = f"发布 {day:{form}} 来源"
        (moment,) = find_dates(printed)
        assert moment.value == day
        assert printed[moment.start : moment.end] == f"{day:{form}}"


@given(PAGES)
def test_spans_lie_in_the_line(line: str) -> None:
    for moment in find_dates(line):
        assert 0 <= moment.start < moment.end <= len(line)
    for item in read_imprint(line).items:
        assert item.value in line or not item.value


@given(PAGES)
def test_readers_take_any_text(text: str) -> None:
    dateline = read_dateline(text)
    assert dateline is None or dateline.text in text
    assert all(name.strip() for name in split_names(text))


LINES = (
    *(
        "老船工交出最后一班渡船",
        "——渡口见闻",
        "渡口早市",
        "老船工，渡船，乡亲",
        "王小明",
        "“开船，”老船工说",
        "讣告",
        "",
    ),
    *("第三章 借船", "关于渡船停航的通告", "引题：水乡来信", "新川社柏川5月21日电 渡船靠岸，乡亲们都来了。"),
    "老船工在渡口摆了三十年，最后一班渡船今天靠岸，乡亲们都来码头送他。",
    "大桥通车以后，渡船就要停了，他把缆绳交给了博物馆。",
)


@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_a_page_without_debris_or_imprint_loses_its_first_line_at_most(lines: list[str]) -> None:
    found = find_headline(Document.of("\n".join(lines)))
    first = next((row for row, line in enumerate(lines) if line), 0)
    assert {row for row, mark in enumerate(found.marks) if mark.label != "body"} <= {first}


FORMS = list(forms())
SHORT = Text(
    "", "老船工交出最后一班渡船", LINES[-2] + "\n" + LINES[-1], "首页 | 新闻 | 读书", "相关新闻\n渡口早市开秤了"
)
# what happens to a line on its way: a character is lost, doubled, or another stands in its place
DAMAGE = st.lists(
    st.tuples(
        st.floats(0, 1), st.sampled_from(["", "\u3000", " ", "\n", "：", "|", "（", "）", "、", "王", "报", "2"])
    ),
    max_size=4,
)


def damaged(page: str, damage: list[tuple[float, str]]) -> str:
    for place, new in damage:
        at = int(place * len(page))
        page = page[:at] + new + page[at + 1 :]
    return page


def spellings(year: int) -> set[str]:
    """How a page may print a year: in digits, of the Republic, in Han, and two digits before a mark."""
    han = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
    return {str(year), str(year - 1911), han, *(f"{year % 100:02}{mark}" for mark in "-/.")}


@given(st.sampled_from(FORMS), st.integers(0, 9), DAMAGE)
def test_what_is_read_from_a_damaged_imprint_stands_on_the_page(
    form: Form, number: int, damage: list[tuple[float, str]]
) -> None:
    page = damaged(page_of(form, SHORT, number, debris=True)[0], damage)
    article = corpusclean.clean(page, kind="text")
    said = bare(page)
    for name in (*article.authors, *article.editors, *article.section, *sum(article.credits.values(), ())):
        assert bare(name) in said
    for text in (article.source, article.title, article.subtitle, article.dateline):
        assert bare(text or "") in said
    for moment in filter(None, (article.published, article.updated)):
        assert any(year in fold(page) for year in spellings(moment.year))
