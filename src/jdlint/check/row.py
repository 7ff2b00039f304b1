"""Rows of tables: what a cell says beside the one that names it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jdlint.model.kind import Pattern
from jdlint.model.reading import Reading
from jdlint.model.span import Span, covered

_LONGEST_NAME = 80  # a longer cell says something itself


def named_in_rows(phrases: Sequence[Pattern], reading: Reading, spans: Sequence[Span]) -> Iterator[Span]:
    """Where one of the other phrases stands in a cell whose neighbour before it, in its row, holds the first."""
    name, *values = phrases
    for here, beside in pairwise(reading.outline.document.blocks):
        if here.cell is None or beside.cell is None or len(here.span) > _LONGEST_NAME:
            continue
        if (here.cell.table, here.cell.row) != (beside.cell.table, beside.cell.row):
            continue
        if covered(beside.span, spans) and any(True for _ in reading.search(name, [here.span])):
            yield from (match.span for value in values for match in reading.search(value, [beside.span]))
