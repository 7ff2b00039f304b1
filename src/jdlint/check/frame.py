"""Whether words that two duties share keep their places: what is done to, what that is of, what is said beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jdlint.check.meaning import Predication, Unit
from jdlint.record import record

_OBJECTS = frozenset({"nomn", "gent", "accs"})
# «Договор поставки» is «договор на поставку», and «качество сырья» is looked at in «сырьё на качество».
_OF = frozenset({"на", "о", "об", "обо"})


@record
class _Frame:
    """The thing that is acted on, what it is of (if told), and all that is said behind a preposition."""

    thing: Unit
    of: Unit | None
    beside: frozenset[int]


def displaced(p: Predication, q: Predication, pairs: Sequence[tuple[Unit, Unit]]) -> bool:
    """Whether a word that both share has left its place in one of them, where another one stands now.

    «Проверяет отчёт кассира» is not «проверяет отчёт склада по заявке кассира», nor «чистит насос фильтра» «чистит
    фильтр насоса». Only what the shared words are of is looked at: duties that list several things are not judged.
    """
    one, other = _frame(p), _frame(q)
    if one is None or other is None:
        return False
    there = {id(x): y for x, y in pairs}
    back = {id(y): x for x, y in pairs}
    if one.of and other.of and there.get(id(one.thing)) is other.of and back.get(id(other.thing)) is one.of:
        return True
    if there.get(id(one.thing)) is other.thing and (_done(one.of, q) or _done(other.of, p)):
        return True  # «ведёт журнал учёта», «ведёт учёт журналов»
    return _left(one, other, there, back) or _left(other, one, back, there)


def _done(of: Unit | None, p: Predication) -> bool:
    """Whether what the thing of one is of is the action of the other."""
    return of is not None and any(of.keys & act.keys for act in p.acts)


def _left(one: _Frame, other: _Frame, mates: Mapping[int, Unit], back: Mapping[int, Unit]) -> bool:
    """Whether a word stands beside in the other, where a word has come that is not what the thing of the one is of."""
    if other.of is None:
        return False
    known = back.get(id(other.of))
    if known is not None and id(known) not in one.beside:
        return False
    same = mates.get(id(one.thing)) is other.thing
    moved = one.of if same else one.thing
    mate = mates.get(id(moved)) if moved else None
    return mate is not None and id(mate) in other.beside and mate.preposition not in _OF


def _frame(p: Predication) -> _Frame | None:
    if len(p.heads) != 1:
        return None
    (thing,) = p.heads
    if thing.preposition or not thing.cases & _OBJECTS:
        return None
    start = next((i for i, unit in enumerate(p.rest) if unit.preposition), len(p.rest))
    near = next((u for u in p.rest[:start] if u.pos == "NOUN" and not u.weak), None)
    of = near if near and "gent" in near.cases else None
    return _Frame(thing, of, frozenset(map(id, p.rest[start:])))
