"""How well pages are understood that print what they say about themselves in other ways: one form, many texts.

    python -m benchmarks.metadata [KIND] [--pages N] [--forms]

Every form of imprints.toml is filled in and set around the text of labelled pages, once among the debris of the page
and once alone; what the form states is the truth, whatever the page said before.  Headline and source count when they
are the same after folding, dates by the day, people as sets of names.  Held back pages take no part.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import corpusclean
from benchmarks.debris import PAGES, bare, is_held_back, load, print_table
from corpusclean.article import Article

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FORMS = Path(__file__).resolve().parent / "imprints.toml"
FIELDS = ("title", "published", "source", "authors", "editors")
# where a form stands; the dated line beside it states day and outlet
_DATED = "{iso} {time}　来源：{outlet}"
PLACES = {
    "page": "{form}\n{body}",
    "alone": "{title}\n{form}\n{body}",
    "above": f"{{title}}\n{{form}}\n{_DATED}\n{{body}}",
    "beside": f"{{title}}\n{_DATED}　{{form}}\n{{body}}",
    "under": f"{{title}}\n{_DATED}\n{{form}}\n{{body}}",
    "tail": f"{{title}}\n{_DATED}\n{{body}}\n{{form}}",
    "lead": f"{{title}}\n{_DATED}\n{{form}}{{body}}",
    "glued": f"{{title}}\n{_DATED}\n{{body}}{{form}}",
}
_AUTHORS = "王小满 李大山 欧阳静远 赵川 陈望舒 周立禾 吴梦溪 郑海 沈雨萤 黄志岚".split()
_OTHERS = "林秋 张慧岚 何铁川 韩小雪 杜若溪 马立禾 许文渡 曹小颖 段誉禾 司马青".split()
_EDITORS = "孙丽禾 钱小渡 冯远岚 蒋小溪 薛宝川 彭大渡 卢笛 石小磊 葛天禾 范冰川".split()
_OUTLETS = "澜安日报 柏川晚报 禾声网 新川社 青岩都市报 渡口周刊 云汀新闻网 沅水日报 河霄电视台 望溪发布".split()
_TIMES = "08:15 15:42 21:07 10:30 06:58 17:26 09:09 23:11 12:40 14:03".split()
_MONTHS = "January February March April May June July August September October November December".split()
_HAN = "〇一二三四五六七八九"
_FIRST_DAY, _DAYS_APART = date(2016, 10, 18), 317
# texts that name people or a source themselves say more than the form does
_NAMES_SOMEBODY = re.compile("[记記]者|通讯员|[来來]源[:：]|编辑|作者")
_SIGNED = re.compile(r"[(（][^()（）]{1,12}[)）]$")
_SHORTEST_LEAD, _FEWEST_LINES = 30, 3


class Text(NamedTuple):
    """The text of a labelled page, its headline, and the debris above and under it."""

    page: str
    title: str
    body: str
    above: str
    below: str


class Form(NamedTuple):
    """A form at one place: its template, and what it states."""

    kind: str
    place: str
    form: str
    states: Mapping[str, Any]


def forms(path: Path = FORMS) -> Iterator[Form]:
    """All forms at all their places."""
    for group in tomllib.loads(path.read_text("utf-8"))["group"]:
        for place in group["at"]:
            dated = {} if place in ("page", "alone") else {"published": "{iso}", "source": "{outlet}"}
            yield from (Form(group["kind"], place, form, {**dated, **group["states"]}) for form in group["forms"])


def texts(folder: Path = PAGES) -> Iterator[Text]:
    """Texts that open with a sentence and name nobody, each with the debris of its page."""
    for page in load(folder):
        raw, labels = page["raw"].split("\n"), {line["n"]: line["label"] for line in page["lines"]}
        rows = [row for row, label in labels.items() if label == "body"]
        body = [_SIGNED.sub("", raw[row].strip()) for row in rows]
        damaged = page.get("clean_text") is not None or page.get("pinyin") or page.get("mojibake")
        title = page["metadata"]["title"]
        if damaged or not title or is_held_back(page["id"]) or len(body) < _FEWEST_LINES:
            continue
        if (
            "。" not in body[0]
            or len(body[0]) < _SHORTEST_LEAD
            or _NAMES_SOMEBODY.search("".join(body[:2] + body[-2:]))
        ):
            continue
        debris = {row: raw[row] for row, label in labels.items() if label == "debris"}
        above = "\n".join(line for row, line in debris.items() if row < rows[0])
        below = "\n".join(line for row, line in debris.items() if row > rows[-1])
        yield Text(page["id"], title, "\n".join(body), above, below)


def values(number: int, title: str = "") -> dict[str, str]:
    """What a form is filled in with: one day, one paper and five people, others for every number."""
    day = _FIRST_DAY + timedelta(days=_DAYS_APART * (number % 10))
    hour, minute = _TIMES[number % 10].split(":")
    late = int(hour) >= 12
    return {
        **_days(day, _FIRST_DAY + timedelta(days=40), _FIRST_DAY + timedelta(days=80)),
        "time": f"{hour}:{minute}", "clock": f"{hour}:{minute}:33", "hour": hour, "minute": minute,
        "twelve": f"{(int(hour) - 1) % 12 + 1}:{minute}", "half": "PM" if late else "AM",
        "noon": "下午" if late else "上午",
        "author": _AUTHORS[number % 10], "second": _OTHERS[number % 10], "third": _AUTHORS[(number + 3) % 10],
        "editor": _EDITORS[number % 10], "fourth": _EDITORS[(number + 4) % 10],
        "outlet": _OUTLETS[number % 10], "other_outlet": _OUTLETS[(number + 4) % 10],
        "title": title, "half_title": title[: len(title) // 2], "rest_title": title[len(title) // 2 :],
    }  # fmt: skip


def _days(day: date, other: date, third: date) -> dict[str, str]:
    """One day in all the ways that pages print it, and two other days."""
    month, wide = _MONTHS[day.month - 1], str(day).translate({code: code + 0xFEE0 for code in range(45, 58)})
    return {
        "iso": str(day), "other_day": str(other), "third_day": str(third), "wide": wide, "year": str(day.year),
        "slashed": f"{day:%Y/%m/%d}", "dotted": f"{day:%Y.%m.%d}", "unpadded": f"{day.year}-{day.month}-{day.day}",
        "han": f"{day.year}年{day.month}月{day.day}日", "padded": f"{day:%Y年%m月%d日}", "mon": month[:3],
        "month": month, "day": str(day.day), "m": str(day.month), "mm": f"{day:%m}", "dd": f"{day:%d}",
        "minguo": str(day.year - 1911),
        "weekday": "一二三四五六日"[day.weekday()], "han_year": "".join(_HAN[int(digit)] for digit in str(day.year)),
        "han_month": _in_han(day.month), "han_day": _in_han(day.day),
    }  # fmt: skip


def _in_han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (_HAN[tens] if tens > 1 else "") + ("十" if tens else "") + (_HAN[ones] if ones else "")


def page_of(form: Form, text: Text, number: int, *, debris: bool) -> tuple[str, dict[str, Any]]:
    """A page in that form around that text, and what it states; a field that it does not state is None."""
    filled = values(number, text.title)
    template = PLACES[form.place].replace("{form}", form.form)
    template = form.form if "{body}" in form.form else template
    page = template.format(**filled, body=text.body)
    stated: dict[str, Any] = dict.fromkeys(FIELDS) | {"title": text.title}
    for field, value in form.states.items():
        stated[field] = [name.format(**filled) for name in value] if isinstance(value, list) else value.format(**filled)
    return "\n".join(filter(None, (text.above, page, text.below))) if debris else page, stated


def wrong(article: Article, stated: Mapping[str, Any]) -> list[str]:
    """The fields of an article that differ from what its page states."""
    return [field for field in FIELDS if _key(field, getattr(article, field)) != _key(field, stated[field])]


def _key(field: str, value: Any) -> object:
    if field == "published":
        return str(value)[:10] if value else None
    return {bare(name) for name in value or ()} if field in ("authors", "editors") else bare(value or "")


def measure(chosen: Sequence[Form], pages: Sequence[Text], *, debris: bool) -> list[tuple[Form, Counter[str]]]:
    """By form, how many pages were read, and in how many each field was wrong."""
    found: list[tuple[Form, Counter[str]]] = []
    for form in chosen:
        counts = Counter[str]()
        found.append((form, counts))
        for number, text in enumerate(pages):
            page, stated = page_of(form, text, number, debris=debris)
            counts["pages"] += 1
            counts.update(wrong(corpusclean.clean(page, kind="text"), stated))
    return found


def _shares(counts: Counter[str]) -> dict[str, float]:
    return {"pages": counts["pages"], **{field: 1 - counts[field] / counts["pages"] for field in FIELDS}}


def main() -> None:
    """Prints the shares of right answers by kind of form, and the forms that are most often read wrong."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("kind", nargs="?", default="")
    parser.add_argument("--pages", type=int, default=4, help="how many texts each form is set around")
    parser.add_argument("--forms", action="store_true", help="the forms that are read wrong on any page")
    args = parser.parse_args()
    chosen = [form for form in forms() if args.kind in form.kind]
    pages = list(islice(texts(), args.pages))
    for where, debris in (("among debris", True), ("alone", False)):
        found = measure(chosen, pages, debris=debris)
        kinds: dict[str, Counter[str]] = {}
        for form, counts in found:
            kinds.setdefault(form.kind, Counter()).update(counts)
        print_table(f"kind of form, {where}", [(kind, _shares(counts)) for kind, counts in kinds.items()])
        for form, counts in found if args.forms else ():
            if len(counts) > 1:
                print(f"  {form.place}: {form.form!r} {dict(counts)}")


if __name__ == "__main__":
    main()
