"""The stage that brings the text into one script, and says which it was in.

A document comes in; it goes out with one edit for each converted paragraph, the fact ``script``, and warnings for
paragraphs left on purpose.  Lines of code are never touched.
"""

from __future__ import annotations

from corpusclean.document import Document, Fact, Finding
from corpusclean.normalize.detect import detect_script
from corpusclean.normalize.script import Conversion, conversion
from corpusclean.options import Options
from corpusclean.stage import Stage, smallest

VERBATIM = "code"
_MESSAGES = {
    "classical-text": "Paragraphs in classical Chinese were left in their script.",
    "japanese-text": "Paragraphs in Japanese were left in their script.",
}


def unify_scripts(options: Options) -> Stage:
    """The stage for these options; in a pipeline its name is ``unify_script``.

    >>> doc = unify_scripts(Options())(Document.of("請問"))
    >>> doc.text, doc.facts["script"].value, doc.edits[0].rule
    ('请问', 'Hant', 'script:hans')
    """

    def unify_script(doc: Document) -> Document:
        """Bring the text into one script."""
        if "script" not in doc.facts:
            doc = doc.stating({"script": Fact(detect_script(doc.text), "script:detected", 0)})
        return doc if options.script == "keep" else _converted(doc, options.script)

    return unify_script


def _converted(doc: Document, to: str) -> Document:
    texts = ["" if mark.kind == VERBATIM else text for text, mark in zip(doc.text.split("\n"), doc.marks, strict=False)]
    result = conversion(doc.text, texts, to)
    lines = doc.lines if result.changed else ()
    rule = f"script:{to}"
    changes = [smallest(lines[row].start, lines[row].text, new, rule) for row, new in result.changed.items()]
    return doc.edit(changes).noting(findings=_findings(doc, result))


def _findings(doc: Document, result: Conversion) -> list[Finding]:
    left = {"classical-text": result.classical, "japanese-text": result.japanese}
    return [
        Finding(code, _MESSAGES[code], tuple(doc.marks[row].number for row in rows), len(rows))
        for code, rows in left.items()
        if rows
    ]
