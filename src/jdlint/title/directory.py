"""Who holds a title, among many: found by the words of the title, without looking at everybody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Generic, TypeVar

from jdlint.record import record
from jdlint.title.relation import Relation, relate
from jdlint.title.title import Title

T = TypeVar("T")
Key = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str]
_ANY, _NO_UNIT = "*", ""


@record
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
        self._index: dict[Key, list[int]] = {}
        self._answers: dict[Title, Found[T]] = {}
        for number, (title, _) in enumerate(self._holders):
            for key in dict.fromkeys(kept_under(title)):
                self._index.setdefault(key, []).append(number)

    def find(self, title: Title) -> Found[T]:
        """Who is meant by `title`; nobody by an empty one."""
        if title.also:  # other names do not count when titles are compared, and so are no key
            return self._found(title)
        if title not in self._answers:
            self._answers[title] = self._found(title)
        return self._answers[title]

    def _found(self, title: Title) -> Found[T]:
        met = {n for key in asked_of(title) for n in self._index.get(key, ())}
        return found_among(title, (self._holders[number] for number in sorted(met)))


def found_among(title: Title, holders: Iterable[tuple[Title, T]]) -> Found[T]:
    """Which of these may be meant by `title`."""
    same: list[T] = []
    near: list[T] = []
    for held, holder in holders:
        relation = relate(title, held)
        if relation is Relation.SAME:
            same.append(holder)
        elif relation is not Relation.DIFFERENT:
            near.append(holder)
    return Found(tuple(same), tuple(near))


def kept_under(title: Title) -> Iterator[Key]:
    """Keys of a holder: all of his job, his department by its noun alone, by each word of its own, by each pair of
    these, and by the word that is its only one.
    """
    for name in title.names:
        job = name.job, name.rank, _area(name)
        yield *job, _ANY
        noun, own = _parts(name)
        for word in own:
            yield *job, f"{noun} {word}"
        for key in (_sole(noun, own[0]),) if len(own) == 1 else _pairs(noun, own):
            yield *job, key
        if not own:
            yield *job, noun


def asked_of(title: Title) -> Iterator[Key]:
    """Keys under which every holder stands who may be meant, who says all that the title says of a department or has
    nothing that it does not say: those of no department or of its noun alone, too. Where the title tells no word of a
    department's own, everybody of the job.
    """
    for name in title.names:
        job = name.job, name.rank, _area(name)
        noun, own = _parts(name)
        if not own:
            yield *job, _ANY
            continue
        yield *job, _NO_UNIT
        yield *job, noun
        if len(own) == 1:
            yield *job, f"{noun} {own[0]}"
            continue
        for key in (*(_sole(noun, word) for word in own), *_pairs(noun, own)):
            yield *job, key


def _parts(title: Title) -> tuple[str, list[str]]:
    """The noun of a department, and the words of its own."""
    return (title.unit[0], sorted(set(title.unit[1:]))) if title.unit else (_NO_UNIT, [])


def _sole(noun: str, word: str) -> str:
    return f"{noun} {word} {_ANY}"


def _pairs(noun: str, own: Sequence[str]) -> Iterator[str]:
    return (f"{noun} {one} {other}" for one, other in combinations(own, 2))


def _area(title: Title) -> tuple[str, ...]:
    """The field of work, unless it may be left unsaid."""
    return () if title.deputy else title.area
