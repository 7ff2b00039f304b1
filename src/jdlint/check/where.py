"""Where a rule looks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jdlint.model.document import Block
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
_SENTENCE_END = re.compile(r"[.!?;]\s")


def blocks_in(reading: Reading, roles: frozenset[Role], zones: str) -> Iterator[tuple[int, Block]]:
    """The blocks a rule looks at, with their indexes: of these roles (all when none), for `content` no requisites."""
    outline = reading.outline
    formal = [r.span for r in outline.requisites if r.kind in FORMAL] if zones == "content" else []
    for index, block in enumerate(outline.document.blocks):
        if not outline.span.covers(block.span):
            continue
        if roles and not roles & roles_of(reading, index):
            continue
        if any(span.covers(block.span) or block.span.covers(span) for span in formal):
            continue
        yield index, block


def roles_of(reading: Reading, index: int) -> frozenset[Role]:
    """The roles of the section that holds a block; empty before the first section."""
    outline = reading.outline
    number = outline.section_of[index]
    if number < 0:
        return frozenset()
    section = outline.sections[number]
    return frozenset((section.role, *section.also))


def spans_in(reading: Reading, roles: frozenset[Role], zones: str) -> Sequence[Span]:
    """The spans of those blocks."""
    return [block.span for _, block in blocks_in(reading, roles, zones)]


def sentence_around(reading: Reading, span: Span) -> Span:
    """The sentence (or the whole block) that holds a place, blanks and hints included."""
    index = reading.outline.block_at(span.start)
    block = reading.outline.block(index).span if index >= 0 else span
    plain = reading.outline.document.plain
    start = max((m.end() for m in _SENTENCE_END.finditer(plain, block.start, span.start)), default=block.start)
    following = _SENTENCE_END.search(plain, span.end, block.end)
    return Span(start, following.start() + 1 if following else block.end)
