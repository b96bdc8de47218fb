"""The shapes a stage may be written in, and how each becomes a `Document -> Document` function.

An author writes the small function that fits the idea: a rewriter of lines, a finder of changes, a labeller of lines.
The lifts here turn it into a `Stage` and keep the trail, so that no stage handles edits itself.  A lifted stage keeps
the name of the function, which is its name in the pipeline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import reduce

from corpusclean.document import Change, Document
from corpusclean.errors import OptionError

Stage = Callable[[Document], Document]


def rewriting(rule: str, rewrite: Callable[[str], str]) -> Stage:
    """A stage that rewrites every line with one function and one rule.

    >>> stage = rewriting("demo:dash", lambda line: line.replace("--", "——"))
    >>> stage(Document.of("他说--\\n好")).text
    '他说——\\n好'
    """

    def stage(doc: Document) -> Document:
        changes = []
        for line in doc.lines:
            new = rewrite(line.text)
            if new != line.text:
                changes.append(smallest(line.start, line.text, new, rule))
        return doc.edit(changes)

    return _named(stage, rewrite)


def finding(find: Callable[[Document], Iterable[Change]]) -> Stage:
    """A stage that finds changes of many rules in the whole text.

    >>> def drop_bell(doc):
    ...     return [Change(i, i + 1, "", "demo:bell") for i, char in enumerate(doc.text) if char == "\\a"]
    >>> finding(drop_bell)(Document.of("叮\\a咚")).text
    '叮咚'
    """

    def stage(doc: Document) -> Document:
        return doc.edit(find(doc))

    return _named(stage, find)


def labelling(label: Callable[[Document], Iterable[tuple[int, str, str]]]) -> Stage:
    """A stage that says what lines are: triples of row, label and rule.

    >>> def advert(doc):
    ...     return [(line.row, "debris", "demo:ad") for line in doc.lines if line.text == "广告"]
    >>> labelling(advert)(Document.of("正文。\\n广告")).marks[1].label
    'debris'
    """

    def stage(doc: Document) -> Document:
        labels = list(label(doc))
        return doc.relabel(labels) if labels else doc

    return _named(stage, label)


def followed_by(first: Stage, second: Stage) -> Stage:
    """The stage *first*, and *second* after it where *first* did something.

    >>> drop = rewriting("demo:drop", lambda line: line.removeprefix("广告"))
    >>> shout = rewriting("demo:shout", lambda line: line + "！")
    >>> followed_by(drop, shout)(Document.of("广告来了")).text, followed_by(drop, shout)(Document.of("来了")).text
    ('来了！', '来了')
    """

    def stage(doc: Document) -> Document:
        after = first(doc)
        return after if after is doc else second(after)

    return _named(stage, first)


def repeating(*stages: Stage, rounds: int = 3) -> Stage:
    """A stage that runs *stages* again while they change the text: what one repair uncovers, the next may repair.

    >>> halve = rewriting("demo:halve", lambda line: line.replace("aa", "a"))
    >>> repeating(halve)(halve(Document.of("aaaa"))).text
    'a'
    """

    def again(doc: Document) -> Document:
        """Run the stages before this one until they change nothing."""
        for _ in range(rounds if doc.edits else 0):
            after = reduce(lambda doc, stage: stage(doc), stages, doc)
            if after.text == doc.text:
                break
            # a round says again what the one before it said of the same lines
            doc = replace(after, findings=tuple(dict.fromkeys(after.findings)))
        return doc

    return again


def settled(doc: Document, look: Iterable[Stage], write: Iterable[Stage] = (), rounds: int = 3) -> Document:
    """The document when nothing more goes, what is left of it looked at as a page of its own: twice is then as once.

    Where debris left, the page has new edges and new proportions: a share of its lines, a place in its tail.  A page
    that lost nothing is not looked at again; the stages *write* have their say only where those of *look* had one.

    >>> trim = rewriting("demo:trim", lambda line: line.removesuffix("广告"))
    >>> settled(trim(Document.of("正文。广告广告广告")), [trim]).text, settled(Document.of("正文。广告"), [trim]).text
    ('正文。', '正文。广告')
    """
    for _ in range(rounds):
        if not any(edit.removes for edit in doc.edits):
            break
        again = reduce(lambda doc, stage: stage(doc), look, doc)
        if again.text == doc.text:
            break
        again = reduce(lambda doc, stage: stage(doc), write, again)
        doc = replace(again, findings=tuple(dict.fromkeys(again.findings)))
    return doc


def installed(name: str) -> Stage:
    """The stage that another package offers under *name* in the entry point group ``corpusclean.stages``."""
    from importlib.metadata import entry_points

    for entry in entry_points(group="corpusclean.stages"):
        if entry.name == name:
            stage: Stage = entry.load()
            return stage
    raise OptionError(f"no installed package offers a stage named {name!r} (entry point group corpusclean.stages)")


def smallest(start: int, old: str, new: str, rule: str, guessed: bool = False) -> Change:
    """The smallest change that turns *old*, which stands at *start*, into *new*.

    >>> smallest(10, "前言后语", "前言，后语", "demo:comma")
    Change(start=12, end=12, new='，', rule='demo:comma', guessed=False)
    """
    head, limit = 0, min(len(old), len(new))
    while head < limit and old[head] == new[head]:
        head += 1
    tail, limit = 0, limit - head
    while tail < limit and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Change(start + head, start + len(old) - tail, new[head : len(new) - tail], rule, guessed)


def _named(stage: Stage, source: Callable[..., object]) -> Stage:
    stage.__name__ = stage.__qualname__ = getattr(source, "__name__", type(source).__name__)
    stage.__module__ = source.__module__  # so that a decorated function can be sent to another process by its name
    stage.__doc__ = source.__doc__
    return stage
