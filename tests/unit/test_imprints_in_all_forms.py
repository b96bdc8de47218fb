"""Each form of benchmarks/imprints.toml, set around one text: what the form states is read, and no more."""

from __future__ import annotations

import pytest

import corpusclean
from benchmarks.metadata import FIELDS, Text, forms, page_of, wrong

TEXT = Text(
    page="",
    title="老街上的修伞铺搬进了社区服务站",
    body="清早七点半，卷帘门刚拉起一半，修伞的老人就把工具在窗台下摆好了。\n"
    "去年老街改造，临街的棚子要拆，他一度打算收摊回乡下，社区给他腾出一间屋，墙刷得雪白，还接了一盏灯。\n"
    "修伞铺搬进服务站以后，老主顾都找了过来，隔三条街的人也来。\n"
    "临近中午下起小雨，窗台外排起了队，他戴上老花镜，把一根伞骨慢慢掰直。",
    above="首页 | 新闻 | 读书 | 影像\n登录 注册",
    below="相关新闻\n渡口早市三点开秤\n水乡灯会办了三天\n版权所有 未经许可不得转载",
)
# read wrong: alone on its line, with nothing else on the page to bear it out, 澜安日报/王小满 may be a line of the text
KNOWN = {("source", False): {"{outlet}/{author}"}}
ALL = list(forms())
FIRST = {(form.form, str(form.states)): form for form in reversed(ALL)}.values()


KINDS = sorted({form.kind for form in ALL})
ALONE = ("imprint", "published", "source", "title")


@pytest.mark.parametrize(("kind", "debris"), [*((kind, True) for kind in KINDS), *((kind, False) for kind in ALONE)])
def test_forms_are_read(kind: str, debris: bool) -> None:
    mistaken: dict[str, list[tuple[str, object, object]]] = {}
    for number, form in enumerate(form for form in FIRST if form.kind == kind):
        page, stated = page_of(form, TEXT, number, debris=debris)
        article = corpusclean.clean(page, kind="text")
        found = [(field, getattr(article, field), stated[field]) for field in wrong(article, stated)]
        if found:
            mistaken[form.form] = found
    known = KNOWN.get((kind, debris), set())
    assert mistaken.keys() == known, {form: found for form, found in mistaken.items() if form not in known}


def test_forms_state_fields_that_are_measured() -> None:
    assert {field for form in ALL for field in form.states} <= set(FIELDS)
    assert len(ALL) > 1000
