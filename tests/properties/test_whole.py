"""What holds for every page, whatever it is: the promises of the library, tried on pages that look like real ones.

Pages are made from lines of the seeds and from the examples of the rules, bent in the ways scraping bends them, with
random text between.  Random text alone would hardly ever reach a rule.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpusclean
from corpusclean.article import Article
from corpusclean.debris.rules.choose import choose
from corpusclean.debris.rules.loader import built_in
from corpusclean.debris.rules.match import RuleSet
from corpusclean.document import Document
from corpusclean.fold import fold
from corpusclean.options import CHOICES, Options
from corpusclean.pipeline import REPAIR, SEGMENT, Pipeline, build, normalize, removal, second_look

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
SEED_LINES = [line for path in SEEDS for line in path.read_text("utf-8").split("\n") if line.strip()]
EXAMPLES = [text for rule in built_in() for text in (*rule.removes, *rule.keeps)]
# what turns up between the characters of scraped pages: blanks, marks, readings, tags, private use, half a pair
ODD = [
    *" 　\t\r\n\u2028\x00\x0b\u200b\ufeff\ue000\ud800?!,:;(（“”‘’「」<>&#1aWéā",
    *("(shū)", "??", "&nbsp;", "<br>", "……", "\r\n"),
]


def bend(line: str, place: int, how: str, odd: str) -> str:
    """*line* with one thing done to it at *place*."""
    place %= len(line) + 1
    return {
        "insert": line[:place] + odd + line[place:],
        "lose": line[:place] + line[place + 1 :],
        "cut": line[:place],
        "break": line[:place] + "\n" + line[place:],
        "twice": line + line[place:],
        "indent": odd * 3 + line,
    }[how]


HOW = ("insert", "lose", "cut", "break", "twice", "indent")
known_lines = st.sampled_from(SEED_LINES) | st.sampled_from(EXAMPLES)
bent_lines = st.builds(bend, known_lines, st.integers(0, 400), st.sampled_from(HOW), st.sampled_from(ODD))
some_text = st.lists(st.sampled_from([*"的一是在不了有和人这中大为上个国我以。，", *ODD]), max_size=40).map("".join)
any_text = st.text(st.characters(), max_size=60)
lines = st.one_of(known_lines, bent_lines, bent_lines, some_text, any_text)
pages = st.builds(
    lambda parts, between: between.join(parts),
    st.lists(lines, max_size=12),
    st.sampled_from(["\n", "\n", "\n\n", "\r\n", "\n　　"]),
)
# one option at a time: a Cleaner costs more to build than a page to clean
options = st.sampled_from([{name: value} for name, known in CHOICES.items() for value in known])


@cache
def _cleaner(**chosen: Any) -> corpusclean.Cleaner:
    return corpusclean.Cleaner(**chosen)


def _unscreened(chosen: Options) -> Pipeline:
    rules = RuleSet(choose(chosen), screened=False)
    stages = (*REPAIR, *SEGMENT, *removal(rules, chosen), *normalize(chosen))
    return Pipeline(stages, second_look(stages))


SCREENED, UNSCREENED = build(Options()), _unscreened(Options())


@given(pages)
def test_replay_and_restore_are_exact(page: str) -> None:
    article = corpusclean.clean(page, kind="text")
    assert corpusclean.replay(page, article.edits, kind="text") == article.text
    assert article.restore() == page


@given(pages, options)
def test_every_option_keeps_the_trail(page: str, chosen: dict[str, Any]) -> None:
    article = _cleaner(**chosen).clean(page, kind="text")
    assert corpusclean.replay(page, article.edits, kind="text") == article.text
    assert article.restore() == page


@given(pages)
def test_twice_is_once(page: str) -> None:
    """At most the first line goes, read as the headline of what is now the page."""
    text = corpusclean.clean(page, kind="text").text
    again = corpusclean.clean(text, kind="text")
    first, _, rest = text.partition("\n")
    assert again.text == text or (again.text == rest and again.title is not None), first


@given(pages)
def test_nothing_is_lost(page: str) -> None:
    """Every Han character of the page is in the text or in what an edit took away."""
    article = corpusclean.clean(page, kind="text")
    there = Counter(article.text) + Counter("".join(edit.old for edit in article.edits))
    missing = {char: count for char, count in Counter(page).items() if char >= "\u3400" and there[char] < count}
    assert missing == {}


@given(pages)
def test_edits_name_lines_of_the_page(page: str) -> None:
    last = page.count("\n") + 1
    assert all(1 <= edit.line <= last and edit.rule for edit in corpusclean.clean(page, kind="text").edits)


@given(pages | any_text)
def test_screening_changes_nothing(page: str) -> None:
    assert SCREENED(Document.of(page)) == UNSCREENED(Document.of(page))


@given(pages)
def test_an_article_survives_a_trip_through_json(page: str) -> None:
    article = corpusclean.clean(page, kind="text")
    assert Article.from_dict(article.to_dict()) == article


@given(st.lists(pages, max_size=5))
def test_pipe_is_a_loop(many: list[str]) -> None:
    cleaner = _cleaner()
    assert list(cleaner.pipe(many)) == [cleaner.clean(page) for page in many]


@given(st.text() | pages, st.sampled_from(["auto", "text", "html"]))
def test_any_str_gives_an_article(page: str, kind: str) -> None:
    assert isinstance(corpusclean.clean(page, kind=kind), Article)


@given(st.binary(max_size=400) | pages.map(lambda page: page.encode("gb18030", "replace")))
def test_any_bytes_give_an_article(page: bytes) -> None:
    article = corpusclean.clean(page)
    assert corpusclean.replay(page, article.edits) == article.text


@given(st.text() | pages)
def test_the_parts_take_any_str(text: str) -> None:
    corpusclean.repair(text)
    corpusclean.unify_punctuation(text)
    corpusclean.unify_script(text, to="hant")
    assert corpusclean.detect_script(text) in ("Hans", "Hant", "mixed", "none")


@given(st.text() | pages)
def test_fold_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(text).count("\n") == text.count("\n")


# a page of 20,000 characters takes some 0.05 s; this allows for a slow machine, not for a cost that grows as the square
MOST_SECONDS = 5.0
PARTS = ["(", "“", "\n", "<", "中(", "?!", "中 ", "。”“", "来源:", "&", "1", "\ue000", "(shū)", "——", "作者 "]


@pytest.mark.parametrize("part", PARTS)
def test_hostile_pages_cost_little(part: str) -> None:
    page = part * (20_000 // len(part))
    began = process_time()
    article = corpusclean.clean(page, kind="text")
    assert process_time() - began < MOST_SECONDS
    assert article.restore() == page
