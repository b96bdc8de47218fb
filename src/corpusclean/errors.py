"""The error tree: every error that corpusclean raises on purpose, and what each one means.

    CorpusCleanError                 catch this to catch them all
    ├── InputError (TypeError)       a page, an article or an option is of a type that cannot be read
    ├── OptionError (ValueError)     an option has a value that is not on its list
    ├── RuleError (ValueError)       a rule file is wrong: the message names file, rule and reason
    └── TrailError (ValueError)      edits do not belong to the text they are applied to

Text never raises: a damaged page gives an `Article` with `warnings`.
"""

from __future__ import annotations

__all__ = ["CorpusCleanError", "InputError", "OptionError", "RuleError", "TrailError"]


class CorpusCleanError(Exception):
    """The root of all errors of this library."""


class InputError(CorpusCleanError, TypeError):
    """A value of the wrong type was passed; the message says which types are accepted."""


class OptionError(CorpusCleanError, ValueError):
    """An option has an unknown value; the message lists the known ones."""


class RuleError(CorpusCleanError, ValueError):
    """A rule file cannot be used; the message names the file, the rule and what to change."""


class TrailError(CorpusCleanError, ValueError):
    """Edits do not fit the text they are applied to: they were made from another page."""
