"""`corpusclean rules`: list the rules, show one, and hold a rule file to its own examples."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

import click

from corpusclean.cli.diagnosis import touching, why_not_kept, why_not_removed
from corpusclean.cli.draft import UNSAID
from corpusclean.cli.terminal import Printer
from corpusclean.debris.rules.loader import built_in, from_file, problems
from corpusclean.debris.rules.model import Rule
from corpusclean.errors import InputError


@click.group(invoke_without_command=True)
@click.pass_context
def rules(context: click.Context) -> None:
    """The rules that recognise debris: list them, show one, test your own."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@rules.command("list")
@click.option("--family", help="Only this family, such as credits.")
def list_rules(family: str | None) -> None:
    """List all rules: id, what it does, and why."""
    chosen = [rule for rule in built_in() if family in (None, rule.family)]
    if family and not chosen:
        raise InputError(f"no family is named {family!r}; there are {', '.join(sorted(_families()))}")
    widest = max((len(rule.id) for rule in chosen), default=0)
    printer = Printer()
    for rule in chosen:
        head = f"{rule.id:<{widest}}  {rule.does:<14}  "
        printer.line([(head + rule.why, "")], len(head))


def _families() -> set[str]:
    return {rule.family for rule in built_in()}


@rules.command("show")
@click.argument("name", metavar="ID")
@click.option("--rules", "files", multiple=True, metavar="FILE", help="A rule file of your own (repeatable).")
def show_rule(name: str, files: tuple[str, ...]) -> None:
    """Show one rule: what it looks for, its proof, where it is written."""
    known = {rule.id: rule for rule in (*built_in(), *(own for file in files for own in from_file(file)))}
    if name not in known:
        near = get_close_matches(name, known, n=3)
        raise InputError(f"no rule is named {name!r}" + (f"; did you mean {', '.join(near)}?" if near else ""))
    for line in _description(known[name]):  # not folded: patterns are copied from here
        click.echo(line)


def _description(rule: Rule) -> Iterator[str]:
    yield f"{rule.id}   {rule.file}:{rule.line}"
    yield rule.why
    yield f"  does     {rule.does}, {rule.where}" + (f", takes the {rule.takes} under it" if rule.takes else "")
    if rule.host:
        yield f"  host     {rule.host}"
    if rule.confidence < 1:
        yield f"  learned  with confidence {rule.confidence:.2f}"
    yield f"  needs    {'  '.join(rule.needs)}" if rule.needs else f"  trigger  {rule.trigger}"
    yield f"  pattern  {rule.pattern}"
    yield from (f"  removes  {example}" for example in rule.removes)
    yield from (f"  keeps    {example}" for example in rule.keeps)


@rules.command("test")
@click.argument("file")
@click.pass_context
def test_rules(context: click.Context, file: str) -> None:
    """Hold the rules in FILE to their examples and say why one fails."""
    own = from_file(file)
    reasons = {**_reasons(own), **_taken(own)}
    found = [*problems(own), *_against_built_in(own)]
    for problem in found:
        click.echo(problem)
        for reason in next((told for start, told in reasons.items() if problem.startswith(start)), ()):
            click.echo(f"    {reason}")
    if found:
        context.exit(1)
    examples = sum(len(rule.removes) + len(rule.keeps) for rule in own)
    rules_held = "1 rule" if len(own) == 1 else f"{len(own)} rules"
    click.echo(f"{file}: {rules_held}, {examples} examples, all hold")
    for rule in own:
        if rule.why == UNSAID:
            click.echo(f"{file}:{rule.line}: {rule.id} does not say why yet", err=True)


def _against_built_in(own: tuple[Rule, ...]) -> Iterator[str]:
    """Lines that a built-in rule keeps on purpose and a rule of *own* would take."""
    kept = [(text, rule.id) for rule in built_in() for text in rule.keeps]
    for rule in own:
        for text, keeper in kept:
            if rule.where == "anywhere" and rule.acts_on(text):
                yield f"{rule.file}:{rule.line}: rule {rule.id}: acts on {text!r}, which {keeper} keeps"


def _reasons(own: tuple[Rule, ...]) -> dict[str, list[str]]:
    """Why lines of `removes` stay, by the beginning of the problem that says so."""
    return {
        f"{rule.file}:{rule.line}: rule {rule.id}: removes {text!r}": [*why_not_removed(rule, text), *_others(text)]
        for rule in own
        for text in rule.removes
        if not rule.acts_on(text)
    }


def _taken(own: tuple[Rule, ...]) -> dict[str, list[str]]:
    """Which rule takes lines of `keeps`, and by what part, by the beginning of the problem that says so."""
    return {
        f"{rule.file}:{rule.line}: rule {rule.id}: keeps {text!r}, but {other.id} acts": list(why_not_kept(other, text))
        for rule in own
        for text in rule.keeps
        for other in own
        if other.acts_on(text)
    }


def _others(text: str) -> Iterator[str]:
    """The built-in rules that take *text*."""
    takers = (rule for rule, acts in touching(built_in(), text) if acts)
    yield from (f"{rule.id} takes it already ({rule.where}), {rule.file}:{rule.line}" for rule in takers)
