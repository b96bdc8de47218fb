"""HTML pages, and texts that talk about HTML."""

from __future__ import annotations

import pytest

from corpusclean.read.sniff import looks_like_html

HTML = [
    "<!DOCTYPE html><html><body>正文</body></html>",
    "\ufeff<!doctype HTML>\n<head>",
    "  \n<html lang='zh'>",
    "<?xml version='1.0'?>\n<!-- 说明 -->\n<html>",
    "<!-- a --><!-- b --><body>",
    "<script>var a = 1</script>\n<html><body>正文</body></html>",
    "<div>一</div>\n<p>二</p>\n<p>三</p>",
    "<p>只有一段。</p>",
]
TEXT = [
    "",
    "正文。",
    "在 <body> 里写 <div>，浏览器就会换行。",
    "先写 <!DOCTYPE html>，再写 <html>。",
    "第一步\n<div>这一行是例子</div>\n第二步\n第三步\n第四步",
    "a < b，c > d",
    "<图一>是村口的桥。",
    "<3 我爱这里",
    "<" * 10_000,
]


@pytest.mark.parametrize("page", HTML)
def test_html(page: str) -> None:
    assert looks_like_html(page)


@pytest.mark.parametrize("page", TEXT)
def test_text(page: str) -> None:
    assert not looks_like_html(page)


def test_long_comments_cost_little() -> None:
    assert not looks_like_html("<!--" * 50_000)
