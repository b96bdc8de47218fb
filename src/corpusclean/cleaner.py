"""The public way in: one page or many, cleaned with one set of options.

A page comes in as str, bytes or soup; an `Article` goes out.  A `Cleaner` builds its pipeline once; the functions here
use one with default options.  No state is shared between two Cleaners, and none is kept of a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache, cached_property
from typing import Any

from corpusclean import trail
from corpusclean._version import __version__
from corpusclean.article import Article
from corpusclean.assemble import assemble
from corpusclean.debris.rules.choose import choose, fingerprint, of_site
from corpusclean.debris.rules.match import RuleSet
from corpusclean.document import Document, Edit
from corpusclean.options import Options
from corpusclean.parallel import map_in_order
from corpusclean.pipeline import Pipeline, build
from corpusclean.read import Page, read
from corpusclean.read.addresses import host_of
from corpusclean.remember import Kept
from corpusclean.stage import Stage

# sites whose pipelines are kept: a crawl has thousands, and the pages of one stand mostly together
_HOSTS = 64


class Cleaner:
    """Cleans pages with one set of options, all keyword-only.

    Parameters
    ----------
    script : str
        Script of the text that comes out: ``"hans"`` Simplified, ``"hant"`` Traditional as OpenCC prints it, ``"tw"``
        and ``"hk"`` Traditional in the forms of Taiwan and of Hong Kong, or ``"keep"``.
    punctuation : str
        ``"full"`` writes full-width marks in Chinese context; ``"keep"`` leaves marks and widths alone.
    quotes : str
        ``"auto"`` (“” in Hans, 「」 in Hant), ``"curly"``, ``"corner"`` or ``"keep"``.
    debris : str
        ``"remove"``, or ``"label"``: no line leaves, and every block has its label and rule.
    captions : str
        ``"aside"`` (in `Article.captions`), ``"inline"`` or ``"drop"``.
    caution : str
        ``"normal"``, or ``"high"``: only named rules remove, place and shape of a line never do.
    enable, disable : iterable of str
        Ids or families of rules; with *enable* only those take part.
    rules : iterable of str or Path
        Rule files of your own, which come before the built-in ones.
    pipeline : Pipeline or iterable of stages
        The stages to run in place of those the other options choose.

    Raises
    ------
    OptionError
        For an unknown option or value.
    RuleError
        For a rule file that cannot be used.

    Examples
    --------
    >>> cleaner = Cleaner(script="hant")
    >>> cleaner.clean("他们去时,天还没亮。").text
    '他們去時，天還沒亮。'
    >>> [article.text for article in cleaner.pipe(["第一页。", "第二页。"])]
    ['第一頁。', '第二頁。']
    """

    def __init__(self, *, pipeline: Pipeline | Iterable[Stage] | None = None, **options: Any) -> None:
        self.options = Options.of(**options)
        self._own = pipeline if pipeline is None or isinstance(pipeline, Pipeline) else Pipeline(tuple(pipeline))
        self._common = RuleSet(choose(self.options)) if self._own is None else None
        self._pipeline = self._own or build(self.options, common=self._common)
        self._by_host: Kept[Pipeline] = Kept(_HOSTS)

    def __reduce__(self) -> tuple[Any, ...]:
        # built stages are closures, so the other process builds its own
        return _rebuilt, (type(self), self._own, self.options)

    def __repr__(self) -> str:
        """The options that are not the default ones.

        >>> Cleaner(script="hant")
        Cleaner(script='hant')
        """
        usual = Options()
        given = ((item.name, getattr(self.options, item.name)) for item in fields(Options))
        changed = (f"{name}={value!r}" for name, value in given if value != getattr(usual, name))
        own = (f"pipeline={', '.join(self._own.names)!r}",) if self._own else ()
        return f"{type(self).__name__}({', '.join((*own, *changed))})"

    @property
    def pipeline(self) -> Pipeline:
        """The stages that a page without a known site goes through."""
        return self._pipeline

    @cached_property
    def rules_version(self) -> str:
        """A short name of the set of rules in force, equal where the rules are."""
        return fingerprint(self.options)

    def clean(self, page: Page, *, url: str | None = None, kind: str = "auto") -> Article:
        """Clean one page; the parameters are those of `corpusclean.clean`."""
        return self._finish(read(page, url=url, kind=kind))

    def pipe(self, pages: Iterable[Page], *, workers: int = 1) -> Iterator[Article]:
        """Clean many pages, lazily and in order.

        Parameters
        ----------
        pages : iterable of str, bytes or soup
            Read as they are needed.
        workers : int
            Processes to use; 1 works in this process.
        """
        return map_in_order(self.clean, pages, workers=workers)

    def _finish(self, doc: Document) -> Article:
        cleaned = self.pipeline_for(doc.url)(doc)
        return assemble(cleaned, version=__version__, rules_version=self.rules_version)

    def pipeline_for(self, url: str | None) -> Pipeline:
        """The stages that a page from *url* goes through: with the rules of its site, if there are any."""
        host = host_of(url) if url and self._common else ""
        site = of_site(self.options, host) if host else ()
        if not site:
            return self.pipeline
        known = self._by_host.get(host)
        return known or self._by_host.keep(host, build(self.options, common=self._common, site=site), weight=1)


def _rebuilt(cls: type[Cleaner], pipeline: Pipeline | None, options: Options) -> Cleaner:
    return cls(pipeline=pipeline, **{item.name: getattr(options, item.name) for item in fields(options)})


@cache
def _default() -> Cleaner:
    return Cleaner()


def clean(page: Page, *, url: str | None = None, kind: str = "auto") -> Article:
    """Clean one page with default options.

    Parameters
    ----------
    page : str, bytes, bytearray, memoryview, BeautifulSoup or Tag
        Scraped text or an HTML page.
    url : str, optional
        Where the page is from; it picks the rules of the site and fills `Article.url`.
    kind : str
        ``"text"``, ``"html"``, or ``"auto"``, which takes a str for HTML only where a document opens or block tags
        cover most lines.

    Returns
    -------
    Article
        With empty text and a warning where nothing of the page can be kept.

    Raises
    ------
    InputError
        A `TypeError`: for None, a number, a Path and all else that is not a page.

    Examples
    --------
    >>> clean("今天下雨,路上人少.\\n分享到:微信").text
    '今天下雨，路上人少。'
    """
    return _default().clean(page, url=url, kind=kind)


def clean_text(page: Page, *, url: str | None = None, kind: str = "auto") -> str:
    """The clean text of one page; parameters and errors are those of `clean`.

    >>> clean_text("今天下雨,路上人少。")
    '今天下雨，路上人少。'
    """
    return clean(page, url=url, kind=kind).text


def replay(page: Page, edits: Iterable[Edit], *, kind: str = "auto") -> str:
    """The clean text, rebuilt from a page and the edits that `clean` recorded for it.

    Parameters
    ----------
    page : str, bytes, bytearray, memoryview, BeautifulSoup or Tag
        The page that was cleaned.
    edits : iterable of Edit
        `Article.edits`, all of them and in their order.
    kind : str
        The kind that `clean` was given.

    Raises
    ------
    TrailError
        Where an edit does not fit the page.

    Examples
    --------
    >>> page = "今天下雨,路上人少。"
    >>> replay(page, clean(page).edits)
    '今天下雨，路上人少。'
    """
    return trail.forward(read(page, kind=kind).text, edits)
