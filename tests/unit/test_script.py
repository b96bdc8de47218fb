"""Script unification: cases as data, targets, paragraphs that stay, and the stage with its edits, fact and warnings."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from corpusclean import Cleaner, unify_script
from corpusclean.document import Document, Fact
from corpusclean.errors import InputError, OptionError
from corpusclean.normalize.stages import unify_scripts
from corpusclean.options import Options

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "cases/script.toml").read_text("utf-8"))[
    "case"
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['to']} {case['label']}")
def test_case(case: dict[str, Any]) -> None:
    assert unify_script(case["original"], case["to"]) == case["fixed"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['to']} {case['label']}")
def test_case_is_stable(case: dict[str, Any]) -> None:
    assert unify_script(case["fixed"], case["to"]) == case["fixed"]


@pytest.mark.parametrize("value", [None, b"text", 3])
def test_only_text(value: Any) -> None:
    with pytest.raises(InputError, match="takes text"):
        unify_script(value)


def test_unknown_target() -> None:
    with pytest.raises(OptionError, match="'hans', 'hant', 'tw', 'hk'"):
        unify_script("文", "cn")


def test_beyond_the_bmp_only_when_asked() -> None:
    assert unify_script("餔食的時間") == "餔食的时间"
    assert unify_script("餔食的時間", beyond_bmp=True) == "𫗦食的时间"


def test_lone_surrogates_pass() -> None:
    assert unify_script("漢\ud800語\udc00") == "汉\ud800语\udc00"


@pytest.mark.parametrize("to", ["hans", "hant", "tw", "hk"])
def test_nothing_is_lost_after_a_nul(to: str) -> None:
    assert unify_script("汉\0语\n\0后", to).count("\0") == 2
    assert len(unify_script("汉\0语\n\0后", to)) == 6


def test_each_paragraph_by_itself() -> None:
    text = "这里说的是张乾写的书。\n他看著窗外說話。\n東京へ行く時間"
    assert unify_script(text) == "这里说的是张乾写的书。\n他看着窗外说话。\n東京へ行く時間"


def test_japanese_forms_stay_on_a_page_with_kana() -> None:
    assert unify_script("青森県的說法\nこれは日本語です").split("\n")[0] == "青森県的说法"


def test_a_name_on_a_simplified_page_is_no_slip() -> None:
    assert unify_script("皇后與后羿，里長在公里外", "hant") == "皇后與后羿，里長在公里外"


def test_opencc_is_not_loaded_for_simplified_text() -> None:
    code = "import sys, corpusclean; corpusclean.unify_script('这里说的是张乾'); sys.exit('opencc' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_stage_makes_one_edit_a_paragraph() -> None:
    doc = unify_scripts(Options())(Document.of("甲說這話時笑\n乙这样说\n丙還沒來"))
    assert doc.text == "甲说这话时笑\n乙这样说\n丙还没来"
    assert [(edit.rule, edit.line, edit.old, edit.new) for edit in doc.edits] == [
        ("script:hans", 1, "說這話時", "说这话时"),
        ("script:hans", 3, "還沒來", "还没来"),
    ]


def test_stage_states_the_script_as_read() -> None:
    doc = unify_scripts(Options())(Document.of("甲說這話時笑"))
    assert doc.facts["script"] == Fact("Hant", "script:detected", 0)


def test_stage_leaves_a_stated_script() -> None:
    doc = Document.of("甲說這話").stating({"script": Fact("Hans", "mine", 1)})
    assert unify_scripts(Options())(doc).facts["script"].rule == "mine"


def test_keep_only_detects() -> None:
    doc = unify_scripts(Options(script="keep"))(Document.of("甲說這話"))
    assert (doc.text, doc.edits, doc.facts["script"].value) == ("甲說這話", (), "Hant")


def test_code_stays() -> None:
    doc = Document.of("說\nprint('說')").shaped([(1, "code", 0)])
    assert unify_scripts(Options())(doc).text == "说\nprint('說')"


def test_what_is_left_is_reported() -> None:
    text = "他說這話\n東京へ行く時間\n子曰：學而時習之，不亦說乎？有朋自遠方來，不亦樂乎？"
    doc = unify_scripts(Options())(Document.of(text))
    assert [(finding.code, finding.lines, finding.count) for finding in doc.findings] == [
        ("classical-text", (3,), 1),
        ("japanese-text", (2,), 1),
    ]


def test_a_page_says_which_script_it_was_in() -> None:
    assert Cleaner(script="keep").clean("請問這裡是圖書館嗎？").script == "Hant"
