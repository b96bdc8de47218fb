"""The command line as a shell sees it: what stands on which stream, and the exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import corpusclean
from corpusclean.article import Article, Block
from corpusclean.cli import main
from corpusclean.cli.facts import facts, visible
from corpusclean.cli.fates import fates
from corpusclean.cli.origins import Origins
from corpusclean.debris.rules.loader import built_in
from corpusclean.document import Edit

PAGE = "雨停之后，街上的人又多了起来，卖菜的也回来了。\n责任编辑：王小明\n"
RULE = """
[[rule]]
id = "mine:slogan"
does = "drop-line"
why = "The slogan of my site is under every page."
needs = ["好故事"]
pattern = '好故事,天天看!?'
removes = ["好故事，天天看", "好故事,天天看!", " 好故事，天天看！"]
keeps = ["好故事都是改出来的。", "他讲了一个好故事"]
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "网页.txt"
    path.write_text(PAGE, "utf-8")
    return path


def call(*arguments: str | Path, code: int = 0) -> None:
    with pytest.raises(SystemExit) as leaving:
        main([str(argument) for argument in arguments])
    assert leaving.value.code == code


def shell(command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run *command* in a real shell, `corpusclean` being the one of this Python."""
    command = command.replace("corpusclean", f"{sys.executable} -m corpusclean")
    return subprocess.run(
        ["bash", "-c", command], capture_output=True, check=False, env={**os.environ, **environment}, timeout=60
    )


class TestClean:
    def test_prints_the_clean_text(self, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
        call("clean", page)
        assert capsys.readouterr().out == corpusclean.clean_text(PAGE) + "\n"

    def test_reads_standard_input(self, page: Path) -> None:
        done = shell(f"corpusclean clean - < '{page}'")
        assert done.stdout.decode() == corpusclean.clean_text(PAGE) + "\n"

    def test_json_is_the_article(self, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
        call("clean", page, "--json", "--url", "https://news.example.com/1")
        article = corpusclean.Article.from_dict(json.loads(capsys.readouterr().out))
        assert article == corpusclean.clean(PAGE.encode(), url="https://news.example.com/1")

    def test_options_are_those_of_the_library(self, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
        call("clean", page, "--debris", "label")
        assert capsys.readouterr().out == corpusclean.Cleaner(debris="label").clean(PAGE).text + "\n"

    def test_own_rules_take_part(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        rules, page = tmp_path / "mine.toml", tmp_path / "p.txt"
        rules.write_text(RULE, "utf-8")
        page.write_text("街上的人又多了起来，卖菜的也回来了。\n好故事，天天看！", "utf-8")
        call("clean", page, "--rules", rules)
        assert capsys.readouterr().out == "街上的人又多了起来，卖菜的也回来了。\n"

    def test_empty_page_prints_nothing(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        empty = tmp_path / "empty.txt"
        empty.touch()
        call("clean", empty)
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err == f"{empty}: the page is empty\n"

    @pytest.mark.parametrize(
        ("data", "says"),
        [(b"\x89PNG\r\n\x1a\n", "not-a-page: this is an image"), ("分享到：微信".encode(), "nothing-left: every line")],
    )
    def test_says_why_nothing_is_left(
        self, data: bytes, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "p.txt").write_bytes(data)
        call("clean", tmp_path / "p.txt")
        captured = capsys.readouterr()
        assert captured.out == ""
        assert says in captured.err


class TestWrongUse:
    """One line on standard error that says what is wrong, and exit code 2."""

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (["clean", "gone.txt"], "gone.txt: no such file"),
            (["clean"], "Missing argument 'FILE'"),
            (["clean", "."], "is a folder, not a page; for all pages in it: corpusclean run ."),
            (["clean", "x", "--script", "latin"], "'latin' is not one of"),
            (["clean", "x", "--disable", "no-such-family"], "'no-such-family' is neither a rule nor a family"),
            (["explain", "gone.txt"], "gone.txt: no such file"),
            (["show", "gone.jsonl"], "gone.jsonl: no such file"),
            (["run", "gone", "-o", "out.jsonl"], "gone: no such file or folder"),
            (["run", ".", "-o", "out.parquet"], ".jsonl"),
            (["run", "."], "'-o'"),
            (["rules", "show", "no:such"], "no rule is named 'no:such'"),
            (["rules", "list", "--family", "nothing"], "no family is named 'nothing'"),
            (["fly"], "there is no command 'fly' (see"),
            (["expalin"], "did you mean explain?"),
            ([__file__], "for that page: corpusclean clean"),
        ],
    )
    def test_is_one_clear_line(
        self,
        arguments: list[str],
        says: str,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        (tmp_path / "x").write_text("正文。", "utf-8")
        monkeypatch.chdir(tmp_path)
        call(*arguments, code=2)
        out, err = capsys.readouterr()
        assert out == ""
        assert says in err
        assert err.count("\n") == 1

    def test_folder_without_pages(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        call("run", tmp_path, "-o", tmp_path / "out.jsonl", code=2)
        assert "no pages in this folder" in capsys.readouterr().err
        assert not (tmp_path / "out.jsonl").exists()

    def test_broken_rule_file_names_file_rule_and_reason(
        self, page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        rules = tmp_path / "mine.toml"
        rules.write_text(RULE.replace("drop-line", "explode"), "utf-8")
        call("clean", page, "--rules", rules, code=1)
        err = capsys.readouterr().err
        assert f"{rules}:2: rule mine:slogan: does = 'explode'" in err
        assert err.count("\n") == 1

    def test_show_refuses_what_is_no_article(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        other = tmp_path / "other.jsonl"
        other.write_text("[1, 2]\n", "utf-8")
        call("show", other, code=2)
        assert f"{other}: row 1 is no article" in capsys.readouterr().err
        other.write_text('{"text": "", "blocks": 7, "edits": []}\n', "utf-8")
        call("show", other, code=2)
        assert f"{other}: row 1 is no article" in capsys.readouterr().err


class TestRun:
    def test_writes_articles_and_sums_up_on_standard_error(
        self, page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        out = tmp_path / "cleaned.jsonl"
        call("run", page, "-o", out)
        row = json.loads(out.read_text("utf-8"))
        assert row["id"] == str(page)
        assert corpusclean.Article.from_dict(row) == corpusclean.clean(PAGE.encode())
        stdout, stderr = capsys.readouterr()
        assert stdout == ""
        assert stderr.startswith(f"1 of 1 pages written to {out}")

    def test_a_bad_file_is_set_aside_and_the_code_is_3(
        self, page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
        out = tmp_path / "cleaned.jsonl"
        call("run", tmp_path, "-o", out, code=3)
        assert [json.loads(line)["id"] for line in out.read_text("utf-8").splitlines()] == [str(page)]
        failed = json.loads((tmp_path / "cleaned.jsonl.quarantine").read_text("utf-8"))
        assert failed["id"].endswith("gone.txt")
        assert "No such file" in failed["error"]
        assert "1 set aside in" in capsys.readouterr().err


class TestShow:
    def test_shows_title_text_and_what_was_removed(
        self, page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        out = tmp_path / "cleaned.jsonl"
        call("run", page, "-o", out)
        capsys.readouterr()
        call("show", out)
        shown = capsys.readouterr().out
        assert "(no title)" in shown
        assert "雨停之后" in shown
        assert "editors  王小明" in shown
        assert "removed  credits ×1: 责任编辑：王小明" in shown

    def test_reads_parquet_and_says_what_a_table_lacks(
        self, page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        shown = []
        for name in ("cleaned.jsonl.gz", "cleaned.parquet"):
            call("run", page, "-o", tmp_path / name)
            capsys.readouterr()
            call("show", tmp_path / name)
            shown.append(capsys.readouterr().out)
        assert shown[0] == shown[1]
        assert "雨停之后" in shown[0]
        call("run", page, "-o", tmp_path / "cleaned.csv")
        call("show", tmp_path / "cleaned.csv", code=2)
        assert "articles with their edits are in .jsonl and .parquet" in capsys.readouterr().err

    def test_the_example_of_a_family_says_something(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "p.txt").write_text("雨停了,街上有人。\n分享到：微信\n他说&nbsp;好,雨就停了。", "utf-8")
        call("run", tmp_path / "p.txt", "-o", tmp_path / "p.jsonl")
        call("show", tmp_path / "p.jsonl")
        assert "changed  repair ×2: &nbsp; → ⍽" in capsys.readouterr().out

    def test_limit(self, page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        out = tmp_path / "cleaned.jsonl"
        (tmp_path / "b.txt").write_text("另一页写的是另一件事。", "utf-8")
        call("run", tmp_path, "-o", out)
        call("show", out, "--limit", "1")
        assert capsys.readouterr().out.count("──") == 2


class TestExplain:
    def test_gives_rule_reason_and_place_of_a_removed_line(
        self, page: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        call("explain", page)
        lines = capsys.readouterr().out.splitlines()
        removed = next(place for place, line in enumerate(lines) if "责任编辑：王小明" in line)
        rule = next(rule for rule in built_in() if rule.acts_on("责任编辑：王小明"))
        assert rule.id in lines[removed + 1]
        assert rule.why in lines[removed + 1]
        assert f"{Path(rule.file).name}:{rule.line}" in lines[removed + 1]

    def test_shows_repairs_old_to_new(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "p.txt").write_text("今天下雨,路上人少。", "utf-8")
        call("explain", tmp_path / "p.txt")
        assert ",→，" in capsys.readouterr().out

    def test_control_characters_cannot_steer_the_terminal(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "p.txt").write_text("今天\x1b[31m下雨，路上的人很少很少。", "utf-8")
        call("explain", tmp_path / "p.txt")
        assert "\x1b" not in capsys.readouterr().out

    def test_every_line_of_the_page_has_a_fate(self) -> None:
        page = "分享到：微信 微博\n\n" + PAGE
        told = list(fates(corpusclean.clean(page)))
        assert [fate.text for fate in told] == page.split("\n")
        assert [(fate.number, fate.became) for fate in told] == [
            (1, "removed"),
            (2, "blank"),
            (3, "kept"),
            (4, "editors"),
            (5, "blank"),
        ]

    def test_a_repair_in_a_removed_line_is_not_what_removed_it(self) -> None:
        mended = (Edit("repair:reading", 2, 6, 12, "(wǎng)", ""), Edit("sharing:x", 2, 3, 6, "\n某网", ""))
        text = Article(blocks=(Block("paragraph", "正文。", 0, 1, 1),), edits=mended)
        told = list(fates(text))
        assert [(fate.text, fate.rule) for fate in told] == [("正文。", ""), ("某网(wǎng)", "sharing:x")]
        assert told[1].edits == mended[:1]

    def test_a_rewritten_passage_is_told_character_by_character(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "p.txt").write_text("他們說，這場雨下得及時，莊稼有救了。", "utf-8")
        call("explain", tmp_path / "p.txt")
        assert "們→们  說→说" in capsys.readouterr().out
        call("explain", "--full", tmp_path / "p.txt")
        assert "們→们" not in capsys.readouterr().out

    def test_labelled_lines_keep_their_label(self) -> None:
        told = list(fates(corpusclean.Cleaner(debris="label").clean(PAGE.strip())))
        assert told[1].became != "kept"
        assert told[1].rule

    def test_origins_of_rules_and_stages(self) -> None:
        rule = built_in()[0]
        assert Origins().of(rule.id).place.endswith(f"{Path(rule.file).name}:{rule.line}")
        assert "layout.py:" in Origins().of("layout:margin").place
        assert Origins().of("nobody:knows") == ("", "")

    def test_places_in_an_installed_package_are_short(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.chdir(tmp_path)
        rule = built_in()[0]
        place = Origins().of(rule.id).place
        assert place == f"corpusclean/debris/rules/data/{Path(rule.file).name}:{rule.line}"


class TestRules:
    def test_list_names_every_rule(self, capsys: pytest.CaptureFixture[str]) -> None:
        call("rules", "list")
        assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [rule.id for rule in built_in()]

    def test_show(self, capsys: pytest.CaptureFixture[str]) -> None:
        rule = built_in()[0]
        call("rules", "show", rule.id)
        shown = capsys.readouterr().out
        for part in (rule.id, rule.why, rule.pattern, f"{rule.file}:{rule.line}", *rule.removes, *rule.keeps):
            assert part in shown

    def test_show_knows_rules_of_ones_own(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        rules = tmp_path / "mine.toml"
        rules.write_text(RULE, "utf-8")
        call("rules", "show", "mine:slogan", "--rules", rules)
        assert f"mine:slogan   {rules}:2" in capsys.readouterr().out

    def test_near_names_are_offered(self, capsys: pytest.CaptureFixture[str]) -> None:
        name = built_in()[0].id
        call("rules", "show", name + "x", code=2)
        assert name in capsys.readouterr().err

    def test_test_holds_a_file_to_its_examples(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        rules = tmp_path / "mine.toml"
        rules.write_text(RULE, "utf-8")
        call("rules", "test", rules)
        assert "1 rule, 5 examples, all hold" in capsys.readouterr().out
        rules.write_text(RULE.replace("天天看!?'", "天天听'"), "utf-8")
        call("rules", "test", rules, code=1)
        assert "the pattern does not fit it" in capsys.readouterr().out

    def test_test_defends_what_built_in_rules_keep(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        kept = next(text for rule in built_in() for text in rule.keeps if text.isprintable() and len(text) > 6)
        rules = tmp_path / "mine.toml"
        rules.write_text(
            "[[rule]]\nid = 'mine:greedy'\ndoes = 'drop-line'\nwhy = 'Takes all.'\ntrigger = '.'\npattern = '.*'\n"
            "removes = ['甲', '乙', '丙']\nkeeps = []\n",
            "utf-8",
        )
        call("rules", "test", rules, code=1)
        assert kept in capsys.readouterr().out


class TestStreams:
    def test_version(self, capsys: pytest.CaptureFixture[str]) -> None:
        call("--version")
        assert capsys.readouterr().out == f"corpusclean {corpusclean.__version__}\n"

    def test_no_command_prints_the_help(self, capsys: pytest.CaptureFixture[str]) -> None:
        call()
        assert "explain" in capsys.readouterr().out

    def test_utf8_in_a_c_locale(self, page: Path) -> None:
        done = shell(f"corpusclean clean '{page}'", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
        assert done.stdout.decode("utf-8").startswith("雨停之后")
        assert done.stderr == b""

    @pytest.mark.parametrize("command", ["clean --json", "explain"])
    def test_a_closed_pipe_is_no_traceback(self, command: str, tmp_path: Path) -> None:
        big = tmp_path / "big.txt"
        big.write_text("街上的人又多了起来,卖菜的也回来了。\n" * 4000, "utf-8")
        done = shell(f"corpusclean {command} '{big}' | head -n 1")
        assert done.stdout.count(b"\n") == 1
        assert done.stderr == b""

    def test_interrupt_is_130(self, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupted(name: str) -> tuple[bytes, str]:
            raise KeyboardInterrupt

        monkeypatch.setattr("corpusclean.cli.clean.read_page", interrupted)
        call("clean", page, code=130)

    def test_a_full_disk_is_one_line(
        self, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def full(row: object) -> bytes:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("corpusclean.corpus.writers.encode_row", full)
        call("run", page, "-o", tmp_path / "out.jsonl", code=1)
        assert capsys.readouterr().err == "corpusclean: output: No space left on device\n"
        assert [path.name for path in tmp_path.iterdir()] == [page.name]


def test_facts_leave_out_what_is_not_stated() -> None:
    article = corpusclean.Article(title="题", authors=("甲", "乙"), credits={"摄影": ("丙",)})
    assert dict(facts(article)) == {"title": "题", "authors": "甲, 乙", "credits": "摄影 丙", "script": "none"}


def test_visible_leaves_text_alone() -> None:
    assert visible("正文 abc，……") == "正文 abc，……"
    assert visible("\x00\x9b") == "␀\ufffd"
