"""Rules of a user's own file that hold for one host: who has them, and that the others pay nothing for them."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import corpusclean
from corpusclean.debris.rules.choose import choose, fingerprint, of_site
from corpusclean.debris.rules.loader import parse, problems
from corpusclean.debris.rules.match import RuleSet
from corpusclean.debris.rules.sites import WithSite
from corpusclean.document import Document
from corpusclean.errors import OptionError, RuleError
from corpusclean.options import Options

RULE = """
[[rule]]
id = "mine:{name}"
does = "drop-line"
why = "The name of the site."
{host}needs = ["渡口夜话"]
pattern = '渡口夜话'
removes = ["渡口夜话", " 渡口夜话", "　渡口夜话"]
keeps = ["渡口夜话办了十年。", "他订了渡口夜话"]
"""
PAGE = "渡口夜话\n雨下了三天，河水漫过了台阶，谁也没有想到后来会变成那样。"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(RULE.format(name="here", host='host = "dukou.example"\nconfidence = 0.9\n'), "utf-8")
    return path


@pytest.mark.parametrize(
    ("url", "taken"),
    [
        ("https://dukou.example/1", True),
        ("https://www.dukou.example/1", True),
        ("https://DUKOU.example/1", True),
        ("https://notdukou.example/1", False),
        ("https://example/1", False),
        (None, False),
    ],
)
def test_a_rule_holds_on_its_host_and_below(own: Path, url: str | None, taken: bool) -> None:
    article = corpusclean.Cleaner(rules=[own]).clean(PAGE, url=url)
    assert ("mine:here" in {edit.rule for edit in article.edits}) is taken


def test_the_rules_of_a_site_come_first(own: Path) -> None:
    options = Options(rules=(own,))
    assert [rule.id for rule in of_site(options, "www.dukou.example")] == ["mine:here"]
    assert choose(options, "dukou.example")[0].id == "mine:here"
    assert "mine:here" not in {rule.id for rule in choose(options)}
    assert choose(Options(rules=(own,), disable=("mine",)), "dukou.example") == choose(Options())


def test_a_rule_for_a_host_counts_in_the_version(own: Path) -> None:
    assert fingerprint(Options(rules=(own,))) != fingerprint(Options())
    assert fingerprint(Options(rules=(own,), disable=("mine:here",))) == fingerprint(Options())


def test_a_name_of_a_rule_for_a_host_is_known(own: Path) -> None:
    corpusclean.Cleaner(rules=[own], disable=["mine:here"])
    with pytest.raises(OptionError, match="neither a rule nor a family"):
        corpusclean.Cleaner(rules=[own], disable=["mine:there"])


def test_a_file_that_changed_is_read_again(own: Path) -> None:
    before = fingerprint(Options(rules=(own,)))
    own.write_text(RULE.format(name="elsewhere", host='host = "else.example"\n'), "utf-8")
    assert fingerprint(Options(rules=(own,))) != before


def test_it_travels_to_other_processes(own: Path) -> None:
    cleaner = pickle.loads(pickle.dumps(corpusclean.Cleaner(rules=[own])))
    assert "mine:here" in {edit.rule for edit in cleaner.clean(PAGE, url="https://dukou.example").edits}


def test_one_automaton_serves_all_hosts(own: Path) -> None:
    cleaner = corpusclean.Cleaner(rules=[own])
    assert cleaner.pipeline_for("https://dukou.example/1") is cleaner.pipeline_for("https://dukou.example/2")
    assert cleaner.pipeline_for("https://dukou.example/1") is not cleaner.pipeline
    assert cleaner.pipeline_for("https://other.example/1") is cleaner.pipeline


def test_both_sets_together_are_as_one() -> None:
    site = parse(RULE.format(name="a", host=""), "a")
    common = choose(Options())
    doc = Document.of(f"{PAGE}\n责任编辑：王小明\n渡口夜话 版权所有")
    whole = RuleSet((*site, *common)).hits(doc)
    parts = WithSite(RuleSet(site), RuleSet(common)).hits(doc)
    told = [[(hit.line, hit.rules, [rule.id for rule, _ in hit.found.fits]) for hit in hits] for hits in (parts, whole)]
    assert told[0] == told[1]
    assert told[0][0][2][0] == "mine:a"


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ('host = "https://dukou.example"\n', "not the name of a host"),
        ('host = "Dukou.example"\n', "not the name of a host"),
        ("host = 3\n", "host must be a string"),
        ("confidence = 2\n", "confidence must be a number from 0 to 1"),
        ('confidence = "high"\n', "confidence must be a number from 0 to 1"),
    ],
)
def test_wrong_keys_are_told(keys: str, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        parse(RULE.format(name="a", host=keys), "a.toml")


def test_rules_of_other_hosts_do_not_judge_near_misses() -> None:
    loud = RULE.replace("pattern = '渡口夜话'", "pattern = '.*渡口夜话.*'")
    ours = parse(RULE.format(name="a", host='host = "a.example"\n'), "a")
    theirs = parse(loud.format(name="b", host='host = "b.example"\n'), "b")
    assert not [problem for problem in problems((*ours, *theirs)) if "mine:a: " in problem]
    everywhere = parse(loud.format(name="c", host=""), "c")
    assert [problem for problem in problems((*ours, *everywhere)) if "mine:a: " in problem]
