"""Circles in what documents say of one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jdlint.model.collection import Member
from jdlint.model.report import FactLine

Step = tuple[int, FactLine]


def shortest_circle(member: Member, steps: Callable[[int], Sequence[Step]]) -> list[Step]:
    """The shortest way from a member over the steps back to it: each next member's number with the place that names
    it, the member itself last. Empty where there is none; of several of one length the one met first.
    """
    came: dict[int, tuple[int, FactLine]] = {}
    level = [member.number]
    while level:
        following: list[int] = []
        for number in level:
            for other, fact in steps(number):
                if other == member.number:
                    return [*_way(came, member.number, number), (other, fact)]
                if other not in came:
                    came[other] = number, fact
                    following.append(other)
        level = following
    return []


def _way(came: dict[int, tuple[int, FactLine]], start: int, end: int) -> list[Step]:
    way: list[Step] = []
    while end != start:
        before, fact = came[end]
        way.append((end, fact))
        end = before
    return way[::-1]
