"""A report as one HTML page that needs nothing else: no network, no other file, and no script to be read.

The findings come in, HTML goes out.  Everything from pages is escaped and a content policy forbids all loading, so that
a hostile page in the corpus stays text.  The script only filters what is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from importlib import resources
from typing import Any

from corpusclean.corpus.report.findings import told_of_learned
from corpusclean.corpus.report.plots import bars, by_time, columns
from corpusclean.corpus.report.samples import around, visible
from corpusclean.corpus.tables import utf8

# a number is shorter than this and stays in one line
SHORT = 16
# rules that are open at first, so that whoever only looks sees what a cut is
SHOWN = 3
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"


def as_page(report: Mapping[str, Any]) -> str:
    """The HTML page of *report*."""
    sections = (
        ("removed", "What was removed", _removed(report)),
        ("lost", "Pages that lost most", _lost(report)),
        ("facts", "Facts found", _facts(report)),
        ("warnings", "Warnings and pages set aside", _troubles(report)),
        ("corpus", "The corpus", _corpus(report)),
        ("silent", "Rules that never fired", _silent(report)),
        ("card", "For the data set's card", _card(report)),
    )
    links = "".join(f'<a href="#{name}">{title}</a>' for name, title, _ in sections)
    body = "".join(f'<section id="{name}"><h2>{title}</h2>{inside}</section>' for name, title, inside in sections)
    return utf8(
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<title>{_text(report['name'])}: cleaning report</title><style>{_data('page.css')}</style></head>\n"
        f"<body><header><h1>{_text(report['name'])}</h1>{_figures(report)}<nav>{links}</nav></header>\n"
        f"<main>{body}</main>\n<script>{_data('page.js')}</script></body></html>\n"
    )


def _data(name: str) -> str:
    return (resources.files(__package__) / name).read_text("utf-8")


def _text(value: Any) -> str:
    return escape(visible(str(value)), quote=True)


def _figures(report: Mapping[str, Any]) -> str:
    pages, characters = report["pages"], report["characters"]
    figures = [
        (f"{pages['written']:,}", f"pages written of {pages['read']:,} read", ""),
        (f"{pages['set_aside']:,}", "set aside", "bad" if pages["set_aside"] else ""),
        (f"{characters['removed_share']:.1%}", f"of {characters['read']:,} characters removed", ""),
        (f"{pages['lost_over_half']:,}", "pages lost over half", "bad" if pages["lost_over_half"] else ""),
        (f"{pages['emptied']:,}", "have no text left", "bad" if pages["emptied"] else ""),
    ]
    items = "".join(f'<li class="{kind}"><b>{number}</b> {label}</li>' for number, label, kind in figures)
    learned = f"<p>{_text(told_of_learned(report['learned']))}</p>" if "learned" in report else ""
    versions = "".join(f"<p>corpusclean {_text(version)}</p>" for version in report["versions"])
    return f'{versions}{learned}<ul class="figures">{items}</ul>'


def _removed(report: Mapping[str, Any]) -> str:
    families = report["families"]
    plot = bars([(item["family"], item["removed"]) for item in families if item["removed"]], "characters by family")
    choices = "".join(f'<option value="{_text(item["family"])}">{_text(item["family"])}</option>' for item in families)
    filters = (
        '<form class="filters" role="search"><label>Rule or text <input type="search" id="words"></label>'
        f'<label>Family <select id="family"><option value="">all</option>{choices}</select></label>'
        f'<output id="shown">{len(report["rules"])} rules</output></form>'
    )
    return f"<p>Characters taken out, by family of rules.</p>{plot}{filters}" + "".join(
        _rule(item, shown=place < SHOWN) for place, item in enumerate(report["rules"])
    )


def _rule(item: Mapping[str, Any], *, shown: bool) -> str:
    more = "".join(
        f", {item[name]:,} {label}"
        for name, label in (("added", "put in"), ("guessed", "guessed"), ("labelled", "labelled only"))
        if item[name]
    )
    size = f"{item['removed']:,} characters, {item['share']:.2%}" if item["removed"] else f"{item['edits']:,} edits"
    return (
        f'<details class="rule" data-family="{_text(item["family"])}"{" open" * shown}>'
        f"<summary><code>{_text(item['rule'])}</code><span>{size}</span></summary>"
        f"<p>{item['edits']:,} edits on {item['pages']:,} pages; {item['removed']:,} characters taken out{more}</p>"
        f"<ul>{''.join(map(_sample, item['samples']))}</ul></details>"
    )


def _sample(item: Mapping[str, Any]) -> str:
    new = f"<ins>{_text(item['new'])}</ins>" if item["new"] else ""
    old = f"<del>{_text(item['old'])}</del>" if item["old"] else ""
    place = f"<small>{_text(item['page'])}, line {item['line']}</small>"
    return f"<li><q>{_text(around(item['before']))}{old}{new}{_text(around(item['after']))}</q>{place}</li>"


def _lost(report: Mapping[str, Any]) -> str:
    steps = [(f"{place * 10}–{place * 10 + 10} %", pages) for place, pages in enumerate(report["losses"])]
    rows = (
        (f"{page['ratio']:.1%}", f"{page['read']:,}", f"{page['kept']:,}", page["id"], page["title"] or page["begins"])
        for page in report["lost_most"]
    )
    table = _table(("lost", "characters", "kept", "page", "title or first words"), rows)
    return (
        "<p>Pages by the share of their characters that left as debris or metadata. Columns far on the right, and these"
        f" pages, are where to see whether too much was taken.</p>{columns(steps, 'pages by share lost')}{table}"
    )


def _facts(report: Mapping[str, Any]) -> str:
    found = [(name, known["pages"]) for name, known in report["facts"].items()]
    return "<p>Pages that state each fact.</p>" + bars(found, "pages by fact") if found else "<p>None.</p>"


def _troubles(report: Mapping[str, Any]) -> str:
    rows = (
        (known["code"], f"{known['pages']:,}", f"{known['count']:,}", known["message"]) for known in report["warnings"]
    )
    failures = ((reason, f"{count:,}") for reason, count in report["failures"].items())
    warned = _table(("warning", "pages", "places", "as one page says it"), rows)
    return warned + _table(("set aside because of", "pages"), failures)


def _corpus(report: Mapping[str, Any]) -> str:
    named = {"hosts": "Hosts", "sources": "Sources", "scripts": "Scripts", "encodings": "Encodings"}
    parts = [
        f"<h3>{title}</h3>{bars(list(report[what].items()), f'pages by {what}')}"
        for what, title in named.items()
        if report[what]
    ]
    if report["dates"]:
        dates = by_time(list(report["dates"].items()))
        parts.append(f"<h3>Dates</h3>{columns(dates, 'pages by date of publication')}")
    return "".join(parts)


def _silent(report: Mapping[str, Any]) -> str:
    names = "".join(f"<li><code>{_text(name)}</code></li>" for name in report["never_fired"])
    return f"<details><summary>{len(report['never_fired'])} in all</summary><ul class='names'>{names}</ul></details>"


def _card(report: Mapping[str, Any]) -> str:
    lines = "\n".join(map(_text, report["card"].split("\n")))
    return f'<button type="button" id="copy">Copy</button><pre id="markdown">{lines}</pre>'


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    heads = list(head)
    body = "".join(f"<tr>{''.join(map(_cell, heads, row))}</tr>" for row in rows)
    if not body:
        return ""
    return (
        f"<table><thead><tr>{''.join(f'<th>{name}</th>' for name in heads)}</tr></thead><tbody>{body}</tbody></table>"
    )


def _cell(head: str, value: str) -> str:
    kind = ' class="number"' if value[:1].isdigit() and len(value) < SHORT else ""
    return f'<td{kind} data-head="{head}">{_text(value)}</td>'
