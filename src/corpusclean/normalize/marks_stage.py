"""The stage that writes marks, widths and quotes one way.

A document comes in, and one whose marks are unified goes out, with an edit for every mark and a warning for quotes
that cannot be paired.  Lines of code are never touched.
"""

from __future__ import annotations

from corpusclean.document import Change, Document, Finding, Line
from corpusclean.normalize.language import CHINESE, language_of
from corpusclean.normalize.protect import protected_spans
from corpusclean.normalize.punctuation import ROUNDS, change_of, line_changes, style_for
from corpusclean.normalize.quotes import may_change_quotes, unpaired
from corpusclean.normalize.screen import lines_to_read, may_change
from corpusclean.options import Options
from corpusclean.stage import Stage

VERBATIM = "code"
_STYLES = {"hans": "curly", "hant": "corner", "tw": "corner", "hk": "corner"}


def unify_marks(options: Options) -> Stage:
    """The stage for these options; in a pipeline its name is ``unify_punctuation``.

    >>> unify_marks(Options())(Document.of("逗号,在这里")).text
    '逗号，在这里'
    """

    def unify_punctuation(doc: Document) -> Document:
        """Write marks, widths and quotes one way."""
        style = _style(options, doc.text)
        starts = {start for start, _ in lines_to_read(doc.text, style)}
        rows = [line.row for line in doc.lines if line.start in starts and line.mark.kind != VERBATIM] if starts else []
        touched = rows
        for _ in range(ROUNDS):
            lines = doc.lines
            changes = {row: _changes(lines[row], style) for row in touched}
            touched = [row for row in touched if changes[row]]
            if not touched:
                break
            doc = doc.edit(change for row in touched for change in changes[row])
            touched = [row for row in touched if may_change(doc.lines[row].text, style)]
        findings = _unpaired([doc.lines[row] for row in rows], style) if style != "keep" else []
        return doc.noting(findings=findings) if findings else doc

    return unify_punctuation


def _style(options: Options, text: str) -> str:
    """The form of quotes in the text that comes out."""
    if options.quotes != "auto":
        return options.quotes
    return _STYLES.get(options.script) or style_for(text)


def _changes(line: Line, style: str) -> list[Change]:
    shift = line.start
    return [
        change_of((start + shift, end + shift, new, rule, guessed))
        for start, end, new, rule, guessed in line_changes(line.text, style)
    ]


def _unpaired(lines: list[Line], style: str) -> list[Finding]:
    """What to say of the quotes that are left as they are."""
    found: dict[int, int] = {}
    for line in lines:
        if not may_change_quotes(line.text, style) or language_of(line.text) != CHINESE:
            continue
        if count := unpaired(line.text, protected_spans(line.text)):
            found[line.mark.number] = found.get(line.mark.number, 0) + count
    if not found:
        return []
    message = "Quotation marks that cannot be paired were left as they are."
    return [Finding("unpaired-quotes", message, tuple(sorted(found)), sum(found.values()))]
