"""What the markup says about an article: images, captions, byline, address, days; and files of other kinds."""

from __future__ import annotations

import pytest

import corpusclean
from corpusclean.read.addresses import day_of_address
from corpusclean.read.files import file_kind
from corpusclean.read.frame import put_together
from corpusclean.read.headline import headline_clue
from corpusclean.read.html import read_html
from corpusclean.read.outline import Row
from tests.unit.river_article import BODY, PARAGRAPHS, TITLE


def clean(body: str, head: str = "", url: str | None = None) -> corpusclean.Article:
    page = f"<!DOCTYPE html><html><head><title>{TITLE}_江城新闻网</title>{head}</head><body>{body}</body></html>"
    return corpusclean.clean(page, url=url)


@pytest.mark.parametrize(
    ("image", "address"),
    [
        ("<img src='/a/1.jpg'>", "https://news.example/a/1.jpg"),
        ("<img src='2.jpg'>", "https://news.example/2021/2.jpg"),
        ("<img src='data:image/gif;base64,R0' data-src='//img.example/3.png'>", "https://img.example/3.png"),
        ("<img src='/loading.gif' data-original='/4.jpg'>", "https://news.example/4.jpg"),
        ("<img srcset='/5s.jpg 480w, /5.jpg 960w'>", "https://news.example/5.jpg"),
        ("<amp-img src='/6.jpg' width=600 height=400></amp-img>", "https://news.example/6.jpg"),
    ],
)
def test_addresses_of_images(image: str, address: str) -> None:
    body = f"<h1>{TITLE}</h1><p>{BODY[0]}</p><p>{image}</p><p>{BODY[1]}</p>"
    article = clean(body, url="https://news.example/2021/a.html")
    assert [(item.url, item.position) for item in article.images] == [(address, 1)]


@pytest.mark.parametrize(
    "image",
    [
        "<img src='/blank.gif'>",
        "<img src='/static/icon/share.png'>",
        "<img src='/a.jpg' width=16 height=16>",
        "<img src='data:image/png;base64,AAAA'>",
        "<img>",
    ],
)
def test_no_images_are_icons_and_blanks(image: str) -> None:
    assert clean(f"<h1>{TITLE}</h1><p>{BODY[0]}</p><p>{image}</p><p>{BODY[1]}</p>").images == ()


def test_images_outside_the_article_are_not_its_own() -> None:
    side = "".join(f"<li><img src='/s{n}.jpg'><a href='/{n}'>别的新闻的标题第{n}条</a></li>" for n in range(20))
    article = clean(f"<ul>{side}</ul><h1>{TITLE}</h1>{PARAGRAPHS}<img src='/own.jpg'><ul>{side}</ul>")
    assert [image.url for image in article.images] == ["/own.jpg"]


def test_relative_addresses_stay_without_a_base() -> None:
    assert [image.url for image in clean(f"<h1>{TITLE}</h1>{PARAGRAPHS}<img src='a.jpg'>").images] == ["a.jpg"]


def test_captions_leave_the_text_and_belong_to_their_image() -> None:
    figure = "<figure><img src='/a.jpg'><figcaption>江边的步道 张三 摄</figcaption></figure>"
    article = clean(f"<h1>{TITLE}</h1><p>{BODY[0]}</p>{figure}<p>{BODY[1]}</p><p>{BODY[2]}</p>")
    assert article.text.split("\n") == BODY
    assert [caption.text for caption in article.captions] == ["江边的步道"]
    assert article.images[0].caption == "江边的步道 张三 摄"


def test_a_byline_that_class_names_tell() -> None:
    top = (
        f"<h1>{TITLE}</h1><div><span class='pub-time'>2021-03-04 08:30</span>"
        "<span class='source-name'>江城晚报</span><em class='author-name'>林小满</em></div>"
    )
    article = clean(f"{top}{PARAGRAPHS}")
    assert (article.source, article.authors, str(article.published)) == ("江城晚报", ("林小满",), "2021-03-04 08:30:00")


def test_class_names_far_from_the_headline_are_of_other_stories() -> None:
    other = "<div class='source'>别处日报</div>"
    doc = read_html(f"<title>{TITLE}</title><h1>{TITLE}</h1>{PARAGRAPHS * 5}{other}")
    assert not [clue for clue in doc.clues if clue.rule == "markup:class"]


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/2021/03/04/a.html", "2021-03-04"),
        ("https://news.example/2021-03/04/c_1.htm", "2021-03-04"),
        ("https://news.example/n1/2021/0304/c1-3.html", "2021-03-04"),
        ("https://gov.example/art/t20210304_55.html", "2021-03-04"),
        ("https://news.example/a/20213304.html", None),
        ("https://news.example/a/1202103041.html", None),
        ("https://news.example/20210304", "2021-03-04"),
        ("https://20210304.example/a", None),
        ("news", None),
    ],
)
def test_day_of_an_address(url: str, day: str | None) -> None:
    assert day_of_address(url) == day


def test_the_day_of_the_address_is_the_last_resort() -> None:
    url = "https://news.example/2021/03/05/a.html"
    assert str(clean(f"<h1>{TITLE}</h1>{PARAGRAPHS}", url=url).published) == "2021-03-05"
    dated = f"<h1>{TITLE}</h1><div>2021-03-04 08:30</div>{PARAGRAPHS}"
    assert str(clean(dated, url=url).published)[:10] == "2021-03-04"


