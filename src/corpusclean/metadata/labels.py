"""The words of an imprint: labels and what they introduce, and the parts that say nothing of our fields.

Data in the folded form, with the patterns that are built from it.  The words were collected from the imprints of some
three hundred pages, mainland, Taiwan, Hong Kong and overseas.
"""

from __future__ import annotations

import re

# field -> the labels that introduce it
LABELS = {
    "author": """
        作者 本文作者 原作者 文章作者 作者姓名 原文作者 记者 本报记者 本网记者 本刊记者 本台记者 特约记者 实习记者
        实习生 见习记者 文字记者 全媒体记者 通讯员 本报通讯员 特约通讯员 特约撰稿人 特约撰稿 特约评论员 撰文 撰稿 撰稿人
        供稿 供稿人 文 文字 采写 采访 采编 编译 翻译 译者 作词 词 作曲 曲 讲员 主讲 编导 编剧 导演 发布人 发布者 发帖人
        投稿人 发表人 文/图 图/文 图文 著者 主笔 写手 楼主 博主 UP主 原著 作文作者 执笔 投稿 采访撰文 采访/撰文
        采访整理 文图 文、图 图、文 文并图 文、摄影 文/摄 文/摄影 撰文/摄影 译 特约撰稿 评论员 本报评论员 原创 张贴者
        发文者 by""",
    "editor": """
        编辑 责任编辑 责编 本文编辑 文字编辑 网络编辑 网站编辑 核稿编辑 值班编辑 执行编辑 文编 实习编辑 见习编辑
        本期编辑
        本版编辑 本文责编 本期责编 本版责编 值班责编 新媒体编辑 微信编辑 稿件编辑 编发 选稿""",
    "credit": """
        校对 责任校对 审核 审校 初审 复审 终审 一审 二审 三审 监制 总监制 监审 摄影 摄 图 图片 供图 供图人 图源
        图片来源 摄像 视频 剪辑 制作 设计 美编 排版 版面 策划 总策划 统筹 主编 总编辑 值班主任 值班编委 签发 签审
        审签 录入 上传 信息员 插画 漫画 海报 配音 主播 出品 出品人 编曲 审稿 复核 核稿 发布审核 视觉 技术 运营 值班
        审读 编审 播音 后期 录入者 录入人 责任编审 美术编辑 图片编辑 视频编辑 口述 整理 文字整理""",
    "source": """
        来源 文章来源 信息来源 新闻来源 消息来源 稿件来源 内容来源 稿源 来源于 来源网站 来源媒体 转自 转载自 摘自
        原载 出处 文章出处 发布单位 发布机构 发布部门 信息来源单位 来源单位 供稿单位 发稿单位 发布处室 来自 本文来源
        原文来源
        媒体来源 来源平台 文章转自 本文转自 原文转自 本文来自 文章来自 原文出处 稿源单位 转发自 出自""",
    "published": """
        发布日期 发布时间 发表日期 发表时间 发表于 发布于 发布 发表 日期 时间 发稿时间 发稿日期 上传时间 上传日期
        刊登日期 刊出日期 添加时间 录入时间 公布日期 公开日期 信息时间 上线时间 发帖时间 发文时间 提交时间 上版日期
        上架日期 播出时间 生成日期 登载日期 报道时间 张贴日期 本文发布于 本文发表于 创建时间 出版 刊出 出版时间
        公布时间 刊发时间 刊发日期 首发时间 首次发布 首发 上网日期 上网时间 登载时间 推送时间 建立日期 建立时间
        公告日期 公告时间
        张贴时间 发布于 信息发布日期 信息发布时间 信息提供日期 date posted published""",
    "updated": """
        更新时间 更新日期 最后更新 最后更新时间 最后更新日期 最新更新 最近更新 修改时间 修改日期 更新 更新于 最后修改
        最后编辑 最后更新于 编辑日期 编辑时间 最近修改 update updated modified""",
    "written": "成文日期 成文时间 发文日期 印发日期 签发日期 制发日期 写作时间 发文时间",
    "url": "本文链接 原文链接 本文地址 原文地址 链接 网址 文章网址 链接地址 转载请注明原文链接",
    "section": "栏目 所属栏目 分类 频道 类别 所属分类 信息类别 分类于 归类于 发表在 收录于 分类目录",
    "keyword": "关键词 关键字 标签 Tag Tags 文章关键词 主题词",
    "original-title": "原标题 原题 原文标题",
    "number": "发文字号 文号 文件编号 发文文号",
    "issuer": "发文机关 发文单位 制发机关",
    "index": "索引号 信息索引号",
    "other": """
        点击 点击量 点击数 点击率 阅读 阅读量 阅读数 阅读次数 浏览 浏览量 浏览数 浏览次数 访问量 访问次数 人气
        人气指数 热度
        字号 字体 字体大小 评论 评论数 回复 查看 分享 分享到 字数 下载 下载次数 公文目录 组配分类 信息分类 公开类别
        公开范围 有效期 文档序号 有效性 主题分类 体裁 大小 视力保护色
        背景色 投递 状态 推荐 收藏 点赞 围观 已阅读 点阅数 点阅 点击次数 累计浏览 阅读时间 附件 页数 资料来源 数据来源
        公开方式
        公开形式 公开程序 生效日期 失效日期 归档时间 截止日期 截止时间 活动时间 开始时间 结束时间 注册时间 最后登录
        当前时间 今天是 收稿日期 修回日期 录用日期 接收日期 定稿日期 基金项目 文章编号 中图分类号""",
}
FIELD = {word.lower(): field for field, words in LABELS.items() for word in words.split()}


