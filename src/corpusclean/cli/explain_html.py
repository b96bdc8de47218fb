"""The explanation of one page as one page of HTML that needs nothing else: no script, no font, no image.

An article and its `Explainer` come in, a str goes out.  All that is from the page is escaped; nothing of it can become
markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from corpusclean.article import Article
from corpusclean.cli.explanation import Explainer, Piece, Told

_STYLE = """\
:root { color-scheme: light dark; --ink: #1f2328; --dim: #6a737d; --line: #d8dee4; --back: #fff; --gone: #fff1f0;
  --red: #b3261e; --green: #1a7f37; --blue: #0a58a8; --violet: #7a3ea8; --amber: #8a5a00; --cyan: #0b6e75; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --dim: #9aa4ae; --line: #30363d; --back: #0d1117;
  --gone: #2d1516; --red: #ff8f87; --green: #6fdd8b; --blue: #79b8ff; --violet: #d2a8ff; --amber: #e3b341;
  --cyan: #6cd4dd; } }
body { margin: 2rem auto; max-width: 62rem; padding: 0 1rem; color: var(--ink); background: var(--back);
  font: 1rem/1.65 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.4rem; margin: 0; } header p { color: var(--dim); margin: .2rem 0 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0 0 1.5rem; padding: .8rem 1rem;
  border: 1px solid var(--line); border-radius: .4rem; font-size: .92rem; }
dt { color: var(--dim); text-align: right; } dd { margin: 0; overflow-wrap: anywhere; }
ol { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
li { display: grid; grid-template-columns: 3.2rem 1.4rem 1fr; border-bottom: 1px solid var(--line); padding: .25rem 0; }
li > * { overflow-wrap: anywhere; } li.removed { background: var(--gone); }
.number { color: var(--dim); text-align: right; padding-right: .7rem; font-variant-numeric: tabular-nums; }
.reason, .change { grid-column: 3; font-size: .85rem; color: var(--dim); }
.removed > .text, .cut { text-decoration: line-through; }
.removed > .text, .removed > .sign, .old, .cut { color: var(--red); } .new { color: var(--green); }
.moved, .name { color: var(--cyan); } .rule { color: var(--violet); } .place { color: var(--blue); }
.rule, .place { font-family: ui-monospace, Consolas, monospace; } .guessed { color: var(--amber); }
.value { font-weight: 600; } .why, .dim { color: var(--dim); }"""


def as_html(article: Article, explainer: Explainer, *, name: str = "") -> str:
    """The explanation of *article* as a whole page; *name* is that of the file."""
    title = escape(article.title or name or "corpusclean explain")
    facts = "\n".join(_fact(told.pieces) for told in explainer.ending(article))
    return "\n".join(
        (
            '<!doctype html>\n<html lang="zh">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>",
            f"<header><h1>{title}</h1><p>{escape(_subtitle(article, name))}</p></header>",
            f"<dl>\n{facts}\n</dl>\n<ol>",
            *_items(explainer.lines(article)),
            "</ol>\n</body>\n</html>\n",
        )
    )


def _subtitle(article: Article, name: str) -> str:
    version = f"corpusclean {article.version}, rules {article.rules_version}"
    return f"{name}: explained by {version}" if name else f"explained by {version}"


def _items(lines: Iterable[Told]) -> Iterator[str]:
    """One list item for each line of the page, with the reasons and changes that follow it."""
    item: list[str] = []
    for told in lines:
        if told.kind == "line":
            if item:
                yield "".join(item) + "</li>"
            (sign, _), (text, look) = told.pieces
            item = [
                f'<li class="{look}"><span class="number">{told.number}</span>'
                f'<span class="sign">{escape(sign.strip())}</span><span class="text">{escape(text)}</span>'
            ]
        else:
            item.append(f'<span class="{told.kind}">{_pieces(told.pieces)}</span>')
    if item:
        yield "".join(item) + "</li>"


def _fact(pieces: tuple[Piece, ...]) -> str:
    return f"<dt>{_pieces(pieces[:1])}</dt><dd>{_pieces(pieces[1:])}</dd>"


def _pieces(pieces: Iterable[Piece]) -> str:
    return "".join(_piece(text, look) for text, look in pieces)


def _piece(text: str, look: str) -> str:
    """*text* escaped, in its look; a path may go to the next line behind a slash, as on a phone."""
    escaped = escape(text).replace("/", "/<wbr>") if look == "place" else escape(text)
    return f'<span class="{look}">{escaped}</span>' if look else escaped
