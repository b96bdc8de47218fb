"""Writes a rule as TOML, as the loader reads it and a person likes to.

Keys and values come in, the text of a rule goes out.  Whether it is a good rule is for the loader to say.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

Value = str | float | Sequence[str]
# what the loader takes for given
_GIVEN = {"where": "anywhere", "host": ""}
_WIDTH = 120


def as_toml(rule: Mapping[str, Value]) -> str:
    r"""The text of a rule.

    >>> print(as_toml({"id": "mine:page", "pattern": r"第\d页", "where": "anywhere", "needs": ["第"]}), end="")
    [[rule]]
    id = "mine:page"
    pattern = '第\d页'
    needs = ["第"]
    """
    lines = ["[[rule]]"]
    lines += (f"{key} = {_value(key, value)}" for key, value in rule.items() if _GIVEN.get(key) != value)
    return "\n".join(lines) + "\n"


def _value(key: str, value: Value) -> str:
    if isinstance(value, (int, float)):
        return str(value)
    if not isinstance(value, str):
        return _listed(list(map(quoted, value)), _WIDTH - len(key) - 3)
    # a pattern is easier to read without doubled backslashes
    literal = key == "pattern" and "'" not in value and value.isprintable()
    return f"'{value}'" if literal else quoted(value)


def _listed(items: list[str], width: int) -> str:
    """The items of a list, on several lines where one would be too long."""
    if sum(map(len, items)) + 2 * len(items) <= width:
        return f"[{', '.join(items)}]"
    rows, row = list[str](), ""
    for item in items:
        if row and len(row) + len(item) > _WIDTH:
            rows.append(row)
            row = ""
        row += f"{' ' if row else '    '}{item},"
    return "\n".join(["[", *rows, row, "]"])


def quoted(text: str) -> str:
    """*text* as a string of TOML."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
