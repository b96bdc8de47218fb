"""Facts that elements state by <time> and by microdata."""

from __future__ import annotations

import pytest

import corpusclean
from tests.unit.river_article import PARAGRAPHS, TITLE


def clean(body: str) -> corpusclean.Article:
    page = f"<!DOCTYPE html><html><head><title>{TITLE}_江城新闻网</title></head><body>{body}</body></html>"
    return corpusclean.clean(page)


@pytest.mark.parametrize(
    ("times", "published", "updated"),
    [
        ("<time datetime='2021-03-04T08:30'>两年前</time>", "2021-03-04 08:30:00", "None"),
        ("<time class='entry-date' datetime='2021-03-04'>3月4日</time>", "2021-03-04", "None"),
        (
            "<time datetime='2021-03-04T08:30'>4日</time><time class='updated' datetime='2021-03-06T09:00'>6日</time>",
            "2021-03-04 08:30:00",
            "2021-03-06 09:00:00",
        ),
        ("<time datetime=''>两年前</time><time datetime='PT5M'>5 分钟</time>", "None", "None"),
    ],
)
def test_moments_that_an_element_states(times: str, published: str, updated: str) -> None:
    article = clean(f"<h1>{TITLE}</h1><div>{times}</div>{PARAGRAPHS}")
    assert (str(article.published), str(article.updated)) == (published, updated)


def test_moments_of_other_stories_are_not_read() -> None:
    other = "<aside><a href='/1'>别的新闻</a><time datetime='2020-01-02'>1月2日</time></aside>"
    assert clean(f"<h1>{TITLE}</h1>{PARAGRAPHS}{other}").published is None


def test_microdata() -> None:
    body = (
        f"<article itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop='headline'>{TITLE}</h1>"
        "<meta itemprop='datePublished' content='2021-03-04'><meta itemprop='dateModified' content='2021-03-05'>"
        "<meta itemprop='keywords' content='步道,大雨'><meta itemprop='articleSection' content='本地'>"
        "<span itemprop='author' itemscope><span itemprop='name'>林小满</span><i>关注</i></span>"
        "<span itemprop='publisher' itemscope><meta itemprop='name' content='江城晚报'></span>"
        f"<span itemprop='editor'>王一</span><div itemprop='articleBody'>{PARAGRAPHS}</div></article>"
    )
    article = clean(body)
    assert (article.title, article.authors, article.editors) == (TITLE, ("林小满",), ("王一",))
    assert (str(article.published), str(article.updated)) == ("2021-03-04", "2021-03-05")
    assert (article.site, article.section, set(article.keywords)) == ("江城晚报", ("本地",), {"步道", "大雨"})
