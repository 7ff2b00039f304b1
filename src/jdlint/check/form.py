"""The index of normal forms: which of all duties could be one with a given duty, without looking at them all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

from jdlint.check.likeness import is_same, nearness
from jdlint.check.meaning import Meaning, Predication, Unit
from jdlint.check.words import Keys, Words, as_verb

# One of two duties may be so much shorter than the other, and no more.
LEAST_RATIO = 0.5
_MOST_THINGS = 8
_STEM = 6
_CONSONANTS = 2
_FOLDED = str.maketrans("жзгшщсчкцх", "дддттттттт")
_VOWELS = frozenset("аеиоуыэюяйьъ")


@dataclass(frozen=True, slots=True)
class Keyed:
    """A normal form in the index: its weight in words, all its keys, and those of the one pair of things by which it
    is looked for (`chief`).

    Two duties can be alike only where a chief key of the shorter is a key of the longer: the shorter says nothing of
    things that the longer does not, so that any pair of its things will do. The pair depends on the form alone, never
    on what else is in the index: else the order of documents would decide what is found.
    """

    weight: int
    keys: frozenset[int]
    chief: frozenset[int]


def told(entry: Keyed) -> str:
    """The entry as a short text."""
    return " ".join((str(entry.weight), *(",".join(map(str, sorted(held))) for held in (entry.keys, entry.chief))))


def entry_in(text: str) -> Keyed:
    """The entry that was told so; ValueError for any other text."""
    weight, keys, chief = text.split(" ")
    return Keyed(int(weight), *(frozenset(map(int, filter(None, held.split(",")))) for held in (keys, chief)))


def keyed(meaning: Meaning, words: Words) -> Keyed:
    """The index entry of a meaning."""
    told = [p for p in meaning.predications if p.heads or p.rest or p.recalled] or list(meaning.predications)
    groups = [group for p in told for group in _groups(p, words)]
    keys = [frozenset(_hash(*key) for key in group.keys) for group in groups]
    rank = max((group.rank for group in groups), default=(0, 0))
    chief = next((held for group, held in zip(groups, keys, strict=True) if group.rank == rank), frozenset())
    return Keyed(_weight(meaning), frozenset().union(*keys), chief)


def may_be_alike(one: int, other: int) -> bool:
    """Whether duties of these weights are near enough in length."""
    return min(one, other) >= LEAST_RATIO * max(one, other)


def is_alike(a: Meaning, b: Meaning, words: Words) -> bool:
    """Whether two duties are one, in the same words or in others."""
    return is_same(a, b) or nearness(a, b, words) > 0


def _weight(meaning: Meaning) -> int:
    return sum(not unit.weak for p in meaning.predications for unit in p.units)


def _things(p: Predication) -> list[Unit]:
    return [*p.heads, *(u for u in (*p.rest, *p.recalled) if not u.weak)][:_MOST_THINGS]


@dataclass(frozen=True, slots=True)
class _Group:
    """Keys of one pair of things, with all names of the actions; `rank` is the higher the better they tell forms apart:
    by whether a head is among them, then by the length of the words, for long words are rare. Rank (0, 0) is for keys
    by which nothing is looked for.
    """

    rank: tuple[int, int]
    keys: tuple[tuple[str, ...], ...]


def _groups(p: Predication, words: Words) -> Iterator[_Group]:
    things = _things(p)
    actions = sorted({name for act in p.acts for name in _action_names(act, [u.keys for u in things], words)})
    named = [(unit, sorted(_thing_names(unit, words))) for unit in things]
    for (one, names), (other, others) in combinations(named, 2):
        pairs = [tuple(sorted(pair)) for pair in product(names, others)]
        rank = (1 + any(u is head for u in (one, other) for head in p.heads), _length(one) + _length(other))
        yield _Group(rank, tuple([(action, *pair) for action in actions for pair in pairs]))
    rich = len(p.acts) > 1 or p.ensured or bool(p.numbers)
    if len(named) == 1 or rich:
        for unit, names in named:
            rank = (1, _length(unit)) if len(named) == 1 else (0, 0)
            yield _Group(rank, tuple([(action, name) for action in actions for name in names]))
    if not named:
        yield _Group((1, 0), tuple(combinations(actions, 2)))


def _length(unit: Unit) -> int:
    return min(len(key) for key in unit.keys if key[0] == "l")


def _action_names(act: Unit, things: Sequence[Keys], words: Words) -> frozenset[str]:
    """What an action may be called: its family or a coarse stem, and the groups of synonyms that hold it."""
    return _stems(act.keys) | words.meanings(act.keys, things)


@lru_cache(maxsize=50_000)
def _stems(keys: Keys) -> frozenset[str]:
    families = frozenset(key for key in keys if key[0] == "f")
    return families or frozenset(f"c:{_coarse(key[2:])}" for key in keys if key[0] == "l")


def _thing_names(unit: Unit, words: Words) -> frozenset[str]:
    groups = words.groups(unit.keys)
    if groups:
        return groups
    families = frozenset(key for key in as_verb(unit.keys) if key[0] == "f")
    return families or frozenset(f"t:{key[2:][:_STEM]}" for key in unit.keys if key[0] == "l")


def _coarse(lemma: str) -> str:
    """The first consonants of a word, those that change into each other made one: a verb and its noun share them."""
    letters = [c for c in lemma.translate(_FOLDED) if c not in _VOWELS]
    return "".join(letters[:_CONSONANTS]) or lemma


def _hash(*names: str) -> int:
    """A key as a number that a database holds."""
    digest = hashlib.blake2b("\x1f".join(names).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
