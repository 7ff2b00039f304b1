"""Where in the row of a form a heading stands."""

from __future__ import annotations

from jdlint.model.document import Document
from jdlint.model.label import Label, read_label
from jdlint.record import record
from jdlint.segment.candidate import Candidate, words_of


@record
class Place:
    """The cell of a candidate among those of its row that hold words; `number` is that of a cell before it, and `opens`
    tells that the rows below take their numbers from it.
    """

    row: int
    column: int
    columns: int
    number: str = ""
    opens: bool = False

    def announces(self, beside: str) -> bool:
        """Whether it is the first of two cells and `beside` is what it announces, not a column's name."""
        return self.opens or (self.column == 1 and self.columns == 2 and (self.row > 1 or len(words_of(beside)) > 2))


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
        and cell.column == 2
    ):
        text = before.span.of(document.plain)
        label = read_label(text)
        if label is not None and label.number and not text[label.end :].strip():
            opens = cell.columns == 2 and _is_part(document, c.index + 1, label)
            if opens or cell.columns > 2:
                return Place(cell.row, 1, cell.columns - 1, label.number, opens)
    return Place(cell.row, cell.column, cell.columns)


def _is_part(document: Document, index: int, whole: Label) -> bool:
    """Whether the block is a number in the first column whose first part is that number: «2», «2.1»."""
    block = document.blocks[index] if index < len(document.blocks) else None
    part = read_label(block.span.of(document.plain)) if block and block.cell and block.cell.column == 1 else None
    return part is not None and part.parts[:1] == whole.parts and len(part.parts) > 1


def beside(document: Document, c: Candidate) -> str:
    """The text that follows the candidate."""
    return "".join(block.span.of(document.plain) for block in document.blocks[c.index + 1 : c.index + 2])
