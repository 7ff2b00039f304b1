"""A document as a lawyer sees it: sections, clauses and requisites."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from jdlint.model.document import Block, Document
from jdlint.model.span import Span
from jdlint.record import record


class Role(StrEnum):
    """What a section is for (contract)."""

    REQUISITES = "requisites"
    GENERAL = "general"
    REQUIREMENTS = "requirements"
    TASKS = "tasks"
    DUTIES = "duties"
    RIGHTS = "rights"
    RESPONSIBILITY = "responsibility"
    RELATIONS = "relations"
    CONDITIONS = "conditions"
    EVALUATION = "evaluation"
    FINAL = "final"
    ACKNOWLEDGEMENT = "acknowledgement"
    OTHER = "other"


@record
class Section:
    """A titled part: `span` from its heading to the next section; `also` holds the second role of a
    heading that names two («Права и ответственность»). `number` is as printed, without punctuation.
    `heading` is empty when the section only begins with a lead-in («Работник имеет право:»).
    """

    role: Role
    heading: str
    number: str
    level: int
    span: Span
    heading_span: Span
    also: tuple[Role, ...] = ()
    implied: bool = False


@record
class Clause:
    """A numbered or listed item, or a paragraph of its own.

    `number` is what a lawyer cites ("2.3", "4.1.а"), empty for an unnumbered paragraph; `body` is
    the text without the label; `section` and `parent` are indexes into the outline, -1 for none.
    `lead` is true for a paragraph that introduces the items under it («обязан:»), `heading` for one that
    only divides its section.
    """

    block: int
    number: str
    span: Span
    body: Span
    section: int
    parent: int = -1
    depth: int = 0
    lead: bool = False
    bullet: bool = False
    heading: bool = False


class RequisiteKind(StrEnum):
    """The formal parts of a document that are not its content."""

    TITLE = "title"
    APPROVAL = "approval"
    AGREEMENT = "agreement"
    ACKNOWLEDGEMENT = "acknowledgement"
    REGISTRATION = "registration"
    SIGNATURE = "signature"
    CONTENTS = "contents"
    LEFTOVER = "leftover"


_NO_KINDS: frozenset[RequisiteKind] = frozenset()


@record
class Requisite:
    """One formal part and its place."""

    kind: RequisiteKind
    span: Span


@record
class Outline:
    """One job description inside a document: `span` is its part of the text (a file may hold several).

    `position` is the jobholder's title in the nominative, lower case; empty when the document does not say.
    `ordinal` is its number in the file, from 1.
    """

    document: Document
    span: Span
    title: Span | None
    position: str
    position_span: Span | None
    sections: tuple[Section, ...]
    clauses: tuple[Clause, ...]
    requisites: tuple[Requisite, ...]
    section_of: tuple[int, ...] = field(repr=False, default=())
    clause_of: tuple[int, ...] = field(repr=False, default=())
    is_job_description: bool = True
    ordinal: int = 1

    def block_at(self, offset: int) -> int:
        """Index of the block that holds `offset`, or -1."""
        blocks = self.document.blocks
        low, high = 0, len(blocks)
        while low < high:
            middle = (low + high) // 2
            if blocks[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(blocks) and blocks[low].span.start <= offset:
            return low
        return -1

    def block(self, index: int) -> Block:
        """The block of that index."""
        return self.document.blocks[index]

    def role_at(self, offset: int) -> Role | None:
        """Role of the section that holds `offset`, or None before the first section."""
        section = self.section_at(offset)
        return section.role if section else None

    def section_at(self, offset: int) -> Section | None:
        """The innermost section that holds `offset`."""
        index = self.block_at(offset)
        if index < 0 or self.section_of[index] < 0:
            return None
        return self.sections[self.section_of[index]]

    def clause_at(self, offset: int) -> Clause | None:
        """The clause that holds `offset`."""
        index = self.block_at(offset)
        if index < 0 or self.clause_of[index] < 0:
            return None
        return self.clauses[self.clause_of[index]]

    def requisites_at(self, span: Span) -> frozenset[RequisiteKind]:
        """Kinds of the formal parts that overlap `span`."""
        start, end = span.start, span.end
        kinds = [r.kind for r in self.requisites if r.span.start < end and start < r.span.end]
        return frozenset(kinds) if kinds else _NO_KINDS
