"""Places in the reading text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from jdlint.record import record

_FEW = 8
At = TypeVar("At", int, tuple[int, int])


@record(order=True)
class Span:
    """Half-open range of code points `[start, end)` of one reading text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters of `text` at this place."""
        return text[self.start : self.end]


def trimmed(span: Span, text: str) -> Span:
    """`span` without the white space at its ends."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def covered(span: Span, within: Sequence[Span]) -> bool:
    """Whether one of the spans covers this one; where they are many, they are in order and apart, as blocks are."""
    if len(within) <= _FEW:
        return any(other.covers(span) for other in within)
    nearest = bisect_right(within, span.start, key=lambda other: other.start) - 1
    return nearest >= 0 and within[nearest].covers(span)


class Places(Generic[At]):
    """Half-open ranges, asked often whether one of them overlaps another: in logarithmic time."""

    def __init__(self, ranges: Iterable[tuple[At, At]]) -> None:
        self._ranges: list[tuple[At, At]] = sorted(ranges)
        self._furthest: list[At] = list(accumulate((end for _, end in self._ranges), max))

    @classmethod
    def of(cls, spans: Iterable[Span]) -> Places[int]:
        """The ranges of these spans."""
        return Places((span.start, span.end) for span in spans)

    def overlap(self, start: At, end: At) -> bool:
        """Whether one of them and `[start, end)` share anything."""
        return next(self.overlapping(start, end), None) is not None

    def overlapping(self, start: At, end: At) -> Iterator[int]:
        """The numbers of those that do, in their order by start and end, last first."""
        number = bisect_left(self._ranges, end, key=lambda found: found[0]) - 1
        while number >= 0 and self._furthest[number] > start:
            if self._ranges[number][1] > start:
                yield number
            number -= 1

    def begins_at(self, start: At) -> bool:
        """Whether one of them begins there."""
        at = bisect_left(self._ranges, start, key=lambda found: found[0])
        return at < len(self._ranges) and self._ranges[at][0] == start


class Lines:
    """Turns offsets of one text into 1-based lines and columns (in code points)."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))][:-1]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of `offset`."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, offset: int) -> int:
        """Line of `offset`."""
        return bisect_right(self._starts, offset)

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column."""
        return self._starts[line - 1] + column - 1
