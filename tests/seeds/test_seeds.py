"""The five real pages: what each must give, as statements, and the whole article as it stands beside the page."""

from __future__ import annotations

import importlib.util
import json
import re
from datetime import datetime
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

import corpusclean
from corpusclean.article import Article

ROOT = Path(__file__).parents[2]
PAGES = {path.name[:3]: path for path in sorted((ROOT / "seeds").glob("*.txt"))}


@cache
def article(name: str) -> Article:
    return corpusclean.clean(PAGES[name].read_bytes())


def page(name: str) -> str:
    return PAGES[name].read_text("utf-8")


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class TestAll:
    def test_there_are_five(self) -> None:
        assert list(PAGES) == ["000", "001", "002", "003", "004"]

    @pytest.mark.parametrize("name", PAGES)
    def test_the_article_is_the_expected_one(self, name: str) -> None:
        """A difference is either a mistake or meant; if it is meant, run `make expected` and read what changed."""
        stands = json.loads(PAGES[name].with_suffix(".expected.json").read_text("utf-8"))
        assert tool("expected").expected(PAGES[name].read_bytes()) == stands

    @pytest.mark.parametrize("name", PAGES)
    def test_replay_and_restore(self, name: str) -> None:
        of_str = corpusclean.clean(page(name))
        assert corpusclean.replay(page(name), of_str.edits) == of_str.text == article(name).text
        assert of_str.restore() == page(name)

    @pytest.mark.parametrize("name", PAGES)
    def test_cleaning_the_text_again_changes_nothing(self, name: str) -> None:
        again = corpusclean.clean(article(name).text)
        assert again.text == article(name).text
        assert again.edits == ()

    @pytest.mark.parametrize("name", PAGES)
    def test_every_removal_has_rule_line_and_text(self, name: str) -> None:
        lines = page(name).count("\n") + 1
        for edit in article(name).edits:
            assert re.fullmatch(r"[a-z][a-z0-9-]*:[a-z0-9][a-z0-9-]*", edit.rule)
            assert 1 <= edit.line <= lines
            assert edit.old or edit.new

    def test_half_width_marks_are_full_after_chinese(self) -> None:
        left = [
            match.group()
            for name in PAGES
            for match in re.finditer(r".{0,6}[\u3400-\u9fff”’）》」』】…][,;:!?].{0,6}", article(name).text)
        ]
        assert len(left) <= 1, left

    @pytest.mark.parametrize("name", PAGES)
    def test_the_text_is_simplified_and_plain(self, name: str) -> None:
        assert corpusclean.detect_script(article(name).text) == "Hans"
        assert not re.search(
            "[\x00-\x09\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\u200b-\u200f\u00a0\u3000]", article(name).text
        )


class TestPage000:
    def test_states_nothing_about_itself(self) -> None:
        made = article("000")
        assert (made.title, made.source, made.published, made.authors, made.editors) == (None, None, None, (), ())

    def test_every_line_is_body(self) -> None:
        assert len(article("000").blocks) == sum(bool(line.strip()) for line in page("000").split("\n"))
        assert [edit for edit in article("000").edits if "\n" in edit.old.strip("\n")] == []

    @pytest.mark.parametrize("words", ["疫情，来势汹汹；阻击，众志成城。", "共产党员", "30余人"])
    def test_is_simplified_with_full_width_marks(self, words: str) -> None:
        assert words in article("000").text

    def test_begins_with_its_first_line(self) -> None:
        assert article("000").text.startswith("疫情，来势汹汹；阻击，众志成城。\n")


class TestPage001:
    def test_title_and_editors(self) -> None:
        assert article("001").title == "扎好疫情防控安全网 我市1700余名党员干部下沉一线战“疫”"
        assert article("001").editors == ("邱方蕾",)

    @pytest.mark.parametrize("words", ["长江云", "举报电话", "鄂公网安备", "42010602000216", "责任编辑"])
    def test_debris_is_gone(self, words: str) -> None:
        assert words not in article("001").text

    @pytest.mark.parametrize("subhead", ["甘当防控“守门员”", "接地气的“宣传员”", "特殊时期的“勤务员”"])
    def test_subheads_are_headings(self, subhead: str) -> None:
        assert [block.kind for block in article("001").blocks if block.text == subhead] == ["heading"]

    @pytest.mark.parametrize("line", ["“出战！”", "“我是共产党员，让我先上！”"])
    def test_short_lines_of_speech_stay(self, line: str) -> None:
        assert line in article("001").text.split("\n")


