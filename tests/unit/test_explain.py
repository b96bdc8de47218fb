"""`corpusclean explain`: reasons of the judge, the page of HTML, and all that one rule did."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich.cells import cell_len

import corpusclean
from corpusclean.cli import main
from corpusclean.cli.explain_html import as_html
from corpusclean.cli.explanation import Explainer
from corpusclean.cli.fates import fates
from corpusclean.cli.judgement import AGAIN, judgements
from corpusclean.cli.origins import JUDGEMENTS, Origins, address
from corpusclean.cli.reasons import FAMILIES, STAGES
from corpusclean.document import Change, Document
from corpusclean.stage import Stage

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


def called(name: str, stage: Stage) -> Stage:
    stage.__name__ = name
    return stage


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
        score, needed = map(float, re.findall(r"scores (\d+\.\d\d), goes above (\d\.\d\d) \(\S+ \+\d", told[3])[0])
        assert score > needed

    def test_a_line_that_went_on_the_second_look_is_told_too(self) -> None:
        base = corpusclean.Cleaner().pipeline
        # the first look labels nothing and takes only the last line, the second does all

        def take_last(doc: Document) -> Document:
            return doc.edit([Change(doc.text.rindex("\n"), len(doc.text), "", "demo:last")])

        first = {name: called(name, lambda doc: doc) for name in ("label_debris", "find_headline")}
        first["drop_labelled"] = called("drop_labelled", take_last)
        pipeline = replace(base, stages=tuple(first.get(stage.__name__, stage) for stage in base))
        told = judgements(corpusclean.Cleaner(pipeline=pipeline), PAGE + "\n镇上的灯会推迟一周")
        assert sorted(told) == [6, 7, 8]
        assert all(sentence.startswith(AGAIN + "a line like a headline below") for sentence in told.values())

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


class TestReasons:
    def test_every_sentence_is_of_a_rule_that_there_is(self) -> None:
        origins = Origins()
        assert [rule for rule in STAGES if not origins.of(rule).place] == []

    @pytest.mark.parametrize("reasons", [FAMILIES, STAGES, JUDGEMENTS])
    def test_reasons_are_sentences(self, reasons: dict[str, str]) -> None:
        assert [why for why in reasons.values() if not why.endswith(".") or not why[0].isupper()] == []

    def test_repairs_say_why(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "p.txt").write_text("他说：ä¸\xadæ–‡，雨就下了起来。", "utf-8")
        assert STAGES["repair:utf8-as-western"] in explain(capsys, tmp_path / "p.txt")

    def test_labelled_lines_say_why_as_removed_ones_do(self, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
        told = explain(capsys, "--debris", "label", pages / "a.txt")
        assert "labelled meta: credits:editor" in told
        assert "labelled debris: position:after-end" in told
        assert "credits ended the article above it; scores" in told

    def test_a_line_of_a_list_is_told_from_the_line_above_the_list(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "p.txt").write_text(f"{PAGE}\n相关新闻：\n镇上的灯会推迟一周", "utf-8")
        header, item = [line for line in explain(capsys, tmp_path / "p.txt").splitlines() if "recommendations:" in line]
        assert "In the list under such a line: " in item
        assert "In the list" not in header

    def test_the_headline_of_an_image_is_kept_with_its_caption(self) -> None:
        heading, caption = (
            "（聚焦渡口）（2）老船工书记",
            "3月6日，老船工（中）在码头说明渡口的情况。 新华社记者 舟白 摄",
        )
        page = f"新华社渡口3月10日电 老秦\n{PAGE}".replace("今年三月", f"{heading}\n　　{caption}\n今年三月")
        article = corpusclean.clean(page)
        assert article.captions[0].heading
        became = [fate.became for fate in fates(article) if fate.text.strip() in (heading, caption)]
        assert became == ["caption", "caption"]
        dropped = corpusclean.Cleaner(captions="drop").clean(page)
        assert [fate.became for fate in fates(dropped)][4:6] == ["removed", "removed"]

    def test_a_place_can_be_opened(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        Path("mine.toml").write_text("", "utf-8")
        assert address("mine.toml:3") == (tmp_path / "mine.toml").as_uri()
        of_ours = address(Origins().of("credits:editor").place)
        assert of_ours.startswith("file:///")
        assert of_ours.endswith("credits.toml")
        monkeypatch.setenv("FORCE_COLOR", "1")
        Path("p.txt").write_text("雨停之后，街上的人多了起来。\n责任编辑：舟白", "utf-8")
        assert f";{of_ours}\x1b\\" in explain(capsys, "p.txt")

    def test_a_change_says_why_where_its_rule_comes_first(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "p.txt").write_text("他说&nbsp;好，雨就停了。\n她说&nbsp;好，雨又下了。", "utf-8")
        told = explain(capsys, tmp_path / "p.txt")
        assert told.count("&nbsp;→⍽  repair:entity") == 2
        assert told.count(STAGES["repair:entity"]) == 1

    def test_lines_that_were_joined_and_parted_say_so(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        wrapped = [
            "清早的河岸上，卖菜的人把担子放下来，先用手试了试水温，",
            "再把菜一把一把地洗干净，摆成整整齐齐的三排，等第一班渡",
            "船靠岸。船上下来的多半是学生，书包一晃一晃，往桥那边去",
            "了，剩下的是几位老人，他们不着急，先坐在石阶上歇一歇，",
            "等太阳出来。",
        ]
        glued = "雨停之后，街上的人又多了起来，卖菜的也回来了。　　桥头的茶馆开了门，老板把凳子一张一张搬到屋檐下。"
        (tmp_path / "p.txt").write_text("\n".join([*wrapped, "", glued]), "utf-8")
        told = explain(capsys, tmp_path / "p.txt")
        assert told.count("⤴") == 4
        assert told.count("joined to the line above: layout:hard-wrap") == 1
        assert "□□→␊  layout:glued-paragraphs" in told


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
        assert told.count("责任编辑：舟白") == 3
        assert "今年三月" in told
        assert "桥头烧饼铺" in told
        assert "首页 |" not in told
        assert "3 lines in 3 of 3 pages" in told

    def test_a_family_is_a_name_too_and_changes_in_lines_are_hits(
        self, pages: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        told = explain(capsys, "--rule", "punctuation", pages)
        assert ",→，" in told
        assert "1 line in 1 of 3 pages" in told

    def test_hits_side_by_side_are_told_once(self, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
        told = explain(capsys, "--rule", "position:after-end", pages)
        assert [told.count(line) for line in PAGE.split("\n")[4:]] == [1, 1, 1, 1]
        assert "3 lines in 1 of 3 pages" in told

    def test_rows_of_tables_are_pages_and_broken_ones_are_passed_over(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        rows = ({"id": "甲", "body": "雨停了。\n责任编辑：舟白"}, {"body": None}, {"id": 3}, {"body": "责任编辑：禾青"})
        lines = [*(json.dumps(row, ensure_ascii=False) for row in rows), "no JSON"]
        (tmp_path / "t.jsonl").write_text("\n".join(lines), "utf-8")
        told = explain(capsys, "--rule", "credits:editor", tmp_path / "t.jsonl")
        assert "2 lines in 2 of 2 pages" in told
        assert told.startswith("甲\n")
        assert "t.jsonl#4\n" in told

    def test_a_slip_is_told(self, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
        told = explain(capsys, "--rule", "credits:editr", pages, code=2)
        assert "did you mean credits:editor" in told

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (["."], "--rule ID"),
            (["a.txt", "b.txt"], "--rule ID"),
            (["--rule", "credits", "--html", "a.txt"], "--html shows one page"),
            (["--rule", "credits", "c.jsonl", "--column", "body"], "holds no page; if its text column"),
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
