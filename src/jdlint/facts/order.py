"""How a document is put together: facts `displaced` (a section out of the usual order) and `another_document`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.model.order import RANKS
from jdlint.model.outline import Outline, Role, Section
from jdlint.model.reading import Fact
from jdlint.model.span import Span, trimmed


def displaced(outline: Outline) -> Iterator[Fact]:
    """The fewest sections that would have to move for the usual order; `value` is the heading."""
    first: dict[Role, Section] = {}
    for section in outline.sections:
        if section.role in RANKS and section.heading and not section.implied:
            first.setdefault(section.role, section)
    sections = list(first.values())
    kept = _in_order([RANKS[s.role] for s in sections])
    for number, section in enumerate(sections):
        if number not in kept:
            yield Fact("displaced", section.heading, section.heading_span)


def _in_order(ranks: Sequence[int]) -> frozenset[int]:
    """Places of the longest run that never goes down; of several the first."""
    best: list[tuple[int, ...]] = []
    for at, rank in enumerate(ranks):
        before = [run for run in best if ranks[run[-1]] <= rank]
        best.append((*_longest(before), at))
    return frozenset(_longest(best))


def _longest(runs: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    longest: tuple[int, ...] = ()
    for run in runs:
        longest = run if len(run) > len(longest) else longest
    return longest


def another_document(outline: Outline) -> Iterator[Fact]:
    """The title of a job description that follows another one in the same file; `value` is its position."""
    if outline.ordinal < 2:
        return
    document = outline.document
    start = outline.block_at(outline.span.start)
    span = outline.title or trimmed(document.blocks[start].span if start >= 0 else outline.span, document.plain)
    named = outline.position_span
    if named is not None and span.end <= named.start <= span.end + 4:
        span = Span(span.start, named.end)
    yield Fact("another_document", outline.position, span)
