"""Who replaces whom: replacements that the other document knows nothing of, or that go in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.agree.circle import shortest_circle
from jdlint.agree.organisation import Organisation
from jdlint.model.collection import Clash, Member
from jdlint.model.report import FactLine

# Two who replace each other are no circle: one of them is always there.
_SHORTEST = 3


def replacements(view: Organisation) -> Iterator[Clash]:
    """Values: `reason` (`unaccepted`: the one who is to replace the jobholder is not told so; `circle`: each replaces
    the next one) and `other`, the position in the other document.
    """
    for member in view.concerned:
        for other, fact in _stand_ins(view, member):
            about = other.number != member.number and view.is_asked(member, other)
            if about and not _accepts(view, other, member):
                yield from _unaccepted(view, member, fact, other)
    for member in view.asked:
        circle = shortest_circle(member, lambda other: _replacing(view, other))
        if len(circle) >= _SHORTEST:
            values = {"reason": "circle", "other": circle[0][0].position}
            yield Clash(member, circle[0][1].place, values, tuple([f.place for _, f in circle[1:]]))


def _unaccepted(view: Organisation, member: Member, fact: FactLine, other: Member) -> Iterator[Clash]:
    against = other.first("substitutes") or other.first("position")
    if against is None:
        return
    if view.is_asked(member):
        yield Clash(member, fact.place, {"reason": "unaccepted", "other": other.position}, (against.place,))
    if view.is_asked(other):
        yield Clash(other, against.place, {"reason": "unaware", "other": member.position}, (fact.place,))


def _stand_ins(view: Organisation, member: Member) -> list[tuple[Member, FactLine]]:
    found = ((view.holder(f.value, member), f) for f in member.stated("substituted_by") if f.value)
    return [(other, fact) for other, fact in found if other]


def _replacing(view: Organisation, member: Member) -> list[tuple[Member, FactLine]]:
    """Whom the jobholder replaces by his own document."""
    found = ((view.holder(f.value, member), f) for f in member.stated("substitutes") if f.value)
    return [(other, fact) for other, fact in found if other and other.number != member.number]


def _accepts(view: Organisation, other: Member, member: Member) -> bool:
    """Whether the one who is to replace a jobholder is told so, by his document or by his title («заместитель …»)."""
    told = list(other.stated("substitutes"))
    if any(not f.value or view.means(f.value, member) for f in told):
        return True
    return view.title(other).deputy
