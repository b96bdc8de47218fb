"""Tells the names of papers, stations, agencies, offices and accounts from all other words.

A name comes in, yes or no goes out: most of them end like what they are, and a short list holds those known.
Nothing is looked up, and no person is ever an outlet for a name alone.
"""

from __future__ import annotations

import re

from corpusclean.fold import fold

_OUTLET_END = """
    网 报 社 台 站 客户端 日报 晚报 早报 时报 周刊 杂志 月刊 季刊 学报 融媒 融媒体 融媒体中心 媒体中心 新闻中心
    电视台 广播电台 电台 频道 传媒 公众号 微信公众号 新闻网 新闻云 在线 官网 官微 官方微博 微博 头条 出版社 编辑部
    通讯社 通信社 新闻 快讯 资讯 发布 门户网 门户网站 委 委员会 政府 办公室 局 厅 署 处 科 院 大学 学院 中学 小学 医院
    公司 集团 协会 学会 基金会 研究所 研究院 中心 银行 党委 宣传部 组织部 统战部 部 法院 检察院 支队 大队 总队 分局
    街道 管理处 管理所 公所 论坛 博客 书店 工作室 派出所 水务局 网站 杂志社 平台 软件园 评论 体育 财经 军事 娱乐 科技
    电视 广播 周报 画报 文摘 观察 读书 团委 工会 妇联 政协 人大 商会 合作社 支部 总站 分站 广电 卫视 号外
    网络版 电子版 数字报""".split()
# 海报, 情报 and 网站's buttons end like papers and are none
_NO_OUTLET = re.compile(
    r"[海情举播申汇回电告警捷喜预]报$|(?:车站|阳台|舞台|讲台|上台|社会|会社)$|[:,!?、“”\"了的着过把被]|"
    r"^(?:生活|社会|娱乐|国际|财经|体育|政治|地方|综合|个人|创作|编译|会员|帮助|下载|用户|客服|数据|服务)中心$|百科$|^\d+人|^作者"
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
