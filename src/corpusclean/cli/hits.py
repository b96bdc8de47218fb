"""All that one rule did in files, folders and tables of pages, each place with the lines around it.

Paths and the id of a rule (or a family) come in; lines to print go out, page by page, as the pages are read.  Pages are
cleaned as `run` would clean them, and nothing is written; a row that `run` would set aside is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import pairwise

from corpusclean.article import Article
from corpusclean.cleaner import Cleaner
from corpusclean.cli.explanation import CONTEXT, Explainer, Told, headed
from corpusclean.cli.facts import visible
from corpusclean.cli.fates import Fate, fates
from corpusclean.cli.origins import Origins
from corpusclean.cli.reasons import FAMILIES
from corpusclean.corpus.columns import clean_fields, find_column
from corpusclean.corpus.readers import find_sources
from corpusclean.corpus.rows import Raw, rows
from corpusclean.corpus.units import split
from corpusclean.corpus.work import fields_of
from corpusclean.document import Edit
from corpusclean.errors import InputError, OptionError
from corpusclean.glance import fitted

# characters before a change in a long line: Chinese ones take a third of the columns shown
_BEFORE = CONTEXT // 6


def check_rule(name: str, origins: Origins) -> None:
    """Raise an `OptionError` where no rule, stage or family is called *name*."""
    families = {rule.partition(":")[0] for rule in origins.rules} | FAMILIES.keys()
    if name in families or name in origins.rules or origins.of(name).place:
        return
    near = get_close_matches(name, [*origins.rules, *families], n=3)
    raise OptionError(f"no rule or family is named {name!r}" + (f"; did you mean {', '.join(near)}?" if near else ""))


def hits(
    inputs: Sequence[str], rule: str, cleaner: Cleaner, explainer: Explainer, column: str | None = None
) -> Iterator[Told]:
    """What *rule* did in the pages of *inputs*, and at the end how often and why; *column* has the text of tables."""
    pages = touched = count = 0
    for name, article in _articles(inputs, cleaner, column):
        pages += 1
        found, lines = _in_page(article, rule, explainer)
        if found:
            touched += 1
            count += found
            yield from (Told("blank", ((visible(name), "value"),)), *lines, Told("blank"))
    if not pages:
        raise InputError(f"{inputs[0]}: holds no page; if its text column has a name of its own, say --column NAME")
    origin = explainer.origins.of(rule)
    of_pages = f"{touched} of {pages} page{'s' if pages != 1 else ''}"
    told = f"{count} line{'s' if count != 1 else ''} in {of_pages}"
    place = ((f"  {origin.place}", "place"),) if origin.place else ()
    yield Told("blank", ((told, "value"), ("  ", ""), (rule, "rule"), *place))
    if origin.why:
        yield Told("blank", ((origin.why, "why"),))


def _articles(inputs: Sequence[str], cleaner: Cleaner, column: str | None) -> Iterator[tuple[str, Article]]:
    for unit in split(find_sources(inputs)):
        for raw in rows(unit):
            if raw.error:
                continue
            if raw.form == "page":
                url, kind = raw.given.get("url"), raw.given["kind"]
                yield raw.given["id"], cleaner.clean(raw.data, url=url, kind=kind)
            elif (found := _of_row(raw, cleaner, column)) is not None:
                yield found


def _of_row(raw: Raw, cleaner: Cleaner, column: str | None) -> tuple[str, Article] | None:
    """Name and article of a row of a table; None where it has no text."""
    try:
        fields = fields_of(raw)
        name = find_column(fields, column)
    except (ValueError, TypeError):  # no JSON, no object, no such column
        return None
    if not isinstance(fields[name], (str, bytes)):
        return None
    return str(fields.get("id", f"{raw.source}#{raw.number}")), clean_fields(cleaner, fields, name)


def _in_page(article: Article, rule: str, explainer: Explainer) -> tuple[int, list[Told]]:
    """How many lines *rule* touched, and these between the lines above and below them, as ``grep -C 1`` shows them."""
    told = [fate for fate in fates(article) if fate.became != "blank"]
    touched = {place: narrowed for place, fate in enumerate(told) if (narrowed := _narrowed(fate, rule))}
    shown = sorted({near for place in touched for near in (place - 1, place, place + 1) if 0 <= near < len(told)})
    lines: list[Told] = []
    for before, place in pairwise([-2, *shown]):
        if lines and place > before + 1:
            lines.append(Told("blank", (("    ⋯", "dim"),)))
        lines += explainer.of(touched[place]) if place in touched else [_context(told[place])]
    return len(touched), lines


def _narrowed(fate: Fate, rule: str) -> Fate | None:
    """*fate* with only what *rule* did, or nothing where it did nothing."""
    changed = tuple(edit for edit in fate.edits if _is(edit.rule, rule))
    if not changed and not _is(fate.rule, rule):
        return None
    return fate._replace(edits=changed, text=_around(fate, changed))


def _is(name: str, rule: str) -> bool:
    return name == rule or name.partition(":")[0] == rule


def _context(fate: Fate) -> Told:
    told = headed(fate)
    (sign, _), (text, _) = told.pieces
    return told._replace(pieces=((sign, "dim"), (fitted(text, CONTEXT), "dim")))


def _around(fate: Fate, changed: Sequence[Edit]) -> str:
    """The text of a kept line from shortly before the first change, so that the place is in sight."""
    if fate.became != "kept" or not changed:
        return fate.text
    start = max(0, fate.text.find(changed[0].old) - _BEFORE)
    return ("…" if start else "") + fate.text[start:]
