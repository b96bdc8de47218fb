"""The report in a real browser: it renders at the width of a phone and of a desk, and its filters work."""

from __future__ import annotations

import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

import corpusclean
from corpusclean.corpus.articles import of_article
from corpusclean.corpus.report.findings import report_of
from corpusclean.corpus.report.page import as_page
from corpusclean.corpus.report.tally import Tally

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium")
TEXT = "首页 > 新闻 > 正文\n街上的人又多了起来,卖菜的也回来了。<script>document.title='坏'</script>\n责任编辑：王小明\n"
# what a person would do, and then what a person would see
TYPE = """
words.value = "王小明";
words.dispatchEvent(new Event("input"));
"""
MEASURE = """
parent.postMessage({
  width: window.innerWidth,
  wide: document.documentElement.scrollWidth > window.innerWidth,
  visible: [...document.querySelectorAll("details.rule")].filter(rule => rule.offsetParent !== null)
    .map(rule => rule.querySelector("code").textContent).join(" "),
  shown: document.getElementById("shown").value,
  bars: document.querySelectorAll(".plot rect").length,
  title: document.title,
}, "*");
"""
# a window of Chromium is never as narrow as a phone, a frame is
FRAME = """<!DOCTYPE html><meta charset="utf-8">
<iframe src="{address}" width="{width}" height="800" style="border: 0"></iframe>
<script>addEventListener("message", event => Object.assign(document.documentElement.dataset, event.data));</script>
"""


def seen(folder: Path, *, steps: str = "", address: str = "", width: int = 1200) -> dict[str, str]:
    """What the page shows after *steps*, as a script in the page tells it."""
    article = corpusclean.clean(TEXT)
    tally = Tally()
    for number in range(3):
        tally.add(of_article(number, article.to_dict()))
    page = as_page(report_of(tally, name="长长的名字" * 20 + ".jsonl", rules=["credits:nobody"]))
    (folder / "report.html").write_text(page.replace("</body>", f"<script>{steps}{MEASURE}</script></body>"), "utf-8")
    (folder / "frame.html").write_text(FRAME.format(address=f"report.html{address}", width=width), "utf-8")
    done = subprocess.run(
        [
            *(str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"),
            *("--window-size=1300,900", "--dump-dom", (folder / "frame.html").as_uri()),
        ],
        capture_output=True,
        check=True,
        timeout=120,
    )
    head = re.search(r"<html[^>]*>", done.stdout.decode("utf-8"))
    assert head
    return {name: unescape(value) for name, value in re.findall(r'data-(\w+)="([^"]*)"', head[0])}


@pytest.mark.parametrize("width", [390, 1200])
def test_it_renders_without_a_bar_to_scroll_sideways(tmp_path: Path, width: int) -> None:
    page = seen(tmp_path, width=width)
    assert int(page["width"]) == width
    assert page["wide"] == "false"
    assert int(page["bars"]) > 5
    assert "credits:editor" in page["visible"]
    assert "breadcrumbs:" in page["visible"]
    assert page["title"].endswith("cleaning report")  # what stands in a page is not run


def test_words_filter_the_rules(tmp_path: Path) -> None:
    page = seen(tmp_path, steps=TYPE)
    assert "credits:editor" in page["visible"]
    assert "breadcrumbs:" not in page["visible"]
    assert re.fullmatch(r"\d+ of \d+ rules", page["shown"])


def test_a_view_can_be_sent_as_an_address(tmp_path: Path) -> None:
    shown = seen(tmp_path, address="#?family=breadcrumbs")["visible"].split()
    assert shown
    assert all(rule.startswith("breadcrumbs:") for rule in shown)
