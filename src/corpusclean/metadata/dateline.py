"""Reads the dateline of a report: who sends it, from where, on what day, and the reporters named in it.

A paragraph comes in; out goes a `Dateline` with the words as printed, its parts, and the people.  The dateline stays in
its paragraph, and a day without a year is never made a date.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from corpusclean.fold import fold
from corpusclean.metadata.byline import length_before_place, people_in_brackets
from corpusclean.metadata.names import has_surname, split_names


class Dateline(NamedTuple):
    """A dateline as printed, its outlet, and the people it names, each with a role."""

    text: str
    outlet: str = ""
    people: tuple[tuple[str, str], ...] = ()
    wire: bool = False


_DAY = r"(?:\d{1,2}月|[一二三四五六七八九十]{1,2}月)?(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})日"
# of an outlet or a place; the small words of speech are in neither
_HAN = "(?:(?![的了在是说和有着过把被这那他她我你])[\u3400-\u9fffA-Za-z·])"
_PEOPLE = r"\s?(?P<people>[(][^()]{2,60}[)])?"
_OUTLET = rf"(?P<outlet>{_HAN}{{1,12}}?(?:社|网|报|台|客户端|分站|之家|新闻|频道|中新|日报|晚报|早报))"
_REPORTER = r"(?:特派|驻\S{2,6}?)?(?:记者|特派员|通讯员)\s?(?P<name>[\u3400-\u9fff·、]{2,12}?)"
_SENT = rf"\s?/?\s?{_HAN}{{0,10}}?(?:{_DAY})?\s?(?:即时|连线|综合|专题|外电)?(?:专?电|报导|报道|专?讯|摄影)"
# each is matched at the first character of a paragraph, in this order
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        # (海北社记者樊又成嘉义县十二日电), [台湾报/记者王小明/台北报导], (记者王小明/台北报导)
        rf"(?P<dateline>[(\[]\s?(?:(?P<outlet>{_HAN}{{2,10}}?[社网报台])\s?/?\s?)?{_REPORTER}{_SENT}\s?[)\]])",
        # 王小明／高雄报导, 记者王小明／高雄报导 in front of the first word
        rf"(?P<dateline>(?:{_REPORTER}|(?P<writer>[\u3400-\u9fff·]{{2,4}}))\s?/\s?{_HAN}{{2,8}}?(?:报导|报道|电))(?=\s|$|[|:])",
        # 澜安日报记者 王小明 报道:
        rf"(?P<dateline>(?:{_OUTLET}|(?P<ours>本[报网刊台]))?\s?{_REPORTER}\s?(?:综合)?(?:报道|报导))(?=[:,])",
        # (文冬18日讯), [台中讯], (综合讯)
        rf"(?P<dateline>[(\[]\s?{_HAN}{{0,12}}(?:{_DAY})?(?:专?讯|电|报导|报道)[)\]])",
        # 新华社北京3月10日电, 中新网3月8日讯, IT之家9月30日消息
        rf"(?P<dateline>(?:{_OUTLET}|中新)\s?{_HAN}{{0,10}}?\s?{_DAY}\s?(?:专?电|讯|消息|报道|综合报道)){_PEOPLE}",
        # 本报讯, 长城网讯, 红网分站讯, 央亭网消息:
        rf"(?P<dateline>(?:{_OUTLET}|(?P<own>本[报网刊台站]))(?:综合)?(?:讯|消息(?=\s?[(:])|(?:综合)?报道(?=[(:]))){_PEOPLE}",
        # [潮讯新闻台], (潮声中文网): an outlet alone in brackets
        rf"(?P<dateline>[(\[](?P<outlet>{_HAN}{{2,10}}(?:社|网|报|台|中文网|讯))[)\]])",
    )
)
# a dateline stands within these first characters
_FIRST = 120


def read_dateline(paragraph: str) -> Dateline | None:
    """The dateline that opens *paragraph*.

    Parameters
    ----------
    paragraph : str
        A paragraph as printed.

    Returns
    -------
    Dateline or None

    Examples
    --------
    >>> read_dateline("新川社柏川5月21日电 早上六点四十分，广播里响起号声。").text
    '新川社柏川5月21日电'
    >>> read_dateline("澜安网讯（记者 王小明 通讯员 李大山）雨停了。").people
    (('author', '王小明'), ('author', '李大山'))
    >>> read_dateline("本报讯息万变的市场里，他守住了一间小店。") is None
    True
    """
    start = len(paragraph) - len(paragraph.lstrip())
    opening = fold(paragraph[start : start + _FIRST])
    for form in _FORMS:
        match = form.match(opening)
        if match is not None and _ends_well(opening, match):
            return _dateline(match, paragraph[start : start + _FIRST])
    return None


def _dateline(match: re.Match[str], opening: str) -> Dateline:
    """The parts of a match in the folded opening, as the page prints them."""
    said = {name: opening[match.start(name) : match.end(name)] for name, value in match.groupdict().items() if value}
    text, reporter = said["dateline"], said.get("name") or said.get("writer")
    people = _reporters(reporter, text) if reporter else people_in_brackets(said.get("people", ""))
    return Dateline(text, said.get("outlet", ""), people, bool(re.search("电|日", match["dateline"])))


def _reporters(words: str, dateline: str) -> tuple[tuple[str, str], ...]:
    """The names in front of a place: what a stroke ends, or of 樊又成嘉义县 as many characters as a name has."""
    rest = dateline[dateline.find(words) :]
    before, stroke, _ = fold(rest).partition("/")
    before = rest[: len(before)]
    if stroke:
        return tuple(("author", name) for name in split_names(before))
    length = length_before_place(fold(before).strip(")] "))
    if length:
        return (("author", before[:length]),)
    for length in (4, 3, 2):
        if has_surname(before[:length]) and (length < 4 or len(before) > 6):
            return (("author", before[:length]),)
    return ()


def _ends_well(opening: str, match: re.Match[str]) -> bool:
    """讯 and 电 end a dateline only where the sentence begins anew: not in 讯息, 电视, 报道员."""
    rest = opening[match.end("dateline") :]
    return match["dateline"][-1] in ")]" or not re.match("[息号问视话力影台员称速梯脑器的了商子工机线]", rest)
