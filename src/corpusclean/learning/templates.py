"""Lines as templates: what two pages print alike but for a number, a date or a name is the same template.

The text of a page comes in; its lines go out with every number as ``0``, every blank as one, and a name behind a label
as `NAME`.  All is done on the bytes of the whole page at once, so that a line costs next to nothing.  Nothing is
counted or judged here.
"""

from __future__ import annotations

import re

# stands for a name; in a page it counts as a blank
NAME = "\x01"
# A longer line is no template: rules for whole lines end here too.
LONGEST = 600
# A line of names is short: 作者:王小明 来源:渡口日报 责任编辑:李大文
_LONGEST_NAMED = 60
# a name or an office behind a label: 编辑: 王小明; a longer text behind a colon is a sentence
_NAMED = re.compile(r"(?<=:)( ?)[㐀-鿿·]{2,4}(?![㐀-鿿·\w])")
# every digit as 0, and as blanks what is one within a line
_BYTES = bytes.maketrans(b"123456789\t\r\v\f\x01", b"0" * 9 + b" " * 5)
_WIDE = tuple((wide.encode(), plain.encode()) for wide, plain in (("：", ":"), ("\u3000", " "), ("\xa0", " ")))
_SINGLE = ((b"00", b"0"), (b"  ", b" "))
# letters that stand in a date: 2024年3月1日 上午 星期五
_DATE = dict.fromkeys(map(ord, "年月日时分秒点上下午星期周一二三四五六天號号第页"))
# fewer letters are no word
_WORD = 2


def templates(text: str) -> list[str]:
    """The template of each line of *text*; empty for a line that is blank or too long to be one.

    >>> templates("浏览次数：1024\\n\\n责任编辑：王小明")
    ['浏览次数:0', '', '责任编辑:\\x01']
    """
    data = text.encode("utf-8", "surrogatepass").translate(_BYTES)
    for old, new in _WIDE:
        data = data.replace(old, new)
    for twice, once in _SINGLE:
        while twice in data:  # half as many are left each time
            data = data.replace(twice, once)
    lines = [line.strip() for line in data.decode("utf-8", "surrogatepass").split("\n")]
    if b":" in data:
        slot = rf"\1{NAME}"
        lines = [_NAMED.sub(slot, line) if ":" in line and len(line) <= _LONGEST_NAMED else line for line in lines]
    return lines if max(map(len, lines)) <= LONGEST else [line if len(line) <= LONGEST else "" for line in lines]


def letters(template: str) -> int:
    """How many characters of *template* say something: no slot, mark or blank.

    >>> letters("0-0-0 来源:\\x01")
    2
    """
    return sum(map(str.isalpha, template))


def is_pure(template: str) -> bool:
    """True for a line that is a date, a number or a row of marks and no words: 2024年3月1日 signs a letter.

    >>> is_pure("0年0月0日"), is_pure("阅读 0")
    (True, False)
    """
    return letters(template.translate(_DATE)) < _WORD
