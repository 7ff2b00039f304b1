"""Where in the row of a form a heading stands."""

from __future__ import annotations

from jdlint.model.document import Document
from jdlint.model.label import read_label
from jdlint.record import record
from jdlint.segment.candidate import Candidate, words_of


@record
class Place:
    """The cell of a candidate among those of its row that hold words; `number` is that of a cell before it."""

    row: int
    column: int
    columns: int
    number: str = ""

    def announces(self, beside: str) -> bool:
        """Whether it is the first of two cells and `beside` is what it announces, not a column's name."""
        return self.column == 1 and self.columns == 2 and (self.row > 1 or len(words_of(beside)) > 2)


def place_of(document: Document, c: Candidate) -> Place | None:
    """Where in its row the candidate stands, not counting a first cell that holds nothing but its number."""
    cell = c.block.cell
    if cell is None:
        return None
    before = document.blocks[c.index - 1] if c.index else None
    if (
        before is not None
        and before.cell is not None
        and (before.cell.table, before.cell.row, before.cell.column) == (cell.table, cell.row, 1)
        and cell.column == 2 < cell.columns
    ):
        text = before.span.of(document.plain)
        label = read_label(text)
        if label is not None and label.number and not text[label.end :].strip():
            return Place(cell.row, 1, cell.columns - 1, label.number)
    return Place(cell.row, cell.column, cell.columns)


def beside(document: Document, c: Candidate) -> str:
    """The text that follows the candidate."""
    return "".join(block.span.of(document.plain) for block in document.blocks[c.index + 1 : c.index + 2])
