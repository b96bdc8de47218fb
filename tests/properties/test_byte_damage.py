"""Damage made by the forward model is undone; clean text, and any text whatever, is safe."""

from __future__ import annotations

import pathlib
import random
import runpy

from hypothesis import given, settings
from hypothesis import strategies as st

from corpusclean.damage.annotations import remove_annotations
from corpusclean.damage.bytewise import undo_byte_shift
from corpusclean.document import Document

MODEL = runpy.run_path(str(pathlib.Path(__file__).parents[2] / "benchmarks/byte_damage.py"))
NARROW = {0xFF01 + place: 0x21 + place for place in range(94)}

# our own sentences; those that meet at 。” 。“ 。可 。看 hold the bytes of ！ and ？
TRADITIONAL = [
    "“昨夜的雨下得真大。”“我們村口的橋都看不見了。”兩位老人坐在門邊說話，誰也沒有進屋。",
    "村裏的學校開學了。“孩子們都長高了。”老師站在門口，一個一個數著進來的學生，數了三遍。",
    "這條路修了兩年。總算通車了，趕集的人再也不用繞過那座山，時間省了一個多小時。",
    "醫生說他的病已經好了。“那我明天就回家。”他把被子疊好，又把窗臺上的花澆了一遍水。",
    "報紙上寫著開會的時間。可是到了那一天，來的人比椅子還多，後來的都站在過道裏聽。",
    "“你們從哪裏來？”“我們從縣裏來。”他們放下行李，先問了路，又問了今年的收成。",
]
HOSTS = "們個來門說學開長時間進過邊數車醫後縣裏問這條書報從聽誰歲"
READINGS = dict(
    zip(
        HOSTS,
        "men gè lái mén shuō xué kāi cháng shí jiān jìn guò biān shù chē yī hòu xiàn lǐ wèn zhè tiáo shū bào cóng tīng "
        "shuí suì".split(),
        strict=True,
    )
)
CLEAN = st.sampled_from(
    [
        "“什么?!?”",
        "真的??",
        "是吗?!",
        "好的。",
        "“去哪儿?”",
        "W?",
        "(bó)",
        "亳(bó)州",
        "main()",
        "、",
        "我们",
        "縣裏",
        " ",
        "\n",
        "€",
        "h",
        "?(",
        ")",
        "\ue000",
    ]
)


def repaired(page: str) -> str:
    return remove_annotations(undo_byte_shift(Document.of(page))).text


@given(st.permutations(TRADITIONAL), st.integers(0, 1000))
@settings(max_examples=25, deadline=None)
def test_damaged_traditional_lines_come_back(sentences, seed):
    text = "\n".join(sentences)
    site = MODEL["Site"](READINGS, splits=1.0)
    got = repaired(MODEL["damage"](text, site, random.Random(seed)))
    pairs = list(zip(got.split("\n"), text.translate(NARROW).split("\n"), strict=True))
    assert sum(new == old for new, old in pairs) >= len(pairs) - 1


@given(st.lists(CLEAN, max_size=12).map("".join))
@settings(max_examples=150, deadline=None)
def test_marks_and_words_stay(text):
    assert undo_byte_shift(Document.of(text)).text == text


@given(
    st.text(alphabet=st.sampled_from("?!,？\ufffd()（）abāáWh^€\ue11a薄拔覀兙倳记防线。”“ \n一的1\ud800"), max_size=60)
)
@settings(max_examples=150, deadline=None)
def test_any_text_is_safe_and_twice_is_once(text):
    doc = remove_annotations(undo_byte_shift(Document.of(text)))
    assert len(doc.marks) == doc.text.count("\n") + 1
    assert repaired(doc.text) == doc.text
