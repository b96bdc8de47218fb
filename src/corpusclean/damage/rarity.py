"""How rare each character is in Chinese text, as one plain table that sums at C speed.

Text goes in, nats come out: the sum over its characters, each taken alone.  The table is that of the language model,
Traditional forms beside the Simplified ones.  It judges characters only: it knows no words and changes nothing.
"""

from __future__ import annotations

from functools import cache

from corpusclean.damage.language_model import LanguageModel
from corpusclean.fold import table

FOREIGN = 15.0  # a character that Chinese text hardly ever holds
DAMAGED = 22.0  # private use, U+FFFD, controls, lone surrogates
UNKNOWN_HAN = 18.0
ASCII = 5.5
# The word list behind the model was counted on text that had UTF-8 read as GBK in it (锛 is its "，", 銆 its "。");
# what the tool cannot tell from words looks common there.  None of these is: GBK rows E4 to E9, cells 80 to BF.
SIGNATURE_FLOOR = 13.0
_DAMAGED = ((0x00, 0x09), (0x0B, 0x20), (0x7F, 0xA0), (0xD800, 0xF900), (0xFFF9, 0x10000))
_HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x32000))


class Costs(dict[str, float]):
    """The cost of a character; one that the data lack has the cost of its kind."""

    def __missing__(self, char: str) -> float:
        cost = self[char] = _cost_of_kind(ord(char))
        return cost


def _cost_of_kind(code: int) -> float:
    if any(start <= code < end for start, end in _DAMAGED):
        return DAMAGED
    if code < 0x80:
        return ASCII
    return UNKNOWN_HAN if any(start <= code < end for start, end in _HAN) else FOREIGN


def signature() -> str:
    """The characters that UTF-8 read as GBK is full of: a lead byte of UTF-8 (E4 to E9) with the byte after it.

    >>> signature()[:4], "锛" in signature()
    ('鋩鋪鋫鋬', False)
    """
    pairs = (bytes((lead, trail)) for lead in range(0xE4, 0xEA) for trail in range(0x80, 0xC0))
    return "".join(pair.decode("gb18030") for pair in pairs)


@cache
def costs() -> Costs:
    """The table, made when first asked for."""
    known = LanguageModel({}).chars
    forms = {chr(code): known[chr(plain)] for code, plain in table().items() if chr(plain) in known}
    rare = dict.fromkeys(signature() + "锛銆鈥", SIGNATURE_FLOOR)
    return Costs({**forms, **known, **{char: max(cost, known.get(char, cost)) for char, cost in rare.items()}})


def total(text: str) -> float:
    """The cost of all characters of *text*, each alone.

    >>> total("中文") < total("涓枃") < total("\\ufffd\\ufffd")
    True
    """
    return sum(map(costs().__getitem__, text))


def mean(text: str) -> float:
    """The cost of *text* a character; 0 for no text."""
    return total(text) / len(text) if text else 0.0
