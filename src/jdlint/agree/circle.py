"""Circles in what documents say of one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jdlint.model.collection import Member
from jdlint.model.report import FactLine

Step = tuple[Member, FactLine]


def shortest_circle(member: Member, steps: Callable[[Member], Sequence[Step]]) -> list[Step]:
    """The shortest way from a member over the steps back to it: each next member with the place that names
    it, the member itself last. Empty where there is none; of several of one length the one met first.
    """
    came: dict[int, tuple[Member, Step]] = {}
    level = [member]
    while level:
        following: list[Member] = []
        for here in level:
            for other, fact in steps(here):
                if other.number == member.number:
                    return [*_way(came, member, here), (other, fact)]
                if other.number not in came:
                    came[other.number] = here, (other, fact)
                    following.append(other)
        level = following
    return []


def _way(came: dict[int, tuple[Member, Step]], start: Member, end: Member) -> list[Step]:
    way: list[Step] = []
    while end.number != start.number:
        end, step = came[end.number]
        way.append(step)
    return way[::-1]
