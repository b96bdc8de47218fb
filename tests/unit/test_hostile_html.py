"""Markup made to take time or to break a reader: cost grows with length, nothing raises, the text stays."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

import corpusclean
from corpusclean.read.depth import flattened
from corpusclean.read.html import read_html

LINE = "水位退了，路上人多。"
TITLE = "江边步道今天重新开放"
HEAD = f"<title>{TITLE}</title><h1>{TITLE}</h1><p>2021-03-04 08:30</p>"
COMMENT = f"<div><b>甲</b><p>{LINE}</p><a>回复</a></div>"

PAGES: dict[str, Callable[[int], str]] = {
    "nested": lambda n: "<div>" * n + LINE + "</div>" * n,
    "nested items": lambda n: f"<ul><li>{LINE}" * (n // 20),
    "nested tables": lambda n: f"<table><tr><td>{LINE}" * (n // 20),
    "nested links": lambda n: f"<a href=/x>{LINE}" * (n // 20),
    "unclosed tags": lambda n: HEAD + f"<p><span><i>{LINE}" * (n // 20),
    "unclosed attribute": lambda n: f"{HEAD}<p>{LINE}</p><a href='" + "x<p class=a " * n,
    "unclosed comment": lambda n: f"<p>{LINE}</p>" + "<!-- " * n,
    "attributes": lambda n: "<p " + " ".join(f"a{number}=1" for number in range(n)) + f">{LINE}",
    "attributes in quotes": lambda n: "<p " + "".join(f"a{number}=''" for number in range(n)) + f">{LINE}",
    "long class": lambda n: f"<p class='{'related a-' * n}'>{LINE}</p>",
    "long style": lambda n: f"<p style='{'display ' * n}:'>{LINE}</p>",
    "signs": lambda n: f"<p>{LINE}</p>" + "<" * n + ">" * n,
    "wide table": lambda n: "<table><tr>" + "<td>水</td>" * n + f"</table>{LINE}",
    "long table": lambda n: "<table>" + f"<tr><td>{LINE}</td><td>一</td></tr>" * (n // 10) + "</table>",
    "entities": lambda n: "<p>" + "&amp;&#x6c34;&nbsp;" * (3 * n) + f"{LINE}</p>",
    "impossible entities": lambda n: "<p>" + "&#xD800;&#0;&#1114112;&#99999999999;&bogus;&" * n + f"{LINE}</p>",
    "escaped tags": lambda n: "<div>" + "&lt;p " + "x&quot; " * n + "&lt;p&gt;" * n + LINE,
    "NULs": lambda n: f"<p>\0{LINE}" + "\0" * n + "<\0p>",
    "blanks": lambda n: "<p>" + "\u00ad\u200b \n\u3000" * n + LINE,
    "headlines": lambda n: HEAD + "<h1>别的一条</h1><p>2021-03-03</p>" * (n // 10) + f"<p>{LINE}</p>",
    "comments": lambda n: f"{HEAD}<p>{LINE * 3}</p><p>网友评论</p>" + COMMENT * (n // 10),
    "images": lambda n: f"{HEAD}<p>{LINE}</p>" + "".join(f"<img src=/{number}.jpg>" for number in range(n // 5)),
    "names in names": lambda n: "<b itemprop=author itemscope>" * (n // 20) + LINE,
    "code": lambda n: "<pre>" + "x = 1\n" * n + f"</pre>{LINE}",
}


@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)
def test_time_grows_with_length_and_the_text_stays(make: Callable[[int], str]) -> None:
    def seconds(size: int) -> float:
        """The least of three times: what a collection of garbage or another process takes is no cost of the page."""
        page = make(size)
        times = []
        for _ in range(3):
            start = time.process_time()
            assert LINE in read_html(page).text
            times.append(time.process_time() - start)
        return min(times)

    # four times the length may take sixteen times as long where cost grows with the square
    small, large = seconds(5_000), seconds(20_000)
    assert large < 10 * small + 0.5


@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)
def test_cleaning_raises_nothing(make: Callable[[int], str]) -> None:
    page = make(300)
    assert corpusclean.clean(page, kind="html").restore() == read_html(page).text


def test_ten_megabytes_in_one_line() -> None:
    page = f"<html><head>{HEAD}</head><body><p>{LINE * 350_000}</p></body></html>"
    start = time.process_time()
    assert len(read_html(page).text) > 3_400_000
    assert time.process_time() - start < 10


def test_numeric_references_to_surrogates_and_beyond_are_no_characters() -> None:
    text = read_html("<p>水&#xD800;位&#x110000;退&#0;了。</p>").text
    assert text == "水\ufffd位\ufffd退\ufffd了。"
    text.encode()


def test_first_attributes_stay_and_long_values_are_one() -> None:
    many = flattened("<p " + " ".join(f"a{number}='x y'" for number in range(3_000)) + ">水位</p>")
    assert many.startswith("<p a0='x y' a1='x y'")
    assert many.endswith("'x y'>水位</p>")
    assert len(many) < 4_000
    image = "<img src='data:image/png;base64," + "a/b+c " * 5_000 + "' alt='江边'>水位"
    assert flattened(image) == image
