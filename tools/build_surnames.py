"""Write src/corpusclean/data/surnames.txt: the Chinese surnames by which names of people are told from words.

The lists stand below and nothing else is read: this puts them together, drops what is left out or said twice, and
writes one line for surnames of one character and one for those of two.  BOOK and BOOK_OF_TWO are the surnames of the
Hundred Family Surnames (百家姓, Northern Song, public domain); LEFT_OUT and LATER were chosen by hand, not counted in
a corpus.
Run `python tools/build_surnames.py` after changing a list.
"""

from __future__ import annotations

import pathlib

TARGET = pathlib.Path(__file__).parent.parent / "src/corpusclean/data/surnames.txt"

BOOK = """
    赵钱孙李 周吴郑王 冯陈褚卫 蒋沈韩杨 朱秦尤许 何吕施张 孔曹严华 金魏陶姜 戚谢邹喻 柏水窦章 云苏潘葛 奚范彭郎
    鲁韦昌马 苗凤花方 俞任袁柳 酆鲍史唐 费廉岑薛 雷贺倪汤 滕殷罗毕 郝邬安常 乐于时傅 皮卞齐康 伍余元卜 顾孟平黄
    和穆萧尹 姚邵湛汪 祁毛禹狄 米贝明臧 计伏成戴 谈宋茅庞 熊纪舒屈 项祝董梁 杜阮蓝闵 席季麻强 贾路娄危 江童颜郭
    梅盛林刁 钟徐邱骆 高夏蔡田 樊胡凌霍 虞万支柯 昝管卢莫 经房裘缪 干解应宗 丁宣贲邓 郁单杭洪 包诸左石 崔吉钮龚
    程嵇邢滑 裴陆荣翁 荀羊於惠 甄麴家封 芮羿储靳 汲邴糜松 井段富巫 乌焦巴弓 牧隗山谷 车侯宓蓬 全郗班仰 秋仲伊宫
    宁仇栾暴 甘钭厉戎 祖武符刘 景詹束龙 叶幸司韶 郜黎蓟薄 印宿白怀 蒲邰从鄂 索咸籍赖 卓蔺屠蒙 池乔阴郁 胥能苍双
    闻莘党翟 谭贡劳逄 姬申扶堵 冉宰郦雍 郤璩桑桂 濮牛寿通 边扈燕冀 郏浦尚农 温别庄晏 柴瞿阎充 慕连茹习 宦艾鱼容
    向古易慎 戈廖庾终 暨居衡步 都耿满弘 匡国文寇 广禄阙东 欧殳沃利 蔚越夔隆 师巩厍聂 晁勾敖融 冷訾辛阚 那简饶空
    曾毋沙乜 养鞠须丰 巢关蒯相 查后荆红 游竺权逯 盖益桓公 晋楚闫法 汝鄢涂钦 归海岳帅 缑亢况琴 商牟佘佴 伯赏墨哈
    谯笪年爱 阳佟言福"""
BOOK_OF_TWO = """
    万俟 司马 上官 欧阳 夏侯 诸葛 闻人 东方 赫连 皇甫 尉迟 公羊 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 公孙 仲孙 轩辕
    令狐 钟离 宇文 长孙 慕容 鲜于 闾丘 司徒 司空 亓官 司寇 仉督 子车 颛孙 端木 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 夹谷
    宰父 谷梁 百里 东郭 南门 呼延 羊舌 微生 梁丘 左丘 东门 西门 南宫 第五"""
# words that begin so are on every page, names hardly on any: 平安, 计划, 国家
LEFT_OUT = "水平计强支经於山车全暴从能党通农别充终居步都国广东利空相后红权益公法汝归海况琴伯赏墨年爱阳言福"
# surnames of today that the book lacks, some of them of the peoples of the south-west
LATER = """
    肖付代覃苑仝禤邸区闭渠种揭苟冼麦丘粟亓鹿楼奉仉仵隋矫但由迟兰邝岩母郇郄谌侍刑潭修兀操贠才曲庹衣宾卿呼漆斗茶朴玄刀"""
LATER_OF_TWO = "太史 独孤 相里"


def main() -> None:
    """Put the lists together and write them."""
    single = dict.fromkeys("".join(BOOK.split()) + "".join(LATER.split()))
    kept = "".join(char for char in single if char not in LEFT_OUT)
    double = "".join(dict.fromkeys((*BOOK_OF_TWO.split(), *LATER_OF_TWO.split())))
    head = "# written by tools/build_surnames.py after the Hundred Family Surnames; surnames of one character, of two"
    TARGET.write_text("\n".join((head, kept, double)) + "\n", "utf-8")
    print(f"{len(kept)} surnames of one character, {len(double) // 2} of two")


if __name__ == "__main__":
    main()
