"""Inserted readings: cases as data, the gates, edits and the finding."""

from __future__ import annotations

import json
import pathlib

import pytest

from corpusclean.damage.annotations import EMOJI_RULE, RULE, remove_annotations
from corpusclean.damage.verdict import CONVERTED, SCATTERED, judge
from corpusclean.document import Document

ROOT = pathlib.Path(__file__).parents[2]
CASES = json.loads((ROOT / "tests/cases/byte-readings.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_cases(case):
    once = remove_annotations(Document.of(case["original"])).text
    assert once == case.get("fixed", case["original"])
    assert remove_annotations(Document.of(once)).text == once


def test_each_reading_is_an_edit_and_the_page_has_a_finding():
    doc = remove_annotations(Document.of("他們堅(jiān)守崗(gǎng)位。\n堅(jiān)持值班,\n堅(jiān)守陣(zhèn)地。"))
    assert [(edit.rule, edit.old) for edit in doc.edits[:2]] == [(RULE, "(jiān)"), (RULE, "(gǎng)")]
    assert [(finding.code, finding.lines, finding.count) for finding in doc.findings] == [
        ("inserted-readings", (1, 2, 3), 5)
    ]


def test_a_genuine_gloss_stays_on_a_page_of_inserted_readings():
    page = "他們堅(jiān)守崗(gǎng)位,堅(jiān)持值班,堅(jiān)守陣(zhèn)地。"
    page += "亳(bó)州的人也來(lái)了,還(hái)帶(dài)來(lái)了禮(lǐ)物。"
    assert "亳(bó)州的人也來了" in remove_annotations(Document.of(page)).text


def test_emoji_stay_where_none_stands_in_mid_word():
    page = next(case["original"] for case in CASES if case["label"].startswith("toneless"))
    doc = remove_annotations(Document.of(page + "真好看👍，再来一次🎉。"))
    assert doc.text.endswith("真好看👍，再来一次🎉。")
    assert EMOJI_RULE not in {edit.rule for edit in doc.edits}


@pytest.mark.parametrize(
    ("seed", "family"), [("000", None), ("001", None), ("002", CONVERTED), ("003", CONVERTED), ("004", None)]
)
def test_seeds(seed, family):
    assert judge(next((ROOT / "seeds").glob(f"{seed}*.txt")).read_text("utf-8")) == family


def test_windows_of_the_seeds_are_found():
    page = next((ROOT / "seeds").glob("003*.txt")).read_text("utf-8")
    windows = [page[start : start + 400] for start in range(0, len(page) - 400, 400)]
    assert [window for window in windows if judge(window) != CONVERTED] == []


def test_the_families():
    assert (
        judge(
            "的(de)这里是一(yi)个又一个(ge)的句子，有(you)人在说，你(ni)看那边，天(tian)上有云，来(lai)了就走，他(ta)不在。"
        )
        == SCATTERED
    )
    assert judge("") is None
    assert judge("(" * 1000) is None
