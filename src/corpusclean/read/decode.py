"""To be written properly."""

from __future__ import annotations

from typing import NamedTuple

from corpusclean.document import Finding


class Decoded(NamedTuple):
    text: str
    encoding: str
    lossy: bool

    def findings(self) -> tuple[Finding, ...]:
        return ()


def decode(data: bytes) -> Decoded:
    return Decoded(data.decode("utf-8", "replace"), "utf-8", False)
