"""A block for datatrove pipelines: cleans every document that comes by.

A stream of documents comes in and goes out with clean text; what is known of the article goes to
``metadata["article"]``.  A document that fails goes on as it was, with the reason in ``metadata["error"]``, so that the
blocks after this one decide what becomes of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from datatrove.data import Document, DocumentsPipeline
from datatrove.pipeline.base import PipelineStep

from corpusclean.cleaner import Cleaner
from corpusclean.corpus.limits import PAGE_SECONDS, at_most


class CleanChinese(PipelineStep):  # type: ignore[misc, unused-ignore]
    """Cleans the text of every document.

    Parameters
    ----------
    seconds : float
        A page that takes longer fails.
    drop_failed : bool
        Leave documents out that fail.
    **options
        Those of `Cleaner`.
    """

    type = "🧹 - CLEANER"
    name = "🀄 corpusclean"

    def __init__(self, *, seconds: float = PAGE_SECONDS, drop_failed: bool = False, **options: Any) -> None:
        super().__init__()
        self.seconds, self.drop_failed = seconds, drop_failed
        self.cleaner = Cleaner(**options)

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Clean the documents in *data*, one by one."""
        for document in data or ():
            with self.track_time():
                failed = self._failure(document)
            self.stat_update("failed" if failed else "cleaned")
            if failed:
                document.metadata["error"] = failed
            if not (failed and self.drop_failed):
                self.update_doc_stats(document)
                yield document

    def _failure(self, document: Document) -> str:
        """Clean *document* in place; what went wrong, if anything did."""
        url = document.metadata.get("url")
        try:
            with at_most(self.seconds):
                article = self.cleaner.clean(document.text, url=url if isinstance(url, str) else None).to_dict()
        except Exception as error:  # whatever it is, it concerns this document alone
            return f"{type(error).__name__}: {error}"
        self.stat_update("removed_characters", value=max(len(document.text) - len(article["text"]), 0), unit="doc")
        document.text = article.pop("text")
        document.metadata["article"] = article
        return ""
