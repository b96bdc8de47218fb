"""Lines under the text that name people or a source, and those that stay."""

from __future__ import annotations

import pytest

from corpusclean.document import Document
from corpusclean.metadata.tail import label_tail

BODY = "天还没亮，渡口的早市就开秤了，船上的鱼还在跳。" * 6


def labelled(line: str) -> bool:
    return bool(label_tail(Document.of(f"{BODY}\n{line}"), "metadata:imprint"))


@pytest.mark.parametrize(
    "line",
    [
        "■王小满",
        "□ 王小满 李大山",
        "by 王小满",
        "特约评论员 王小满",
        "来源 柏川晚报",
        "（记者 王小满）",
        "柏川晚报编辑 赵小川",
    ],
)
def test_people_and_source_leave(line: str) -> None:
    assert labelled(line)


@pytest.mark.parametrize(
    "line",
    [
        "王小满",
        "■ 早市开秤",
        "● 记者 走进渡口",
        "编辑 有话说",
        "by the river",
        "评论员说，渡口不会关。",
        "（一九八五年）",
    ],
)
def test_other_lines_stay(line: str) -> None:
    assert not labelled(line)
