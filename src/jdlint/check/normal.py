"""The normal form of what is said: a meaning as a short text that outlives its document, and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from jdlint.check.meaning import Meaning, Predication, Unit
from jdlint.check.words import Keys, Words

_WEAK, _ANIMATE = 1, 2
_ENSURED, _DENIED, _VERBAL = 1, 2, 4


def written(meaning: Meaning) -> str:
    """The meaning as JSON on one line, the same for the same meaning. Synonyms and roots are not written: they are
    found again by the vocabulary that reads it.
    """
    said = [[_flags(p), *map(_units, (p.acts, p.heads, p.rest, p.carried, p.recalled)), sorted(p.numbers)]
            for p in meaning.predications]  # fmt: skip
    return json.dumps([int(meaning.imperative), said], ensure_ascii=False, separators=(",", ":"))


def _flags(p: Predication) -> int:
    return _ENSURED * p.ensured | _DENIED * p.denied | _VERBAL * p.verbal


def _units(units: Sequence[Unit]) -> list[list[Any]]:
    return [
        [
            unit.pos,
            "|".join(sorted(key[2:] for key in unit.keys if key[0] == "l")),
            " ".join(sorted(unit.cases)),
            unit.preposition,
            _WEAK * unit.weak | _ANIMATE * unit.animate,
        ]
        for unit in units
    ]


def meaning_in(text: str, words: Words) -> Meaning:
    """The meaning that was written so; ValueError for any other text."""
    imperative, said = json.loads(text)
    return Meaning(tuple([_predication(told, words) for told in said]), bool(imperative))


def _predication(told: Sequence[Any], words: Words) -> Predication:
    flags, *lists, numbers = told
    acts, heads, rest, carried, recalled = ([_unit(unit, words) for unit in units] for units in lists)
    return Predication(
        acts,
        heads,
        rest,
        carried,
        recalled,
        set(numbers),
        ensured=bool(flags & _ENSURED),
        denied=bool(flags & _DENIED),
        verbal=bool(flags & _VERBAL),
    )


def _unit(told: Sequence[Any], words: Words) -> Unit:
    pos, lemmas, cases, preposition, flags = told
    keys, stood = _keys(pos, lemmas, words), _cases(cases)
    # Each occurrence is a unit of its own: likeness tells the two «журнал» of one duty apart by identity.
    return Unit(keys, pos, stood, preposition, bool(flags & _WEAK), bool(flags & _ANIMATE))


@lru_cache(maxsize=100_000)
def _keys(pos: str, lemmas: str, words: Words) -> Keys:
    return words.keys_of(pos, frozenset(lemmas.split("|")))


@lru_cache(maxsize=1_000)
def _cases(cases: str) -> Keys:
    return frozenset(cases.split())
