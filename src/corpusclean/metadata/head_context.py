"""Corrects what the lines of a head are by their neighbours: alone an imprint or a headline, together the page's text.

The described lines come in, the same lines go out, some of them as text: a chat, the versions of a change log, the
data of a thing or of a meeting, the signature of a letter.  A line that a rule has labelled keeps what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from corpusclean.debris.signature import signatures
from corpusclean.document import BODY
from corpusclean.fold import fold
from corpusclean.metadata.head_line import BARE, BLANK, CANDIDATE, DEBRIS, IMPRINT, HeadLine

# a chat repeats its imprint at every line: 2020-11-08 19:02:11 三单元-小王
_MOST_IMPRINTS_OF_A_KIND = 4
# where no paragraph follows, two dated lines apart from each other are entries: v2.1（2020-07-08）
_MOST_APART = 1
_VERSION = re.compile(r"[A-Za-z]*\.?\s?\d[\w.\-]*")
_ROLE = re.compile(r"[\u3400-\u9fffA-Za-z ]{2,16}(?:记者|特派员|撰稿人|通讯员|主编|评论员)")
# 额定电压：220V, 参加人员：陈静、周敏: three in a row are data, whatever one of them looks like
# and so are 12:00 午间新闻, [09:12] 小林: 早, 白菜 1.2元/斤
_DATUM = re.compile(
    r"[\u3400-\u9fffA-Za-z ]{2,8}:\s?\S.{0,60}|\[?\d{1,2}:\d\d\]?\s.{1,60}|\S{1,10}\s\d[\d.,]*[^\d\s]\S{0,8}"
)
_FEWEST_DATA = 3
_PLACE = re.compile(r"(?:活动|会议|培训|演出|比赛)?地\s{0,2}点:.+")
# a meeting has an hour; a day alone beside a place says when and where the text was written
_HOUR = re.compile(r"[上下]午|[早晚]上|\d\s?[:时点]")
# over the signature of a letter stands what it says, under it who can be called, and no more
_FEWEST_ABOVE_SIGNATURE, _MOST_BELOW_SIGNATURE = 4, 3


def in_context(lines: Sequence[HeadLine], below: Sequence[str]) -> list[HeadLine]:
    """The lines, those that their neighbours tell as text taken back; *below* are the first of the text."""
    taken: set[int] = {*_chat(lines), *_data(lines, below)}
    if not below:
        taken |= {*_entries(lines), *_signature(lines)}
    sober = [item.as_text() if item.line.row in taken and _is_open(item) else item for item in lines]
    return list(_with_roles(sober))


def _is_open(item: HeadLine) -> bool:
    return item.line.mark.label == BODY


def _filled(lines: Iterable[HeadLine]) -> list[HeadLine]:
    return [item for item in lines if item.kind != BLANK]


def _rows(lines: Iterable[HeadLine]) -> Iterator[int]:
    yield from (item.line.row for item in lines)


def _unlabelled(lines: Iterable[HeadLine], *fields: str) -> list[HeadLine]:
    """Imprints that state one of *fields* without a label."""
    return [item for item in lines if item.kind == IMPRINT and item.imprint and item.imprint.of(*fields)]


def _chat(lines: Sequence[HeadLine]) -> Iterator[int]:
    """Where a name and a time stand over every line, that is the page's text and no imprint."""
    dated = _unlabelled(lines, "unknown", "name")
    if len(dated) >= _MOST_IMPRINTS_OF_A_KIND:
        yield from _rows(dated)


def _entries(lines: Sequence[HeadLine]) -> Iterator[int]:
    """Dated lines with a version, apart from each other."""
    dated = [item for item in _unlabelled(lines, "unknown") if _is_open(item) and _has_version(item)]
    filled = _filled(lines)
    places = [filled.index(item) for item in dated]
    apart = sum(after - before > 1 for before, after in pairwise(places))
    if apart >= _MOST_APART:
        yield from _rows(dated)


def _has_version(item: HeadLine) -> bool:
    unknown = item.imprint.of("unknown") if item.imprint else []
    return any(_VERSION.fullmatch(part.value) for part in unknown)


def events(lines: Sequence[HeadLine]) -> Iterator[int]:
    """Rows of a time with its place, which stand under a headline like an imprint and are text: 时间：… / 地点：…."""
    filled = _filled(lines)
    for place, item in enumerate(filled):
        near = filled[max(0, place - 1) : place + 2]
        timed = item.kind == IMPRINT and _HOUR.search(fold(item.text)) is not None
        if timed and any(_PLACE.fullmatch(fold(other.text)) for other in near):
            yield item.line.row


def _data(lines: Sequence[HeadLine], below: Sequence[str]) -> Iterator[int]:
    """Lines of three or more labels with their values, or times with what they bring; a labelled imprint stays one."""
    filled = _filled(lines)
    texts = [*(item.text for item in filled), *below]
    place = 0
    for datum, run in groupby(texts, lambda text: _DATUM.fullmatch(fold(text)) is not None):
        end = place + len(list(run))
        if datum and end - place >= _FEWEST_DATA:
            together = filled[place:end]
            yield from _rows(item for item in together if item.kind != IMPRINT or item.text[:1] in "[0123456789")
        place = end


def _signature(lines: Sequence[HeadLine]) -> Iterator[int]:
    """The office and the date that close a letter: its lines stand right above, and little but debris below."""
    filled = _filled(lines)
    signed = set(signatures([item.line for item in filled]))
    below = 0
    for place in range(len(filled) - 1, -1, -1):
        item = filled[place]
        if item.line.row in signed:
            above = filled[max(0, place - _FEWEST_ABOVE_SIGNATURE) : place]
            if len(above) == _FEWEST_ABOVE_SIGNATURE and all(other.kind != DEBRIS for other in above):
                yield item.line.row
        elif item.kind != DEBRIS:
            below += 1
        if below > _MOST_BELOW_SIGNATURE:
            return


def _with_roles(lines: Iterable[HeadLine]) -> Iterator[HeadLine]:
    """What a writer is, under the name: 安娜·格林 / 科技事务记者."""
    above = None
    for item in lines:
        role = item.kind == CANDIDATE and above == BARE and _ROLE.fullmatch(fold(item.text)) is not None
        above = BARE if role else item.kind
        yield item._replace(kind=BARE) if role else item
