"""What a terminal and a notebook show of an article."""

from __future__ import annotations

from datetime import datetime
from html.parser import HTMLParser
from unicodedata import east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpusclean
from corpusclean.article import Article, Block, Caption
from corpusclean.card import MOST_BLOCKS, MOST_EDITS
from corpusclean.document import Edit, Finding
from corpusclean.glance import COLUMNS, fitted

FULL = Article(
    blocks=(Block("heading", "小标题"), Block("paragraph", "正文 <b>。"), Block("verse", "一\n二")),
    title="标题 & <i>",
    authors=("王小满", "李大山"),
    credits={"摄影": ("陈一",)},
    published=datetime(2023, 5, 12, 8, 15),
    captions=(Caption("桥"),),
    warnings=(Finding("much-removed", "most of <it> went"),),
    edits=(
        Edit("punctuation:comma", 1, 2, 3, ",", "，"),
        Edit("repair:misread", 2, 2, 3, "å", "天", guessed=True),
        Edit("sharing:header", 3, 0, 5, "\n<分享>", ""),
        Edit("layout:blank", 4, 0, 1, "\n", ""),
    ),
    removed_ratio=0.25,
)


def width(line: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in line)


class TestPlain:
    def test_tells_what_there_is(self) -> None:
        assert repr(FULL).split("\n") == [
            "<Article 标题 & <i>",
            "  authors 王小满, 李大山",
            "  credits 摄影 陈一",
            "  published 2023-05-12 08:15:00",
            "  captions 1",
            "  13 characters in 3 blocks: 小标题",
            "  much-removed: most of <it> went",
            "  3 edits: punctuation 1, repair 1, sharing 1; 25.0% removed>",
        ]

    def test_an_empty_article(self) -> None:
        assert repr(Article()) == "<Article (no title)\n  0 characters in 0 blocks\n  0 edits>"

    @given(st.text(), st.text(), st.lists(st.text(), max_size=3))
    def test_fits_a_terminal_whatever_the_page_says(self, title: str, text: str, authors: list[str]) -> None:
        article = Article(blocks=(Block("paragraph", text),), title=title, authors=tuple(authors))
        lines = repr(article).split("\n")
        assert len(lines) <= 5
        assert all(width(line) <= COLUMNS for line in lines)
        assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for line in lines for char in line)

    @pytest.mark.parametrize(("columns", "expected"), [(8, "雨停之后"), (7, "雨停之…"), (1, "…"), (20, "雨停之后")])
    def test_wide_characters_count_twice(self, columns: int, expected: str) -> None:
        assert fitted("雨停之后", columns) == expected

    def test_equality_and_hash_are_those_of_a_value(self) -> None:
        assert corpusclean.clean("雨停了。") == corpusclean.clean("雨停了。")


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


class TestCard:
    def test_tells_title_facts_and_text(self) -> None:
        card = FULL._repr_html_()
        for part in (
            "标题 &amp; &lt;i&gt;",
            "王小满, 李大山",
            "摄影 陈一",
            "正文 &lt;b&gt;。",
            "most of &lt;it&gt; went",
        ):
            assert part in card

    def test_removed_lines_stand_first_behind_the_fold(self) -> None:
        fold = FULL._repr_html_().partition("<details")[2]
        assert fold.index("<del>&lt;分享&gt;</del>") < fold.index("punctuation:comma")
        assert "天 <em>(guessed)</em>" in fold
        assert "layout:blank" not in fold

    def test_equal_edits_are_told_once_with_their_number(self) -> None:
        edits = tuple(Edit("punctuation:comma", line, 2, 3, ",", "，") for line in (1, 1, 2))
        card = Article(edits=edits)._repr_html_()
        assert card.count("punctuation:comma") == 1
        assert "punctuation:comma ×3" in card

    def test_what_a_field_has_is_not_struck(self) -> None:
        edits = (Edit("metadata:title", 1, 0, 3, "标题\n", ""), Edit("captions:taken-by", 2, 0, 3, "桥上\n", ""))
        card = Article(edits=edits, captions=(Caption("桥上"),))._repr_html_()
        assert "<del>" not in card
        assert "标题 <em>(kept as metadata)</em>" in card
        assert "<del>桥上</del>" in Article(edits=edits)._repr_html_()

    def test_a_removed_line_says_which_fact_was_read_from_it(self) -> None:
        card = corpusclean.clean("雨停之后，街上的人多了起来。\n责任编辑：王小明")._repr_html_()
        assert "责任编辑：王小明 <em>(kept as editors)</em>" in card

    def test_a_blank_that_went_is_seen(self) -> None:
        card = Article(edits=(Edit("repair:no-break-space", 1, 0, 1, "\xa0", " "),))._repr_html_()
        assert "<del>⍽</del>" in card
        assert "␣" in card

    @given(st.text())
    def test_nothing_of_the_page_becomes_markup(self, text: str) -> None:
        evil = f"<script>{text}</script>"
        article = Article(
            (Block("paragraph", evil),), title=evil, source=evil, edits=(Edit(evil, 1, 0, 1, evil, evil),)
        )
        parser = _Tags()
        parser.feed(article._repr_html_())
        assert parser.open == []
        assert "script" not in parser.seen

    def test_a_long_article_is_cut_and_says_so(self) -> None:
        blocks = tuple(Block("paragraph", f"第{number}段") for number in range(MOST_BLOCKS + 2))
        edits = tuple(Edit("sharing:x", 1, 0, 1, f"分享{number}", "") for number in range(MOST_EDITS + 1))
        card = Article(blocks, edits=edits)._repr_html_()
        assert "… 2 more blocks" in card
        assert "… 1 more kind of edits<" in card
