"""Says what cannot be put back: characters that a misreading has replaced by a sign that something was there.

A repaired document comes in and goes out with findings: the class, the lines, how many.  A page that holds nothing
else gives up its text, so that no one takes ``????`` for an article.  No other text is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusclean.document import Change, Document, Finding

# U+FFFD in UTF-8, read as GBK, Big5, EUC-KR and Latin-1
_TWICE = re.compile("(?:锟斤拷|锟斤|斤拷)+锟?|(?:嚙踝蕭)+|(?:占쏙옙)+|(?:ï¿½)+")
# 什么？？？？ at the end of a clause is what somebody wrote
_HAN = "[\u3400-\u9fff?？]"
# class, what it means, and what it looks like
CLASSES = (
    ("lost-characters", "replaced by U+FFFD, they cannot be put back", re.compile("\ufffd+")),
    (
        "lost-as-question-marks",
        "replaced by question marks",
        re.compile(f"(?<!{_HAN})[?？]{{4,}}|[?？]{{4,}}(?={_HAN})"),
    ),
    ("lost-as-boxes", "replaced by boxes", re.compile("□{3,}")),
    ("twice-misread", "U+FFFD in UTF-8 read as GBK", _TWICE),
    ("uninitialised-memory", "memory that was never written, read as GBK", re.compile("烫{3,}|屯{3,}|葺{4,}|铪{4,}")),
)
_SIGNS = "\ufffd □□□ ???? ？？？？ 锟斤 斤拷 嚙踝 占쏙 ï¿½ 烫烫烫 屯屯屯 葺葺 铪铪".split(" ")
_WORD = re.compile(r"[^\W_]")
# a letter or figure that no sign of loss is made of: one of them and the page is not empty
_OTHER_WORD = re.compile(r"[^\W_锟斤拷嚙踝蕭占쏙옙ï½烫屯葺铪]")


def losses(doc: Document) -> Document:
    """The document with a finding for each class of loss; without text where there is nothing else."""
    if not any(sign in doc.text for sign in _SIGNS):
        return doc
    findings = list(_findings(doc))
    if findings and _is_empty(doc.text):
        message = "the page holds nothing but signs of lost characters"
        findings.append(Finding("unreadable", message, (), len(doc.text)))
        doc = doc.edit([Change(0, len(doc.text), "", "repair:unreadable")])
    return doc.noting(findings=findings)


def _findings(doc: Document) -> Iterator[Finding]:
    lines = [line for line in doc.lines if any(sign in line.text for sign in _SIGNS)]
    known = {found.code for found in doc.findings}
    for code, message, pattern in CLASSES:
        if code == "lost-characters" and "lost-bytes" in known:
            continue  # decode has said so
        counts = {line.mark.number: sum(map(len, pattern.findall(line.text))) for line in lines}
        places = {number: count for number, count in counts.items() if count}
        if places:
            total = sum(places.values())
            yield Finding(code, f"{total} characters: {message}", tuple(sorted(places)), total)


def _is_empty(text: str) -> bool:
    """True where nothing but signs of loss, marks and blanks is left."""
    if _OTHER_WORD.search(text):
        return False
    for _, _, pattern in CLASSES:
        text = pattern.sub("", text)
    return _WORD.search(text) is None