class TestPage002:
    TITLE = "守严守牢疫情防控的关键防线——全国城市社区党组织和广大党员全力打好疫情防控人民战争"

    def test_metadata(self) -> None:
        made = article("002")
        assert made.title == self.TITLE
        assert made.published == datetime(2020, 3, 10, 21, 56, 12)
        assert made.source == "新华网"
        assert made.dateline == "新华社北京3月10日电"
        assert made.editors == ("焦鹏",)

    def test_five_captions_with_heading_and_credit(self) -> None:
        captions = article("002").captions
        assert len(captions) == 5
        assert all((caption.heading or "").startswith("（") for caption in captions)
        credits = [caption.credit or "" for caption in captions]
        assert credits[0].startswith("新华社记者 刘坤")
        assert "李梦馨" in credits[1]
        assert credits[2].startswith("新华社记者 程敏")
        assert credits[3] == "新华社发"
        assert credits[4].startswith("新华社记者 周科")

    @pytest.mark.parametrize(
        "words",
        [
            *(
                "关注新华网",
                "微博",
                "Qzone",
                "评论",
                "相关新闻",
                "58万余名党员干部下沉 筑牢",
                "民政部：重点解决",
                "图集",
            ),
            *("+1", "纠错", "责任编辑", "0100200201", TITLE, "2020-03-10"),
        ],
    )
    def test_debris_is_gone(self, words: str) -> None:
        assert words not in article("002").text

    def test_no_reading_and_no_lost_byte_is_left(self) -> None:
        text = article("002").text
        assert re.findall(r"[(（][a-zà-ÿāēěīńōūǎǐǒǔǖǘǚǜǹḿ]+[)）]", text) == []
        assert re.findall(r"[A-Za-z^\ue000-\uf8ff]", text) == []
        assert re.findall(r".{3}\?.{3}", text) == []

    @pytest.mark.parametrize(
        "words",
        [
            *("防线。总书记", "车出门。”“我们网格", "正常。”……一条条信息", "小时。“疫情来了", "促复工", "总人口超过"),
            *("坚守无私", "思想压力大，", "蔬菜。“过年买的菜", "更足了。”", "人民就是天。”一首《咱们是党员》"),
            *("他们在社区党员", "福海县", "独自在家老人的“临时女儿”"),
        ],
    )
    def test_byte_damage_is_repaired(self, words: str) -> None:
        # one of the places stands in a caption
        captions = (caption.text for caption in article("002").captions)
        assert words in "\n".join((article("002").text, *captions))

    def test_the_lost_character_is_right_or_marked_as_guessed(self) -> None:
        found = re.search("刺鼻的消毒水(.)", article("002").text)
        assert found is not None
        assert found.group(1) == "味" or any(
            edit.guessed and found.group(1) in edit.new for edit in article("002").edits
        )

    def test_the_dateline_stays_in_its_paragraph(self) -> None:
        assert article("002").text.startswith("新华社北京3月10日电 疫情防控，关键在治，基础在防。")


class TestPage003:
    def test_metadata(self) -> None:
        made = article("003")
        assert made.title is None
        assert made.authors == ("崔锋", "张洁")
        assert made.source == "长城网" or (made.dateline or "").startswith("长城网")

    def test_no_reading_is_left(self) -> None:
        assert re.findall(r"[(（][a-zà-ÿāēěīńōūǎǐǒǔǖǘǚǜǹḿ]+[)）]", article("003").text) == []

    @pytest.mark.parametrize("words", ["勇挑重担", "他们去时", "“美团外卖”"])
    def test_damage_is_repaired(self, words: str) -> None:
        assert words in article("003").text

    def test_all_lines_stay(self) -> None:
        assert len(article("003").blocks) == sum(bool(line.strip()) for line in page("003").split("\n"))


class TestPage004:
    CAPTIONS = (
        "全镇肺炎疫情防控调度会。",
        "鹤岭镇商会、两新党总支向政府捐赠防护物资。",
        "文明劝导员在镇区商场发放宣传资料。",
        "立新村宣传巡逻队从村部出发。",
        "云龙村党总支书记对高速路口过往车辆进行检测。",
        "在村头宣传的“流动小喇叭”，发出防疫最强音。",
        "金侨医院医护人员加班加点熬制预防汤药。",
    )

    def test_metadata(self) -> None:
        made = article("004")
        assert made.title == "抗“疫”在基层丨雨湖区鹤岭镇：逆行只为党旗红"
        assert made.published == datetime(2020, 2, 3, 15, 11, 51)
        assert made.source == "红网雨湖区分站"
        assert made.authors == ("陈娟", "张田田")
        assert made.editors == ("黄滔-湘潭站",)
        assert made.url == "https://xt.rednet.cn/content/2020/02/04/6683050.html"

    def test_captions(self) -> None:
        assert tuple(caption.text for caption in article("004").captions) == self.CAPTIONS

    @pytest.mark.parametrize(
        "words",
        [
            *(
                "当前位置",
                "时刻新闻",
                "分享",
                ".jpg",
                "来源：",
                "作者：",
                "编辑：",
                "转载请附上",
                "本文链接",
                "阅读下一篇",
            ),
            *("返回红网首页", *CAPTIONS),
        ],
    )
    def test_debris_and_captions_are_out_of_the_text(self, words: str) -> None:
        assert words not in article("004").text

    def test_all_paragraphs_stay(self) -> None:
        lines = [line.strip() for line in page("004").split("\n")]
        first = next(place for place, line in enumerate(lines) if line.startswith("红网雨湖区分站讯"))
        last = next(place for place, line in enumerate(lines) if line.startswith("抗击疫情,人人"))
        paragraphs = [line for line in lines[first : last + 1] if line]
        assert len(article("004").blocks) == len(paragraphs)

    def test_quotes_are_paired(self) -> None:
        assert "‘不怕苦、耐得烦、霸得蛮’" in article("004").text
