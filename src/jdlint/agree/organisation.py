"""An organisation as its documents tell it: who holds which title, and whom a title means when a document names it."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from jdlint.agree.post import Posts
from jdlint.agree.shelf import Shelf
from jdlint.model.collection import Charter, Member
from jdlint.model.pattern import compiled
from jdlint.model.report import FactLine
from jdlint.title import Directory, Relation, Title, relate

# Lines of command by which one is the other's superior.
COMMAND = frozenset({"direct", "accountable", "front"})


@dataclass(frozen=True, slots=True)
class Organisation:
    """The members in force, by path; those that are asked for; their titles; and where their duties stand."""

    members: tuple[Member, ...]
    asked: frozenset[int]
    titles: Mapping[int, Title]
    holders: Directory[Member]
    posts: Posts
    charter: Charter
    shelf: Shelf = field(repr=False)
    namesakes: Mapping[Hashable, Sequence[Member]] = field(repr=False)
    by_number: Mapping[int, Member] = field(repr=False)

    def holder(self, named: str, by: Member) -> Member | None:
        """Whose document it is that `by` means by a title: None where there is none, or more than one."""
        title = self.posts.read(named)
        found = self.holders.find(title)
        same = self._own(found.same, by)
        if not same:
            unit = self.titles[by.number].unit
            same = [m for m in self._own(found.near, by) if unit and self.titles[m.number].unit == unit]
        if len(same) > 1:
            same = [m for m in same if _department(m) == _department(by)]
        return same[0] if len(same) == 1 else None

    def _own(self, found: Sequence[Member], by: Member) -> list[Member]:
        """Of these the members of one employer, each document once."""
        kept: list[Member] = []
        for member in found:
            if not are_foreign(member, by) and not any(are_twins(member, other) for other in kept):
                kept.append(member)
        return kept

    def same_title(self, member: Member) -> list[Member]:
        """The others of the very same title, by path, without looking at everybody."""
        title = self.titles[member.number]
        near = {m.number: m for key in _roughly(title) for m in self.namesakes.get(key, ()) if m is not member}
        found = [m for m in near.values() if relate(title, self.titles[m.number]) is Relation.SAME]
        return sorted(found, key=lambda m: (m.path, m.job))

    def means(self, named: str, member: Member) -> bool:
        """Whether a title may mean the jobholder of a document: when in doubt, it does."""
        title, own = self.posts.read(named), self.titles[member.number]
        if relate(title, own) is not Relation.DIFFERENT:
            return True
        if not title.job or not own.job or title.job[0] != own.job[0]:
            return False
        return set(title.job) <= set(own.job) or set(own.job) <= set(title.job)


def organisation(
    rows: Iterable[Member], asked: Iterable[int], shelf: Shelf, posts: Posts, charter: Charter, told: Mapping[str, Any]
) -> Organisation:
    """The organisation of these members, without forms and documents in force no more; `told` is the vocabulary."""
    aside = compiled(told["particulars"]["aside"])
    members = tuple([m for m in rows if m.position and not m.first("retired") and not aside.search(m.path)])
    titles = {m.number: posts.read(m.position) for m in members}
    namesakes: dict[Hashable, list[Member]] = {}
    for member in members:
        for key in _roughly(titles[member.number]):
            namesakes.setdefault(key, []).append(member)
    return Organisation(
        members,
        frozenset(asked) & titles.keys(),
        titles,
        Directory((titles[m.number], m) for m in members),
        posts,
        charter,
        shelf,
        namesakes,
        {m.number: m for m in members},
    )


def _roughly(title: Title) -> set[Hashable]:
    """What titles that are the same have in common, however branches and units are spelled."""
    return {(t.job, t.rank, t.area, t.grade, frozenset(t.unit), tuple([b[:3] for b in t.branch])) for t in title.names}


def superiors(member: Member) -> list[FactLine]:
    """The facts that name who commands the jobholder, each superior once."""
    facts = (f for f in member.stated("reports_to") if f.marks.get("line") in COMMAND and f.value)
    return list({f.value: f for f in reversed(list(facts))}.values())[::-1]


def are_twins(a: Member, b: Member) -> bool:
    """Whether two files are one document in two formats, wherever they lie."""
    one, other = PurePosixPath(a.path), PurePosixPath(b.path)
    return one.stem == other.stem and one.suffix != other.suffix and a.job == b.job


def are_foreign(a: Member, b: Member) -> bool:
    """Whether two documents name different employers."""
    one, other = _employer(a), _employer(b)
    return bool(one and other) and one != other


def _employer(member: Member) -> str:
    """What stands in quotation marks in the employer's name; "" when nothing does."""
    fact = member.first("employer")
    quoted = re.search(r"[«\"“„]([^«»\"“”]{2,60})", fact.value) if fact else None
    return " ".join(quoted[1].split()) if quoted else ""


def _department(member: Member) -> str:
    fact = member.first("department")
    return fact.value if fact else ""


def are_apart(a: Member, b: Member) -> bool:
    """Whether two documents of one title are for different units, or one of them says no unit."""
    return _department(a) != _department(b)
