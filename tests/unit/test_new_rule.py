"""`corpusclean new-rule` drafts rules that pass `rules test`, and `rules test` says why an example fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpusclean.cli import main
from corpusclean.cli.diagnosis import longest_fit, split, why_not_kept, why_not_removed
from corpusclean.cli.draft import UNSAID
from corpusclean.debris.rules.loader import built_in, from_file, parse, problems
from corpusclean.debris.rules.model import Rule


def call(capsys: pytest.CaptureFixture[str], *arguments: str | Path, code: int = 0) -> tuple[str, str]:
    with pytest.raises(SystemExit) as leaving:
        main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    assert leaving.value.code == code, err
    return out, err


class TestNewRule:
    @pytest.mark.parametrize(
        ("lines", "keeps", "taken", "left"),
        [
            (["好故事，天天看"], ["他讲了一个好故事", "好故事都是改出来的。"], ["好故事,天天看"], ["好故事，天天听"]),
            (["好故事，天天看"], [], ["好故事，天天看 "], []),
            (["第12期读者来信"], [], ["第7期读者来信", "第 7期讀者來信"[0] + "7期讀者來信"], ["第期读者来信"]),
            (["桥头台出品", "青山台出品", "月亮湾台出品"], ["出品人是老师"], ["桥头台出品"], ["他是台出品"]),
            (
                ["《江边》是江畔作家网签约作品", "《渡口》是江畔作家网签约作品"],
                ["签约作品要按时交稿。"],
                ["《旧桥》是江畔作家网签约作品"],
                ["《旧桥》不是江畔作家网签约作品"],
            ),
            (["it's本站标语"], [], ["it's本站標語"], []),
            (["犇羴鱻龘"], [], ["犇羴鱻龘 "], []),
            (["扫码领资料"], ["请扫码进场。", "资料在桌上。"], ["掃碼領資料"], ["扫码进场领资料"]),
        ],
    )
    def test_the_draft_passes_its_test_and_does_what_it_should(
        self,
        lines: list[str],
        keeps: list[str],
        taken: list[str],
        left: list[str],
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        text, _ = call(capsys, "new-rule", *lines, *(part for keep in keeps for part in ("--keep", keep)))
        (rule,) = parse(text, "draft.toml")
        assert list(problems([rule])) == []
        assert set(keeps) <= set(rule.keeps)
        assert [line for line in (*lines, *taken) if not rule.acts_on(line)] == []
        assert [line for line in left if rule.acts_on(line)] == []

    def test_a_draft_that_does_not_say_why_is_reminded_of_it(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = tmp_path / "mine.toml"
        call(capsys, "new-rule", "好故事，天天看", "-o", file)
        assert call(capsys, "rules", "test", file)[1] == f"{file}:1: mine:new-rule does not say why yet\n"
        file.write_text(file.read_text("utf-8").replace(UNSAID, "A slogan is not the text."), "utf-8")
        assert call(capsys, "rules", "test", file)[1] == ""

    def test_no_rule_of_the_library_has_the_words_of_a_draft(self) -> None:
        assert [rule.id for rule in built_in() if rule.why == UNSAID] == []

    def test_written_behind_the_rules_of_a_file(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        file = tmp_path / "mine.toml"
        for line in ("好故事，天天看", "桥头台出品"):
            call(capsys, "new-rule", line, "-o", file, "--where", "tail")
        assert [rule.id for rule in from_file(file)] == ["mine:new-rule", "mine:new-rule-2"]
        out, _ = call(capsys, "rules", "test", file)
        assert "2 rules, 10 examples, all hold" in out

    def test_says_which_rules_know_the_line(self, capsys: pytest.CaptureFixture[str]) -> None:
        _, err = call(capsys, "new-rule", "责任编辑：舟白", "--keep", "责任编辑说稿子要改。")
        assert "is taken already by credits:editor" in err
        _, err = call(capsys, "new-rule", "鸬鹚戴斗笠")  # in no literal of any rule
        assert f"is new to all {len(built_in())} rules" in err
        assert "near misses were made up" in err

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (["好故事", "--keep", "好故事"], "no rule can tell them apart"),
            (["好故事，天天看", "--keep", "下雨了"], "what the lines have in common (好故事)"),
            (["好故事", "大新闻"], "no two letters in a row in common"),
            (["  "], "is blank, or not one line"),
            (["甲乙\n丙丁"], "is blank, or not one line"),
            (["甲乙\udcff"], "is blank, or not one line"),
            (["好故事", "--id", "Mine"], "the id must read family:thing"),
        ],
    )
    def test_what_cannot_be_done_is_said(
        self, arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        code = 1 if "--id" in arguments else 2
        assert says in call(capsys, "new-rule", *arguments, code=code)[1]


def rule(**values: object) -> Rule:
    given = {
        "id": "mine:made",
        "does": "drop-line",
        "why": "x",
        "needs": ("出品",),
        "pattern": r"\S{2,4}出品(?: \d+分钟)?",
    }
    return Rule(**{**given, **values})  # type: ignore[arg-type]


class TestDiagnosis:
    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("橋頭監製", ["it is matched as  桥头监制", "no part of it is in  needs 出品"]),
            ("桥头出品 3秒钟", ["the pattern fits  桥头出品  but must fill the line, and leaves   3秒钟"]),
            ("桥头台的出品人", ["the pattern fits  桥头台的出品  but must fill the line, and leaves  人"]),
            (
                "桥头台上的出品",
                ["the pattern fits  桥头台上  and then wants  出品(?: \\d+分钟)?  where the line has  的出品"],
            ),
            (
                "出品",  # \\S{2,4} takes the word itself
                ["the pattern fits  出品  and then wants  出品(?: \\d+分钟)?  where the line has  the end of the line"],
            ),
        ],
    )
    def test_says_how_far_the_pattern_follows(self, text: str, says: list[str]) -> None:
        assert list(why_not_removed(rule(), text)) == says

    def test_a_line_that_is_too_long(self) -> None:
        assert list(why_not_removed(rule(longest=3), "桥头出品")) == [
            "it has 4 characters, and the rule tries lines up to 3 (longest)"
        ]

    def test_what_takes_a_near_miss(self) -> None:
        told = list(why_not_kept(rule(file="m.toml", line=7), "桥头出品"))
        assert told == [r"mine:made takes all of it, by  \S{2,4}出品(?: \d+分钟)?", "that rule is written in m.toml:7"]
        told = list(why_not_kept(rule(does="cut", pattern="出品"), "桥头出品人"))
        assert told[0] == "mine:made takes the part  出品, by  出品"

    @pytest.mark.parametrize(
        ("pattern", "text", "reach", "rest"),
        [
            ("甲乙丙", "甲乙丁", 2, "丙"),
            ("甲|乙丙丁", "乙丙戊", 2, "丁"),
            (r"[\]|]+(?:甲|乙)", "]|丙", 2, "(?:甲|乙)"),
            (r"(甲)\1乙", "甲甲丙", 2, "乙"),
            (r"\d{2,}年", "12月", 2, "年"),
            ("甲", "甲", 1, ""),
            ("甲", "乙", 0, "甲"),
        ],
    )
    def test_longest_fit(self, pattern: str, text: str, reach: int, rest: str) -> None:
        assert longest_fit(pattern, text) == (reach, rest)

    def test_taking_patterns_apart_loses_nothing(self) -> None:
        for known in built_in():
            assert "".join(split(known.pattern)) == known.pattern
            assert "|".join(split(known.pattern, "|")) == known.pattern

    def test_every_rule_follows_its_own_examples_to_the_end(self) -> None:
        from corpusclean.fold import fold

        for known in built_in():
            if not known.cuts:
                for text in known.removes:
                    assert longest_fit(known.pattern, fold(text).strip())[1] == ""

    def test_rules_test_tells_it_under_the_problem(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        file = tmp_path / "mine.toml"
        file.write_text(
            "[[rule]]\nid = 'mine:made'\ndoes = 'drop-line'\nwhy = 'x'\nneeds = ['出品']\npattern = '桥头出品'\n"
            "removes = ['桥头出品', '青山出品', '橋頭出品']\nkeeps = ['出品人', '桥头出品 ']\n",
            "utf-8",
        )
        out, _ = call(capsys, "rules", "test", file, code=1)
        lines = out.splitlines()
        at = next(place for place, line in enumerate(lines) if "removes '青山出品'" in line)
        assert lines[at + 1].startswith("    the pattern does not fit its beginning")
        at = next(place for place, line in enumerate(lines) if "keeps '桥头出品 '" in line)
        assert lines[at + 1] == "    mine:made takes all of it, by  桥头出品"
