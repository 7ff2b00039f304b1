"""Who holds a title, among many: found by the words of the job, without looking at everybody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from jdlint.title.relation import Relation, relate
from jdlint.title.title import Title

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """The holders of the very same title, and those whose title says more or less; each in the order given."""

    same: tuple[T, ...] = ()
    near: tuple[T, ...] = ()

    @property
    def best(self) -> tuple[T, ...]:
        """The holders of the same title; where there are none, the near ones."""
        return self.same or self.near


class Directory(Generic[T]):
    """Holders by title."""

    def __init__(self, holders: Iterable[tuple[Title, T]]) -> None:
        self._by_job: dict[tuple[str, ...], list[tuple[Title, T]]] = {}
        for title, holder in holders:
            for job in dict.fromkeys(name.job for name in title.names):
                self._by_job.setdefault(job, []).append((title, holder))

    def find(self, title: Title) -> Found[T]:
        """Who is meant by `title`; nobody by an empty one."""
        same: list[T] = []
        near: list[T] = []
        for job in dict.fromkeys(name.job for name in title.names):
            for held, holder in self._by_job.get(job, ()):
                relation = relate(title, held)
                if relation is Relation.SAME:
                    same.append(holder)
                elif relation is not Relation.DIFFERENT:
                    near.append(holder)
        return Found(tuple(same), tuple(near))
