"""Measures `corpusclean.decode`: how often the encoding and the text are right, and how long two kilobytes take.

    python -m benchmarks.decode_bytes [--lines 400]

The plain set is lines of at least twenty bytes; the hard set is two to five characters, chunks cut at both ends, one
bad byte, and twelve bytes of Chinese in two kilobytes of markup.  The text is that of free_text.py.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator

from benchmarks.free_text import SIMPLIFIED, TRADITIONAL, sentences
from corpusclean import decode

ENCODINGS = {"simplified": ("utf-8", "gb18030"), "traditional": ("utf-8", "big5hkscs", "gb18030")}
Sample = tuple[bytes, str]  # bytes, and text that must be in what is decoded
_MARKUP = "<div class='item'><a href='/page/index.html' title='x'>{}</a></div>\n"


def plain(text: str, encoding: str, _: random.Random) -> Sample:
    return text.encode(encoding), text


def short(text: str, encoding: str, chance: random.Random) -> Sample:
    han = [char for char in text if "\u4e00" <= char <= "\u9fff"]
    start = chance.randrange(max(1, len(han) - 5))
    part = "".join(han[start : start + chance.randint(2, 5)])
    return part.encode(encoding), part


def cut(text: str, encoding: str, chance: random.Random) -> Sample:
    whole = text.encode(encoding)
    start = chance.randrange(1, max(2, len(whole) // 4))
    return whole[start : len(whole) - chance.randrange(1, max(2, len(whole) // 4))], ""


def bad_byte(text: str, encoding: str, chance: random.Random) -> Sample:
    data = bytearray(text.encode(encoding))
    data[chance.randrange(len(data))] = chance.choice((0x80, 0xFF, 0x3F))
    return bytes(data), ""


def in_markup(text: str, encoding: str, chance: random.Random) -> Sample:
    part = short(text, encoding, chance)[1][:4]
    page = _MARKUP.format("link") * 20 + _MARKUP.format(part) + _MARKUP.format("link") * 20
    return page.encode(encoding), part


KINDS: dict[str, Callable[[str, str, random.Random], Sample]] = {
    "plain, 20 bytes and up": plain,
    "2 to 5 characters": short,
    "cut at both ends": cut,
    "one bad byte": bad_byte,
    "12 bytes in 2.5 kB of markup": in_markup,
}


def samples(kind: str, lines: dict[str, list[str]]) -> Iterator[tuple[str, Sample]]:
    """Encodings and samples of one kind."""
    chance = random.Random(7)
    for script, texts in lines.items():
        for text in texts:
            for encoding in ENCODINGS[script]:
                try:
                    yield encoding, KINDS[kind](text, encoding, chance)
                except UnicodeEncodeError:
                    continue


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=400)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    chosen = random.Random(3)
    pools = {"simplified": sentences(SIMPLIFIED), "traditional": sentences(TRADITIONAL)}
    long = {script: [text for text in pool if len(text) > 9] for script, pool in pools.items()}
    lines = {script: chosen.sample(pool, options.lines) for script, pool in long.items()}
    for kind in KINDS:
        total = right = 0
        wrong = []
        for encoding, (data, text) in samples(kind, lines):
            if data.isascii():
                continue
            result = decode(data)
            good = result.encoding == encoding and text in result.text
            total, right = total + 1, right + good
            if not good:
                wrong.append((encoding, data[:60], text[:20], result.encoding, result.text[:20]))
        print(f"{kind:32} {right} of {total}: {right / total:.2%}")
        for row in wrong[: options.show]:
            print("   ", row)
    decode(b"\xff")
    for encoding in ("utf-8", "gb18030", "big5hkscs"):
        text = "\n".join(pools["traditional"])[:40_000].encode(encoding, "ignore")
        pieces = [text[start : start + 2048] for start in range(0, len(text), 2048)]
        begun = time.process_time()
        for piece in pieces:
            decode(piece)
        print(f"2 kB of {encoding}: {(time.process_time() - begun) / len(pieces) * 1000:.3f} ms")


if __name__ == "__main__":
    main()
