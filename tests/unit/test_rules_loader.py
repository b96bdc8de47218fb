"""Rule files: what is read, what is refused and how, and what the examples show."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpusclean.debris.rules import loader
from corpusclean.debris.rules.loader import built_in, for_host, from_file, parse, problems
from corpusclean.errors import RuleError

GOOD = """
[[rule]]
id = "demo:station"
does = "drop-line"
why = "The station's own line."
needs = ["本台讯"]
pattern = '{needs}:?.{2,20}'
removes = ["本台讯：第一条", "本台讯第二条", "本台訊：第三條"]
keeps = ["记者从本台讯问处获悉。", "据本台讯，雨停了。"]
"""


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new)


def test_a_file_is_read_and_holds() -> None:
    (rule,) = parse(GOOD, "demo.toml")
    assert (rule.id, rule.does, rule.where, rule.takes, rule.longest) == (
        "demo:station",
        "drop-line",
        "anywhere",
        "",
        0,
    )
    assert (rule.file, rule.line) == ("demo.toml", 2)
    assert list(problems([rule])) == []


def test_needs_are_written_out_longest_first_and_taken_literally() -> None:
    (rule,) = parse(changed('["本台讯"]', '["本台讯", "本台讯(一)", "本台"]'), "demo.toml")
    assert rule.pattern == r"(?:本台讯\(一\)|本台讯|本台):?.{2,20}"


def test_a_pattern_may_be_written_over_several_lines() -> None:
    (rule,) = parse(changed("'{needs}:?.{2,20}'", "'''\n  (?:本台讯|\n   本台消息)\n  :?.{2,20}'''"), "demo.toml")
    assert rule.pattern == "(?:本台讯|本台消息):?.{2,20}"


def test_rules_are_numbered_by_the_line_of_their_header() -> None:
    rules = parse(GOOD + "\n# next\n" + changed("demo:station", "demo:other"), "demo.toml")
    assert [rule.line for rule in rules] == [2, 13]


WRONG = [
    ("not TOML", GOOD + "[[rule", "not valid TOML"),
    ("no rules", "title = 'x'", "no rules"),
    ("rules that are no tables", "rule = ['x']", "no rules"),
    ("unknown key", changed("why =", "because ="), "unknown key 'because'"),
    ("a key that is missing", changed('why = "The station\'s own line."\n', ""), "why is missing"),
    ("a key that is empty", changed('"The station\'s own line."', '""'), "why is missing"),
    ("a string for a list", changed('["本台讯"]', '"本台讯"'), "needs must be a list of strings"),
    ("numbers in a list", changed('["本台讯"]', "[1]"), "needs must be a list of strings"),
    ("a list for a string", changed("'{needs}:?.{2,20}'", "['x']"), "pattern must be a string"),
    ("words for a number", GOOD + 'longest = "20"\n', "longest must be a whole number"),
    ("an id without a family", changed("demo:station", "station"), "family:thing"),
    ("an id with capitals", changed("demo:station", "demo:Station"), "family:thing"),
    ("an action there is not", changed("drop-line", "drop"), "does = 'drop'"),
    ("a label there is not", changed("drop-line", "label:author"), "does = 'label:author'"),
    ("a place there is not", GOOD + 'where = "middle"\n', "where = 'middle'"),
    ("a list after a cut", changed("drop-line", "cut") + 'takes = "list"\n', "takes = 'list'"),
    ("needs and a trigger", GOOD + 'trigger = "x"\n', "give either needs"),
    ("neither needs nor a trigger", changed('needs = ["本台讯"]\n', ""), "give either needs"),
    ("a broken pattern", changed("{needs}:?.{2,20}", "("), "pattern is not a regular expression"),
    ("a broken trigger", changed('needs = ["本台讯"]', "trigger = '('"), "trigger is not a regular expression"),
    ("a literal that is not folded", changed('["本台讯"]', '["本臺訊："]'), "'本台讯:'"),
    ("an empty literal", changed('["本台讯"]', '[""]'), "needs ''"),
    ("an id that is taken", GOOD + GOOD, "this id is taken"),
]


@pytest.mark.parametrize(("text", "reason"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_what_is_wrong_is_said_with_file_rule_and_reason(text: str, reason: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse(text, "my-site.toml")
    message = str(caught.value)
    assert message.startswith("my-site.toml:")
    assert reason in message
    if not any(words in reason for words in ("TOML", "no rules")):
        assert ": rule " in message


SHOWN = [
    ("too few removes", changed(', "本台讯第二条", "本台訊：第三條"', ""), "at least three examples in removes"),
    ("too few keeps", changed(', "据本台讯，雨停了。"', ""), "two near misses in keeps"),
    ("a remove without a literal", changed("本台讯第二条", "本臺快訊"), "removes '本臺快訊' holds none of needs"),
    ("a remove that does not fit", changed("本台讯第二条", "本台讯"), "the pattern does not fit it"),
    ("a keep without a literal", changed("据本台讯，雨停了。", "雨停了。"), "so it is no near miss"),
    ("a keep that it acts on", changed("据本台讯，雨停了。", "本台讯，雨停了。"), "but demo:station acts on it"),
]


@pytest.mark.parametrize(("text", "reason"), [case[1:] for case in SHOWN], ids=[case[0] for case in SHOWN])
def test_what_the_examples_show(text: str, reason: str) -> None:
    (found,) = problems(parse(text, "my-site.toml"))
    assert found.startswith("my-site.toml:2: rule demo:station: ")
    assert reason in found


def test_a_rule_that_acts_on_what_another_keeps_is_a_problem_of_both() -> None:
    greedy = changed("demo:station", "demo:greedy").replace("'{needs}:?.{2,20}'", "'.*{needs}.*'")
    found = list(problems(parse(GOOD + greedy, "demo.toml")))
    assert any("demo:station: keeps" in text and "but demo:greedy acts on it" in text for text in found)


def test_a_rule_for_one_place_is_not_held_against_what_others_keep() -> None:
    greedy = changed("demo:station", "demo:greedy").replace("'{needs}:?.{2,20}'", "'.*{needs}.*'") + 'where = "tail"\n'
    assert not any("demo:station: keeps" in text for text in problems(parse(GOOD + greedy, "demo.toml")))


def test_a_users_file(tmp_path: Path) -> None:
    path = tmp_path / "my-site.toml"
    path.write_text(GOOD, "utf-8")
    (rule,) = from_file(path)
    assert rule.file == str(path)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"none\.toml: cannot be read"):
        from_file(tmp_path / "none.toml")
    (tmp_path / "gbk.toml").write_bytes("编辑".encode("gbk"))
    with pytest.raises(RuleError, match=r"gbk\.toml: cannot be read"):
        from_file(tmp_path / "gbk.toml")


def test_a_host_has_the_rules_of_its_parent_domains(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites" / "example.cn.toml").write_text(GOOD, "utf-8")
    monkeypatch.setattr(loader.resources, "files", lambda name: tmp_path)
    for_host.cache_clear()
    try:
        assert [rule.id for rule in for_host("news.Example.cn")] == ["demo:station"]
        assert [rule.id for rule in for_host("example.cn")] == ["demo:station"]
        assert for_host("notexample.cn") == ()
        assert for_host("cn") == ()
        assert for_host("") == ()
    finally:
        for_host.cache_clear()


def test_built_in_rules_are_read_once() -> None:
    assert built_in() is built_in()
