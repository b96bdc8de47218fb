"""How much of a line the article says elsewhere."""

from __future__ import annotations

from corpusclean.debris.echoes import UNHEARD, Voice
from corpusclean.document import Document

PARAGRAPH = "渡口的老船工每天清早把船舱里的水舀干净，再去桥头买两个烧饼。"


def voice(*lines: tuple[str, str, str]) -> Voice:
    """Of text, outline and label."""
    doc = Document.of("\n".join(text for text, _, _ in lines))
    doc = doc.relabel((row, label, "demo:rule") for row, (_, _, label) in enumerate(lines) if label != "body")
    return Voice(zip(doc.lines, (outline for _, outline, _ in lines), strict=True))


def test_a_subhead_is_heard_and_a_menu_is_not() -> None:
    page = voice((PARAGRAPH, "prose", "body"))
    assert page.echo("老船工", "word").spoken == 1.0
    assert page.echo("首页新闻", "word").spoken == 0.0
    assert page.echo("船舱漏水", "word").spoken == 1 / 3


def test_the_headline_is_heard_in_any_script() -> None:
    page = voice(("渡口还有三户人家", "", "title"), (PARAGRAPH, "prose", "body"))
    assert page.echo("三戶人家", "word").named == 1.0
    assert page.echo("老船工", "word").named == 0.0


def test_what_has_no_han_and_what_is_a_paragraph_is_not_asked() -> None:
    page = voice((PARAGRAPH, "prose", "body"))
    assert page.echo("12:30", "number") == page.echo(PARAGRAPH, "prose") == UNHEARD


def test_a_long_text_is_heard_like_a_short_one() -> None:
    short, long = voice((PARAGRAPH, "prose", "body")), voice((PARAGRAPH * 1000, "prose", "body"))
    for text in ("老船工", "首页新闻", "船舱漏水"):
        assert short.echo(text, "word") == long.echo(text, "word")
