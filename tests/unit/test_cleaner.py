"""The public way in: what is accepted, what is refused, and what a Cleaner does with its options."""

from __future__ import annotations

import pickle
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

import corpusclean
from corpusclean.errors import CorpusCleanError, InputError, OptionError, RuleError, TrailError

PAGE = "街上的人又多了起来，卖菜的也回来了。\n分享到：微信\n责任编辑：王小明"
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


class TestInput:
    @pytest.mark.parametrize("page", [PAGE, PAGE.encode(), bytearray(PAGE.encode()), memoryview(PAGE.encode())])
    def test_str_and_bytes_give_the_same_text(self, page: Any) -> None:
        assert corpusclean.clean(page).text == corpusclean.clean_text(PAGE)

    def test_soup_is_accepted(self) -> None:
        from bs4 import BeautifulSoup

        soup = BeautifulSoup("<html><body><p>街上的人又多了起来，卖菜的也回来了。</p></body></html>", "html.parser")
        assert corpusclean.clean_text(soup) == "街上的人又多了起来，卖菜的也回来了。"
        assert soup.body is not None
        assert corpusclean.clean_text(soup.body) == "街上的人又多了起来，卖菜的也回来了。"

    @pytest.mark.parametrize(
        ("page", "says"),
        [
            (None, "not NoneType"),
            (7, "not int"),
            (["正文"], "not list"),
            (Path("page.txt"), r"for a file call clean\(path.read_bytes\(\)\)"),
            (StringIO("正文"), r"for an open file call clean\(file.read\(\)\)"),
        ],
    )
    def test_all_else_is_a_type_error_that_says_what_is_accepted(self, page: Any, says: str) -> None:
        for call in (corpusclean.clean, corpusclean.clean_text, corpusclean.Cleaner().clean):
            with pytest.raises(TypeError, match="a page is str, bytes.*" + says) as caught:
                call(page)
            assert isinstance(caught.value, InputError)

    def test_a_page_of_nothing_visible_is_an_empty_article(self) -> None:
        assert corpusclean.clean("\ufeff\u200b").text == ""

    @pytest.mark.parametrize("page", ["", b"", " \n　\n"])
    def test_an_empty_page_is_an_empty_article(self, page: str | bytes) -> None:
        article = corpusclean.clean(page)
        assert (article.text, article.blocks, article.title) == ("", (), None)
        assert article.warnings == ()

    def test_bytes_that_no_encoding_explains_give_a_warning(self) -> None:
        half = "河水一夜之间涨到了桥边。".encode("gb18030")
        article = corpusclean.clean(half + b"\xff\xff" + half)
        assert [warning.code for warning in article.warnings] == ["lost-bytes"]

    def test_an_unknown_kind_is_an_option_error(self) -> None:
        with pytest.raises(OptionError, match="kind='pdf' is not one of 'auto', 'text', 'html'"):
            corpusclean.clean(PAGE, kind="pdf")

    @pytest.mark.parametrize("url", ["http://[broken", "", "not a url", "https://新闻.example/一"])
    def test_an_odd_url_does_no_harm(self, url: str) -> None:
        assert corpusclean.clean(PAGE, url=url).text == corpusclean.clean_text(PAGE)


class TestOutput:
    def test_versions_name_library_and_rules(self) -> None:
        article = corpusclean.clean(PAGE)
        assert article.version == corpusclean.__version__
        assert article.rules_version == corpusclean.Cleaner().rules_version

    def test_replay_and_restore(self) -> None:
        article = corpusclean.clean(PAGE)
        assert article.edits
        assert corpusclean.replay(PAGE, article.edits) == article.text
        assert article.restore() == PAGE
        assert corpusclean.replay(PAGE.encode(), corpusclean.clean(PAGE.encode()).edits) == article.text

    def test_replay_refuses_another_page(self) -> None:
        with pytest.raises(TrailError):
            corpusclean.replay("别的一页。", corpusclean.clean(PAGE).edits)


class TestOptions:
    @pytest.mark.parametrize(
        ("options", "error", "says"),
        [
            ({"script": "latin"}, OptionError, "script='latin' is not one of 'hans'"),
            ({"colour": "red"}, OptionError, "no option 'colour'; there are caption"),
            ({"disable": ["credit"]}, OptionError, "'credit' is neither a rule nor a family"),
            ({"disable": "credits"}, InputError, "disable takes a list"),
            ({"rules": ["no-such-file.toml"]}, RuleError, "no-such-file.toml"),
        ],
    )
    def test_wrong_options_say_what_is_wrong(
        self, options: dict[str, Any], error: type[CorpusCleanError], says: str
    ) -> None:
        with pytest.raises(error, match=says):
            corpusclean.Cleaner(**options)

    def test_a_family_can_be_switched_off(self) -> None:
        article = corpusclean.Cleaner(disable=["sharing"], caution="high").clean(PAGE)
        assert "分享到" in article.text
        assert "分享到" not in corpusclean.clean_text(PAGE)

    def test_only_what_is_enabled_takes_part(self) -> None:
        article = corpusclean.Cleaner(enable=["credits"], caution="high").clean(PAGE)
        assert article.editors == ("王小明",)
        assert "分享到" in article.text

    def test_label_keeps_every_line_and_says_what_it_is(self) -> None:
        blocks = corpusclean.Cleaner(debris="label").clean(PAGE).blocks
        assert [block.text for block in blocks] == PAGE.split("\n")
        assert blocks[0].label == "body"
        assert "body" not in (blocks[1].label, blocks[2].label)
        assert blocks[1].rule.startswith("sharing:")

    def test_own_rules(self, tmp_path: Path) -> None:
        path = tmp_path / "mine.toml"
        path.write_text(RULE, "utf-8")
        page = "街上的人又多了起来，卖菜的也回来了。\n好故事，天天看！"
        assert corpusclean.Cleaner(rules=[path]).clean(page).edits_of("mine")[0].rule == "mine:slogan"
        assert corpusclean.Cleaner(rules=[str(path)]).rules_version != corpusclean.Cleaner().rules_version

    def test_own_pipeline(self) -> None:
        pipeline = corpusclean.Cleaner().pipeline
        assert corpusclean.Cleaner(pipeline=pipeline.without("label_debris", "judge_lines")).clean(PAGE).text
        assert corpusclean.Cleaner(pipeline=[]).clean(PAGE).text == PAGE
        assert corpusclean.Cleaner(pipeline=list(pipeline)).clean(PAGE).text == corpusclean.clean_text(PAGE)

    def test_two_cleaners_share_nothing(self) -> None:
        traditional, simplified = corpusclean.Cleaner(script="hant"), corpusclean.Cleaner(script="hans")
        for _ in range(2):
            assert traditional.clean("他们去时，天还没亮。").text == "他們去時，天還沒亮。"
            assert simplified.clean("他們去時，天還沒亮。").text == "他们去时，天还没亮。"

    def test_a_cleaner_pickles(self) -> None:
        cleaner = corpusclean.Cleaner(script="hant", disable=["sharing"])
        again = pickle.loads(pickle.dumps(cleaner))
        assert again.options == cleaner.options
        assert again.rules_version == cleaner.rules_version
        assert again.clean(PAGE) == cleaner.clean(PAGE)
