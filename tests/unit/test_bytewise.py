"""Runs that byte-wise edits shifted: cases as data, the seeds, edits and findings."""

from __future__ import annotations

import json
import pathlib
import time

import pytest

from corpusclean.damage.annotations import remove_annotations
from corpusclean.damage.bytewise import MOST, RULE, undo_byte_shift
from corpusclean.document import Document

ROOT = pathlib.Path(__file__).parents[2]
CASES = json.loads((ROOT / "tests/cases/byte-shift.json").read_text("utf-8"))


def params():
    for case in CASES:
        marks = [pytest.mark.xfail(strict=True, reason=case["known_failure"])] if "known_failure" in case else []
        yield pytest.param(case["original"], case["fixed"], id=case["label"], marks=marks)


@pytest.mark.parametrize(("original", "fixed"), list(params()))
def test_cases(original, fixed):
    once = undo_byte_shift(Document.of(original)).text
    assert once == fixed
    assert undo_byte_shift(Document.of(once)).text == once


SEEDS = {
    "002_5a0b46c90f3415b7": [
        "防線。總書記",
        "車出門。”“我們網格",
        "正常。”……一條條信息",
        "小時。“疫情來了",
        "促復工",
        "總人口超過",
        "堅守無私",
        "思想壓力大,",
        "蔬菜。“過年買的菜",
        "負重擔當",
        "干部下沉很及時",
        "更足了。”",
        "人民就是天。”一首《咱們是黨員》",
        "他們忍受著刺鼻的消毒水味",
        "他們在社區黨員",
        "福海縣",
        "獨自在家老人的“臨時女兒”",
        "3月10日電 疫情",
        "攝)。新華社記者",
        "沒有關系。” 新華社記者",
    ],
    "003_caff2c3619bdf31a": ["勇挑重擔", "他們去時"],
}


@pytest.mark.parametrize("name", SEEDS)
def test_seeds(name):
    page = (ROOT / f"seeds/{name}.txt").read_text("utf-8")
    doc = remove_annotations(undo_byte_shift(Document.of(page)))
    assert [place for place in SEEDS[name] if place not in doc.text] == []
    assert not any("\ue000" <= char <= "\uf8ff" or char in "\ufffd^" for char in doc.text)
    questions = {"003_caff2c3619bdf31a": 1, "002_5a0b46c90f3415b7": 4}  # the questions that people ask there
    assert doc.text.count("?") == questions[name]
    assert [finding.code for finding in doc.findings] == ["inserted-readings"]


def test_what_the_bytes_determine_is_not_a_guess():
    doc = undo_byte_shift(Document.of("因疫情影響?yīng)氉栽诩依先说摹芭R時(shí)女兒”"))
    assert [(edit.rule, edit.new, edit.guessed) for edit in doc.edits] == [(RULE, "獨自在家老人的“臨", False)]


def test_a_lost_byte_is_a_guess():
    doc = undo_byte_shift(Document.of("守住社區(qū)這道防線??倳?shū)記還特別指出"))
    assert [(edit.old, edit.new, edit.guessed) for edit in doc.edits] == [("??倳?shū)", "。總書", True)]


def test_marks_alone_are_read_only_on_a_damaged_page():
    bare = "他說(shuō)沒(méi)有關(guān)系。“我自己累點沒關系?!?新來的記者問他。"
    assert undo_byte_shift(Document.of("“我自己累點沒關系?!?新來的記者問他。")).edits == ()
    damaged = "“他的家人要駕車出門(mén)?!薄拔覀兙W(wǎng)格有一個(gè)居民回來(lái)了。”\n" + bare
    assert "沒關系。” 新來的記者" in undo_byte_shift(Document.of(damaged)).text


def test_a_swallowed_figure_is_marked_not_made_up():
    page = "“他的家人要駕車出門(mén)?!薄拔覀兙W(wǎng)格有一個(gè)居民回來(lái)了。”\n"
    page += "“帶鐵鍬,穿防滑鞋?!?月13日晚上發(fā)出的短信。"
    doc = undo_byte_shift(Document.of(page))
    assert "穿防滑鞋。”\ufffd月13日" in doc.text
    assert [(finding.code, finding.lines, finding.count) for finding in doc.findings] == [("lost-characters", (2,), 1)]


def test_what_stays_is_reported():
    page = "“他的家人要駕車出門(mén)?!薄拔覀兙W(wǎng)格有一個(gè)居民回來(lái)了。”\n這里?(zhèng)不知道是什么字了"
    doc = undo_byte_shift(Document.of(page))
    assert [finding.code for finding in doc.findings] == ["lost-characters"]


@pytest.mark.parametrize(
    "text", ["", "?", "??", "?!", "\ufffd" * 50, "?(" * 2000, "?!薄" * 2000, "\ud800?!\udfff", "?\x00!"]
)
def test_text_never_raises(text):
    undo_byte_shift(Document.of(text))


def test_cost_grows_with_the_page_and_has_a_cap():
    line = "“他的家人要駕車出門(mén)?!薄拔覀兙W(wǎng)格有一個(gè)居民回來(lái)了。”\n"
    doc = undo_byte_shift(Document.of(line * (MOST + 100)))
    assert doc.text.count("。”“我們網") == MOST
    assert doc.text.count("?!薄拔") == 100


@pytest.mark.parametrize(
    "text", ["?!薄" * 6_000, "?!" * 100_000, "門(mén)?yīng)" * 20_000, "“" * 5000 + "?!薄拔W" * 500]
)
def test_pages_of_nothing_but_marks_take_no_time(text):
    begun = time.process_time()
    undo_byte_shift(Document.of(text))
    assert time.process_time() - begun < 5
