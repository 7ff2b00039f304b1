"""Lays out tables: a row of a form read as one line, a cell of a real table as a block of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jdlint.load.docx.flow import BLANK, Paragraph, Piece, Row, Table, TableCell
from jdlint.load.docx.form import (
    Seen,
    Sentence,
    Taken,
    What,
    are_hints,
    begin,
    hint_row,
    is_sentence,
    see,
    stands_under,
)
from jdlint.load.docx.line import Line, line_of, parted
from jdlint.model.document import BlockKind, Cell, Shape

_FEW: Final = 3
# A column counts as filled when this share of at least so many cells under its heading holds something.
_FILLED: Final = 0.7
_ENOUGH: Final = 4


def lay_table(table: Table) -> list[Line]:
    """The lines of a table in reading order."""
    out: list[Line] = []
    sentence: Sentence | None = None
    seen: list[Seen] = []
    filled = _filled_columns(table)
    for row in table.rows:
        if not _is_open(row):
            _finish(sentence)
            sentence, seen = None, []
            out.extend(_real_row(table, row, filled))
            continue
        above, seen = seen, [see(cell, table.part) for cell in row.cells]
        taken = None if sentence is None else sentence.take(seen, out)
        if taken is Taken.WHOLE:
            continue
        if taken is Taken.APART:
            out.extend(_cell_lines(table, row, seen))
            continue
        _finish(sentence)
        under, sentence = sentence, None
        if is_sentence(seen):
            beside = [s for s in seen if s.what is What.TEXT] if stands_under(above, seen) else []
            for one in beside:
                out.extend(_cell(table, row, one.cell))
            sentence = begin([s for s in seen if s not in beside])
            out.append(sentence.line)
        elif are_hints(seen):
            out.append(hint_row(seen, under))
        else:
            out.extend(_cell_lines(table, row, seen))
    _finish(sentence)
    return out


def _finish(sentence: Sentence | None) -> None:
    if sentence is not None:
        sentence.finish()


def _is_open(row: Row) -> bool:
    """Whether no line is drawn between the cells, so that they read as one line."""
    if len(row.cells) == 1:
        return not (row.cells[0].left or row.cells[0].right)
    return not any(cell.right for cell in row.cells[:-1])


def _cell_lines(table: Table, row: Row, seen: Sequence[Seen]) -> list[Line]:
    """The cells of a form's row that do not make one line."""
    out: list[Line] = []
    for one in seen:
        if one.what is What.BLANK:
            paragraph = next(i for i in one.cell.items if isinstance(i, Paragraph))
            line = line_of(paragraph, _where(table, row, one.cell))
            line.pieces = [Piece(BLANK, place=paragraph.place, shape=Shape.BORDER)]
            out.append(line)
        else:
            out.extend(_cell(table, row, one.cell))
    return out


def _real_row(table: Table, row: Row, filled: frozenset[int]) -> list[Line]:
    out: list[Line] = []
    before: TableCell | None = None
    for cell in row.cells:
        lines = _cell(table, row, cell)
        if not lines:
            hint = _label_beside(before)
            paragraph = next((i for i in cell.items if isinstance(i, Paragraph)), None)
            named = row is not table.rows[0] and before is not None and _words(before)  # not beside the table's title
            if paragraph is not None and (hint or (cell.first in filled and named)):
                line = line_of(paragraph, _where(table, row, cell))
                line.pieces = [Piece(BLANK, place=paragraph.place, shape=Shape.CELL, hint=hint)]
                lines = [line]
        out.extend(lines)
        before = cell
    return out


def _cell(table: Table, row: Row, cell: TableCell) -> list[Line]:
    where = _where(table, row, cell)
    written = [i for i in cell.items if isinstance(i, Paragraph) and (i.label or i.text.strip())]
    alone = len(row.cells) == 1 and (not (cell.left or cell.right) or len(written) > _FEW)
    out: list[Line] = []
    for item in cell.items:
        if isinstance(item, Table):
            out.extend(lay_table(item))
        elif item.label or item.text.strip():
            line = line_of(item, where)
            if alone and line.kind is BlockKind.CELL:
                line.kind = BlockKind.PARAGRAPH
            out.extend(parted(line))
    return out


def _where(table: Table, row: Row, cell: TableCell) -> Cell:
    return Cell(table.ordinal, row.ordinal, cell.ordinal, max(row.cells[-1].ordinal, len(row.cells)))


def _words(cell: TableCell) -> list[str]:
    return [i.text.strip() for i in cell.items if isinstance(i, Paragraph) and i.text.strip()]


def _label_beside(cell: TableCell | None) -> str:
    """The words of a label cell («Образование:») that ask for the cell beside it, and not for what stands below them in
    their own.
    """
    said = [] if cell is None else [text for text in _words(cell) if not text.startswith("(")]
    return said[-1].rstrip(": ") if said and said[-1].endswith(":") else ""


def _filled_columns(table: Table) -> frozenset[int]:
    """Columns of a real table in which nearly every cell under the heading holds something."""
    counts: dict[int, list[bool]] = {}
    for row in table.rows[1:]:
        if not _is_open(row):
            for cell in row.cells:
                counts.setdefault(cell.first, []).append(
                    bool(_words(cell)) or any(isinstance(i, Table) for i in cell.items)
                )
    return frozenset(
        first for first, full in counts.items() if len(full) >= _ENOUGH and sum(full) >= _FILLED * len(full)
    )
