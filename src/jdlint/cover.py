"""Which patterns of a rule its examples put to use: one that changes no example is as good as not there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from jdlint.model.kind import Pattern
from jdlint.model.rule import Rule
from jdlint.record import record

# Patterns of one group do the same work, so that one may hide another: each is also tried alone among them.
_MAKERS = ("phrases", "together", "tokens", "regexes", "rows", "listed")
_FOUND = ("near", "related", "when")
_EXCUSES = ("unless", "around", "lawful", "not_for")
_GROUPS = (_MAKERS, _EXCUSES, *((name,) for name in ("only_for", "lawful_for", "lead", "related", "near", "when")))
_KEYS: Mapping[tuple[str, str], str] = {
    ("find", "phrases"): "find",
    ("require", "phrases"): "phrase",
    ("find", "regexes"): "regex",
}

# Between the phrases of one set, and between the tokens of one pattern.
JOINED = " + "

Outcome = Callable[[Rule], Any]


@record
class Part:
    """One pattern of a rule: the key of the rule file that it stands under, and how it is written there. `finds` is
    true for what makes the rule fire, false for what makes it silent.
    """

    key: str
    source: str
    finds: bool
    used: bool


def parts(rule: Rule, outcome: Outcome) -> Iterator[Part]:
    """Every pattern of the rule, and whether the examples use it: without it, or with it alone among its like,
    they come out differently. `outcome` is what a rule makes of all the examples.
    """
    whole = outcome(rule)
    present = [field.name for field in fields(rule.options)]
    for group in _GROUPS:
        here = [name for name in group if name in present and getattr(rule.options, name)]
        bare = dict.fromkeys(here, ())
        none = outcome(_with(rule, bare)) if here else None
        for name in here:
            patterns = getattr(rule.options, name)
            for pattern in patterns:
                others = tuple(p for p in patterns if p is not pattern)
                used = outcome(_with(rule, {name: others})) != whole
                used = used or outcome(_with(rule, {**bare, name: (pattern,)})) != none
                key = _KEYS.get((rule.kind, name), name)
                yield Part(key, _written(pattern), _finds(rule, name), used)


def _finds(rule: Rule, name: str) -> bool:
    """Whether the patterns of that name make the rule fire: what is required makes it silent."""
    return name in (_FOUND if rule.kind == "require" else (*_FOUND, *_MAKERS))


def _with(rule: Rule, changes: dict[str, Any]) -> Rule:
    return replace(rule, options=replace(rule.options, **changes))


def _written(pattern: Pattern | str | tuple[Pattern | Mapping[str, Any], ...]) -> str:
    if isinstance(pattern, Pattern):
        return pattern.source
    if isinstance(pattern, str):
        return pattern
    return JOINED.join(
        each.source if isinstance(each, Pattern) else "{" + ", ".join(f"{k}: {v}" for k, v in each.items()) + "}"
        for each in pattern
    )
