"""Who holds a title, among many: found by the words of the title, without looking at everybody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from jdlint.title.relation import Relation, relate
from jdlint.title.title import Title

T = TypeVar("T")
_Key = tuple[tuple[str, ...], tuple[str, ...], str]
_ANY, _NO_UNIT = "*", ""


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
    """Holders by title. Asked twice for a title it answers at once."""

    def __init__(self, holders: Iterable[tuple[Title, T]]) -> None:
        self._holders = list(holders)
        self._index: dict[_Key, list[int]] = {}
        self._answers: dict[Title, Found[T]] = {}
        for number, (title, _) in enumerate(self._holders):
            for key in dict.fromkeys(key for name in title.names for key in _kept_under(name)):
                self._index.setdefault(key, []).append(number)

    def find(self, title: Title) -> Found[T]:
        """Who is meant by `title`; nobody by an empty one."""
        if title.also:  # other names do not count when titles are compared, and so are no key
            return self._found(title)
        if title not in self._answers:
            self._answers[title] = self._found(title)
        return self._answers[title]

    def _found(self, title: Title) -> Found[T]:
        met = {n for name in title.names for key in _asked_of(name) for n in self._index.get(key, ())}
        same: list[T] = []
        near: list[T] = []
        for number in sorted(met):
            held, holder = self._holders[number]
            relation = relate(title, held)
            if relation is Relation.SAME:
                same.append(holder)
            elif relation is not Relation.DIFFERENT:
                near.append(holder)
        return Found(tuple(same), tuple(near))


def _kept_under(title: Title) -> Iterator[_Key]:
    """Keys of a holder: all of his job, and each word of his department; a bare department is its noun."""
    yield title.job, title.rank, _ANY
    if len(title.unit) < 2:
        yield title.job, title.rank, title.unit[0] if title.unit else _NO_UNIT
    for word in title.unit[1:]:
        yield title.job, title.rank, word


def _asked_of(title: Title) -> Iterator[_Key]:
    """Keys under which every holder stands who may be meant: of a department that is named by a word of its own, those
    who share such a word, name its noun alone or no department; else everybody of the job.
    """
    if len(title.unit) < 2:
        yield title.job, title.rank, _ANY
        return
    yield title.job, title.rank, _NO_UNIT
    yield title.job, title.rank, title.unit[0]
    for word in title.unit[1:]:
        yield title.job, title.rank, word
