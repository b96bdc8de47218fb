"""Finds the words under pictures, labels their lines, and states them as captions with heading and credit.

A document whose debris is labelled comes in; out goes one with captions labelled and the fact captions stated.  A
paragraph of the body is never one, however near a picture it stands.
"""

from __future__ import annotations

import re
from itertools import pairwise

from corpusclean.article import Caption
from corpusclean.document import BODY, Document, Fact, Line
from corpusclean.fold import fold

UNDER_IMAGE, HEADING, WITH_CREDIT = "captions:under-image", "captions:heading", "captions:agency-credit"
# the longest sentence seen under an image's file name has 34 characters; a paragraph of news is longer
_LONGEST_UNDER_IMAGE = 45
# （图文互动）（1）飘扬的红旗: an agency's headline of a picture
_HEADING = re.compile(r"\([^()]{2,60}(?:\([^()]{0,20}\)[^()]{0,30})?\)\(\d{1,3}\)\S.{1,80}")
_CREDIT = re.compile(
    r"(?P<credit>[(\[]?(?:[\u3400-\u9fff]{2,8}(?:记者|通讯员)|记者|通讯员)?\s?"
    r"(?:[\u3400-\u9fff·]{2,4}\s?/?\s?(?:摄影|摄)|[\u3400-\u9fff]{2,4}社发|"
    r"[\u3400-\u9fff]{2,8}\s?供图|[\u3400-\u9fff·]{2,4}/图|图/[\u3400-\u9fff·]{2,8}|(?:示意图|资料照片?)[^()]{0,30})[)\]]?)[。]?$"
)

# 新华社记者 王小明摄, 新华社发: what an agency sets behind the words under its picture
_AGENCY = re.compile(
    r"(?:^|[。!?…)”\"\s?])[(\[]?"
    r"(?:[\u3400-\u9fff]{1,8}(?:社|报|网)(?:记者|通讯员)\s?[\u3400-\u9fff·]{2,4}\s?摄|[\u3400-\u9fff]{2,4}社发)[)\]]?[。]?\s*$"
)
_SCREEN = re.compile("[摄攝社](?:(?<=社)[发發]|(?<=[摄攝])\\s*[)）]?。?\\s*$)", re.M)  # one class first, for C speed


def find_captions(doc: Document) -> Document:
    """Label captions and state them."""
    found = {**_under_images(doc), **_with_credit(doc)}
    lines = [line for line in doc.lines if line.mark.label == "caption" or line.row in found]
    labels = [(row, "caption", rule) for row, rule in found.items()]
    captions = []
    for line in lines:
        heading = _heading(doc, line)
        if heading is not None:
            labels.append((heading.row, "caption", HEADING))
        captions.append(_caption(line, heading))
    if not captions:
        return doc
    rule = found.get(lines[0].row, lines[0].mark.rule)
    before = doc.facts.get("captions")
    if before is not None:  # the page is looked at again, and its first captions have left the text
        return doc.relabel(labels).stating({"captions": before._replace(value=(*before.value, *_merged(captions)))})
    return doc.relabel(labels).stating({"captions": Fact(_merged(captions), rule, captions[0].line)})


def _with_credit(doc: Document) -> dict[int, str]:
    """Paragraphs that end with an agency's credit; a page of nothing else is a gallery, and they are its text."""
    if not _SCREEN.search(doc.text):
        return {}
    prose = [line for line in doc.lines if line.mark.label == BODY and len(line.text) > _LONGEST_UNDER_IMAGE]
    signed = [line for line in prose if _AGENCY.search(fold(line.text[-40:]))]
    return {line.row: WITH_CREDIT for line in signed} if 2 * len(signed) < len(prose) else {}


def _under_images(doc: Document) -> dict[int, str]:
    """Short sentences right under the name of an image file, where that happens again or stands before the body."""
    if not any(mark.rule.startswith("image-files:") for mark in doc.marks):
        return {}
    found = []
    filled = [line for line in doc.lines if line.text.strip()]
    for image, line in pairwise(filled):
        under = image.mark.rule.startswith("image-files:") and line.mark.label == BODY
        if under and len(line.text.strip()) <= _LONGEST_UNDER_IMAGE:
            found.append(line)
    first = next((line.row for line in filled if line.mark.label == BODY and len(line.text) > _LONGEST_UNDER_IMAGE), 0)
    if len(found) >= 2 or (found and found[0].row < first):
        return {line.row: UNDER_IMAGE for line in found}
    return {}


def _heading(doc: Document, line: Line) -> Line | None:
    """The bracketed headline right above a caption."""
    for above in reversed(doc.lines[max(0, line.row - 3) : line.row]):
        if above.text.strip():
            return above if _HEADING.fullmatch(fold(above.text.strip())) else None
    return None


def _caption(line: Line, heading: Line | None) -> Caption:
    text = line.text.strip()
    match = _CREDIT.search(fold(text))
    credit = text[match.start("credit") : match.end("credit")].strip("()（）[]【】 ") if match else None
    words = text[: match.start("credit")].strip() if match else text
    return Caption(words, heading.text.strip() if heading else None, credit, line.mark.number)


def _merged(captions: list[Caption]) -> tuple[Caption, ...]:
    """A caption printed twice, the first time cut short with …, is one caption."""
    kept: list[Caption] = []
    for caption in captions:
        if kept and kept[-1].text.rstrip(".… ") and caption.text.startswith(kept[-1].text.rstrip(".… ")):
            kept.pop()
        kept.append(caption)
    return tuple(kept)
