"""One position, one document; and every title that is named, on the staff list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from jdlint.agree.organisation import COMMAND, Organisation, are_foreign, are_twins
from jdlint.model.collection import Clash, Member
from jdlint.model.report import FactLine
from jdlint.title import Directory

_SHOWN = 10


def doubles(view: Organisation) -> Iterator[Clash]:
    """Documents asked for beside which another one is about the same position of the same unit. Values: `approved`
    and `other_approved`, the days of the approvals, "" where none is told; `other`, the path of the first other.
    Related are the first ten.
    """
    for member in view.asked:
        others = list(islice((m for m in view.same_post(member) if _is_double(member, m)), _SHOWN))
        place = member.first("position")
        title = view.title(member)
        if not title or title.job[0] in view.posts.general:
            continue  # «специалист» alone is nobody's title, nor is «по охране труда»
        if not others or place is None:
            continue
        values = {"other": others[0].path, "approved": _day(member), "other_approved": _day(others[0])}
        yield Clash(member, place.place, values, tuple([f.place for m in others if (f := m.first("position"))]))


def _is_double(one: Member, other: Member) -> bool:
    return one.number != other.number and not (are_twins(one, other) or are_foreign(one, other))


def _day(member: Member) -> str:
    fact = member.first("approved")
    return fact.value if fact else ""


def strangers(view: Organisation) -> Iterator[Clash]:
    """Titles in the documents asked for that the staff list does not know; nothing without such a list.

    A superior or a substitute who has a document of his own is known too. Values: `title`, and `reason` (`title`: the
    document's own, `reports_to`, `substitutes`, `substituted_by`).
    """
    if view.charter.staff is None:
        return
    staff = Directory((view.posts.read(title), title) for title in view.charter.staff)
    for member in view.asked:
        own = member.first("position")
        if own and not _is_known(own.value, staff, view):
            yield Clash(member, own.place, {"title": own.value, "reason": "title"}, ())
        seen: set[str] = set()
        for fact in member.stated("reports_to", "substitutes", "substituted_by"):
            if fact.value in seen or not _is_position(fact) or _is_known(fact.value, staff, view):
                continue
            seen.add(fact.value)
            if not view.find(fact.value).best:
                yield Clash(member, fact.place, {"title": fact.value, "reason": fact.kind}, ())


def _is_position(fact: FactLine) -> bool:
    """Whether the fact names somebody by his position: no body, no person, nobody in general."""
    if not fact.value or fact.marks.get("person") == "yes":
        return False
    if fact.kind != "reports_to":
        return True
    return fact.marks.get("form", "position") == "position" and fact.marks.get("line") in COMMAND


def _is_known(named: str, staff: Directory[str], view: Organisation) -> bool:
    """Whether the list has the title, or a longer one of which it may be the short form («директор»)."""
    title = view.posts.read(named)
    if not title or title.job[0] in view.posts.general or staff.find(title).best:
        return True
    words = set(named.replace("ё", "е").split())
    return any(words <= set(full.lower().replace("ё", "е").split()) for full in view.charter.staff or ())
