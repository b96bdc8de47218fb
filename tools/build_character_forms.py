"""Write data/character-forms.txt: characters that stand for a unified ideograph, and what they stand for.

Sources: EquivalentUnifiedIdeograph.txt of the Unicode Character Database (Unicode License V3) for radicals, the
decompositions in Python's unicodedata for compatibility ideographs, and the GB 18030 codec for the characters that
GB 18030-2000 and GBK kept in the private use area because Unicode had no place for them yet.  Run
`python tools/build_character_forms.py PATH/TO/EquivalentUnifiedIdeograph.txt`; the data are checked in.
"""

from __future__ import annotations

import pathlib
import sys
import unicodedata
from collections.abc import Iterator

DATA = pathlib.Path(__file__).parent.parent / "src/corpusclean/data/character-forms.txt"
COMPATIBILITY = ((0xF900, 0xFB00), (0x2F800, 0x2FA20))
RADICALS = (0x2E80, 0x2FE0)
# GBK FE50 to FEA0, without FE7F, is U+E815 to U+E864; the fourteen that the codec of GB 18030-2000 still leaves there
STILL_PRIVATE = {
    0xE816: 0x20087,
    0xE817: 0x20089,
    0xE818: 0x200CC,
    0xE81E: 0x9FB4,
    0xE826: 0x9FB5,
    0xE82B: 0x9FB6,
    0xE82C: 0x9FB7,
    0xE831: 0x215D7,
    0xE832: 0x9FB8,
    0xE83B: 0x2298F,
    0xE843: 0x9FB9,
    0xE854: 0x9FBA,
    0xE855: 0x241FE,
    0xE864: 0x9FBB,
}
# A2E3 is the euro sign in GB 18030-2005; vertical marks A6D9 to A6F3; ḿ and the ideographic space of A3A0
MARKS = {0xE5E5: 0x3000, 0xE7C7: 0x1E3F, **dict(zip(range(0xE78D, 0xE797), range(0xFE10, 0xFE1A), strict=True))}
# FE10 to FE19 in their own order in GB 18030-2005
VERTICAL = {0xE78E: 0xFE12, 0xE78F: 0xFE11}


def radicals(path: pathlib.Path) -> Iterator[tuple[int, int]]:
    """Radicals and the ideographs they look like; strokes are left alone."""
    for line in path.read_text("utf-8").splitlines():
        row = line.partition("#")[0].split(";")
        if len(row) == 2:
            first, _, last = row[0].strip().partition("..")
            for code in range(int(first, 16), int(last or first, 16) + 1):
                if RADICALS[0] <= code < RADICALS[1]:
                    yield code, int(row[1], 16)


def compatibility() -> Iterator[tuple[int, int]]:
    """Compatibility ideographs; the twelve that are unified have no decomposition."""
    for start, end in COMPATIBILITY:
        for code in range(start, end):
            form = unicodedata.normalize("NFC", chr(code))
            if len(form) == 1 and form != chr(code):
                yield code, ord(form)


def private() -> Iterator[tuple[int, int]]:
    """Private use characters of GB 18030 that have a code point of their own today."""
    yield from {**MARKS, **VERTICAL}.items()
    trails = [trail for trail in range(0x50, 0xA1) if trail != 0x7F]
    for code, trail in zip(range(0xE815, 0xE865), trails, strict=True):
        char = bytes((0xFE, trail)).decode("gb18030")
        yield code, STILL_PRIVATE.get(code, ord(char))


def main() -> None:
    """Write the table: the old characters on one line, the new ones on the next, for each group."""
    groups = (radicals(pathlib.Path(sys.argv[1])), compatibility(), private())
    lines = []
    for group in groups:
        pairs = sorted(group)
        lines += ["".join(chr(old) for old, _ in pairs), "".join(chr(new) for _, new in pairs)]
    DATA.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{DATA.name}: {DATA.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
