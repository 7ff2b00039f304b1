"""Tables of a document, cut where a row has findings, so that their cards stand beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from math import sqrt
from operator import itemgetter
from typing import NamedTuple

from jdlint.model.document import Cell

MOST_COLUMNS = 40
_STEP = 5
_NARROWEST, _WIDEST = 2, 120


class Place(NamedTuple):
    """A block of a table: its number in the document, its cell and its length."""

    block: int
    cell: Cell
    length: int


def table(places: Sequence[Place], words: Callable[[int], str], cards: Callable[[int], str]) -> str:
    """The blocks of one table; `words` gives the markup of a block and `cards` that of the cards beside it."""
    columns = min(MOST_COLUMNS, max(place.cell.columns for place in places))
    head = f"<table><colgroup>{_widths(places, columns)}</colgroup>"
    out: list[str] = []
    for beside, rows in groupby(_rows(places, words, cards, columns), key=itemgetter(0)):
        out.append(noted(beside, "\n".join([head, *(row for _, row in rows), "</table>"]), " row"))
    return "\n".join(out)


def noted(cards: str, words: str, kind: str = "") -> str:
    """Words with the cards that belong to them: beside them on a wide screen, below them on a narrow one."""
    return f'<div class="noted{kind}">{cards}{words}</div>' if cards else words


def _rows(
    places: Sequence[Place], words: Callable[[int], str], cards: Callable[[int], str], columns: int
) -> Iterator[tuple[str, str]]:
    """The rows, each after the cards beside it."""
    for _, group in groupby(places, key=lambda place: place.cell.row):
        row = list(group)
        beside = "".join(cards(place.block) for place in row)
        yield beside, f"<tr>{''.join(_row(row, words, columns))}</tr>"


def _row(row: Sequence[Place], words: Callable[[int], str], columns: int) -> Iterator[str]:
    """The cells of a row. The last one reaches to the edge; it holds all that comes after the columns that we show."""
    cells = [(at, list(group)) for at, group in groupby(row, key=lambda place: min(columns, place.cell.column))]
    before = 0
    for at, group in cells:
        yield "<td></td>" * (at - before - 1)
        last = at == cells[-1][0] and at >= group[0].cell.columns
        span = f' colspan="{columns - at + 1}"' if last and at < columns else ""
        yield f"<td{span}>{''.join(words(place.block) for place in group)}</td>"
        before = at


def _widths(places: Sequence[Place], columns: int) -> str:
    """The widths of the columns by what stands in them, in steps that the style knows.

    Long text gets its room by lines as well, so that twice the text needs less than twice the width.
    """
    longest = [_NARROWEST] * columns
    for place in places:
        if place.cell.columns == columns and place.cell.column <= columns:
            at = place.cell.column - 1
            longest[at] = max(longest[at], min(_WIDEST, place.length))
    weights = [sqrt(one) for one in longest]
    shares = [round(100 * one / sum(weights) / _STEP) * _STEP for one in weights]
    return "".join(f'<col class="w{max(_STEP, share)}">' for share in shares)
