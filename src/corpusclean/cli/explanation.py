"""A page as a diff with reasons: what was kept, removed and changed, by which rule, line by line.

An article comes in, `Told` lines go out, each in pieces with the name of what it is; terminal and HTML give these names
their looks.  Nothing is judged here: all is taken from the article, the rules and what the judge of lines said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from corpusclean.article import Article
from corpusclean.cli.facts import facts, visible
from corpusclean.cli.fates import Fate, fates
from corpusclean.cli.origins import Origins
from corpusclean.document import Edit
from corpusclean.glance import fitted

Piece = tuple[str, str]  # text, and what it is: a name in the looks of terminal and HTML
Change = tuple[str, str, bool]  # old, new, guessed
# kept lines are context: so many columns of one, to know it again on one line of a terminal
CONTEXT = 70
# of many equal changes in a line, so many are shown
SHOWN = 5
# a change of a passage this long is told character by character
LONG = 6
# families that touch nearly every line and explain themselves: told briefly
WRITING = ("punctuation", "width", "spacing", "quotes", "script")
_SIGNS = {"kept": " ", "removed": "-", "joined": "⤴"}
MOVED = "»"
# what is said before the rule; of another line the field that it is kept in
_BECAME = {
    "removed": "",
    "debris": "labelled debris: ",
    "meta": "labelled meta: ",
    "joined": "joined to the line above: ",
}
_UNDER_IT = "In the list under such a line: "


class Told(NamedTuple):
    """One line of the explanation: ``kind`` is line, reason, change, fact or blank; ``number`` that of a line."""

    kind: str
    pieces: tuple[Piece, ...] = ()
    number: int = 0


class Explainer:
    """Tells what became of a page.

    Parameters
    ----------
    origins : Origins
        Where rules are written.
    judged : mapping of int to str
        What the judge of lines said of a line, by its number.
    full : bool
        Tell every change, and kept lines whole.
    whole : bool
        Tell kept lines whole.
    """

    def __init__(
        self, origins: Origins, judged: Mapping[int, str] | None = None, *, full: bool = False, whole: bool = False
    ) -> None:
        self.origins, self.judged, self.full, self.whole = origins, judged or {}, full, whole or full
        self._known: set[str] = set()

    def lines(self, article: Article) -> Iterator[Told]:
        """Every line of the page that is not blank, with its reasons and changes under it."""
        above = ""
        for fate in fates(article):
            if fate.became == "blank":
                continue
            # of lines joined one after the other, one reason is enough
            yield from self.of(fate._replace(rule="") if fate.became == above == "joined" else fate)
            above = fate.became

    def of(self, fate: Fate) -> Iterator[Told]:
        """One line of the page, and under it why it went and what was changed in it."""
        yield headed(fate, whole=self.whole)
        if fate.rule:
            became = _BECAME.get(fate.became, f"kept as {fate.became}: ")
            why = self._why(fate.rule, _UNDER_IT if self._is_listed(fate) else "")
            yield Told("reason", (*((became, "moved"),) * bool(became), *self._named(fate.rule), *why))
        if fate.became in ("removed", "debris") and fate.number in self.judged and self.origins.is_judgement(fate.rule):
            yield Told("reason", ((self.judged[fate.number], "why"),))
        yield from self._changes(fate)

    def _changes(self, fate: Fate) -> Iterator[Told]:
        """What was changed inside the line: repairs rule by rule, the way of writing in one line a family."""
        groups: dict[str, list[Edit]] = {}
        for edit in fate.edits:
            name = edit.family if edit.family in WRITING and not self.full else edit.rule
            groups.setdefault(name, []).append(edit)
        for name, edits in groups.items():
            distinct = list(dict.fromkeys(change for edit in edits for change in self._parts(edit)))
            shown = distinct if self.full else distinct[:SHOWN]
            pieces = [piece for change in shown for piece in _change(*change)]
            if len(shown) < len(distinct):
                pieces.append((f"… {len(distinct) - len(shown)} more  ", "dim"))
            times = f" ×{len(edits)}" if len(edits) > 1 else ""
            yield Told("change", (*pieces, (name + times, "rule"), *self._once(name)))

    def _parts(self, edit: Edit) -> Iterator[Change]:
        """The change of an edit; where it rewrote a passage character by character, those that differ."""
        if self.full or len(edit.old) != len(edit.new) or len(edit.old) < LONG:
            yield edit.old, edit.new, edit.guessed
        else:
            pairs = zip(edit.old, edit.new, strict=True)
            yield from ((old, new, edit.guessed) for old, new in pairs if old != new)

    def ending(self, article: Article) -> Iterator[Told]:
        """The facts with their evidence, the captions, the warnings, and the sum of it."""
        for name, value in facts(article):
            if name == "captions":  # told one by one below
                continue
            evidence = article.evidence.get(name)
            place = f"  line {evidence.line}, " if evidence and evidence.line else "  "
            read = ((place, "dim"), *self._named(evidence.rule)) if evidence else ()
            yield _fact(name, (visible(value), "value"), *read)
        for caption in article.captions:
            said = " ".join(filter(None, (caption.heading, caption.text, caption.credit)))
            shown = visible(said) if self.full else fitted(said, CONTEXT)  # it stands whole on its line
            yield _fact("caption", (shown, "value"), (f"  line {caption.line}", "dim"))
        for warning in article.warnings:
            told = f"{warning.code}: {visible(warning.message)}{_on_lines(warning.lines)}"
            yield Told("fact", (("warning", "guessed"), (told, "")))
        counts = ", ".join(f"{family} {count}" for family, count in article.edit_counts().items()) or "none"
        yield _fact("edits", (f"{counts}; {article.removed_ratio:.1%} of the page removed", ""))

    def _named(self, rule: str) -> tuple[Piece, ...]:
        return ((rule, "rule"), *self._place(rule))

    def _why(self, rule: str, before: str = "") -> tuple[Piece, ...]:
        why = self.origins.of(rule).why
        return ((f"  {before}{why}", "why"),) if why else ()

    def _is_listed(self, fate: Fate) -> bool:
        """True where not the line fits its rule, but a line above it under which a list goes too."""
        rule = self.origins.rules.get(fate.rule)
        return bool(rule and rule.takes and fate.taken and not rule.acts_on(fate.taken))

    def _once(self, rule: str) -> tuple[Piece, ...]:
        """Place and reason of a change, where its rule comes first: a damaged page has hundreds of one kind."""
        if rule in self._known or rule in WRITING:
            return ()
        self._known.add(rule)
        return (*self._place(rule), *self._why(rule))

    def _place(self, rule: str) -> tuple[Piece, ...]:
        place = self.origins.of(rule).place
        return ((f"  {place}", "place"),) if place else ()


def headed(fate: Fate, *, whole: bool = False) -> Told:
    """The line itself: a sign for what became of it, and its text; *whole*, or no more than tells it from others."""
    sign = _SIGNS.get(fate.became, MOVED)
    look = {MOVED: "moved", "⤴": "dim", "-": "removed", " ": "kept"}[sign]
    text = visible(fate.text.strip())
    if sign == " " and not whole:
        text = fitted(text, CONTEXT)
    return Told("line", ((sign + " ", f"sign-{look}"), (text, look)), fate.number)


def _change(old: str, new: str, guessed: bool) -> Iterator[Piece]:
    if old:
        yield visible(old, blanks=True), "old" if new else "cut"
    if new:
        yield "→" if old else "+", "dim"
        yield visible(new, blanks=True), "new"
    if guessed:
        yield " (guessed)", "guessed"
    yield "  ", ""


def _fact(name: str, *pieces: Piece) -> Told:
    return Told("fact", ((name, "name"), *pieces))


def _on_lines(numbers: tuple[int, ...]) -> str:
    if not numbers:
        return ""
    more = f" and {len(numbers) - SHOWN} more" if len(numbers) > SHOWN else ""
    return f" (line{'s' * (len(numbers) > 1)} {', '.join(map(str, numbers[:SHOWN]))}{more})"
