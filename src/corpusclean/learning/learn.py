"""Learns the frame of each site from its pages, and proposes it as rules.

Pages come in, each with its address where that is known; a `Learned` goes out, whose rules a person reviews.  Pages are
read once, in memory that does not grow with their number; the same pages give the same rules in any order of work.
Nothing is removed from any page here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from corpusclean._version import __version__
from corpusclean.debris.rules.loader import built_in
from corpusclean.debris.rules.match import RuleSet
from corpusclean.debris.rules.model import Rule
from corpusclean.debris.rules.stages import labelling_by
from corpusclean.document import BODY, Document
from corpusclean.learning.drafts import of_glued, of_lines
from corpusclean.learning.evidence import Evidence, gather, names_of_site, says_the_same
from corpusclean.learning.glued import glued
from corpusclean.learning.groups import group_of, host_in, slug_of
from corpusclean.learning.pages import Printed, distinct
from corpusclean.learning.proof import Proposal, Site, proved
from corpusclean.learning.slots import with_names
from corpusclean.learning.store import Group, Store
from corpusclean.learning.verdict import FEWEST_PAGES, LEAST_SHARE, Count, Verdict, judge
from corpusclean.metadata.imprint import read_imprint
from corpusclean.read import Page, read
from corpusclean.read.sniff import looks_like_html
from corpusclean.stage import Stage

# of a site with fewer distinct pages nothing is learned: what three of five have in common is chance
FEWEST = 10
# pages of a site that tell what the library takes of it anyway
_LOOKED_AT = 4


@dataclass(frozen=True)
class Learned:
    """What was learned: proposals of rules in order of their sites, and from how many pages and sites.

    ``pages`` are all that were read, ``again`` those of them that another page had said before.
    """

    proposals: tuple[Proposal, ...]
    pages: int
    again: int
    sites: int

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that are proposed."""
        return tuple(proposal.rule for proposal in self.proposals)

    @property
    def toml(self) -> str:
        """The rules as a rule file."""
        head = (
            f"# Learned by corpusclean {__version__} from {self.pages:,} pages of {self.sites:,} sites.\n"
            "# Look at the lines under `removes`, delete the rules that take an article's, then use the file:\n"
            "# corpusclean run CORPUS -o OUT --rules FILE\n"
        )
        return "\n".join([head, *(proposal.text for proposal in self.proposals)])

    def at_least(self, confidence: float) -> Learned:
        """Only the proposals that are so sure."""
        return self._only(proposal for proposal in self.proposals if proposal.rule.confidence >= confidence)

    def without(self, *names: str) -> Learned:
        """The proposals but for those of these ids."""
        return self._only(proposal for proposal in self.proposals if proposal.rule.id not in names)

    def _only(self, kept: Iterable[Proposal]) -> Learned:
        return replace(self, proposals=tuple(kept))

    def save(self, path: str | Path) -> None:
        """Write the rule file *path*."""
        Path(path).write_text(self.toml, "utf-8", newline="\n")


def learn(pages: Iterable[Page | tuple[Page, str | None]]) -> Learned:
    """Learn what a site prints on its pages beside its articles, as rules to review.

    Parameters
    ----------
    pages : iterable of str, bytes or soup, or of pairs of such a page and its address
        Read once and not kept.  Pages of one host are looked at together; those without an address by their likeness.

    Returns
    -------
    Learned
        Its ``rules``, its ``toml``; ``save(path)`` writes a file for ``Cleaner(rules=[path])``.

    Examples
    --------
    >>> texts = ["雨下了三天。", "船到了渡口。", "他走了很远的路。", "她没有回头看。", "风从河上吹来。", "灯亮了一夜。"]
    >>> pages = [f"渡口日报\\n{a}{b}后来大家都记得这一天。\\n更多好文请看渡口日报" for a in texts for b in texts]
    >>> found = learn((page, "https://river.example/1.html") for page in pages)
    >>> [(rule.host, rule.where, rule.removes[0]) for rule in found.rules]
    [('river.example', 'head', '渡口日报'), ('river.example', 'anywhere', '更多好文请看渡口日报')]
    """
    store = Store()
    try:
        for given in pages:
            page, url = given if isinstance(given, tuple) else (given, None)
            add(store, text_of(page, url), url)
        store.commit()
        return learned(store)
    finally:
        store.close()


def text_of(page: Page, url: str | None, kind: str = "auto") -> str:
    """The text of a page, as its lines are read for cleaning."""
    if isinstance(page, str) and (kind == "text" or (kind == "auto" and not looks_like_html(page))):
        return page
    return read(page, url=url, kind=kind).text


def add(store: Store, text: str, url: str | None) -> None:
    """Count a page that says *text*."""
    if text.strip():
        store.add(group_of(url, text, store), text)


def learned(store: Store) -> Learned:
    """What the counts in *store* show."""
    groups = store.groups()
    found = [proposal for group in groups if group.pages >= FEWEST for proposal in of_group(store, group)]
    pages, again = sum(group.pages for group in groups), sum(group.again for group in groups)
    return Learned(tuple(found), pages + again, again, len(groups))


def of_group(store: Store, group: Group) -> list[Proposal]:
    """The proposals for one group."""
    pages = distinct(store.sample(group))
    counts: dict[str, int] = {}
    for line in sorted({line for page in pages for line in page.lines}):
        counts[line] = store.pages_with(group, line)
    least = max(LEAST_SHARE * group.pages, FEWEST_PAGES)
    marked = with_names([page.marked(lambda line: counts[line] >= least) for page in pages])
    if says_the_same(marked):
        return []
    site = Site(slug_of(group.name), host_in(group.name), group.pages, marked)
    evidence = gather(marked)
    verdicts = (judge(found, _count(found, counts, group)) for found in evidence if found.on >= FEWEST_PAGES)
    known = known_lines(marked[:_LOOKED_AT])
    lines = of_lines(site, (found for found in verdicts if found and not _is_known(found, known)))
    return proved(site, [*lines, *of_glued(site, glued(marked, site.host, names_of_site(evidence)))])


def _count(evidence: Evidence, counts: Mapping[str, int], group: Group) -> Count:
    """On how many pages the template stands; a slot for a name was only seen on those that were looked at."""
    if evidence.template in counts:
        return Count(counts[evidence.template], group.pages)
    return Count(evidence.on, evidence.sampled, counted=False)


@cache
def _label_debris() -> Stage:
    """The stage that carries out the rules of the library."""
    return labelling_by(RuleSet(built_in()))


def known_lines(pages: Sequence[Printed]) -> set[str]:
    """The templates that the rules of the library take wherever they stand on *pages*."""
    taken, left = set[str](), set[str]()
    for page in pages:
        doc = _label_debris()(Document.of("\n".join(page.texts)))
        for line, mark in zip(page.lines, doc.marks, strict=True):
            (left if mark.label == BODY else taken).add(line)
    return taken - left


def _is_known(verdict: Verdict, known: Collection[str]) -> bool:
    """True for what the library takes anyway, and for a line above the text from which it reads date and source."""
    evidence = verdict.evidence
    if evidence.template in known:
        return True
    return evidence.place == "head" and any(read_imprint(text).whole for text in evidence.texts)
