"""Places asked about in bulk answer as they would one by one."""

from __future__ import annotations

import pytest

from jdlint.model.span import Places, Span, covered

SPANS = (Span(0, 3), Span(2, 9), Span(4, 5), Span(12, 12), Span(20, 25))


@pytest.mark.parametrize("start", range(27))
@pytest.mark.parametrize("length", [0, 1, 4, 30])
def test_places_answer_as_one_by_one(start: int, length: int) -> None:
    """Overlap, what overlaps, and what begins at a place, whatever holds or meets whatever."""
    span = Span(start, start + length)
    expected = [i for i, other in enumerate(SPANS) if other.overlaps(span)]
    places = Places.of(SPANS)

    assert expected == list(places.overlapping(span.start, span.end))[::-1]
    assert bool(expected) == places.overlap(span.start, span.end)
    assert any(other.start == start for other in SPANS) == places.begins_at(start)


def test_covered_by_many() -> None:
    """Among many spans in order and apart, the one that covers is found."""
    many = [Span(10 * i, 10 * i + 8) for i in range(40)]

    assert covered(Span(301, 308), many)
    assert not covered(Span(301, 309), many)
    assert not covered(Span(308, 310), many)
