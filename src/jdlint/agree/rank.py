"""Who commands whom: circles of superiors, and lists of superiors and subordinates that do not agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.agree.circle import shortest_circle
from jdlint.agree.organisation import Organisation, superiors
from jdlint.model.collection import Clash, Member
from jdlint.model.report import FactLine
from jdlint.title import Relation, relate

# The most a chain of command is followed upwards.
_HEIGHT = 30


def circles_of_command(view: Organisation) -> Iterator[Clash]:
    """Jobholders who are their own superiors, at once or through others. Values: `others`, the positions on the way
    up, the jobholder last; related are the places that name each next superior.
    """
    for member in view.asked:
        for fact in list(member.stated("reports_to_self"))[:1]:
            yield Clash(member, fact.place, {"others": (member.position,)}, ())
        circle = shortest_circle(member, lambda other: _bosses(view, other))
        if circle:
            others = tuple([other.position for other, _ in circle])
            yield Clash(member, circle[0][1].place, {"others": others}, tuple([f.place for _, f in circle[1:]]))


def disagreements(view: Organisation) -> Iterator[Clash]:
    """Places where one document names a superior or a subordinate, and the document of that one says otherwise.

    Values: `reason` (`unlisted`: the superior's subordinates do not include him; `childless`: the superior has none;
    `two`: he has another superior) and `other`, the position in the other document.
    """
    for member, fact, boss, against, reason in _conflicts(view):
        if view.is_asked(member):
            values = {"reason": reason, "other": boss.position}
            yield Clash(member, fact.place, values, (against.place,))
        if view.is_asked(boss):
            values = {"reason": f"{reason}-boss", "other": member.position}
            yield Clash(boss, against.place, values, (fact.place,))


Conflict = tuple[Member, FactLine, Member, FactLine, str]


def _conflicts(view: Organisation) -> Iterator[Conflict]:
    """Jobholder, the place that names his superior; the other one, the place that says otherwise; and why. Findings of
    one of the two are wanted.
    """
    for member in view.concerned:
        for boss, fact in _bosses(view, member):
            if boss.number != member.number and view.is_asked(member, boss):
                against = _denial(view, boss, member)
                if against:
                    yield member, fact, boss, against[0], against[1]
        for below, fact in _subordinates(view, member):
            named = superiors(below) if view.is_asked(member, below) else []
            if named and not _agrees(view, below, member, named):
                yield below, named[0], member, fact, "two"


def _bosses(view: Organisation, member: Member) -> list[tuple[Member, FactLine]]:
    """The documents of a member's superiors, with the places that name these."""
    named = (f for f in superiors(member) if f.marks.get("form", "position") == "position")
    found = ((view.holder(f.value, member), f) for f in named)
    return [(boss, fact) for boss, fact in found if boss]


def _subordinates(view: Organisation, member: Member) -> list[tuple[Member, FactLine]]:
    found = ((view.holder(f.value, member), f) for f in member.stated("supervises") if not _is_general(view, f))
    return [(below, fact) for below, fact in found if below and below.number != member.number]


def _is_general(view: Organisation, fact: FactLine) -> bool:
    """Whether the words name nobody in particular: «работники отдела», «персонал»."""
    job = view.posts.read(fact.value).job
    return not job or job[0] in view.posts.general


def _denial(view: Organisation, boss: Member, member: Member) -> tuple[FactLine, str] | None:
    """Where the document of a superior leaves a subordinate out."""
    if view.posts.leads_by_order(boss.position) or boss.first("heads_unit"):
        return None
    named = list(boss.stated("supervises"))
    if any(_is_general(view, f) or view.means(f.value, member) for f in named):
        return None
    if named:
        return named[0], "unlisted"
    none = boss.first("no_subordinates")
    return (none, "childless") if none else None


def _agrees(view: Organisation, below: Member, boss: Member, named: Sequence[FactLine]) -> bool:
    """Whether somebody whom `boss` counts among his people may well be commanded by those whom his document names."""
    if view.posts.leads_by_order(boss.position):
        return True
    other_lines = (f for f in below.stated("reports_to") if f not in named)
    if any(view.means(f.value, boss) for f in (*named, *other_lines) if f.value):
        return True
    if any(f.marks.get("form", "position") not in ("position", "front") for f in named):
        return True
    return any(_is_above(view, boss, f, below) for f in named)


def _is_above(view: Organisation, boss: Member, named: FactLine, below: Member) -> bool:
    """Whether `boss` commands the one who is named, or may do so for all that the documents tell."""
    direct = view.holder(named.value, below)
    own = superiors(boss)
    if direct is None:
        # Whoever has no superior, or leads by his title, may be over somebody who has no document here.
        equal = any(relate(view.posts.read(f.value), view.posts.read(named.value)) is Relation.SAME for f in own)
        return not equal and (not own or view.posts.is_commander(boss.position))
    seen = {direct.number}
    level = [direct]
    for _ in range(_HEIGHT):
        above = {other.number: other for member in level for other, _ in _bosses(view, member)}
        if boss.number in above:
            return True
        level = [other for number, other in sorted(above.items()) if number not in seen]
        seen |= above.keys()
    return False
