"""A column of a table that says in another language what the one beside it says in Russian."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from jdlint.model.document import Blank, Block, BlockKind, Cell
from jdlint.model.pattern import expression
from jdlint.model.span import Places

_RUSSIAN = expression(r"[а-яё]", re.IGNORECASE)
_OTHER = expression(r"[a-z]", re.IGNORECASE)
_WORD = expression(r"[^\W\d_]+")
# A few rows may be names of programs beside what they are for, and so may short ones.
_FEWEST_ROWS, _FEWEST_WORDS = 4, 3
_MOST_ROWS = 0.7


def without_translation(
    plain: str, blocks: Sequence[Block], blanks: Sequence[Blank]
) -> tuple[tuple[Block, ...], tuple[Blank, ...]]:
    """The blocks and blanks, those of such columns left out, for the Russian text is what binds; a column that is left
    alone is no table.
    """
    columns = frozenset(_translated(plain, blocks))
    if not columns:
        return tuple(blocks), tuple(blanks)
    dropped = [b for b in blocks if b.cell and (b.cell.table, b.cell.column) in columns and not _is_russian(b, plain)]
    places = Places.of(b.span for b in dropped)
    away = {id(b) for b in dropped}
    kept = tuple(_moved(b, columns) for b in blocks if id(b) not in away)
    return kept, tuple(b for b in blanks if not places.overlap(b.span.start, b.span.end))


def _translated(plain: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Table and number of each such column."""
    rows: dict[tuple[int, int], dict[int, str]] = {}
    for block in blocks:
        if block.cell is not None:
            row = rows.setdefault((block.cell.table, block.cell.row), {})
            row[block.cell.column] = f"{row.get(block.cell.column, '')} {block.span.of(plain)}"
    beside: dict[tuple[int, int], list[tuple[str, str]]] = {}
    for (table, _), row in rows.items():
        for column, text in row.items():
            others = " ".join(other for number, other in row.items() if number != column)
            if others:
                beside.setdefault((table, column), []).append((text, others))
    for place, pairs in beside.items():
        foreign = [text for text, others in pairs if _says_it_otherwise(text, others)]
        words = [len(_WORD.findall(text)) for text in foreign]
        if len(foreign) >= max(_FEWEST_ROWS, _MOST_ROWS * len(pairs)) and median(words) >= _FEWEST_WORDS:
            yield place


def _says_it_otherwise(text: str, others: str) -> bool:
    return bool(_OTHER.search(text)) and not _RUSSIAN.search(text) and bool(_RUSSIAN.search(others))


def _is_russian(block: Block, plain: str) -> bool:
    return bool(_RUSSIAN.search(block.span.of(plain)))


def _moved(block: Block, columns: frozenset[tuple[int, int]]) -> Block:
    """The block at its place among the columns that are left."""
    cell = block.cell
    gone = [column for table, column in columns if cell and table == cell.table and column <= cell.columns]
    if cell is None or not gone:
        return block
    left = cell.columns - len(gone)
    if left <= 1:
        kind = BlockKind.PARAGRAPH if block.kind is BlockKind.CELL else block.kind
        return replace(block, cell=None, kind=kind)
    return replace(block, cell=Cell(cell.table, cell.row, cell.column - sum(c < cell.column for c in gone), left))
