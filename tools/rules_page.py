"""Writes docs/rules.md: every built-in rule with what it does, why, and what it removes and keeps.

The rule files come in, one Markdown page goes out; a test compares it with the one that is checked in.

    python tools/rules_page.py
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from corpusclean.debris.rules.loader import built_in
from corpusclean.debris.rules.model import Rule

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"
_VISIBLE = "␣"
_HEAD = """\
# The rules

<!-- Written by tools/rules_page.py from the rule files; do not edit. -->

{rules} rules in {families} families recognise debris by what it says. Each has examples of what it removes and of near
misses that it keeps, and all of them are tests. How to read and write a rule is told in
[How to write a rule](rules-how-to.md).
"""


def page() -> str:
    """The whole page."""
    rules = built_in()
    families = [(name, list(group)) for name, group in groupby(rules, lambda rule: rule.family)]
    parts = [_HEAD.format(rules=len(rules), families=len(families))]
    parts += [_family(name, group) for name, group in families]
    return "\n".join(parts)


def _family(name: str, rules: list[Rule]) -> str:
    lines = [f"## {name}", "", _purpose(rules[0]), ""]
    for rule in rules:
        lines += _rule(rule)
    return "\n".join(lines)


def _purpose(rule: Rule) -> str:
    """The comment that opens the family's file."""
    first = Path(rule.file).read_text("utf-8").partition("\n")[0]
    return first.removeprefix("#").strip() if first.startswith("#") else ""


def _rule(rule: Rule) -> Iterator[str]:
    place = "" if rule.where == "anywhere" else f", {rule.where} only"
    takes = ", with the list under it" if rule.takes else ""
    yield f"### {rule.id}"
    yield ""
    yield f"{rule.why} (`{rule.does}`{place}{takes})"
    yield ""
    yield f"- removes {_examples(rule.removes)}"
    yield f"- keeps {_examples(rule.keeps)}"
    yield ""


def _examples(texts: tuple[str, ...]) -> str:
    return ", ".join(map(_code, texts))


def _code(text: str) -> str:
    """Inline code; blanks at the ends and odd ones inside would not be seen, so they are shown."""
    inner = text.strip(" ")
    start = len(text) - len(text.lstrip(" "))
    shown = "".join(_VISIBLE if char.isspace() and char != " " else char for char in inner)
    shown = _VISIBLE * start + shown + _VISIBLE * (len(text) - start - len(inner))
    return f"`` {shown} ``" if "`" in text else f"`{shown}`"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
