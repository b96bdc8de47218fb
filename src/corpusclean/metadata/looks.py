"""What a headline may look like, and what it never does, whatever stands around it.

A line comes in, yes or no goes out.  Looks alone make no headline: they only rule out menus, buttons, sentences and
parts of them.
"""

from __future__ import annotations

import re

from corpusclean.debris.shape import HAN
from corpusclean.fold import fold
from corpusclean.metadata.labels import FIELD, FILLER
from corpusclean.remember import remembering

# the longest headline of the labelled pages has 62 characters, the shortest two
SHORTEST, LONGEST = 2, 90
# a line is asked for by several finders, and menus come back on the next page
_REMEMBERED = 1024
_WORD = re.compile(r"[\u3400-\u9fff\w]")
# words of navigation count on a line this short
_LONGEST_BUTTON = 40
_NAVIGATION = re.compile(
    r"\S ?>{1,2} ?\S|^(?:网站|设为|返回|回到|跳[转到过]|点击|扫[一码描]|下载|[上下]一[篇条页]|进入|登录|注册)|"
    r"首页|(?:登录|注册)$|[(\[]复制链接"
)
# a path of any length: 当前位置：首页 > 新闻 > 老渠今年不一样
_PATH = re.compile(r"(?:[\u3400-\u9fff]{0,4}(?:位置|[在处]于)\s?:|\S{2,8} ?>{1,2} ?\S{2,8} ?>{1,2} ?\S)")
# short words side by side, three and more: 随笔 文章 评论
_MENU_WORDS, _LONGEST_WORD, _MEAN_WORD = 3, 6, 4.5
# A. 每周一次 32%: an answer to choose
_OPTION = re.compile(r"[A-H][.、)]\s?\S")
# columns between commas: 本地要闻，乡村建设，诗歌，随笔，书讯
_FEWEST_COLUMNS = 5
_NEVER = re.compile(
    r"[/|].*|"  # / 法国: a step of a path
    r".*[,、;:]|"  # an open end
    r".*(?:https?:|www\.).*|[\W\d_]+|.*\d{4}-\d{4,}.*|@.*|"  # addresses, numbers, telephones, accounts
    r"#\S+ ?#.*|[(\[][^()\[\]]*[)\]]|(?:\[\S{2,6}\]\s*)+|(?:《[^》]+》\s*){2,}|"  # hashtags, all of it in brackets
    r"[“\"「][^“”\"「」]*[”\"」]|"  # all of it said by somebody
    r"[“\"「][^“”\"「」]*[”\"」][^“”\"「」]{1,12}[,:]\s?[“\"「].*|"  # “船还得开”，他说，“对岸还有人家。”
    r"(?:\d{2,4}年)?\d{1,2}月(?:\d{1,2}日)?|"  # a month
    r"\[?\d{1,2}:\d\d\b.*|"  # what a day brings, what somebody wrote: 19:00 新闻
    r"(?:车主|楼主|博主|答主|用户|店主|业主)\s\S{1,10}|"  # who wrote it
    r"-\s?\S{2,4}\s?:.*|.*:\s?\d+(?:\s\S*:\s?\d+)?|"  # label and value: 格式：docx, 均价：120元
    r"\S{2,4}:\S{1,4}|\S{2,6}:\s?(?:[\d.,]+\S{0,8}|\d{4}年.*)|"
    r"[A-H][.、]\s?\S.*|\d{1,2}[,、.]\S.*|"  # an answer to choose, an item of a list
    r"(?:原文|译文|注释|赏析|鉴赏|创作背景|作者简介)(?:[及和与]\S{2})?|"  # parts of a page about a poem
    r"(?:肩题|引题|眉题|肩标题|副题|副标题|子标题)\s?:.*|(?:微信)?公众号\s?:.*|本文(?:关键词|摘要|标签).*|(?:游客|网友)发表.*|本版.{0,6}列表"
)

_SAY = "(?:[说问答喊][道着了]?|[笑叫]道)"
# what people say to each other, and how letters and speeches open
_SPOKEN = re.compile(
    rf".*,[”」].*|[“\"「][^“”\"「」]+[?!…][”\"」][\u3400-\u9fff]{{0,8}}{_SAY}(?:[,:].*)?|"  # “开船，”他说, “再见！”她说
    rf".*{_SAY}\s?[,:]\s?[“\"「].*[?!…][”\"」]|"  # 老人说：“开吧！”
    rf"[他她我你您]们?(?:[^,:]{{0,8}}{_SAY}|想)\s?[,:].*|"  # 他问，谁来
    r"(?:[问答QA]\d{0,2}|记者|主持人|提问|追问|问题)\s?:.*|"  # a question, and who asks it
    r"(?:尊敬|敬爱|亲爱)的.*(?:好[!,]?|:.*)|各位.*好[!,]?|(?:大家|你们?|您|[早晚]上|[上下]午)好[!,].*"
)
# the label of a lead, with or without a colon or brackets: 核心提示：原标题：…, [导读]…
_LEAD = re.compile(
    r"[\[(]?(?:核心提示|(?:内容|新闻|阅读|温馨|友情)(?:提示|提要|摘要|简介|导读)|(?:本[文期刊])?(?:导读|导语|摘要|提要|看点)|文章摘要|"
    r"编者[按语]|题记|引言|前言|原标题|点击(?:查看|阅读)|延伸阅读)(?:\s?[:\])|].*|\s.*|$)"
)


@remembering(_REMEMBERED, longest=4 * LONGEST)
def could_be_headline(text: str) -> bool:
    """True for a line that could be a headline by its looks: not a menu, a button, a sentence or a part of one.

    >>> [could_be_headline(line) for line in ("首页 > 新闻 > 正文", "字号：大 中 小", "他说，", "老渠今年不一样")]
    [False, False, False, True]
    """
    folded = fold(text.strip())
    if not SHORTEST <= len(folded) <= LONGEST or len(_WORD.findall(folded)) < SHORTEST or "。" in folded:
        return False
    if not HAN.search(folded) and not folded.startswith("# "):
        return False
    filler = FILLER.fullmatch(folded.strip("/|· ")) or all(map(FILLER.fullmatch, folded.split()))
    if filler or folded.rstrip(":") in FIELD or is_menu(text):
        return False
    return not any(pattern.fullmatch(folded) for pattern in (_NEVER, _SPOKEN, _LEAD))


def is_menu(text: str) -> bool:
    """True for a path, a button, or short words side by side.

    >>> [is_menu(line) for line in ("首页 > 新闻 > 正文", "返回列表", "随笔 文章 评论", "老渠今年不一样")]
    [True, True, True, False]
    >>> is_menu("本地要闻，乡村建设，诗歌，随笔，书讯"), is_menu("一渠水，两岸人，三十年")
    (True, False)
    """
    folded = fold(text.strip())
    if _OPTION.match(folded):
        return False
    words = folded.split()
    if any(map(HAN.search, words)):  # 航线 Routes 票务 Tickets is a menu, iPhone 15 Pro Max 评测 none
        words = [word for word in words if HAN.search(word) or not word.isalnum()]
    side_by_side = len(words) >= _MENU_WORDS and max(map(len, words)) <= _LONGEST_WORD
    if side_by_side and sum(map(len, words)) <= _MEAN_WORD * len(words):
        return True
    columns = re.split("[,、]", folded) if len(words) < _MENU_WORDS else ()
    if len(columns) >= _FEWEST_COLUMNS and max(map(len, columns)) <= _LONGEST_WORD:
        return True
    return (len(folded) <= _LONGEST_BUTTON and _NAVIGATION.search(folded) is not None) or _PATH.match(
        folded
    ) is not None
