"""Spaces the text of a row as a browser shows it: white space runs together, what stands side by side stays apart.

The text of an element comes in, with a `SEAM` where inline elements meet; a line goes out, or the lines of code.  No
character but blanks and seams is touched.
"""

from __future__ import annotations

import re

_HAN = re.compile("[\u3400-\u9fff，。！？；：、“”]")
_LINE_ENDS = re.compile(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BLANKS = re.compile(r"[ \t\r\n\f\x0b\x1c-\x1e\x85\u2028\u2029]+")
# stands where inline elements meet without a blank: <span>2021-03-04</span><span>来源：…</span>
SEAM = "\x1f"
# stands around an element that is named for a fact: <span class="nickname">江城晚报</span><em class="author">林一</em>
FACT_SEAM = "\x1e"
# stands before each cell of a table
CELL = "\x1d"
_PAIRS = 2
_UNSEAMED = str.maketrans({SEAM: "", FACT_SEAM: "", CELL: " "})
_SENTENCE = re.compile("[。，！？；]")
# 索引号：…, 发布日期：… and the label in a cell of its own
_LABELLED = re.compile(r"\s*[\u3400-\u9fff][\u3400-\u9fff\s]{0,12}[：:]")
# a seam is a gap in a line of links, and where the parts of an imprint meet; in a sentence it is a change of font
_GAP = re.compile(
    r"\x1f(?:(?<=\d\d:\d\d\x1f)|(?<=\d\d\d\d-\d\d-\d\d\x1f)|(?<=日\x1f)(?=\D)"
    r"|(?<![\[(（【]\x1f)(?=来源|來源|作者|记者|記者|责任编辑|責任編輯|责编|編輯|编辑|发布|發布|时间|日期|阅读|浏览|点击|评论"
    r"|(?:19|20)\d\d[-/.年]))"
)


def lines_of_code(text: str) -> list[str]:
    """The lines of code in *text*, with their indents; none where there are only blanks.

    >>> lines_of_code("\\nif x:\\n    y\\n")
    ['if x:', '    y']
    """
    lines = _LINE_ENDS.sub("\n", text.translate(_UNSEAMED)).strip("\n").split("\n")
    return lines if any(line.strip() for line in lines) else []


def is_prose(text: str) -> bool:
    """True for Chinese sentences in an element for code, as old sites have them; code has Chinese comments at most.

    >>> is_prose("水退了，步道又开了。"), is_prose("x = 1  # 水位")
    (True, False)
    """
    return _SENTENCE.search(text) is not None and 2 * len(_HAN.findall(text)) > len("".join(text.split()))


def in_one_line(text: str, *, mostly_links: bool) -> str:
    """*text* in one line; between links each seam is a gap.

    >>> in_one_line(f"2021-03-04{SEAM}来源：{SEAM} 江城晚报", mostly_links=False)
    '2021-03-04 来源： 江城晚报'
    >>> in_one_line(f"首页{SEAM}新闻", mostly_links=True)
    '首页 新闻'
    """
    if FACT_SEAM in text:
        text = text.replace(FACT_SEAM, SEAM if _SENTENCE.search(text) else " ")
    if SEAM in text:
        text = text.replace(SEAM, " ") if mostly_links else _GAP.sub(" ", text).replace(SEAM, "")
    text = text.replace(CELL, " ").strip()
    # most rows have no other blank than single spaces
    return text if text.isprintable() and "  " not in text else _BLANKS.sub(" ", text)


def parted_cells(text: str) -> list[str]:
    """The cells of a row that go in one line: all, unless two or more open with a label, as in an index of papers.

    >>> parted_cells(f"{CELL}索引号：{CELL}K-7{CELL}发布日期：2021-03-04")
    ['索引号： K-7', '发布日期：2021-03-04']
    >>> parted_cells(f"{CELL}站点{CELL}水位")
    ['站点 水位']
    """
    cells = [cell for cell in map(str.strip, text.split(CELL)) if cell]
    starts = [place for place, cell in enumerate(cells) if _LABELLED.match(cell)]
    if len(starts) < _PAIRS or starts[0] > 0:
        return [" ".join(cells)]
    return [" ".join(cells[start:end]) for start, end in zip(starts, [*starts[1:], None], strict=True)]
