"""The rules of one site before those for all pages, without a second automaton for these.

Two sets of rules come in; what a document's lines hold of both comes out, the site's first.  A crawl has thousands of
hosts: the few rules of each are matched by themselves, and the many that all share are looked for once.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpusclean.debris.rules.found import Hit
from corpusclean.debris.rules.match import RuleSet
from corpusclean.document import Document


@dataclass(frozen=True)
class WithSite:
    """The rules of a site, and those for all pages."""

    site: RuleSet
    common: RuleSet

    def hits(self, doc: Document) -> list[Hit]:
        """The lines of *doc* that rules of either set may act on."""
        ours = {hit.line.row: hit for hit in self.site.hits(doc)}
        if not ours:
            return self.common.hits(doc)
        found = {hit.line.row: hit for hit in self.common.hits(doc)}
        for row, hit in ours.items():
            found[row] = Hit(hit.line, hit.found.joined(found[row].found)) if row in found else hit
        return [found[row] for row in sorted(found)]
