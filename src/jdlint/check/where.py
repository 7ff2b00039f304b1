"""Where a rule looks."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.model.document import Block
from jdlint.model.once import once
from jdlint.model.outline import RequisiteKind, Role
from jdlint.model.reading import Reading
from jdlint.model.span import Span

FORMAL = frozenset(
    (
        RequisiteKind.APPROVAL,
        RequisiteKind.AGREEMENT,
        RequisiteKind.ACKNOWLEDGEMENT,
        RequisiteKind.SIGNATURE,
        RequisiteKind.CONTENTS,
        RequisiteKind.LEFTOVER,
    )
)

# What a document says before its first section it says of the job in general.
_PREAMBLE = frozenset((Role.GENERAL,))


@once(32)
def blocks_in(reading: Reading, roles: frozenset[Role], zones: str) -> tuple[tuple[int, Block], ...]:
    """The blocks a rule looks at, with their indexes: of these roles (all when none), for `content` no requisites."""
    outline = reading.outline
    content = zones == "content"
    formal = [r.span for r in outline.requisites if r.kind in FORMAL] if content else []
    registered = [r.span for r in outline.requisites if r.kind is RequisiteKind.REGISTRATION] if content else []
    found: list[tuple[int, Block]] = []
    for index, block in enumerate(outline.document.blocks):
        if not outline.span.covers(block.span):
            continue
        if roles and not roles & (roles_of(reading, index) or _PREAMBLE):
            continue
        if any(span.covers(block.span) or block.span.covers(span) for span in formal):
            continue
        if outline.section_of[index] < 0 and any(span.covers(block.span) for span in registered):
            continue  # «№ ____» above the sections registers the document; below, it may be a clause
        found.append((index, block))
    return tuple(found)


def roles_of(reading: Reading, index: int) -> frozenset[Role]:
    """The roles of the section that holds a block; empty before the first section."""
    outline = reading.outline
    number = outline.section_of[index]
    if number < 0:
        return frozenset()
    section = outline.sections[number]
    return frozenset((section.role, *section.also))


@once(32)
def spans_in(reading: Reading, roles: frozenset[Role], zones: str) -> Sequence[Span]:
    """The spans of those blocks."""
    return tuple(block.span for _, block in blocks_in(reading, roles, zones))
