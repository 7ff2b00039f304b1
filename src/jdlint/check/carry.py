"""Whether a document carries what a standard lists: its labour action by a duty, its knowledge by a requirement.

The same normal forms as for duplicate duties, asked a looser question: a duty is shorter than the action, or narrower.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jdlint.check.likeness import apart, one_action, paired
from jdlint.check.meaning import Meaning, Predication, Unit
from jdlint.check.words import Keys, Words, as_verb, same_word
from jdlint.model.pattern import expression
from jdlint.record import record

# Measured on the labelled pairs; see docs/decisions/0015-coverage-of-a-standard.md.
ENOUGH_OF_ITEM = 0.75
LEAST_SHARED, LONG_SHARED = 2, 3
_EITHER = expression(r"\s*,?\s*\bи\s*(?:/\s*или\b|\(\s*или\s*\))|\s*\(\s*или\s*\)", re.IGNORECASE)


def adapted(text: str) -> str:
    """A standard's item with «или» for its «и (или)»: the form in which it is read."""
    return _EITHER.sub(" или", text)


def carries(said: Meaning, item: Meaning, words: Words) -> int:
    """How many words of weight a duty shares with the action that it carries; 0 when it carries none of it.

    One of several actions or things joined in the item is enough.
    """
    return max((_met(p, q, words) for p in item.predications for q in said.predications), default=0)


def _met(p: Predication, q: Predication, words: Words) -> int:
    """The same action on the same thing, and in no role a word on each side that the other lacks."""
    if p.denied != q.denied or (p.numbers and q.numbers and p.numbers != q.numbers):
        return 0
    acts = paired(p.acts, q.acts, one_action((p, q), words))
    if _held(p, q, words) or _held(q, p, words):
        return LEAST_SHARED
    if not acts.pairs:
        lit = _lit(p, words), _lit(q, words)
        return _met(lit[0] or p, lit[1] or q, words) if any(lit) else 0
    things = paired(_things(p), _things(q), lambda x, y: words.near(x.keys, y.keys))
    mine, other = _Roles(p), _Roles(q)
    told = [(x, y) for x, y in things.pairs if x.pos not in _DESCRIBING]
    # «Меры» say little, «технические меры» say enough.
    nouns = [pair for pair in told if not pair[0].weak] or (told if len(told) < len(things.pairs) else [])
    bare = not any(u.pos not in _DESCRIBING for u in _things(p))  # «дежурство»: the action is all
    if apart(things.pairs, words) or not (bare or any(mine.alike(x, other, y) for x, y in nouns)):
        return 0
    shared = len(acts.pairs) + len(nouns)
    left, right = mine.of(things.left), other.of(things.right)
    opposed = left & right
    if opposed - {""} or (opposed and (shared < LONG_SHARED or not _of_one_thing(p, q, nouns))):
        return 0
    if any(words.opposite.get(role, frozenset()) & right for role in left):
        return 0
    if left and right and not any(same_word(x.keys, y.keys) for x, y in acts.pairs):
        return 0
    return shared


def _lit(p: Predication, words: Words) -> Predication | None:
    """«Осуществляет пересадку кустов» as «пересадка кустов», or None when its verb is not an empty one.

    A reader of one duty alone must know the noun for an action; here the other side says that it is one.
    """
    if not p.heads or not all(as_verb(u.keys) & words.light for u in p.acts):
        return None
    objects = [*_genitives(p)][:1]
    rest = [u for u in p.rest if u not in objects]
    return Predication(acts=list(p.heads), heads=objects, rest=rest, carried=list(p.acts), verbal=p.verbal)


def _held(p: Predication, q: Predication, words: Words) -> bool:
    """«Подготовка и проведение занятий», «проводит занятия»: what is an action here is there the thing of one."""
    acts = paired((*p.acts, *p.carried), q.carried, one_action((p, q), words))
    things = paired((*p.heads, *p.acts), q.acts, lambda x, y: words.near(x.keys, y.keys))
    heads = {id(u) for u in p.heads}
    return bool(acts.pairs and not things.right and any(id(x) in heads for x, _ in things.pairs))


