"""Tells the names of people from the names of papers and agencies, and splits a list of names.

The value of a byline comes in, names as printed come out.  A paper, an agency and a stand-in such as 佚名 or admin are
never people, and no name is completed, translated or reordered.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from corpusclean.fold import fold
from corpusclean.metadata.labels import FIELD
from corpusclean.metadata.outlets import is_outlet

# 未知 and its like say that nobody is named; the rest are names of software accounts, buttons and whole teams
NOBODY = frozenset(
    """
    未知 佚名 不详 无 匿名 查看更多
    admin admin1 admin2 administrator root editor 管理员 系统管理员 超级管理员 网站管理员
    信息员 复制链接 原创 本站 本网 本报 网络 互联网 转载 小编 编辑 记者 通讯员 作者 未署名 匿名用户 热心网友 发布者
    发布 编辑部 站长 系统 游客 test null none unknown 综合 佚 网友 综合报道 记者报道 整理 网站编辑 责任编辑 本站编辑
    网编 喜欢 我来说两句 正在读取评论 最新推荐文章于 未详 未知作者 原创文章 站内 会员投稿 用户投稿
    参与互动 举报 hkt cst gmt utc""".split()
)
# said of a text and of nobody; as a source some pages give them: 来源：网络整理
_NO_PEOPLE = frozenset(
    """
    网络整理 网络综合 综合整理 整理发布 本站整理 小编整理 网络收集 网上 网友投稿 网络转载 来源网络 综合网络 简介
    介绍""".split()
)
# names of software accounts: admin888, webmaster
_SOFTWARE = re.compile(r"(?:web)?(?:admin|master)\w{0,8}|(?:editor|user)\d*")
# what stands between names
_BETWEEN = re.compile(r"\s*(?:[、,;|&/]|\s及\s|\s和\s|\s与\s)\s*")
# said of a name and no part of it: （实习）, 发表, 摄影报道
_AROUND = re.compile(
    r"^(?:[■□●◎☉○▲△*#★☆©@]|本报|本刊|本台|本网|特约|实习|见习|资深|首席|驻\S{1,6}|(?:全媒体|融媒体)?记者|通讯员|编辑|作者|文|由|by\b)[\s:/]*"
    r"|\s*(?:发表于?|发布于?|投稿|供稿|撰写|报道|报导|综合报道|摄影|编译|整理|牧师|关注|[*]+)$|[\s/](?:译|文|摄|著|撰|图)$"
    r"|\([^()]{0,12}\)|\[[^\[\]]{0,12}\]|<[^<>]{0,12}>",
    re.I,
)
TITLES = re.compile(
    r"^\S{0,12}(?:主任医师|副主任|主任|教授|副教授|讲师|研究员|书记|院长|校长|会长|主席|局长|厅长|处长|科长|总编辑|主编|主播|主持人|"
    r"记者|通讯员|评论员|撰稿人|作者|作家|实习生|工程师|医师|律师|老师|博士)$"
)
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,4}")
# a poem's title has longer parts: 西江月·夜行黄沙道中
_COMPOUND = re.compile(r"[\u3400-\u9fff]{1,5}(?:·[\u3400-\u9fffA-Za-z.]{1,5}){1,4}")
_LATIN = re.compile(r"[A-Z][A-Za-z.'\-]+(?:\s(?:[A-Z][A-Za-z.'\-]*|de|van|von|der|la|bin|al)){0,3}")
_HANDLE = re.compile(r"[\w.\-·\u3400-\u9fff]{1,20}")
# 作者授权转载, 未经许可
_REQUEST = re.compile("授权|转载|许可|投稿|联系")
# what stands behind 记者 or 编辑 and is no name: verbs, and the small words of sentences
_PHRASE = re.compile(
    r"^(?:[走探深蹲跟随奔]|直[击播]|实[拍探测地录]|调查|体验|对话|观察|亲[历测]|手记|视角|目击|现场|来[到自]|发现|获[悉得]|了解|看[到见一]|"
    r"带[你您着]|跑|从|记录|追踪|关注|聚焦|专访|采访|[暗寻走随]访|赴|帮|说|谈|有话|推荐|招聘|培训|简介|评选|行动|昨[日天]|今[日天]|日前|近日|"
    r"在|节|证|部|团|站|协会|网)|[的了在是们去到不么吗吧]"
)
# 望溪发布 is an outlet, 王小明发布 a man who posted
_HAN_WORD = re.compile(r"[\u3400-\u9fff]{4,}")
_SENTENCE = re.compile(r"[。!?…“”\"「」《》]|:.*:")
# 王小明，李大山，陈大文 is a list of names, 春风里，老渠边，一条路 is none
_CLAUSES = re.compile("[,;:].*[,;:]")


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str]]:
    """Surnames of one character and of two, from a list that tools/build_surnames.py writes and names the source of."""
    text = resources.files("corpusclean.data").joinpath("surnames.txt").read_text("utf-8")
    single, double = (line for line in text.split("\n") if line and line[0] != "#")
    return frozenset(single), frozenset(double[i : i + 2] for i in range(0, len(double), 2))


# words of pages that begin like a name: 关注, 高清, 宋代
_WORDS = frozenset(
    """
    关注 关闭 关于 查看 高清 高考 金融 游戏 程序 解读 焦点 封面 段子 方法 方案 时间 时评 时政 安全 安徽 平台 平安
    江苏 江西 黄河 海南 白金 金牌 元老 元旦 成功 成绩 常见 和平 华为 华人 毛衣 温馨 温度 文章 文学 文化 文明 严肃
    单位 汤羹 雷达 任务 任免 石油 路线 马上 农业 胡同 庄园 解决 钱包 牛人 许可 林业 康复 白天 古诗 党建 纪实 纪录
    宋代 唐代 金代 元代 秦代 明代 清代 安静 安排 方便 方式 江湖 江南 包括 应用 应该 应急 管理 向前 易读 景区 印刷
    高速 高级 高中 温泉 黄金 白酒 时尚 时代 明星 何时 谢谢 孔子 孟子 老子 庄子 毛病 石头 花园 花卉 花絮 柏林 凤凰
    万元 史料 史学 史上 房产 汪汪 滑雪 鲜花 游记 游客 曲艺 戴上 支持 强国 巴黎 双语 双人 商会 商业 商务 商城 商品
    商标 商家 高雄 花莲 金门 马祖 连江 云林 苗栗 彰化 南投 宜兰 屏东 桃园 温哥华 华盛顿 金山 海口 沈阳 郑州 贺州
    柳州 徐州 简介 连线 简讯 应届 温情 安心 常识 万象 万家 时讯 游览 党员 车站 单身 官方 方言 乐趣 乐园 农家 全媒体 何以
    何去 都市 成长 成为 明天 房价 路过 钟情 满满 步行 支招 谈谈 云端 云上""".split()
)


def has_surname(name: str) -> bool:
    """True for two to four Han characters that begin with a Chinese surname.

    >>> has_surname("欧阳文"), has_surname("當前位置")
    (True, False)
    """
    name = fold(name)
    single, double = _surnames()
    if not _HAN_NAME.fullmatch(name) or name in _WORDS:
        return False
    return (len(name) >= 3 and name[:2] in double) or (len(name) <= 3 and name[0] in single)


def is_compound(name: str) -> bool:
    """True for a name of parts with dots between, as minorities and foreigners have them.

    >>> is_compound("莫莉·哈蒙德"), is_compound("西江月·夜行黄沙道中")
    (True, False)
    """
    return _COMPOUND.fullmatch(fold(name)) is not None


def is_nobody(name: str) -> bool:
    """True for what pages print where no author is known.

    >>> is_nobody("佚名"), is_nobody("Admin"), is_nobody("王小明")
    (True, True, False)
    """
    folded = fold(name).strip().lower()
    return folded in NOBODY or folded.endswith("中心") or _SOFTWARE.fullmatch(folded) is not None  # 编译中心: a desk


def split_names(text: str) -> tuple[str, ...]:
    """The people named in the value of a byline, as printed.

    Parameters
    ----------
    text : str
        What stands behind 记者, 作者：, 责任编辑：.

    Returns
    -------
    tuple of str
        Empty where the value names nobody, or reads like a sentence.

    Examples
    --------
    >>> split_names("崔大山 張小河"), split_names("赵 培"), split_names("莫莉·哈蒙德、Lena Voss")
    (('崔大山', '張小河'), ('赵 培',), ('莫莉·哈蒙德', 'Lena Voss'))
    >>> split_names("未知"), split_names("澜安日报社")
    ((), ())
    """
    whole, text = text.strip(), _bare(text)
    if _HAN_WORD.fullmatch(whole) and is_outlet(whole) and not (len(text) == 3 and has_surname(text)):
        return ()
    if not text or len(text) > 80 or _SENTENCE.search(fold(text)):
        return ()
    names: list[str] = []
    for part in _pieces(text):
        names += _inner_spaces(part)
    names = list(map(_bare, names))
    names = [name for name in names if not TITLES.match(fold(name))] or names  # 王小明，澜安日报记者
    if _CLAUSES.search(fold(text)) and not all(map(is_named, names)):
        return ()
    return tuple(dict.fromkeys(filter(_may_name, names)))


def may_be_person(name: str) -> bool:
    """True unless a name without a known surname reads like a phrase: 记者 格桑边觉, and not 记者 走进渡口.

    >>> may_be_person("格桑边觉"), may_be_person("走进渡口"), may_be_person("在行动")
    (True, False, False)
    """
    return is_named(name) or _PHRASE.search(fold(name)) is None


def is_named(name: str) -> bool:
    """True for what only a person is called: a surname leads it, or it is a name of parts, or Latin.

    >>> [is_named(name) for name in ("王小明", "阿依古丽·买买提", "Lena Voss", "走进渡口")]
    [True, True, True, False]
    """
    bare = fold(name)
    spaceless = bare.replace(" ", "")
    both = len(spaceless) == 4 and has_surname(spaceless[:3]) and has_surname(spaceless[1:])  # 张杨知行
    return has_surname(spaceless) or both or is_compound(bare) or _LATIN.fullmatch(bare) is not None


def _pieces(text: str) -> list[str]:
    folded, pieces, start = fold(text), [], 0
    for match in _BETWEEN.finditer(folded):
        pieces.append(text[start : match.start()])
        start = match.end()
    return [*pieces, text[start:]]


def _inner_spaces(part: str) -> list[str]:
    """Names apart by blanks; 赵 培 is one name, Lena Voss too."""
    words = part.split()
    if not words or _LATIN.fullmatch(" ".join(words)):
        return [" ".join(words)]
    names: list[str] = []
    open_name = False
    for word in words:
        if names and len(word) > 1 and word in FIELD:  # 王小明 审核 李大山: the next role
            break
        joins = len(word) == 1 and open_name
        if joins:
            names[-1] += " " + word
        else:
            names.append(word)
        open_name = len(word) == 1 and not joins
    return [name for name in names if not TITLES.match(fold(name))] or names


def _bare(text: str) -> str:
    """The text less marks, ranks and verbs at its ends."""
    text = text.strip()
    while True:
        folded = fold(text)
        match = _AROUND.search(folded)
        if match is None or len(match.group()) == len(text):
            return text.strip(" \u3000:：|｜/-—·,，、;；.。")
        text = (text[: match.start()] + text[match.end() :]).strip()


def _may_name(name: str) -> bool:
    folded = fold(name)
    if len(folded) < 2 or len(folded) > 30 or is_nobody(name) or folded.isdigit() or _SENTENCE.search(folded):
        return False
    if _REQUEST.search(folded) or folded in _NO_PEOPLE:
        return False
    if is_outlet(name.partition("-")[0]) and not has_surname(name):  # 王小明-澜安站 is a person and a desk
        return False
    forms = (_HAN_NAME, _COMPOUND, _LATIN, _HANDLE)
    spaceless = folded.replace(" ", "") if not folded.isascii() else folded
    return any(form.fullmatch(spaceless) for form in forms)
