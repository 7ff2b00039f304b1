"""Whether two titles mean one position."""

from __future__ import annotations

from enum import Enum

from jdlint.title.title import Title


class Relation(Enum):
    """How the first of two titles stands to the second.

    NARROWER: it says all that the second says and something more: a department, a branch, a grade, a deputy's field
    of work. The two may be one position or not; whoever compares has to look whether a closer one is there.
    WIDER is the reverse. Where each says something that the other does not, they are DIFFERENT.
    """

    SAME = "same"
    NARROWER = "narrower"
    WIDER = "wider"
    DIFFERENT = "different"


def relate(a: Title, b: Title) -> Relation:
    """How `a` stands to `b`; another name in brackets counts as much as the first. An empty title is unlike any."""
    if not a or not b:
        return Relation.DIFFERENT
    found = {_relate(x, y) for x in a.names for y in b.names}
    return next(r for r in (Relation.SAME, Relation.NARROWER, Relation.WIDER, Relation.DIFFERENT) if r in found)


def _relate(a: Title, b: Title) -> Relation:
    if a == b:
        return Relation.SAME
    if (a.job, a.rank) != (b.job, b.rank):
        return Relation.DIFFERENT
    more = [_more(a.grade, b.grade), _more_unit(a.unit, b.unit), _more_place(a.branch, b.branch)]
    more.append(_more(a.area, b.area) if a.deputy else (0 if a.area == b.area else None))
    if None in more or {1, -1} <= set(more):
        return Relation.DIFFERENT
    if 1 in more:
        return Relation.NARROWER
    return Relation.WIDER if -1 in more else Relation.SAME


def _more(a: tuple[str, ...], b: tuple[str, ...]) -> int | None:
    """1 where only `a` says something, -1 where only `b` does, 0 where they agree, None where they contradict."""
    if a == b:
        return 0
    if a and b:
        return None
    return 1 if a else -1


def _more_unit(a: tuple[str, ...], b: tuple[str, ...]) -> int | None:
    """The same for departments: «отдел кадров» says more than «отдел»."""
    if a and b and a[0] == b[0] and a != b:
        if set(a) == set(b):
            return 0
        if set(a) > set(b):
            return 1
        return -1 if set(a) < set(b) else None
    return _more(a, b)


def _more_place(a: tuple[str, ...], b: tuple[str, ...]) -> int | None:
    """The same for branches: «тульский филиал» is the one «в г. Туле»."""
    if len(a) == len(b) and all(map(_same_place, a, b)):
        return 0
    return _more(a, b)


def _same_place(a: str, b: str) -> bool:
    shared = max(3, min(len(a), len(b)) - 1)  # «москв» and «московск» share all but the last letter of the shorter
    return a[:shared] == b[:shared]
