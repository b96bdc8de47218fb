"""Which rules take part: the built-in ones, those of the page's site and the user's own, less what is switched off.

Options come in, rules in order of precedence come out: the user's first, then the site's, then the built-in families.
A name in `enable` or `disable` that fits no rule is an error, so that a typing slip does not pass in silence.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from corpusclean.debris.rules.loader import built_in, for_host, from_file
from corpusclean.debris.rules.model import Rule
from corpusclean.errors import OptionError
from corpusclean.options import Options


def choose(options: Options, host: str | None = None) -> tuple[Rule, ...]:
    """The rules for *options* and, where given, the site *host*.

    ``enable`` and ``disable`` take rule ids and families.  With ``enable`` only what it names takes part.
    """
    own = tuple(rule for path in options.rules for rule in from_file(path))
    rules = (*own, *(for_host(host) if host else ()), *built_in())
    _check_names((*options.enable, *options.disable), rules)
    return tuple(rule for rule in rules if _takes_part(rule, options))


def _takes_part(rule: Rule, options: Options) -> bool:
    wanted = not options.enable or rule.id in options.enable or rule.family in options.enable
    return wanted and rule.id not in options.disable and rule.family not in options.disable


def _check_names(names: Iterable[str], rules: Iterable[Rule]) -> None:
    known = {name for rule in rules for name in (rule.id, rule.family)}
    for name in names:
        if name not in known:
            raise OptionError(f"{name!r} is neither a rule nor a family; `corpusclean rules list` shows them")


def fingerprint(options: Options) -> str:
    """A short name of the rules that *options* choose: the same rules give the same name on every machine."""
    digest = sha256()
    for rule in choose(options):
        fields = (
            rule.id,
            rule.does,
            rule.pattern,
            *rule.needs,
            rule.trigger,
            rule.where,
            rule.takes,
            str(rule.longest),
        )
        digest.update("\0".join(fields).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:12]
