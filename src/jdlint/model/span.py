"""Places in the reading text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_FEW = 8


@dataclass(frozen=True, slots=True, order=True)
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


class Lines:
    """Turns offsets of one text into 1-based lines and columns (in code points)."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        self._starts.extend(i + 1 for i, c in enumerate(text) if c == "\n")

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
