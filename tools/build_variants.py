"""Write src/corpusclean/data/script-sets.txt and han-forms.txt: which characters tell the scripts apart, and odd forms.

Sources: the dictionaries of OpenCC (Apache-2.0); 通用规范汉字表 (State Council, 2013), its 8,105 characters and the
variants of annex 1; 印刷通用汉字字形表 (1965) for the old glyph forms below, listed by hand.  Run
`python tools/build_variants.py FOLDER` after an OpenCC upgrade, FOLDER holding the table as ``variants.txt`` and
``*(8105字).txt``; the data are checked in, so that detection needs no OpenCC.
"""

from __future__ import annotations

import pathlib
import re
import sys
from collections.abc import Iterator

import opencc

DATA = pathlib.Path(__file__).parent.parent / "src/corpusclean/data"
BASIC = [*map(chr, (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)))]
CONVERT = {name: opencc.OpenCC(name).convert for name in ("t2s", "s2t", "jp2t", "hk2t", "tw2t")}
# old form, the form of the national standard, the form of Traditional print
OLD = """
靑青青 淸清清 卽即即 旣既既 敎教教 眞真真 値值值 毎每每 鄕乡鄉 吿告告 尙尚尚 槪概概 緖绪緒 曁暨暨 査查查 步步步 綠绿綠
錄录錄 彥彦彥 產产產 說说說 稅税稅 脫脱脫 悅悦悅 銳锐銳 閱阅閱 溫温溫 蘊蕴蘊 媼媪媼 敓夺奪 兌兑兌 別别別 剝剥剝 呂吕呂
吳吴吳 囘回回 囬回回 廹迫迫 竝并並 塲场場 畧略略 絕绝絕 黃黄黃 鎭镇鎮 鍊炼鍊 顚颠顛 顏颜顏 飢饥飢 餠饼餅 淨净淨 戶户戶
歿殁歿 搖摇搖 遙遥遙 瑤瑶瑤 謠谣謠 橫横橫 虛虚虛 歲岁歲 衆众眾 鬪斗鬥 鬭斗鬥 麽么麼 麤粗粗 吶呐吶 娛娱娛 俱俱俱
內内內 靜静靜 爭争爭 郞郎郎 朖朗朗 爲为為 僞伪偽 敍叙敘 粧妆妝 韮韭韭 戯戏戲 衞卫衛 糉粽粽 牠它牠 妳你妳 啓启啟 隸隶隸
濶阔闊 癡痴癡 晩晚晚 飜翻翻 囯国國 甁瓶瓶 揷插插 栢柏柏 菓果果 煑煮煮 緜绵綿 槀槁槁 羣群羣 峯峰峯 皷鼓鼓
""".split()
# Japanese forms that OpenCC's table leads to a rarer form, or lacks
JAPANESE = "呉吴吳 渋涩澀 挙举舉 郷乡鄉 鉱矿礦 闘斗鬥".split()
# of Hong Kong, not in OpenCC's way back
HONG_KONG = "枱台-".split()
# variants of two characters, of which all but a few words mean this one: 報讐, 尅星, 米粇
USUAL = "讐仇- 尅克- 粇糠-".split()


def standard(folder: pathlib.Path) -> set[str]:
    """The 8,105 characters of the national table."""
    text = next(folder.glob("*全部(8105字).txt")).read_text("utf-8")
    return {line.split("\t")[1] for line in text.splitlines() if "\t" in line}


def annex(folder: pathlib.Path) -> Iterator[tuple[str, str, bool]]:
    """Each character of annex 1 with the standard one, and whether it is a variant (not the Traditional form)."""
    simplified = ""
    for line in (folder / "variants.txt").read_text("utf-8").splitlines():
        number, char, traditional, variants = (line.split("\t") + [""] * 4)[:4]
        simplified = char if number != "〃" else simplified
        for column, is_variant in ((traditional, False), (variants, True)):
            for form in re.findall(r"[\u3400-\u9fff\U00020000-\U000323af]", column):
                yield form, simplified[0], is_variant


def variants(folder: pathlib.Path) -> dict[str, str]:
    """Variants that stand for one character only."""
    meanings: dict[str, set[str]] = {}
    rows = list(annex(folder))
    for form, simplified, _ in rows:
        meanings.setdefault(form, set()).add(simplified)
    return {form: simplified for form, simplified, is_variant in rows if is_variant and len(meanings[form]) == 1}


def in_big5(char: str) -> bool:
    """True where Big5, the set of Taiwan, has the character."""
    return len(char.encode("big5", "ignore")) == 2


def mergers() -> set[str]:
    """Characters that are Traditional and also stand for another in Simplified text: 后 is 后 or 後."""
    sources: dict[str, set[str]] = {}
    for char in BASIC:
        sources.setdefault(CONVERT["t2s"](char), set()).add(char)
    return {char for char, origins in sources.items() if len(origins) > 1 and char in origins and in_big5(char)}


def sets(known: set[str], odd: set[str]) -> list[str]:
    """Four lines: Traditional only, Simplified only, ambiguous in Traditional text, ambiguous in Simplified text."""
    t2s, s2t = CONVERT["t2s"], CONVERT["s2t"]
    traditional = [c for c in BASIC if t2s(c) != c and s2t(c) == c and c not in known and ord(t2s(c)) < 0x10000]
    simplified = [c for c in BASIC if s2t(c) != c and t2s(c) == c and not in_big5(c) and c not in odd]
    either = [c for c in BASIC if t2s(c) != c and c not in set(traditional) and ord(t2s(c)) < 0x10000] + ["著"]
    merged = sorted(({c for c in BASIC if s2t(c) != c} | mergers()) - set(simplified) - set(traditional))
    return ["".join(chars) for chars in (traditional, simplified, either, merged)]


def printed(char: str) -> set[str]:
    """What OpenCC writes for a Simplified character in the three kinds of Traditional text."""
    return {opencc.OpenCC(name).convert(char) for name in ("s2t", "s2tw", "s2hk")}


def forms(folder: pathlib.Path, known: set[str]) -> Iterator[tuple[str, str, str, str]]:
    """Rows of kind, form, standard character (- where OpenCC knows it), and Traditional character (- where the form
    is good Traditional)."""
    t2s = CONVERT["t2s"]
    seen = set(known)
    rows = [("variant", form, new, "-") for form, new in variants(folder).items() if t2s(form) not in known - {form}]
    rows += [("old", *form) for form in OLD]
    rows += [("hong-kong", *form) for form in HONG_KONG] + [("variant", *form) for form in USUAL]
    rows += [("japanese", *form) for form in JAPANESE]
    rows += [("japanese", c, t2s(CONVERT["jp2t"](c)), CONVERT["jp2t"](c)) for c in BASIC if CONVERT["jp2t"](c) != c]
    for kind, form, new, traditional in rows:
        useful = new in known and (t2s(form) != new or kind != "japanese") and form != new
        if useful and form not in seen and (t2s(form) != new or traditional != "-"):
            seen.add(form)
            stays = in_big5(form) or form in printed(new) or traditional not in printed(new)
            yield kind, form, "-" if t2s(form) == new else new, "-" if stays else traditional


def main() -> None:
    """Read OpenCC and the table, and write both files."""
    folder = pathlib.Path(sys.argv[1])
    known = standard(folder)
    rows = list(forms(folder, known))
    lines = sets(known, {form for _, form, _, _ in rows})
    (DATA / "script-sets.txt").write_text("\n".join(lines) + "\n", "utf-8")
    (DATA / "han-forms.txt").write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")
    print(*map(len, lines), "characters;", len(rows), "forms")


if __name__ == "__main__":
    main()
