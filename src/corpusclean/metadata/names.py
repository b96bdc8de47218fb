"""Tells the names of people from the names of papers and agencies, and splits a list of names.

The value of a byline comes in, names as printed come out.  A paper, an agency and a stand-in such as 佚名 or admin are
never people, and no name is completed, translated or reordered.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from corpusclean.fold import fold

# 未知 and its like say that nobody is named; the rest are names of software accounts, buttons and whole teams
NOBODY = frozenset(
    """
    未知 佚名 不详 无 匿名 查看更多
    admin admin1 admin2 administrator root editor 管理员 系统管理员 超级管理员 网站管理员
    信息员 复制链接 原创 本站 本网 本报 网络 互联网 转载 小编 编辑 记者 通讯员 作者 未署名 匿名用户 热心网友 发布者
    发布 编辑部 站长 系统 游客 test null none unknown 综合 佚 网友 综合报道 记者报道 整理 网站编辑 责任编辑 本站编辑
    网编 喜欢 我来说两句 正在读取评论 最新推荐文章于""".split()
)
_OUTLET_END = """
    网 报 社 台 站 客户端 日报 晚报 早报 时报 周刊 杂志 月刊 季刊 学报 融媒 融媒体 融媒体中心 媒体中心 新闻中心
    电视台 广播电台 电台 频道 传媒 公众号 微信公众号 新闻网 在线 官网 官微 官方微博 微博 头条 出版社 编辑部 通讯社
    通信社 新闻 快讯 资讯 发布 门户网 门户网站 委 委员会 政府 办公室 局 厅 署 处 科 院 大学 学院 中学 小学 医院 公司
    集团 协会 学会 基金会 研究所 研究院 中心 银行 党委 宣传部 组织部 统战部 部 法院 检察院 支队 大队 总队 分局 街道
    管理处 管理所 公所 论坛 博客 书店 工作室 派出所 水务局 网站 杂志社 平台 软件园 评论 体育 财经 军事 娱乐 科技
    电视 广播 周报 画报 文摘 观察 读书 团委 工会 妇联 政协 人大 商会 合作社 支部 总站 分站 广电 卫视 号外
    网络版 电子版 数字报""".split()
# 海报, 情报 and 网站's buttons end like papers and are none
_NO_OUTLET = re.compile(
    r"[海情举播申汇回电告警捷喜预]报$|(?:车站|阳台|舞台|讲台|上台|社会|会社)$|[:,!?、“”\"了的着过把被]|"
    r"^(?:生活|社会|娱乐|国际|财经|体育|政治|地方|综合|个人|创作|编译|会员|帮助|下载|用户|客服|数据|服务)中心$|百科$"
)
_OUTLET = re.compile(rf"(?:{'|'.join(sorted(set(_OUTLET_END), key=len, reverse=True))})(?:APP|app|\d{{0,3}})?$")
# papers and sites that readers know and that no ending tells
_KNOWN_OUTLETS = frozenset(
    """
    参考消息 半月谈 瞭望 求是 澎湃 界面 虎嗅 钛媒体 36氪 第一财经 一财 央视 财新 财联社 雪球 知乎 豆瓣 简书 中国之声
    新华每日电讯 环球人物 三联生活 南风窗 端传媒 自由亚洲 美国之音 联合新闻 ETtoday 风传媒 报导者 香港01
    21世纪经济报道 游民星空 快科技 驱动之家 果壳 人间 今日头条 百度百家 路透 彭博 法广 BBC FT中文 RFI""".lower().split()
)
# the longest name of an office or an account that stood without a label
_LONGEST_OUTLET = 20
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
_SENTENCE = re.compile(r"[。!?…“”\"「」《》]|[,;:].*[,;:]")


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
    柳州 徐州""".split()
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


def is_outlet(name: str) -> bool:
    """True for what ends like a paper, a station, an agency, an office or an account: 澜安日报, 新华社, 市委组织部.

    >>> is_outlet("柏川都市報"), is_outlet("陳大文")
    (True, False)
    """
    folded = fold(name).strip()
    if folded.lower() in _KNOWN_OUTLETS:
        return True
    match = _OUTLET.search(folded) if 2 <= len(folded) <= _LONGEST_OUTLET else None
    # 体育 and 论坛 alone are columns, 个人中心 is a button
    return match is not None and match.start() >= 1 and len(folded) > 2 and not _NO_OUTLET.search(folded)


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
    return folded in NOBODY or folded.endswith("中心")  # 编译中心: a desk of a paper


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
    text = _bare(text)
    if not text or len(text) > 80 or _SENTENCE.search(fold(text)):
        return ()
    names: list[str] = []
    for part in _pieces(text):
        names += _inner_spaces(part)
    people = (name for name in map(_bare, names) if _may_name(name))
    return tuple(dict.fromkeys(people))


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
    if _REQUEST.search(folded):
        return False
    if is_outlet(name.partition("-")[0]) and not has_surname(name):  # 王小明-澜安站 is a person and a desk
        return False
    forms = (_HAN_NAME, _COMPOUND, _LATIN, _HANDLE)
    spaceless = folded.replace(" ", "") if not folded.isascii() else folded
    return any(form.fullmatch(spaceless) for form in forms)
