"""What a large library of rules costs: the time to look clean pages over for 200 literals, and for 5,000.

Run it with ``python -m benchmarks.literals``.  The rules are made up, of words that the pages do not hold, since what a
hit costs depends on the rule; rounds take turns, and the least time of each counts.
"""

from __future__ import annotations

import random
from itertools import islice
from time import process_time

from benchmarks.stages import kinds
from corpusclean.debris.rules.match import RuleSet
from corpusclean.debris.rules.model import Rule
from corpusclean.document import Document

FEW, MANY = 200, 5000
ROUNDS = 15
CHARS = "版权声明责任编辑转载分享微信关注广告推荐阅读下载备案举报热线评论登录首页导航上篇客户端扫码联系我们"


def rules(count: int, text: str) -> list[Rule]:
    """So many rules of one literal each, none of which stands in *text*."""
    rnd = random.Random(7)
    words = ("".join(rnd.choices(CHARS, k=rnd.randint(3, 6))) for _ in iter(int, 1))
    new = (word for word in words if word not in text)
    return [Rule(f"made:{n}", "drop-line", "", word, needs=(word,)) for n, word in enumerate(islice(new, count))]


def main() -> None:
    """Print the two times and their ratio."""
    pages = kinds()["clean"] * 40
    text = "\n".join(pages)
    sets = {count: RuleSet(rules(count, text)) for count in (FEW, MANY)}
    least = dict.fromkeys(sets, float("inf"))
    for _ in range(ROUNDS):
        for count, made in sets.items():
            docs = [Document.of(page) for page in pages]
            began = process_time()
            for doc in docs:
                made.hits(doc)
            least[count] = min(least[count], process_time() - began)
    megabytes = len(text.encode()) / 1e6
    for count, took in least.items():
        print(f"{count:>6} literals {took * 1000 / megabytes:>8.1f} ms for 1 MB")
    print(f"ratio {least[MANY] / least[FEW]:.2f}")


if __name__ == "__main__":
    main()
