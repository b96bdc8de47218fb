"""One way of writing marks: width, punctuation, quotes and the blanks beside them.

Text comes in, and text or the changes to make go out.  A screen at C speed picks the lines that can change at all; each
is read once from left to right, and every mark is handed to the rule for it.  Han characters, digits, addresses and
code are never changed, and neither is text in ASCII or in Japanese.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from corpusclean.document import Change
from corpusclean.errors import InputError, OptionError
from corpusclean.normalize import dashes, marks, spacing, width
from corpusclean.normalize.brackets import bracket_changes
from corpusclean.normalize.language import CHINESE, LATIN, language_of
from corpusclean.normalize.latin import latin_changes
from corpusclean.normalize.protect import Span, outside, protected_spans
from corpusclean.normalize.quotes import has_quotes, may_change_quotes, quote_changes
from corpusclean.normalize.screen import lines_to_read, may_change
from corpusclean.normalize.signs import BLANKS, HAN

QUOTES = ("auto", "curly", "corner", "keep")
# a change may bring the next mark into Chinese context; all moves go one way, and prose settles in two rounds
ROUNDS = 30

_WIDE_WORD = "".join(map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))))
# which rule reads which mark
RULES: dict[str, marks.Rule] = {
    ",": marks.comma,
    ";": marks.semicolon,
    ":": marks.colon,
    ".": marks.full_stop,
    **dict.fromkeys("!?", marks.shout),
    **dict.fromkeys("。…⋯", marks.ellipsis),
    **dict.fromkeys("，！", marks.repeated),
    "-": dashes.hyphens,
    "—": dashes.long_dash,
    **dict.fromkeys("―─", dashes.bars),
    **dict.fromkeys("•‧・･", dashes.dot),
    **dict.fromkeys(_WIDE_WORD, width.full_width_word),
    **dict.fromkeys("．％", width.full_width_sign),
    **dict.fromkeys(spacing.INVISIBLE, spacing.invisible),
    **dict.fromkeys(BLANKS, spacing.blank),
}
# a Change of a tuple of its five fields, four times faster than the class that checks them
change_of: Callable[[tuple[int, int, str, str, bool]], Change] = partial(tuple.__new__, Change)
# between Chinese text on both sides there is nothing to weigh, and most marks typed in half width stand there
_PLAIN = {
    ",": ("，", "punctuation:comma", False),
    ";": ("；", "punctuation:semicolon", False),
    ":": ("：", "punctuation:colon", False),
    "!": ("！", "punctuation:exclamation", False),
}
# the empty group marks the plain ones; a full-width mark is of interest only where another follows
_MARK = re.compile(
    f"[{re.escape(''.join(RULES))}](?:"
    f"(?<=[{HAN}”）》][,;:!])(?=[{HAN}“‘「《（])()|(?<=[{HAN}]!)(?=[”’」])()|(?<![，。！])|(?<=[，。！])(?=[，、。！])"
    ")"
)
_WIDE = re.compile(f"[{_WIDE_WORD}．％]")


def unify_punctuation(text: str, quotes: str = "auto") -> str:
    """Write punctuation, width, quotes and the blanks beside marks one way.

    Parameters
    ----------
    text : str
        Paragraphs, one a line.
    quotes : str
        ``"curly"`` (“‘’”), ``"corner"`` (「『』」), ``"keep"``, or ``"auto"``: corner in Traditional text, curly
        elsewhere.

    Returns
    -------
    str
        The text with the same Han characters, digits, addresses and code.

    Raises
    ------
    InputError
        A `TypeError`: for anything but a str.
    OptionError
        For another value of *quotes*.

    Examples
    --------
    >>> unify_punctuation("他说:“好吗?”2020年,我们......")
    '他说：“好吗？”2020年，我们……'
    >>> unify_punctuation("比分3:2,见 http://a.cn/?x=1,y")
    '比分3:2，见 http://a.cn/?x=1,y'
    """
    if not isinstance(text, str):
        raise InputError(f"unify_punctuation takes text (str), not {type(text).__name__}")
    if quotes not in QUOTES:
        raise OptionError(f"quotes={quotes!r} is not one of {', '.join(map(repr, QUOTES))}")
    style = style_for(text) if quotes == "auto" else quotes
    pieces: list[str] = []
    position = 0
    for start, end in lines_to_read(text, style):
        pieces += (text[position:start], _settled(text[start:end], style))
        position = end
    return "".join(pieces) + text[position:]


def style_for(text: str) -> str:
    """The form of quotes that goes with the script of *text*."""
    if not has_quotes(text):
        return "curly"
    from corpusclean.normalize.script import detect_script

    return "corner" if detect_script(text) == "Hant" else "curly"


def _settled(line: str, style: str) -> str:
    """The line when the rules find nothing more to change."""
    for _ in range(ROUNDS):
        changes = line_changes(line, style)
        if not changes:
            break
        line = _applied(line, changes)
        if not may_change(line, style):
            break
    return line


def _applied(line: str, changes: list[Change]) -> str:
    """The line with the changes made; they are in order."""
    pieces: list[str] = []
    position = 0
    for start, end, new, _, _ in changes:
        pieces += (line[position:start], new)
        position = end
    return "".join(pieces) + line[position:]


def line_changes(line: str, style: str) -> list[Change]:
    """What one round of the rules changes in a line, in order."""
    language = language_of(line)
    if language == CHINESE:
        return _chinese(line, protected_spans(line), style)
    return _latin(line, protected_spans(line), style) if language == LATIN else []


def _chinese(line: str, spans: list[Span], style: str) -> list[Change]:
    changes = _marks(line, spans, _MARK)
    found = len(changes)
    if "(" in line or ")" in line:
        changes += bracket_changes(line, spans)
    if style != "keep" and may_change_quotes(line, style):
        changes += quote_changes(line, spans, style)
    if " " in line:
        changes += spacing.segmented_blanks(line, spans)
    if "—" in line:
        changes += dashes.paired_dashes(line, spans)
    return changes if len(changes) == found else sorted(changes)


def _latin(line: str, spans: list[Span], style: str) -> list[Change]:
    changes = [*_marks(line, spans, _WIDE), *latin_changes(line, spans)]
    if style == "curly" and ("「" in line or "『" in line):  # no mark of English
        changes += quote_changes(line, spans, style)
    return sorted(changes)


def _marks(line: str, spans: list[Span], kinds: re.Pattern[str]) -> list[Change]:
    """Hand every mark to its rule; a run of one mark is handed over once."""
    changes: list[Change] = []
    done = 0
    for match in kinds.finditer(line):
        at = match.start()
        change: Change | None
        if match.lastindex:
            change = change_of((at, at + 1, *_PLAIN[line[at]]))
        elif at < done or (at and line[at - 1] == line[at]):
            continue
        else:
            change = RULES[line[at]](line, at)
        # "好! ,好": both marks take the blank between them along; the second waits for the next round
        if change and change.start >= done and (not spans or outside(spans, change.start, change.end)):
            done = change.end
            changes.append(change)
    return changes
