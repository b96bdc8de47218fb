"""Every rule against its own examples, and against those of all the others.

A rule needs no test of its own: its examples stand beside it.  This file holds all of them to what
`corpusclean rules test` holds the file of a user to, and adds what concerns the library as a whole.
"""

from __future__ import annotations

import importlib.util
import time
from collections import Counter
from pathlib import Path

import pytest

from corpusclean import unify_punctuation, unify_script
from corpusclean.debris.rules.loader import built_in, for_host, parse, problems
from corpusclean.debris.rules.match import RuleSet
from corpusclean.debris.rules.model import LONGEST_LINE, Rule
from corpusclean.fold import fold

RULES = built_in()
FILES = sorted({Path(rule.file) for rule in RULES})
# a file is read in one go by a person; a pattern that is searched in every page costs a scan of the page
MOST_RULES_IN_A_FILE, MOST_TRIGGERS = 20, 6
# seconds; an exponential pattern needs minutes for these lines, a good one microseconds
PATIENCE = 0.5


def by_id(rule: Rule) -> str:
    return rule.id


def test_there_is_a_library() -> None:
    assert len(RULES) >= 150


def test_examples_hold_and_no_rule_acts_on_what_another_keeps() -> None:
    assert list(problems(RULES)) == []


@pytest.mark.parametrize("rule", RULES, ids=by_id)
def test_the_rule_removes_and_keeps(rule: Rule) -> None:
    assert [text for text in rule.removes if not rule.acts_on(text)] == []
    assert [text for text in rule.keeps if rule.acts_on(text)] == []


def test_what_a_rule_keeps_it_keeps_when_it_is_written_one_way() -> None:
    """Else a second cleaning would take what the first one left."""
    written = ((rule, text, unify_punctuation(unify_script(text))) for rule in RULES for text in rule.keeps)
    assert [(rule.id, text) for rule, text, new in written if new != text and rule.acts_on(new)] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_file_would_pass_as_a_users_file(file: Path) -> None:
    """The built-in files are loaded without the checks, which cost more than the loading."""
    assert parse(file.read_text("utf-8"), str(file))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_holds_the_family_it_is_named_after(file: Path) -> None:
    rules = [rule for rule in RULES if rule.file == str(file)]
    assert {rule.family for rule in rules} == {file.stem}
    assert len(rules) <= MOST_RULES_IN_A_FILE


def test_ids_are_unique() -> None:
    assert [name for name, times in Counter(map(by_id, RULES)).items() if times > 1] == []


def test_few_patterns_are_searched_in_the_whole_page() -> None:
    assert len({rule.trigger for rule in RULES if rule.trigger}) <= MOST_TRIGGERS


def test_examples_are_found_through_the_screen() -> None:
    """The whole library at once, as it runs on a page."""
    from corpusclean.document import Document

    rules = RuleSet(RULES)
    texts = [text for rule in RULES for text in rule.removes if "\n" not in text]
    hits = {hit.line.row: set(map(by_id, hit.rules)) for hit in rules.hits(Document.of("\n".join(texts)))}
    wanted = [rule.id for rule in RULES for text in rule.removes if "\n" not in text]
    assert [(texts[row], name) for row, name in enumerate(wanted) if name not in hits.get(row, ())] == []


def awkward(rule: Rule) -> list[str]:
    """Long lines that nearly fit: the rule's own words and examples, and runs of one character around them."""
    size = rule.longest or (4000 if rule.cuts else LONGEST_LINE)
    words = [*rule.needs[:3], *map(fold, rule.removes[:3])]
    runs = [*' |/·-:.,1aA中(["#*~!?', "1 ", "中 ", "A: ", "1,", "，中", "登录 "]
    lines = [(word + glue) * size for word in words for glue in ("", " ", "|", ": ", "1", ",")]
    lines += [word + run * size for word in words for run in runs]
    lines += [run * (size - len(word) - 1) + word for word in words for run in runs]
    return [line[: size - 1] + "\u2603" for line in lines]


@pytest.mark.parametrize("rule", RULES, ids=by_id)
def test_no_pattern_loses_itself_in_backtracking(rule: Rule) -> None:
    start = time.process_time()
    for line in awkward(rule):
        if rule.cuts:
            list(rule.parts(line))
        else:
            rule.fits(line)
        assert time.process_time() - start < PATIENCE * 10, line[:60]


def test_the_page_of_rules_is_up_to_date() -> None:
    """If it is not: python tools/rules_page.py"""
    path = Path(__file__).parents[2] / "tools" / "rules_page.py"
    spec = importlib.util.spec_from_file_location("rules_page", path)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert tool.PAGE.read_text("utf-8") == tool.page()


SITES = sorted((FILES[0].parent / "sites").glob("*.toml"))


@pytest.mark.parametrize("file", SITES, ids=lambda file: file.stem)
def test_the_rules_of_a_site_hold_like_the_others(file: Path) -> None:
    rules = parse(file.read_text("utf-8"), str(file))
    assert list(problems(rules)) == []
    assert for_host(file.stem) == rules
    taken = [(rule.id, text) for rule in rules for other in RULES for text in other.keeps if rule.acts_on(text)]
    assert taken == []
