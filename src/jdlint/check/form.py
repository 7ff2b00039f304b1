"""The index of normal forms: which of all duties could be one with a given duty, without looking at them all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, product

from jdlint.check.likeness import is_same, may_end_otherwise, nearness
from jdlint.check.meaning import Meaning, Predication, Unit
from jdlint.check.words import Keys, Words, as_verb
from jdlint.record import record

# One of two duties may be so much shorter than the other, and no more.
LEAST_RATIO = 0.5
_MOST_THINGS = 5
_STEM = 6
_CONSONANTS = 2
_BITS = 63
_FOLDED = str.maketrans("жзгшщсчкцх", "дддттттттт")
_VOWELS = frozenset("аеиоуыэюяйьъ")


@record
class Keyed:
    """A normal form in the index: its weight in words, the `keys` under which it stands, and those by which it is
    looked for (`chief`), of the one pair of things that tells it best from others.

    Two duties can be alike only where a chief key of the shorter is a key of the longer, where they have an action in
    common, and where every thing of the shorter is one of the longer: `acts` has a bit for each name of an action,
    `need` for each thing, `sign` for each word, 63 bits for all there are.
    All of it depends on the form alone, never on what else is in the index: else the order of documents would decide
    what is found.
    """

    weight: int
    acts: int
    need: int
    sign: int
    keys: frozenset[int]
    chief: frozenset[int]


def told(entry: Keyed) -> str:
    """The entry as a short text."""
    lists = (",".join(map(str, sorted(held))) for held in (entry.keys, entry.chief))
    return " ".join((*map(str, (entry.weight, entry.acts, entry.need, entry.sign)), *lists))


def entry_in(text: str) -> Keyed:
    """The entry that was told so; ValueError for any other text."""
    *numbers, keys, chief = text.split(" ")
    weight, acts, need, sign = map(int, numbers)
    return Keyed(weight, acts, need, sign, *(frozenset(map(int, filter(None, t.split(",")))) for t in (keys, chief)))


def keyed(meaning: Meaning, words: Words) -> Keyed:
    """The index entry of a meaning."""
    told = [p for p in meaning.predications if p.heads or p.rest or p.recalled] or list(meaning.predications)
    groups = [group for p in told for group in _groups(p, words)]
    keys = [frozenset(_hash(*key) for key in group.keys) for group in groups]
    rank = max((group.rank for group in groups), default=0)
    chief = next((held for group, held in zip(groups, keys, strict=True) if group.rank == rank), frozenset())
    acts = need = sign = 0
    for p in meaning.predications:
        for act in p.acts:
            acts |= _action(act.keys, words)
        for unit in (*p.acts, *p.heads, *p.rest, *p.recalled):
            sign |= _thing(unit.keys, words).sign
    for p in told:
        for unit in p.heads if may_end_otherwise(p) else _weighty(p):
            need |= _thing(unit.keys, words).need
    return Keyed(_weight(meaning), acts, need, sign, frozenset().union(*keys), chief)


def is_alike(a: Meaning, b: Meaning, words: Words) -> bool:
    """Whether two duties are one, in the same words or in others."""
    return is_same(a, b) or bool(nearness(a, b, words))


def _weight(meaning: Meaning) -> int:
    return sum(not unit.weak for p in meaning.predications for unit in p.units)


def _weighty(p: Predication) -> list[Unit]:
    """What is done to, the words of weight."""
    return [*p.heads, *(u for u in (*p.rest, *p.recalled) if not u.weak)]


@record
class _Thing:
    """What a word is called in keys, and its bits: `sign` for all that another duty may call it, `need` for the one
    name that it has. A word of several names may be met by any of them: no single bit can be asked for.
    """

    length: int
    names: tuple[str, ...]
    need: int
    sign: int


@lru_cache(maxsize=50_000)
def _thing(keys: Keys, words: Words) -> _Thing:
    lemmas = sorted(key[2:] for key in keys if key[0] == "l")
    groups = words.groups(keys)
    families = frozenset(key for key in as_verb(keys) if key[0] == "f")
    stems = frozenset(f"t:{lemma[:_STEM]}" for lemma in lemmas)
    names = tuple(sorted(groups or families or stems))
    need = _bits(names) if len(names) == 1 else 0
    return _Thing(min(map(len, lemmas)), names, need, _bits((*groups, *families, *stems)))


@lru_cache(maxsize=50_000)
def _action(keys: Keys, words: Words) -> int:
    """The bits of all that two names of one action may share, done to whatever things."""
    said = as_verb(keys)
    told = {key for key in said if key[0] in "fv"} or said
    return _bits((*told, *words.senses(keys)))


def _bits(names: Iterable[str]) -> int:
    bits = 0
    for name in names:
        bits |= 1 << _hash(name) % _BITS
    return bits


def _things(p: Predication, words: Words) -> list[_Thing]:
    """The words of weight, those that tell duties apart best first: long words are rare.

    The order is that of the words, not of their places in the duty: things that a shorter duty shares with a longer
    one stand in the same order in both.
    """
    return sorted((_thing(u.keys, words) for u in _weighty(p)), key=lambda thing: (-thing.length, thing.names))


@record
class _Group:
    """Keys of one pair of things, with all names of the actions; `rank` is the higher the better they tell forms
    apart.
    """

    rank: int
    keys: tuple[tuple[str, ...], ...]


def _groups(p: Predication, words: Words) -> Iterator[_Group]:
    keys = [unit.keys for unit in (*p.heads, *p.rest, *p.recalled)]
    actions = sorted({name for act in p.acts for name in _action_names(act, keys, words)})
    things = _things(p, words)
    # A shorter duty has at least half as many words, its action among them: of six things the first two that it has
    # are among the first five.
    things = things[:_MOST_THINGS]
    for one, other in combinations(things, 2):
        pairs = [tuple(sorted(pair)) for pair in product(one.names, other.names)]
        yield _Group(one.length + other.length, tuple([(action, *pair) for action in actions for pair in pairs]))
    rich = len(p.acts) > 1 or p.ensured or bool(p.numbers)
    if len(things) == 1 or rich:
        for thing in things:
            yield _Group(0, tuple([(action, name) for action in actions for name in thing.names]))
    if not things:
        yield _Group(0, tuple(combinations(actions, 2)))


def _action_names(act: Unit, things: Sequence[Keys], words: Words) -> frozenset[str]:
    """What an action may be called: its family or a coarse stem, and the groups of synonyms that hold it."""
    return _stems(act.keys) | words.meanings(act.keys, things)


@lru_cache(maxsize=50_000)
def _stems(keys: Keys) -> frozenset[str]:
    families = frozenset(key for key in keys if key[0] == "f")
    return families or frozenset(f"c:{_coarse(key[2:])}" for key in keys if key[0] == "l")


def _coarse(lemma: str) -> str:
    """The first consonants of a word, those that change into each other made one: a verb and its noun share them."""
    letters = [c for c in lemma.translate(_FOLDED) if c not in _VOWELS]
    return "".join(letters[:_CONSONANTS]) or lemma


def _hash(*names: str) -> int:
    """A key as a number that a database holds."""
    digest = hashlib.blake2b("\x1f".join(names).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
