"""The job descriptions of one organisation, seen together: their facts, never their texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

from jdlint.model.finding import Place, Value
from jdlint.model.report import FactLine
from jdlint.record import record

# Where the meaning stands in a plain fact: where one meaning is that of many facts, it is kept apart.
MEANING = 4
_QUOTED = re.compile(r"[«\"“„]([^«»\"“”]{2,60})")


@record
class Stamp:
    """What tells one state of a file from another without reading it (`size`, `time`), and for certain (`digest`).

    `time` is -1 for a file so young that it may have changed since within one tick of its clock; `digest` is "" for
    one that was not read.
    """

    size: int
    time: int
    digest: str = ""


@record
class Files:
    """The files of a collection as they were before any was read: by absolute path their state, and the path by which
    each is reported. `root` tells one collection from another; `kept` is false when a file's content came otherwise
    than from its path, so that nothing about it may be remembered.
    """

    root: str
    stamps: Mapping[str, Stamp]
    shown: Mapping[str, str]
    kept: bool = True


@record
class Stated:
    """What a file states, and the digest of the bytes that say so; "" when they could not be read."""

    digest: str
    facts: Sequence[FactLine]


@record
class Charter:
    """What the settings tell of an organisation.

    `aliases` are other names of positions, by the name that stands for all of them. `matrix` are positions that lead
    others by order, beside their own superiors: whom they name is not asked to name them. `staff` are the titles of
    the staff list, None when there is none. `processes` are the steps of each process in order, each as written and in
    its normal form.
    """

    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    matrix: tuple[str, ...] = ()
    staff: tuple[str, ...] | None = None
    processes: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)


@record
class Subject:
    """What every comparison asks of a job description: `position`, whose it is, and its normal form; `department`;
    `employer`, what stands in quotation marks in his name; each "" when the document does not say. `retired`: it is in
    force no more.
    """

    position: str
    meaning: str
    department: str
    employer: str
    retired: bool


def subject_of(facts: Sequence[FactLine]) -> Subject:
    """The subject of a job description that states these facts."""
    first: dict[str, str] = {}
    meaning = ""
    for fact in facts:
        if fact.kind == "position" and fact.kind not in first:
            meaning = fact.meaning
        first.setdefault(fact.kind, fact.value)
    quoted = _QUOTED.search(first.get("employer", ""))
    employer = " ".join(quoted[1].split()) if quoted else ""
    return Subject(first.get("position", ""), meaning, first.get("department", ""), employer, "retired" in first)


@record
class Member:
    """One job description: where it stands, and what it states; its duties are not among the facts.

    `number` tells it from the others of its collection; `path` is as reported; `job` is its ordinal in the file;
    `position`, `meaning`, `department` and `employer` are those of its subject. `read` gives its facts: of most members
    they are never asked for.
    """

    number: int
    path: str
    job: int
    position: str
    meaning: str
    department: str
    employer: str
    read: Callable[[], Sequence[FactLine]] = field(compare=False, repr=False)

    def stated(self, *kinds: str) -> Iterator[FactLine]:
        """Its facts of these kinds, in the order of the text."""
        return (fact for fact in self.read() if fact.kind in kinds)

    def first(self, kind: str) -> FactLine | None:
        """Its first fact of that kind."""
        return next(self.stated(kind), None)


@record
class Clash:
    """Where documents of an organisation do not agree: a place in one of them, what it is about, and the places in
    others. Nameless; the rule that asked makes it a finding.
    """

    member: Member
    place: Place
    values: Mapping[str, Value]
    related: tuple[Place, ...]


def fact_of(plain: Sequence[Any], path: str) -> FactLine:
    """The fact that was told so, in the document of that path."""
    kind, value, place, marks, meaning, job = plain
    return FactLine(kind, value, Place(path, *place), marks, meaning, job=job)


def plain_fact(fact: FactLine) -> list[Any]:
    """A fact as a list of plain values, without the path of its document and the keys of the index."""
    p = fact.place
    place = [p.line, p.column, p.end_line, p.end_column, p.quote, p.context, p.section, p.clause, p.anchor]
    return [fact.kind, fact.value, place, dict(fact.marks), fact.meaning, fact.job]
