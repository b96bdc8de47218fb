"""Pages in the structures that sites and content systems make: what is read of each, and that nothing is invented."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

import corpusclean
from tests.unit.river_article import BODY, PARAGRAPHS, TITLE

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "site_pages.toml").read_text("utf-8"))["page"]
_HEADLINES = ("老街改造后第一个周末迎来三万人次", "这座小城为什么留得住年轻人？", "下周气温回升，局地有小到中雨")
_BLURBS = (
    "连日来，园林工人给沿街的梧桐做了修剪，最高的一棵有二十多米，路过的人都停下来看。",
    "夜市的摊主说，天一凉，热汤面就比冷饮卖得好，一晚上能卖出两百来碗，凳子常常不够坐。",
    "新开的社区书屋里，一半的书是邻居捐的，借书不用押金，登记一个名字就行，还书全凭自觉。",
)
PARTS = {
    "title": TITLE,
    "p": PARAGRAPHS,
    "br": "<br><br>　　".join(BODY),
    "li": "".join(f"<li>{line}</li>" for line in BODY),
    "menu": "".join(f'<li><a href="/m">{word}</a></li>' for word in "首页 新闻 本地 国际 财经 体育 教育 健康".split()),
    "side": "<div><h3>热门文章</h3><ul>"
    + "".join(f'<li><a href="/s">{line}</a></li>' for line in _HEADLINES)
    + "</ul></div>",
    "teasers": "".join(
        f'<div class="it"><h4><a href="/t">{line}</a></h4><p>{blurb}</p></div>'
        for line, blurb in zip(_HEADLINES, _BLURBS, strict=True)
    ),
    "foot": '<div><a href="/a">关于我们</a> | <a href="/b">联系我们</a> | <a href="/c">网站地图</a></div>'
    "<p>江城新闻网 版权所有 某ICP备00000000号-1</p>",
}


def page_of(case: dict[str, Any]) -> str | bytes:
    page: str = case["html"]
    for name, part in PARTS.items():
        page = page.replace(f"{{{name}}}", part)
    if "<html" not in page[:300]:
        page = f"<html>{page}"
    return page.encode(case["bytes"]) if "bytes" in case else page


def read_of(case: dict[str, Any]) -> dict[str, Any]:
    article = corpusclean.Cleaner(script="keep").clean(page_of(case), url=case.get("url"))
    return {
        "text": article.text.split("\n"),
        "title": article.title or "",
        "published": str(article.published or "")[: len(case.get("published", "x" * 99))],
        "authors": list(article.authors),
        "editors": list(article.editors),
        "source": article.source,
        "images": [image.url for image in article.images],
        "warning": [warning.code for warning in article.warnings][:1],
    }


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_page(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if "fails" in case:
        request.applymarker(pytest.mark.xfail(strict=True, reason=case["fails"]))
    wanted = {"text": BODY, "title": TITLE, "published": "", "authors": [], "editors": []}
    wanted.update((key, case[key]) for key in ("source", "images", "warning", *wanted) if key in case)
    found = read_of(case)
    assert {key: found[key] for key in wanted if key not in case.get("unchecked", ())} == {
        key: value for key, value in wanted.items() if key not in case.get("unchecked", ())
    }
