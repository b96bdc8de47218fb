"""From the cleaned document to the article."""

from __future__ import annotations

from corpusclean.article import Article, Cut, Evidence
from corpusclean.assemble import assemble
from corpusclean.document import Change, Document, Fact, Finding, Mark


def article(doc: Document) -> Article:
    return assemble(doc, version="1", rules_version="2")


def test_a_line_is_a_block() -> None:
    blocks = article(Document.of("一\n二").shaped([(0, "heading", 1)])).blocks
    assert [(block.kind, block.text, block.level, block.first_line, block.last_line) for block in blocks] == [
        ("heading", "一", 1, 1, 1),
        ("paragraph", "二", 0, 2, 2),
    ]


def test_code_and_verse_are_one_block_each() -> None:
    doc = Document.of("甲\n  乙\n丙\n丁").shaped([(0, "verse", 0), (1, "verse", 0), (2, "code", 0)])
    assert [(block.kind, block.text, block.last_line) for block in article(doc).blocks] == [
        ("verse", "甲\n  乙", 2),
        ("code", "丙", 3),
        ("paragraph", "丁", 4),
    ]


def test_no_text_no_blocks() -> None:
    assert article(Document.of("")).blocks == ()
    assert article(Document.of("")).warnings == ()


def test_labels_and_cuts_stand_on_the_block() -> None:
    doc = Document("正文广告", (Mark(1, "body", "demo:x", cuts=(("demo:cut", "广告"),)),))
    block = article(doc).blocks[0]
    assert (block.label, block.rule, block.cuts) == ("body", "demo:x", (Cut("demo:cut", "广告"),))


def test_facts_become_fields_with_evidence() -> None:
    doc = Document.of("x", url="https://example.com/", encoding="utf-8").stating({"title": Fact("题", "demo:t", 3)})
    made = article(doc)
    assert (made.title, made.url, made.encoding) == ("题", "https://example.com/", "utf-8")
    assert made.evidence == {"title": Evidence("demo:t", 3)}
    assert (made.version, made.rules_version) == ("1", "2")


def test_a_fact_of_no_field_is_left_out() -> None:
    assert (
        article(Document.of("x").stating({"blocks": Fact("?", "demo:x", 1), "mood": Fact("?", "demo:x", 1)})).evidence
        == {}
    )


def test_removed_ratio_counts_what_left_and_not_layout() -> None:
    doc = Document.of("正文四字\n广告四字\n\n").edit([Change(5, 10, "", "ads:x"), Change(10, 11, "", "layout:blank")])
    assert article(doc.edit([Change(4, 5, "", "layout:margin")])).removed_ratio == 0.5


def test_losses_are_warned_of() -> None:
    page = Document.of("广告四字")
    assert [finding.code for finding in article(page.edit([Change(0, 4, "", "ads:x")])).warnings] == ["nothing-left"]
    assert [finding.code for finding in article(page.edit([Change(0, 3, "", "ads:x")])).warnings] == ["much-removed"]
    assert article(page.edit([Change(0, 1, "", "ads:x")])).warnings == ()


def test_findings_come_first() -> None:
    doc = Document.of("广告").noting(findings=[Finding("odd", "Odd.")]).edit([Change(0, 2, "", "ads:x")])
    assert [finding.code for finding in article(doc).warnings] == ["odd", "nothing-left"]
