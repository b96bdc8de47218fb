"""Write src/corpusclean/data/fold-han.txt: Traditional characters and, below them, the Simplified ones they match as.

Source: the character mappings of OpenCC's t2s (Apache-2.0), one character to one character inside the BMP, and a few
Hong Kong, Japanese and older forms that OpenCC leaves alone but scraped pages hold (説, 内, 戸).  Run it with
`python tools/build_fold.py` after an OpenCC upgrade; the table is checked in so that matching needs no OpenCC.
"""

from __future__ import annotations

import pathlib

import opencc

TARGET = pathlib.Path(__file__).parent.parent / "src/corpusclean/data/fold-han.txt"
OTHER_FORMS = {"説": "说", "内": "内", "戸": "户", "衞": "卫", "裏": "里", "産": "产", "関": "关", "権": "权"}
HAN = [*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0xF900, 0xFB00)]


def simplified(char: str, converter: opencc.OpenCC) -> str:
    """The one BMP character that *char* matches as, or *char* itself."""
    new = OTHER_FORMS.get(char) or converter.convert(converter.convert(char))  # twice: 薴 -> 苧 -> 苎
    return new if len(new) == 1 and ord(new) < 0x10000 else char


def main() -> None:
    converter = opencc.OpenCC("t2s")
    pairs = [(char, simplified(char, converter)) for char in map(chr, HAN)]
    pairs = [(old, new) for old, new in pairs if old != new]
    TARGET.write_text("".join(old for old, _ in pairs) + "\n" + "".join(new for _, new in pairs) + "\n", "utf-8")
    print(f"{len(pairs)} characters written to {TARGET}")


if __name__ == "__main__":
    main()
