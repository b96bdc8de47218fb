"""Write src/corpusclean/data/readings.txt: each pinyin syllable with its tone and the characters that are read so.

Source: the single-character table of pypinyin (MIT), all readings of a character, for the Han characters that GBK can
write.  Run `python tools/build_readings.py` after a pypinyin upgrade; the table is checked in, so that pypinyin is not
needed at run time.
"""

from __future__ import annotations

import pathlib
import unicodedata
from collections import defaultdict

from pypinyin import Style, pinyin

TARGET = pathlib.Path(__file__).parent.parent / "src/corpusclean/data/readings.txt"


def in_gbk(char: str) -> bool:
    """True where GBK has the character."""
    return len(char.encode("gbk", "ignore")) == 2


def main() -> None:
    """Read pypinyin's table and write ours."""
    chars: dict[str, list[str]] = defaultdict(list)
    for char in filter(in_gbk, map(chr, range(0x4E00, 0xA000))):
        for reading in pinyin(char, style=Style.TONE, heteronym=True)[0]:
            if reading != char:
                chars[unicodedata.normalize("NFC", reading)].append(char)
    rows = [f"{reading}\t{''.join(found)}" for reading, found in sorted(chars.items())]
    TARGET.write_text("\n".join(rows) + "\n", "utf-8")
    print(f"{len(rows)} readings, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