def test_days_that_two_places_say_come_first() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "Article", "datePublished": "2023-09-01T00:00"}</script>'
        '<meta name="publishdate" content="2021-03-04">'
    )
    article = clean(f"<h1>{TITLE}</h1>{PARAGRAPHS}", head, url="https://news.example/2021/0304/a.html")
    assert str(article.published)[:10] == "2021-03-04"


def test_a_labelled_day_in_the_text_beats_the_markup() -> None:
    head = '<meta name="publishdate" content="2023-09-01">'
    article = clean(f"<h1>{TITLE}</h1><div>发布时间：2021-03-04 08:30</div>{PARAGRAPHS}", head)
    assert str(article.published)[:10] == "2021-03-04"


@pytest.mark.parametrize(
    ("title", "rows", "headline"),
    [
        ("大雨过后步道重开--小河的博客", ["小河的博客", "大雨过后步道重开"], 2),
        ("千龙网--汽车--大雨过后步道重开", ["千龙网", "大雨过后步道重开"], 2),
        ("巷口 - 歌词", ["首页", "巷口"], 2),
        ("欢迎光临", ["大雨过后步道重开"], None),
    ],
)
def test_headline_among_rows(title: str, rows: list[str], headline: int | None) -> None:
    lines = "".join(f"<h3>{row}</h3>" for row in rows)
    found = [
        clue.line for clue in read_html(f"<title>{title}</title>{lines}{PARAGRAPHS}").clues if clue.field == "headline"
    ]
    assert found == ([headline] if headline else [])


def test_no_headline_without_a_title() -> None:
    assert headline_clue([Row("大雨过后步道重开", "heading", 1, 0)], []) is None


def test_links_of_the_frame_share_lines_and_lose_no_word() -> None:
    rows = [Row(f"栏目{n}", "", 0, 3) for n in range(40)] + [Row(BODY[0], "", 0, 0)]
    kept, where, _ = put_together(rows, [False] * 40 + [True], None)
    assert len(kept) < len(rows)
    assert " ".join(row.text for row in kept).split() == [row.text for row in rows]
    assert [kept[new].text for new in where[-3:]] == ["栏目38", "栏目39", BODY[0]]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "an image"),
        (b"PK\x03\x04\x14\x00\x06\x00", "a zip archive or an office file"),
        (bytes(range(256)) * 20, "no text"),
        ("正文。\x00\x01".encode(), None),
        (b"ID3 is a tag", None),
        (b"", None),
    ],
)
def test_files_that_are_no_pages(data: bytes, kind: str | None) -> None:
    assert file_kind(data) == kind
    article = corpusclean.clean(data)
    assert ("not-a-page" in [warning.code for warning in article.warnings]) == (kind is not None)
    assert kind is None or article.text == ""


def test_soup_and_tag_are_read_like_their_markup() -> None:
    bs4 = pytest.importorskip("bs4")
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{PARAGRAPHS}</body></html>"
    soup = bs4.BeautifulSoup(page, "html.parser")
    assert corpusclean.clean(soup).text.split("\n") == BODY
    assert corpusclean.clean(soup.body).text.split("\n") == BODY
    assert corpusclean.clean(soup.p).text == BODY[0]
    fragment = bs4.BeautifulSoup("".join(f"<p>{line}</p>" for line in BODY), "html.parser")
    assert corpusclean.clean(fragment).text.split("\n") == BODY


@pytest.mark.parametrize(
    ("page", "seconds"),
    [
        ("<div>" * 100_000 + "水位" + "</div>" * 100_000, 5),
        ("<p>" + "水位，" * 3_000_000 + "</p>", 60),
        ("<style>" + "a{" * 100_000 + "display:none" * 20_000 + "</style><p>水位退了。</p>", 5),
        ("<p>水位退了，路上人多。</p>" * 20_000, 30),
        (
            f"<title>{TITLE}</title><h1>{TITLE}</h1>"
            + "<div>水位，退了。" * 1_500
            + "<p>水位退了，人多。</p>" * 20_000,
            20,
        ),
        ("<script>window.__X__ = " + "[" * 100_000 + "</script><p>水位退了。</p>", 5),
    ],
    ids=["deep", "ten megabytes", "style sheet", "many paragraphs", "many in deep", "deep data"],
)
def test_reading_takes_bounded_time(page: str, seconds: float) -> None:
    import time

    start = time.process_time()
    doc = read_html(page)
    assert time.process_time() - start < seconds
    assert "水位" in doc.text


def test_the_captions_of_images_are_in_the_script_that_was_asked_for() -> None:
    page = f'<html><body><h1>{TITLE}</h1>{PARAGRAPHS}<figure><img src="/a.jpg" alt="河邊的燈"></figure></body></html>'
    assert [image.caption for image in corpusclean.clean(page, url="https://a.cn/1").images] == ["河边的灯"]
    assert [image.caption for image in corpusclean.Cleaner(script="keep").clean(page).images] == ["河邊的燈"]
