"""The headline of an official paper, which its form gives away: 关于…的通知, on one line or over several.

A document and its head come in, a `Choice` or None comes out.
"""

from __future__ import annotations

import re

from corpusclean.document import Document
from corpusclean.fold import fold
from corpusclean.metadata.choice import TITLE, Choice, choose
from corpusclean.metadata.head import Head
from corpusclean.metadata.head_line import BARE, CANDIDATE, DEBRIS, OTHER

_PAPERS = "通知|通告|公告|通报|意见|批复|函|公示|报告|决定|决议|请示|说明|声明|解读|办法|规定"
_PAPER = re.compile(rf"[\u3400-\u9fff]{{0,40}}关于[^。!?]{{4,90}}的(?:若干|实施|补充)?(?:{_PAPERS})(?:\(.{{2,30}}\))?")
_END_OF_PAPER = re.compile(rf"(?:{_PAPERS})(?:\(.{{2,30}}\))?$")
_DOCUMENT = re.compile(
    r"(?:.{2,40})?关于.{4,60}的(?:通知|通告|公告|通报|意见|批复|函|公示|报告|决定|请示|说明|声明|解读)(?:\(.{2,30}\))?|讣告|启事|公告|通告|声明|"
    r"# \S.{0,60}"
)

# 张某与李某房屋租赁合同纠纷一审民事判决书
_JUDGEMENT = re.compile(r"(?=\S*(?:与|诉|等|犯|某|公司|案|[一二再]审))\S{8,80}(?:判决书|裁定书|调解书|决定书|通知书)")

_CHAPTER = re.compile(r"第[\d一二三四五六七八九十百千零〇两]{1,9}[章回]\s?(?:\S{0,20}|《[^《》]{2,40}》)")


def of_a_wrapped_paper(doc: Document, head: Head) -> Choice | None:
    """The headline of an official paper over several lines: 澜安市人民代表大会 / 关于批准… / …的决议."""
    lines = [item for item in head.filled() if item.kind in (BARE, CANDIDATE)]
    for place, count in ((place, count) for place in range(len(lines)) for count in (4, 3, 2)):
        run = lines[place : place + count]
        joined = "".join(item.text for item in run)
        alone = any(_PAPER.fullmatch(fold(item.text)) for item in run) or not _END_OF_PAPER.search(fold(joined))
        if len(run) == count and not alone and _PAPER.fullmatch(fold(joined)):
            return Choice(joined, run[0].line.row, TITLE, tuple(item.line.row for item in run[1:]))
    return None


def of_a_judgement(doc: Document, head: Head) -> Choice | None:
    """The line that names the parties and the kind of a judgement."""
    named = (item for item in head.filled() if item.kind != DEBRIS and _JUDGEMENT.fullmatch(fold(item.text.strip())))
    return next(map(choose, named), None)


def of_a_document(doc: Document, head: Head) -> Choice | None:
    """The first line of the page where its form says what it is: 关于…的通知, 讣告, # name of a project."""
    lines = [item for item in head.filled() if item.kind != DEBRIS]
    if lines and lines[0].kind in (CANDIDATE, OTHER, BARE) and _DOCUMENT.fullmatch(fold(lines[0].text)):
        return choose(lines[0])
    return None


def of_a_chapter(doc: Document, head: Head) -> Choice | None:
    """The first line that names a chapter, in a book or a law: 第三十四章 借伞, 第9章 《渡轮条例》."""
    lines = [item for item in head.filled() if item.kind in (CANDIDATE, OTHER, BARE)]
    chapters = [item for item in lines if _CHAPTER.fullmatch(fold(item.text))]
    return choose(chapters[0]) if len(chapters) == 1 else None
