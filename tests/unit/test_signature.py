"""The office and the date that sign a notice are told from the foot of a page."""

from __future__ import annotations

import pytest

from corpusclean.debris.signature import signatures
from corpusclean.document import Document


def signed(*lines: str) -> list[str]:
    return [lines[row] for row in signatures(Document.of("\n".join(lines)).lines)]


@pytest.mark.parametrize(
    ("signer", "day"),
    [
        ("渡口镇人民政府", "2024年3月1日"),
        ("中共渡口镇委员会", "二〇二四年三月一日"),
        ("渡口航运有限公司", "2024 年 3 月 1 日（星期五）"),
        ("鎮長　程遠帆", "中華民國113年3月1日"),
    ],
)
def test_signatures(signer: str, day: str) -> None:
    assert signed("特此通告。", signer, "  " + day) == [signer, "  " + day]


@pytest.mark.parametrize(
    "lines",
    [
        ("渡口航运有限公司 版权所有", "2024年3月1日"),
        ("桥头烧饼铺换了新招牌", "2024年3月1日"),
        ("渡口镇人民政府", "2024-03-01 12:30"),
        ("渡口镇人民政府", "主办", "2024年3月1日"),
    ],
)
def test_no_signature(lines: tuple[str, ...]) -> None:
    assert signed(*lines) == []
