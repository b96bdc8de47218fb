"""Pages that a browser saved as one file with their pictures."""

from __future__ import annotations

from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

import corpusclean
from corpusclean.read.archived import archived_page
from tests.unit.river_article import BODY, PARAGRAPHS, TITLE

PAGE = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{PARAGRAPHS}<img src='a.jpg'></body></html>"


def saved(charset: str = "utf-8", address: str = "https://news.example/2021/0602/1.html") -> bytes:
    message = MIMEMultipart("related")
    message["Snapshot-Content-Location"] = address
    message.attach(MIMEText(PAGE, "html", charset))
    message.attach(MIMEImage(b"\xff\xd8\xff\xe0", "jpeg"))
    return message.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_the_page_is_read_and_its_address_known(charset: str) -> None:
    article = corpusclean.clean(saved(charset))
    assert article.text.split("\n") == BODY
    assert article.title == TITLE
    assert str(article.published) == "2021-06-02"
    assert [image.url for image in article.images] == ["https://news.example/2021/0602/a.jpg"]


def test_archives_in_archives_are_left_alone() -> None:
    nested = b"".join(b"Content-Type: multipart/related; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(5_000))
    assert archived_page(b"MIME-Version: 1.0\n" + nested) is None


def test_the_address_given_comes_first() -> None:
    article = corpusclean.clean(saved(), url="https://other.example/2020/0101/1.html")
    assert str(article.published) == "2020-01-01"


@pytest.mark.parametrize(
    "data",
    [
        b"From: a@b\n\ntext",
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\nnothing",
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\nx\n--b--",
        PAGE.encode(),
        b"",
    ],
)
def test_other_files_are_left_alone(data: bytes) -> None:
    assert archived_page(data) is None
