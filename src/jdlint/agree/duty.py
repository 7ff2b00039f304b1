"""One duty, two positions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jdlint.agree.organisation import Organisation, are_foreign, are_twins
from jdlint.agree.owner import better_owner
from jdlint.agree.place import without_stop
from jdlint.check.words import Words, words_of
from jdlint.model.collection import Clash, Member
from jdlint.model.finding import Value
from jdlint.model.report import FactLine

_SHOWN = 5
_FOLDED = 7


def shared_duties(view: Organisation, most: int, vocabulary: Mapping[str, Any]) -> Iterator[Clash]:
    """Duties of the documents asked for that other positions have too, in the same words or in others.

    One that more than `most` positions have is nobody's own, and so are those that the rulebook names. Related are the
    first documents of up to five positions. Of more than seven duties shared with the same documents only the first is
    told: those are copies, to be looked at together. Values: `other` the duty there, `others` the positions, `owner`
    the one whose title or heading speaks of it ("" when none or several do), `count` how many duties these share.
    """
    search = _Search(view, most, words_of(vocabulary))
    for member in view.asked:
        yield from search.of(member)


@dataclass(slots=True)
class _Search:
    view: Organisation
    most: int
    words: Words
    posts: dict[int, list[int]] = field(default_factory=dict)
    holders: dict[tuple[int, int], list[tuple[Member, int]]] = field(default_factory=dict)
    alike: dict[int, list[int]] = field(default_factory=dict)

    def of(self, member: Member) -> Iterator[Clash]:
        found: dict[tuple[int, ...], list[tuple[int, list[tuple[Member, int]]]]] = {}
        for ordinal, form, post in self.view.shelf.shared(member.number):
            others = self._others(member, form, post)
            if post and 0 < len(others) < self.most:
                found.setdefault(tuple(m.number for m, _ in others), []).append((ordinal, others))
        for shared in found.values():
            for ordinal, others in shared[: 1 if len(shared) > _FOLDED else None]:
                duty = self.view.shelf.duty(member.number, ordinal, member.path)
                twins = [(m, self.view.shelf.duty(m.number, i, m.path)) for m, i in others[:_SHOWN]]
                yield self._clash(member, duty, twins, len(shared))

    def _others(self, member: Member, form: int, post: int) -> list[tuple[Member, int]]:
        """The first holder of the duty in every other position, by path."""
        first: dict[int, tuple[Member, int]] = {}
        if form not in self.alike:
            self.alike[form] = self.view.shelf.alike(form)
        for other in self.alike[form]:
            if other not in self.posts:
                self.posts[other] = self.view.shelf.posts(other)
            for held in self.posts[other]:
                if held == post or not held:
                    continue
                found = next((h for h in self._held(other, held) if _apart(member, h[0])), None)
                if found and (held not in first or _order(found) < _order(first[held])):
                    first[held] = found
                if len(first) >= self.most:
                    return list(first.values())  # nobody's own, whoever else has it
        return sorted(first.values(), key=_order)

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