def _spaced(word: str) -> str:
    """The label, blanks allowed inside: 作 者, 来　源."""
    return r"\s{0,4}".join(map(re.escape, word)) if 2 <= len(word) <= 5 else re.escape(word)


_WORDS = "|".join(_spaced(word) for word in sorted(FIELD, key=len, reverse=True))
# labels that stand before their value with no colon between: 责任编辑 王小明, 记者 李大山, 文/张小河, 编辑 | 陈大文
_BARE = """
        责任编辑 责编 实习编辑 核稿编辑 编辑 特约撰稿人 特约评论员 本报评论员 撰稿 供稿 采写 采访 翻译 译 文、图 文图
        图文 by
        本报记者 本网记者 本刊记者 本台记者 特约记者 实习记者 见习记者 记者 通讯员 作者 撰文
        校对 审核 监制 摄影 来源 稿源 文/图 图/文 文 图 摄 供图 本文发布于 发表于 发布于 发表 发布 更新时间 更新于
        更新 核稿 主编 编译 编导 posted""".split()
LABEL = re.compile(
    r"(?:^|(?<=[\s|,;()\[\]/·•、。\d@☉◎■□●○◆◇△▲])|(?<=[\u3400-\u9fff]:)|"
    r"(?<=[报网社台刊端])(?=(?:作者|来源)\s?:|编辑\s))(?:"
    rf"(?P<colon>{_WORDS})\s{{0,3}}[:=]|(?P<bare>{'|'.join(_BARE)})(?:\s{{0,3}}[|/]\s?|\s+@?\s*|(?=\d{{4}}[-/年.])))",
    re.I,
)
# where a line opens with a label or a date, labels may be glued to what stands before: 作者:王小明时间:2019-03-08
_LONG = "|".join(map(re.escape, sorted((word for word in FIELD if len(word) > 1), key=len, reverse=True)))
# 会议日期:, 报名时间: are dates of something else
ANY_DATE = re.compile(r"(?P<word>[\u3400-\u9fff]{2,6}(?:日期|时间))\s{0,3}:(?=\s{0,3}\d)")
GLUED = re.compile(rf"(?P<colon>{_LONG})\s{{0,3}}:", re.I)
OPENS_GLUED = re.compile(rf"[\s\[(]*(?:(?:{_LONG})\s{{0,3}}:|文档序号:|(?:19|20)\d\d[-/.年]\d)", re.I)
# 编辑陈大文, 校对李大山: a role that a name is glued to; a reporter has more forms
GLUED_ROLE = re.compile(
    r"(?:本文|本期)?(?P<role>(?:责任|核稿|实习)?编辑|责编|校对|审核|监制)(?P<name>[\u3400-\u9fff]{2,3})"
)
# no label is read without one of these behind it
LABEL_SCREEN = re.compile(r"[:=|/\s]|\d{4}")
# a desk in front of a reporter is no part of the name: 新川社记者 王小明, 全媒体记者 李大山
OWN_REPORTER = re.compile(
    r"^(?P<outlet>\S{1,10}?(?:[网报社台]|新闻|客户端|中心|周刊|杂志|发布|频道|传媒|在线))?(?:全媒体|融媒体|特约|实习|见习|首席)?(?P<role>记者|通讯员|实习生|特派员|评论员|撰稿人)"
)
CHUNK = re.compile(r"《[^《》]{1,30}》|[^\s|/,;、>\[\]()]+")
_PROVINCES = """
        北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川
        贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 海外""".split()