_DESCRIBING = frozenset({"ADJF", "ADJS", "ADVB", "PRTF", "PRTS", "COMP", "NUMR"})
_ABOUT = {"о": "", "об": "", "обо": ""}


def _things(p: Predication) -> list[Unit]:
    return [*p.heads, *p.rest, *p.recalled]


class _Roles:
    """What each word of a predication is to its action: "" for the object, its genitives and what it is about, else
    the preposition that leads to the word; `adjective` for those of the object.
    """

    def __init__(self, p: Predication) -> None:
        # «Проверка соответствия отчёта образцу»: an object that says little leaves its place to what follows.
        heads = [u for u in p.heads if not u.weak] or [u for u in p.rest if u.pos == "NOUN"] or p.heads
        self.heads = {id(u) for u in heads}
        self.roles: dict[int, str] = {}
        role = ""
        for unit in (*p.heads, *p.rest):
            if unit.pos in _DESCRIBING:
                self.roles[id(unit)] = role or unit.preposition or "adjective"
                continue
            role = _ABOUT.get(unit.preposition, unit.preposition) or role
            self.roles[id(unit)] = role

    def alike(self, unit: Unit, other: _Roles, same: Unit) -> bool:
        """Whether a shared word is the object of one side, and stands on the other where an object may."""
        here, there = id(unit) in self.heads, id(same) in other.heads
        if here and there:
            return True
        lone = not (self.heads and other.heads)
        return (here or there or lone) and self.roles.get(id(unit), "") == other.roles.get(id(same), "")

    def of(self, alone: Sequence[Unit]) -> set[str]:
        """The roles of these words of weight."""
        return {self.roles[id(u)] for u in alone if not u.weak and id(u) in self.roles}


def _of_one_thing(p: Predication, q: Predication, pairs: Sequence[tuple[Unit, Unit]]) -> bool:
    """Whether the first thing in the genitive after the object is shared: «правильность алгоритмов»."""
    met = {id(u) for pair in pairs for u in pair}
    firsts = [next(_genitives(side), None) for side in (p, q)]
    return all(first is None or id(first) in met for first in firsts)


def _genitives(p: Predication) -> Iterator[Unit]:
    for unit in p.rest:
        if unit.preposition:
            return
        if unit.pos == "NOUN" and "gent" in unit.cases:
            yield unit


@record
class Matter:
    """What a text is about: its words of weight without those that only front them («основы», «порядок»)."""

    units: tuple[Unit, ...]


def matter_of(meaning: Meaning, topics: Keys) -> Matter:
    """The matter of a thing to know; `topics` are the lemmas of words that name a kind of knowledge."""
    units = (u for p in meaning.predications for u in (*p.acts, *p.heads, *p.rest))
    return Matter(tuple(u for u in units if not u.weak and not any(k[2:] in topics for k in u.keys if k[0] == "l")))


def requires(said: Matter, item: Matter, words: Words) -> int:
    """How many words the thing required shares with the knowledge of a standard that it holds or is part of; or 0."""
    pairs = paired(item.units, said.units, lambda x, y: words.near(x.keys, y.keys)).pairs
    nouns = sum(x.pos not in _DESCRIBING for x, _ in pairs)
    if not nouns:
        return 0
    whole = len(pairs) >= ENOUGH_OF_ITEM * len(item.units)
    part = len(pairs) == len(said.units) and (len(pairs) > 1 or len(item.units) <= 2)
    return len(pairs) if whole or part else 0


def about(meaning: Meaning, words: Words) -> tuple[Keys, Keys]:
    """The keys of the actions of a meaning, and those of its things."""
    acts = [u for p in meaning.predications for u in p.acts]
    things = [u for p in meaning.predications for u in _things(p) if u.pos not in _DESCRIBING and not u.weak]
    said = [u.keys for u in things]
    done = (as_verb(u.keys) | words.meanings(u.keys, said) for u in acts)
    told = (as_verb(u.keys) | words.groups(u.keys) for u in things)
    return frozenset().union(*done), frozenset().union(*told)
