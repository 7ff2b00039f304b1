"""One duty, two positions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from jdlint.agree.organisation import Organisation, are_foreign, are_twins
from jdlint.agree.owner import better_owner
from jdlint.agree.place import without_stop
from jdlint.check.words import Words, words_of
from jdlint.model.collection import Clash, Member
from jdlint.model.finding import Value
from jdlint.model.report import FactLine
from jdlint.record import record

_SHOWN = 5
_FOLDED = 7


def shared_duties(view: Organisation, most: int, vocabulary: Mapping[str, Any]) -> Iterator[Clash]:
    """Duties of the documents asked for that other positions have too, in the same words or in others.

    One that `most` other positions have, as it stands or in a longer one, is nobody's own, and so are those that the
    rulebook names. Related are the first documents of up to five positions. Of more than seven duties shared with the
    same documents only the first is told: those are copies, to be looked at together. Values: `other` the duty there,
    `others` the positions, `owner` the one whose title or heading speaks of it ("" when none or several do), `count`
    how many duties these share.
    """
    search = _Search(view, most, words_of(vocabulary))
    for member in view.asked:
        yield from search.of(member)


@record
class _Held:
    """A duty of a member: which, in what form, and of what post."""

    member: Member
    ordinal: int
    form: int
    post: int

    @property
    def order(self) -> tuple[str, int, int]:
        return _order((self.member, self.ordinal))


@dataclass(slots=True)
class _Search:
    view: Organisation
    most: int
    words: Words
    posts: dict[int, list[int]] = field(default_factory=dict)
    holders: dict[tuple[int, int], list[tuple[Member, int]]] = field(default_factory=dict)
    alike: dict[int, list[int]] = field(default_factory=dict)
    common: dict[tuple[int, int], bool] = field(default_factory=dict)

    def of(self, member: Member) -> Iterator[Clash]:
        found: dict[tuple[int, ...], list[tuple[int, list[tuple[Member, int]]]]] = {}
        for ordinal, form, post in self.view.shelf.shared(member.number):
            if others := self._others(member, form, post):
                found.setdefault(tuple(m.number for m, _ in others), []).append((ordinal, others))
        for shared in found.values():
            for ordinal, others in shared[: 1 if len(shared) > _FOLDED else None]:
                duty = self.view.shelf.duty(member.number, ordinal, member.path)
                twins = [(m, self.view.shelf.duty(m.number, i, m.path)) for m, i in others[:_SHOWN]]
                yield self._clash(member, duty, twins, len(shared))

    def _others(self, member: Member, form: int, post: int) -> list[tuple[Member, int]]:
        """The first holder of the duty in every other position, by path; nobody where it is nobody's own. Where the
        duty there is nobody's own, though this one holds it, that position does not count.
        """
        first: dict[int, tuple[Member, int]] = {}
        for other in self._met(member, form, post):
            if not self._is_common(other) and (other.post not in first or other.order < _order(first[other.post])):
                first[other.post] = other.member, other.ordinal
        return sorted(first.values(), key=_order)

    def _is_common(self, held: _Held) -> bool:
        asked = (held.member.number, held.form)
        if asked not in self.common:
            self.common[asked] = not self._met(held.member, held.form, held.post)
        return self.common[asked]

    def _met(self, member: Member, form: int, post: int) -> list[_Held]:
        """The first holder of each form that is alike in every other position; none where these positions are `most`
        or more.
        """
        if form not in self.alike:
            self.alike[form] = self.view.shelf.alike(form)
        found: list[_Held] = []
        for other in self.alike[form] if post else ():
            if other not in self.posts:
                self.posts[other] = self.view.shelf.posts(other)
            for held in self.posts[other]:
                apart = (h for h in self._held(other, held) if held not in (post, 0) and _apart(member, h[0]))
                found += [_Held(m, ordinal, other, held) for m, ordinal in islice(apart, 1)]
                if len({h.post for h in found}) >= self.most:
                    return []
        return found

    def _held(self, form: int, post: int) -> list[tuple[Member, int]]:
        key = (form, post)
        if key not in self.holders:
            held = ((self.view.member(m), i) for m, i in self.view.shelf.holders(form, post))
            self.holders[key] = [(member, i) for member, i in held if member]
        return self.holders[key]

    def _clash(self, member: Member, duty: FactLine, twins: list[tuple[Member, FactLine]], count: int) -> Clash:
        owner = better_owner([(member, duty), *twins], self.words)
        values: dict[str, Value] = {
            "other": " ".join(without_stop(twins[0][1].place).quote.split()),
            "others": tuple(dict.fromkeys(m.position for m, _ in twins)),
            "owner": owner.position if owner else "",
            "count": str(count),
        }
        return Clash(member, without_stop(duty.place), values, tuple([without_stop(fact.place) for _, fact in twins]))


def _order(held: tuple[Member, int]) -> tuple[str, int, int]:
    return held[0].path, held[0].job, held[1]


def _apart(a: Member, b: Member) -> bool:
    return not (are_twins(a, b) or are_foreign(a, b))
