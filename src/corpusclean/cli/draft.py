"""Drafts a rule from lines that should go and near misses that must stay.

Lines come in, the text of a rule file goes out that passes its own test.  The pattern is the narrowest that has a
chance on the next page: the lines as they are, digits and blanks loosened, or what they have in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from corpusclean.debris.rules.loader import parse, problems
from corpusclean.debris.rules.model import Rule
from corpusclean.debris.rules.written import as_toml
from corpusclean.errors import OptionError
from corpusclean.fold import fold
from corpusclean.normalize.script import unify_script

FEWEST_REMOVES, FEWEST_KEEPS = 3, 2
# what stands in a draft until somebody writes the reason
UNSAID = "Say in one sentence why this line is not the article's text."
_HEAD = {"does": "drop-line", "why": UNSAID}
# a literal of one character stands in every line
_SHORTEST = 2
# what stands in for near misses until somebody writes them: sentences that speak of the words
_SPEAKING = ("他念了一遍“{}”，问这是什么意思。", "我们说的是{}，不是别的，对吗？")
_WORDS = re.compile(r"[^\W\d_]+")
_LOOSE = re.compile(r"\d+| +")


def draft(name: str, removes: Sequence[str], keeps: Sequence[str], *, where: str, kept: Sequence[str]) -> str:
    """The text of a rule called *name*.

    Parameters
    ----------
    name : str
        Its id, ``family:thing``.
    removes, keeps : sequence of str
        Lines that should go, and near misses; what is missing to three and two is made up from the first line.
    where : str
        Where on the page it acts.
    kept : sequence of str
        Lines that other rules keep on purpose, which it must not take either.

    Raises
    ------
    OptionError
        Where no rule can tell the lines from the near misses.
    """
    needs = _needs(removes, keeps)
    near = [*keeps, *(text.format(needs[0]) for text in _SPEAKING[: max(0, FEWEST_KEEPS - len(keeps))])]
    for pattern in _patterns(removes):
        written = {"needs": needs, "pattern": pattern, "removes": _examples(removes), "keeps": near}
        text = as_toml({"id": name, **_HEAD, "where": where, **written})
        rule = parse(text, "draft")[0]
        if not list(problems((rule,))) and not any(rule.acts_on(line) for line in kept):
            return text
    raise OptionError(
        "a near miss reads like a line that should go, so no rule can tell them apart; change one of them"
    )


def _needs(removes: Sequence[str], keeps: Sequence[str]) -> list[str]:
    """Literals that stand in every line; each near miss holds one of them, all the same one where there is such."""
    lines = [fold(text) for text in removes]
    common = [run for run in _runs(lines[0]) if all(run in line for line in lines)]
    common.sort(key=len, reverse=True)
    if not common:
        raise OptionError("the lines have no two letters in a row in common; draft a rule for each kind of line")
    for run in common:
        if all(run in fold(keep) for keep in keeps):
            return [run]
    needs = dict.fromkeys(next((run for run in common if run in fold(keep)), "") for keep in keeps)
    if "" in needs:
        raise OptionError(
            f"a near miss holds no two letters in a row of what the lines have in common ({common[0]}); near misses are"
            " sentences with the words that give the line away"
        )
    return list(needs)


def _runs(text: str) -> Iterator[str]:
    for word in _WORDS.findall(text):
        for start in range(len(word)):
            yield from (word[start:end] for end in range(start + _SHORTEST, len(word) + 1))


def _patterns(removes: Sequence[str]) -> Iterator[str]:
    """Patterns to try, the widest first: what the lines have in common, then each line by itself."""
    lines = list(dict.fromkeys(fold(text).strip() for text in removes))
    if len(lines) > 1:
        head = _shared_head(lines)
        tail = _shared_head([line[len(head) :][::-1] for line in lines])[::-1]
        between = [len(line) - len(head) - len(tail) for line in lines]
        if len(head) + len(tail) >= _SHORTEST * 2:
            yield f"{_loosened(head)}[^。!?;]{{{min(between)},{max(between) + 2}}}{_loosened(tail)}"
    choices = list(dict.fromkeys(map(_loosened, lines)))
    yield choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


def _shared_head(lines: Sequence[str]) -> str:
    """The characters that all lines begin with."""
    return "".join(chars[0] for chars in takewhile(lambda chars: len(set(chars)) == 1, zip(*lines, strict=False)))


def _loosened(line: str) -> str:
    """The line as a pattern: any number for a number, any blanks for blanks."""
    pieces, place = list[str](), 0
    for match in _LOOSE.finditer(line):
        pieces += (re.escape(line[place : match.start()]), r"\d+" if match[0].isdigit() else " *")
        place = match.end()
    return "".join((*pieces, re.escape(line[place:])))


def _examples(removes: Sequence[str]) -> list[str]:
    """The lines, and where they are fewer than three, the first as other pages write it."""
    first = removes[0].strip()
    made = [*removes, _in_other_script(first), f" {first}", f"\u3000\u3000{first}"]
    made = [text for text in made if text in removes or fold(text).strip() == fold(first)]  # 犇 is 奔, and folds to 犇
    return list(dict.fromkeys(made))[: max(FEWEST_REMOVES, len(dict.fromkeys(removes)))]


def _in_other_script(text: str) -> str:
    """The line in Traditional characters, or where it is in these in Simplified ones."""
    other = unify_script(text, to="hant")
    return other if other != text else unify_script(text, to="hans")


def unused(name: str, rules: Sequence[Rule]) -> str:
    """*name*, or *name* with the first number behind it that no rule has."""
    taken = {rule.id for rule in rules}
    names = (name, *(f"{name}-{number}" for number in range(2, len(taken) + 3)))
    return next(free for free in names if free not in taken)
