"""Shows learned rules one by one and asks what is to become of each: keep it, drop it, see where it was found.

What was learned comes in, what a person kept of it goes out.  Whoever stops keeps what was kept so far, and nothing
that was not shown.
"""

from __future__ import annotations

import click

from corpusclean.cli.terminal import Printer
from corpusclean.corpus.report.samples import visible
from corpusclean.learning.learn import Learned
from corpusclean.learning.proof import Proposal

_QUESTION = "(k)eep, (d)rop, see (c)ontexts, keep (a)ll that are left, (q)uit"
_LINES = 12


def review(found: Learned) -> Learned:
    """The proposals that a person keeps."""
    printer = Printer()
    kept: list[Proposal] = []
    for number, proposal in enumerate(found.proposals, 1):
        _show(printer, proposal, f"{number} of {len(found.proposals)}")
        answer = _answer(printer, proposal)
        if answer == "a":
            kept += found.proposals[number - 1 :]
            break
        if answer == "q":
            break
        if answer == "k":
            kept.append(proposal)
    dropped = {proposal.rule.id for proposal in found.proposals} - {proposal.rule.id for proposal in kept}
    click.echo(f"{len(kept)} rules kept, {len(dropped)} dropped", err=True)
    return found.without(*dropped)


def _answer(printer: Printer, proposal: Proposal) -> str:
    while True:
        answer: str = click.prompt(
            _QUESTION, type=click.Choice(list("kdcaq")), show_choices=False, default="d", err=True
        )
        if answer != "c":
            return answer
        for context in proposal.contexts:
            printer.line([("", "")])
            for line in context:
                printer.line([(visible(line), "bold red" if line.startswith(">") else "dim")], 2)


def _show(printer: Printer, proposal: Proposal, number: str) -> None:
    rule = proposal.rule
    printer.line([("", "")])
    printer.line([(f"{number}  {rule.id}", "bold"), (f"  confidence {rule.confidence:.2f}, {rule.where}", "")])
    printer.line([(rule.why, "")])
    for example in rule.removes[:_LINES]:
        printer.line([(f"  - {visible(example)}", "red")], 4)
    if len(rule.removes) > _LINES:
        printer.line([(f"  … {len(rule.removes) - _LINES} more", "dim")])
    for example in rule.keeps:
        printer.line([(f"  + {visible(example)}", "green")], 4)
