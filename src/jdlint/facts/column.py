"""The columns of a table of duties: one says what to do, the others when, how and with what result."""

from __future__ import annotations

import re

from jdlint.model.outline import Outline


def beside(outline: Outline, heading: re.Pattern[str]) -> frozenset[int]:
    """Blocks of the tables whose first row has a heading of this kind, that do not stand below one."""
    rows: dict[int, int] = {}
    below: dict[int, set[int]] = {}
    cells = [(i, b.cell, b.span) for i, b in enumerate(outline.document.blocks) if b.cell and b.cell.columns > 1]
    for _, cell, span in cells:
        first = rows.setdefault(cell.table, cell.row)
        if cell.row == first and heading.search(span.of(outline.document.plain)):
            below.setdefault(cell.table, set()).add(cell.column)
    return frozenset(
        index
        for index, cell, _ in cells
        if cell.table in below and (cell.row == rows[cell.table] or cell.column not in below[cell.table])
    )