# where reporters of agencies sit, and what stands for a place: 王朋台北报导, 王小明综合报导
PLACES = tuple(
    """
    台北 新北 桃园 台中 台南 高雄 基隆 新竹 苗栗 彰化 南投 云林 嘉义 屏东 宜兰 花莲 台东 澎湖 金门 马祖 香港 澳门 北京
    上海 东京 华盛顿 纽约 伦敦 巴黎 首尔 综合 连线 即时""".split()
)
_BUTTONS = r"""
        人参与(?:评论|讨论)? 评论 阅读 浏览 点击 点击数 阅读数 分享 收藏 打印 举报 关闭 字号 字体 字数 回复 订阅 大 中
        小 特大
        超大 正文 微博 微信 我有话说 网友评论 快讯 即时 原创 转载 编辑 正常 关注 \+关注 繁体 简体 扫码阅读 手机看
        听新闻 播报 来源 作者 发表 发布 推荐 置顶 楼主 A\+? A- T 只看该作者 只看大图 倒序浏览 阅读模式 显示全部楼层
        回帖奖励 来自手机 投诉 复制链接 字号选择 views? min read date posted by on 摄影报道 图文报道 GMT CST
        北京时间 香港时间
        星期[一二三四五六日天] 周[一二三四五六日天] 上午 下午 发布人 报道 报导 综合报导 即时报导 发[布表]于\S{1,6}
        来自\S{1,8} IP属地\S{0,6} \S{1,8}(?:官方账号|官方号|综合报道|报道|报导) \S{0,8}[网报社]讯 来自 \S{0,4}礼拜
        \S{0,4}原创 整理 于 (?:生活|社会|娱乐|国际|财经|体育|政治|地方|综合)中心 [一-龥]{1,2}[代朝] 星期 更新
        (?:上午|下午)?\d{1,2}时 (?:\d{1,2}月\d{1,2}日|\d\d-\d\d) (?:昨天|今天|前天|刚刚)
        \d{1,2}(?:分钟|小时|天|个月)前 \d+楼 第?\d+版 A\d+ 次 人 日 月 年 保存 查看 赞 踩 更多 放大 缩小 默认
        加入收藏 纠错 我要纠错 分享到 投稿 顶部 文并摄 文/摄 文/图 文并图 文图 图文 撰文摄影
        (?:连线|即时|综合|专题)(?:报导|报道)
        农历\S{1,10} (?:mon|tues|wednes|thurs|fri|satur|sun)day \(?(?:mon|tue|wed|thu|fri|sat|sun)\.?\)?
        第?[A-Z]?\d{1,3}版\S{0,6}
        [A-Z]\d{1,2}(?:版)? 第 版 (?:(?:19|20)\d\d年)?第\d+期 (?:点赞|阅读|评论|收藏|转发|分享)[数量] 发自\S{1,6}
        [大中小]字体 手机版 电脑版 我要\S{2,3} 分享到\S{2,4} 参与评论\d*人? 总第\d+期 已于
        修改 浏览次数 随笔 散文 诗歌 杂文 生活 社会 民生
        国际 国内 时政 要闻 财经 体育 娱乐 科技 教育 健康 文化 旅游 汽车 房产 美食 观点 专题 热点 头条 其他
        未分类""".split()
# parts that say nothing of our fields: counts, font sizes, buttons, where the writer sits
FILLER = re.compile(
    r"《[^《》]{1,30}》|"
    r"(?:人气|阅读|点击|浏览|积分|帖子|字数|回复|查看|评论|威望|金钱|经验|粉丝|关注|精华|主题|热度|分享|收藏|点赞|文章|播放)(?:次?[量数])?\s?[\d.,万kKwW+]+|"
    r"[\d.,:+\-×xX*#]+[万千kKwW]?(?:次|人|条|字|分钟)?(?:播放|阅读|浏览|围观|参与|评论|点击|观看|点赞|回复|转发|收藏)?|"
    rf"\d*(?:{'|'.join(_BUTTONS)})|"
    r"[A-Z]{1,3}\d{2,5}|"  # behind the name of an editor
    # 河南, 湖南省长沙市, and not 青岩日报
    rf"(?!\S*(?:[报网社台站]|卫视|新闻|在线|频道|发布|广电|电视|客户端|公司|大学))"
    rf"(?:{'|'.join(_PROVINCES)})(?:省|市)?(?:[一-龥]{{2,3}}[市县区州]?)?|[^\w\u3400-\u9fff]+",
    re.I,
)
ADDRESS = re.compile(r"(?:https?://|www\.)[\w./?=&%#:~+\-]+", re.I)
