"""Which rules take part: the built-in ones, those of the page's site and the user's own, less what is switched off.

Options come in, rules in order of precedence come out: the user's first, then the site's, then the built-in families.
A name in `enable` or `disable` that fits no rule is an error, so that a typing slip does not pass in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from corpusclean.debris.rules.loader import built_in, for_host, from_file
from corpusclean.debris.rules.model import Rule
from corpusclean.errors import OptionError
from corpusclean.options import Options

# A file of learned rules holds those of thousands of sites; it is not read again for each of them.
_FILES_REMEMBERED = 16


def choose(options: Options, host: str | None = None) -> tuple[Rule, ...]:
    """The rules for *options* and, where given, the site *host*.

    ``enable`` and ``disable`` take rule ids and families.  With ``enable`` only what it names takes part.
    """
    own = [rules for path in options.rules for rules in _own(path).items()]
    names = {rule for _, rules in own for rule in rules}.union(for_host(host) if host else (), built_in())
    _check_names((*options.enable, *options.disable), names)
    everywhere = (rule for name, rules in own for rule in rules if not name)
    rules = (*everywhere, *(of_site(options, host) if host else ()), *built_in())
    return tuple(rule for rule in rules if _takes_part(rule, options))


def of_site(options: Options, host: str) -> tuple[Rule, ...]:
    """The rules that hold on pages of *host* and not on all pages: the user's own, then those of the library."""
    own = (rule for path in options.rules for name in _with_parents(host) for rule in _own(path).get(name, ()))
    return tuple(rule for rule in (*own, *for_host(host)) if _takes_part(rule, options))


def _own(path: str | Path) -> Mapping[str, tuple[Rule, ...]]:
    """The rules of a user's own file by the host they are for; those for all pages under an empty name."""
    try:
        found = Path(path).stat()
        return _read(str(path), found.st_mtime_ns, found.st_size)
    except OSError:
        return _by_host(from_file(path))  # which says what is wrong


@lru_cache(_FILES_REMEMBERED)
def _read(path: str, changed: int, size: int) -> Mapping[str, tuple[Rule, ...]]:
    return _by_host(from_file(path))


def _by_host(rules: Iterable[Rule]) -> Mapping[str, tuple[Rule, ...]]:
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        found.setdefault(rule.host, []).append(rule)
    return {host: tuple(rules) for host, rules in found.items()}


def _with_parents(host: str) -> Iterator[str]:
    """*host* and its parent domains."""
    labels = host.lower().split(".")
    yield from (".".join(labels[start:]) for start in range(len(labels)))


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
    bound = (rule for path in options.rules for rules in _own(path).values() for rule in rules if rule.host)
    for rule in (*choose(options), *(rule for rule in bound if _takes_part(rule, options))):
        fields = (
            rule.id,
            rule.does,
            rule.pattern,
            *rule.needs,
            rule.trigger,
            rule.where,
            rule.takes,
            str(rule.longest),
            *([rule.host] if rule.host else ()),
        )
        digest.update("\0".join(fields).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:12]
