"""Pages of made-up sites with frames, for the tests of learning."""

from __future__ import annotations

from itertools import product

BEGINS = (
    *(
        "雨下了三天，河水漫过了台阶",
        "船到渡口的时候天还没有亮",
        "老街的石板路修了整整一个冬天",
        "他在桥头卖了二十年的豆腐",
    ),
    *("她把父亲的信收在柜子里", "村里的小学只剩下九个学生", "风从北边吹来，带着麦子的味道"),
)
ENDS = (
    *("谁也没有想到后来会变成那样。", "邻居们都说那是好兆头。", "这件事一直没有写进县志。", "他说他并不后悔。"),
    *("直到今天还有人记得。", "后来的人就不大知道了。", "那一年的账本还留着。"),
)
URL = "https://news.dukou.example/{}.html"


def bodies(count: int) -> list[str]:
    """So many articles of two paragraphs, no two alike."""
    return [
        f"{a}，{b}\n{d}，过了很久，{c}"
        for number, (a, b) in enumerate(list(product(BEGINS, ENDS))[:count])
        for c, d in [
            (ENDS[(number * 3 + 1) % len(ENDS)], f"第{number}封信里写着，{BEGINS[(number * 5 + 2) % len(BEGINS)]}")
        ]
    ]


def site(
    count: int, head: str = "渡口夜话\n河运 民俗 人物", tail: str = "渡口的船天天开\n渡口夜话编辑部谢谢你读到这里"
) -> list[str]:
    """So many pages of a site with *head* and *tail* around their articles; {n} and {name} are other on each page."""
    names = ("王小明", "李大文", "陈河", "周岸青", "郑南")
    return [
        "\n".join(
            part.format(n=number * 37 + 11, name=names[number % 5])
            for part in (head, f"第{number}回的标题", body, tail)
        )
        for number, body in enumerate(bodies(count))
    ]


def with_urls(pages: list[str], url: str = URL) -> list[tuple[str, str]]:
    """The pages with addresses."""
    return [(page, url.format(number)) for number, page in enumerate(pages)]
