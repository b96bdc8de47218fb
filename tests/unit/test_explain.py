"""`corpusclean explain`: reasons of the judge, the page of HTML, and all that one rule did."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich.cells import cell_len

import corpusclean
from corpusclean.cli import main
from corpusclean.cli.explain_html import as_html
from corpusclean.cli.explanation import Explainer
from corpusclean.cli.judgement import judgements
from corpusclean.cli.origins import JUDGEMENTS, Origins

PAGE = """首页 | 新闻 | 体育 | 财经
当前位置：首页 > 社会 > 正文
渡口的船还在开，老船工每天清早把船舱里的水舀干净，再去桥头买两个烧饼，一个自己吃，一个留给学生。
今年三月，镇上在下游修好了一座人行桥，从学校走过去只要十分钟，坐船的人一下子少了一大半。
责任编辑：舟白
桥头烧饼铺换了新招牌
下游码头本周开始疏浚
学校运动会改在周五举行"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(PAGE, "utf-8")
    (folder / "b.txt").write_text("船到江心,雨又下了起来。\n责任编辑：舟白", "utf-8")
    (folder / "c.jsonl").write_text('{"text": "责任编辑：舟白"}\n', "utf-8")
    return folder


def explain(capsys: pytest.CaptureFixture[str], *arguments: str | Path, code: int = 0) -> str:
    with pytest.raises(SystemExit) as leaving:
        main(["explain", *map(str, arguments)])
    assert leaving.value.code == code
    captured = capsys.readouterr()
    return captured.err if code else captured.out


class TestJudgement:
    def test_a_line_that_goes_by_its_place_says_where_it_stands(self) -> None:
        told = judgements(corpusclean.Cleaner(), PAGE)
        assert sorted(told) == [6, 7, 8]
        assert told[7].startswith(
            "a line like a headline below the article, a line of meta 2 lines above, the end of the page 2 lines below;"
            " credits ended the article above it; scores "
        )

    def test_a_score_stands_with_what_it_takes_and_the_features_that_weighed_most(self) -> None:
        page = PAGE.replace("\n", "\n日\n一\n二\n", 1)
        told = judgements(corpusclean.Cleaner(), page)
        assert told[3].startswith("a single character above the article, navigation 2 lines above, breadcrumbs 2 lines")
        score, needed = map(float, re.findall(r"scores (\d+\.\d), goes above (\d\.\d) \(\S+ \+\d", told[3])[0])
        assert score > needed

    def test_nothing_is_judged_where_the_judge_does_not_sit(self) -> None:
        assert judgements(corpusclean.Cleaner(caution="high"), PAGE) == {}

    def test_every_rule_of_the_judge_is_explained(self) -> None:
        written = {
            name
            for path in Path(corpusclean.__file__).parent.joinpath("debris").glob("*.py")
            for name in re.findall(r'"((?:position|neighbours|shape):[a-z-]+)"', path.read_text("utf-8"))
        }
        assert written == set(JUDGEMENTS)

    def test_the_explanation_has_both(self, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
        lines = explain(capsys, pages / "a.txt").splitlines()
        at = next(place for place, line in enumerate(lines) if "桥头烧饼铺" in line)
        assert "position:after-end" in lines[at + 1]
        assert JUDGEMENTS["position:after-end"] in lines[at + 1]
        assert "credits ended the article above it" in lines[at + 2]


class TestHtml:
    def test_holds_the_facts_the_lines_and_the_reasons(self, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
        page = explain(capsys, pages / "a.txt", "--html")
        assert page.startswith("<!doctype html>")
        for part in ("credits:editor", "credits.toml:", "credits ended the article", '<li class="removed">'):
            assert part in page
        assert page.count('<span class="number">') == PAGE.count("\n") + 1

    def test_kept_lines_stand_whole(self, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
        long = "，".join(["船到江心雨又下了起来"] * 20) + "。"
        (pages / "d.txt").write_text(long, "utf-8")
        assert long in explain(capsys, pages / "d.txt", "--html")
        assert long not in explain(capsys, pages / "d.txt")

    def test_is_complete_in_itself(self, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
        page = explain(capsys, pages / "a.txt", "--html")
        assert not re.search(r"https?:|<script|<link|<img|@import|url\(", page)

    def test_nothing_of_the_page_becomes_markup(self) -> None:
        hostile = '<script>alert(1)</script>他说“<b onclick="x">&amp;”，雨就下了起来，一直下到半夜。'
        article = corpusclean.clean(f"{hostile}\n来源：<i>某报</i>\n作者：<u>", kind="text")
        parser = _Tags()
        parser.feed(as_html(article, Explainer(Origins()), name="<name>&"))
        assert parser.seen <= {
            *("html", "head", "meta", "title", "style", "body", "header", "h1", "p", "dl", "dt", "dd", "ol", "li"),
            *("span", "wbr"),
        }


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert not any(name.startswith("on") for name, _ in attrs)


class TestRule:
    def test_all_hits_in_a_folder_stand_between_their_neighbours(
        self, pages: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        told = explain(capsys, "--rule", "credits:editor", pages)
        assert told.count("责任编辑：舟白") == 2
        assert "今年三月" in told
        assert "桥头烧饼铺" in told
        assert "首页 |" not in told
        assert "2 lines in 2 of 2 pages" in told

    def test_a_family_is_a_name_too_and_changes_in_lines_are_hits(
        self, pages: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        told = explain(capsys, "--rule", "punctuation", pages)
        assert ",→，" in told
        assert "1 line in 1 of 2 pages" in told

    def test_hits_side_by_side_are_told_once(self, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
        told = explain(capsys, "--rule", "position:after-end", pages)
        assert [told.count(line) for line in PAGE.split("\n")[4:]] == [1, 1, 1, 1]
        assert "3 lines in 1 of 2 pages" in told

    def test_a_slip_is_told(self, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
        told = explain(capsys, "--rule", "credits:editr", pages, code=2)
        assert "did you mean credits:editor" in told

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (["."], "--rule ID"),
            (["a.txt", "b.txt"], "--rule ID"),
            (["--rule", "credits", "--html", "a.txt"], "--html shows one page"),
            (["--rule", "credits", "c.jsonl"], "not at tables"),
        ],
    )
    def test_wrong_use(
        self,
        arguments: list[str],
        says: str,
        pages: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.chdir(pages)
        assert says in explain(capsys, *arguments, code=2)


def test_captions_stand_in_the_ending(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = "\n".join(
        (
            "午后三点，晒网场上摆开七八张竹桌，茶香混着海风扑上来。",
            "图为渔民在晒网。新川社记者 王小明 摄",
            "日头偏西，船队返港的汽笛响起来，她收起茶碗去热饭。",
            "岸上的人都往码头走，孩子跑在最前头。",
        )
    )
    (tmp_path / "p.txt").write_text(page, "utf-8")
    told = explain(capsys, tmp_path / "p.txt")
    assert re.search(r"caption  .*渔民在晒网.*  line 2", told)


def test_a_kept_line_is_cut_to_one_line_of_a_terminal(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = explain(capsys, pages / "a.txt")
    kept = next(line for line in told.splitlines() if "渡口的船" in line)
    assert kept.endswith("…")
    assert cell_len(kept) <= 80


def test_a_path_on_a_phone_breaks_behind_a_slash() -> None:
    page = as_html(corpusclean.clean(PAGE), Explainer(Origins()))
    assert re.search(r'<span class="place">[^<]*/<wbr>', page)
