"""What no rule may touch."""

from __future__ import annotations

import pytest

from corpusclean.normalize.protect import outside, protected_spans


@pytest.mark.parametrize(
    ("line", "spans"),
    [
        ("见http://a.cn/?x=1,我们", ["http://a.cn/?x=1"]),
        ("见（https://a.cn/b）。", ["https://a.cn/b"]),
        ("到www.a.cn看", ["www.a.cn"]),
        ("存到C:\\目录\\文件(1).txt 里", ["C:\\目录\\文件(1).txt"]),
        ("运行`甲,乙`和`丙`", ["`甲,乙`", "`丙`"]),
        ("<b>好</b>,<!-- 注,意 -->", ["<b>", "</b>", "<!-- 注,意 -->"]),
        ("甲&nbsp;乙", ["&nbsp;"]),
        ("[文](图,一.png)", ["](图,一.png)"]),
        ('宽="好,坏"', ['="好,坏"']),
        ('返回{"名":"甲","号":[1,2]},然后', ['{"名":"甲","号":[1,2]}']),
        ('列表["甲","乙"]是', ['["甲","乙"]']),
        ('执行print("你好,我")', ['print("你好,我")']),
        ("#好,坏#", ["#好,坏#"]),
        ("好:)", [":)"]),
        ("CEO(首席执行官)", []),
        ("他说:(笑)好", []),
        ("比分3:2,1,234元(村)", []),
        ("一个<小于号", []),
    ],
)
def test_spans(line: str, spans: list[str]) -> None:
    assert [line[start:end] for start, end in protected_spans(line)] == spans


def test_outside() -> None:
    spans = [(2, 4), (6, 8)]
    assert [outside(spans, at, at + 1) for at in range(9)] == [True, True, False, False, True, True, False, False, True]
    assert not outside(spans, 0, 9)
    assert outside([], 0, 9)
