"""An organisation as its documents tell it: who holds which title, and whom a title means when a document names it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from posixpath import basename, splitext

from jdlint.agree.job import Use
from jdlint.agree.post import Posts
from jdlint.agree.shelf import Shelf
from jdlint.model.collection import Charter, Member, fact_of
from jdlint.model.pattern import compiled
from jdlint.model.report import FactLine
from jdlint.title import Found, Relation, Title, asked_of, found_among, kept_under, relate

# Lines of command by which one is the other's superior.
COMMAND = frozenset({"direct", "accountable", "front"})


class Organisation:
    """The members in force as far as they are asked about, each read from the shelf once.

    `asked` are the members whose findings are wanted and `concerned` these and all who name them, both by path.
    """

    def __init__(self, shelf: Shelf, posts: Posts, charter: Charter, shown: Mapping[str, str], aside: str) -> None:
        """`shown` gives for the path of every file that by which it is reported; what `aside` is found in is no
        document in force.
        """
        self.shelf, self.posts, self.charter = shelf, posts, charter
        self._shown = shown
        self._aside = compiled(aside)
        self._members: dict[int, Member | None] = {}
        self._answers: dict[Title, Found[Member]] = {}
        self._holders: dict[tuple[str, tuple[str, ...], str, str], Member | None] = {}
        self._posts: dict[str, dict[str, list[Member]]] = {}
        self._wanted: frozenset[int] = frozenset()
        self.asked: tuple[Member, ...] = ()
        self.concerned: tuple[Member, ...] = ()

    def ask(self, files: Iterable[str]) -> None:
        """Set whose findings are wanted: the members of these files."""
        self.asked = self._in_force(self.shelf.members_of(files))
        self._wanted = frozenset(m.number for m in self.asked)
        naming = {n for m in self.asked for n in self.shelf.named(kept_under(self.title(m)), Use.NAMED)}
        self.concerned = self._in_force(self._wanted | naming)

    def is_asked(self, *members: Member) -> bool:
        """Whether findings of one of these are wanted."""
        return any(member.number in self._wanted for member in members)

    def member(self, number: int) -> Member | None:
        """The member of that number, if it is in force."""
        if number not in self._members:
            path, job, who = self.shelf.member(number)
            shown = self._shown[path]
            idle = not who.position or who.retired or self._aside.search(shown)
            read = cache(partial(self._facts, number, shown))
            member = Member(number, shown, job, who.position, who.meaning, who.department, who.employer, read)
            self._members[number] = None if idle else member
        return self._members[number]

    def _facts(self, number: int, shown: str) -> Sequence[FactLine]:
        return [fact_of(fact, shown) for fact in self.shelf.facts(number)]

    def _in_force(self, numbers: Iterable[int]) -> tuple[Member, ...]:
        return tuple(sorted(filter(None, map(self.member, numbers)), key=_by_path))

    def title(self, member: Member) -> Title:
        """The title of a member."""
        return self.posts.read(member.position)

    def find(self, named: str) -> Found[Member]:
        """Whose documents may be meant by a title."""
        title = self.posts.read(named)
        if title not in self._answers or title.also:  # other names do not count when titles are compared
            near = self._in_force(self.shelf.named(asked_of(title), Use.HELD))
            self._answers[title] = found_among(title, ((self.title(m), m) for m in near))
        return self._answers[title]

    def holder(self, named: str, by: Member) -> Member | None:
        """Whose document it is that `by` means by a title: None where there is none, or more than one."""
        asked = named, self.title(by).unit, by.employer, by.department
        if asked not in self._holders:
            self._holders[asked] = self._holder(named, by)
        return self._holders[asked]

    def _holder(self, named: str, by: Member) -> Member | None:
        found = self.find(named)
        same = self._own(found.same, by)
        if not same:
            unit = self.title(by).unit
            same = [m for m in self._own(found.near, by) if unit and self.title(m).unit == unit]
        if len(same) > 1:
            same = [m for m in same if m.department == by.department]
        return same[0] if len(same) == 1 else None

    def _own(self, found: Sequence[Member], by: Member) -> list[Member]:
        """Of these the members of one employer, each document once."""
        kept: list[Member] = []
        formats: dict[tuple[str, int, str], set[str]] = {}
        for member in found:
            if are_foreign(member, by):
                continue
            known = formats.setdefault(_body(member), set())
            if not known - {_suffix(member)}:  # no twin of it is kept
                known.add(_suffix(member))
                kept.append(member)
        return kept

    def same_post(self, member: Member) -> Sequence[Member]:
        """All of the very same title and department, the member among them, by path."""
        if member.position not in self._posts:
            posts: dict[str, list[Member]] = {}
            for other in self.find(member.position).same:
                posts.setdefault(other.department, []).append(other)
            self._posts[member.position] = posts
        return self._posts[member.position].get(member.department, ())

    def means(self, named: str, member: Member) -> bool:
        """Whether a title may mean the jobholder of a document: when in doubt, it does."""
        title, own = self.posts.read(named), self.title(member)
        if relate(title, own) is not Relation.DIFFERENT:
            return True
        if not title.job or not own.job or title.job[0] != own.job[0]:
            return False
        return set(title.job) <= set(own.job) or set(own.job) <= set(title.job)


def _by_path(member: Member) -> tuple[str, int]:
    return member.path, member.job


def superiors(member: Member) -> list[FactLine]:
    """The facts that name who commands the jobholder, each superior once."""
    facts = (f for f in member.stated("reports_to") if f.marks.get("line") in COMMAND and f.value)
    return list({f.value: f for f in reversed(list(facts))}.values())[::-1]


def are_twins(a: Member, b: Member) -> bool:
    """Whether two files are one document in two formats, wherever they lie: of one name and for one unit."""
    return _body(a) == _body(b) and _suffix(a) != _suffix(b)


def _body(member: Member) -> tuple[str, int, str]:
    """What two formats of one document share."""
    return splitext(basename(member.path))[0], member.job, member.department


def _suffix(member: Member) -> str:
    return splitext(member.path)[1]


def are_foreign(a: Member, b: Member) -> bool:
    """Whether two documents name different employers."""
    return bool(a.employer and b.employer) and a.employer != b.employer
